"""Agreement of the second reader with each measurement that it could have read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from miner.claims import Extraction, Measurement, Verdict
from miner.evaluation.comparison import same_quantity
from miner.second_reader.grammar import Reading, properties, read
from miner.second_reader.package import available

READER = "ChemDataExtractor"
# The parsers' time grows with the square of a sentence's length and, on a very long word, without measure.
_LONGEST_SENTENCE, _LONGEST_WORD = 700, 80


def verdicts(extraction: Extraction) -> tuple[Verdict, ...]:
    """A verdict for each measurement in running text whose property can be read; none where the extra is missing."""
    if not available():
        return ()
    sentences: dict[str, list[Measurement]] = {}
    for claim in extraction.measurements:
        if claim.value is not None and not claim.evidence.context:
            sentences.setdefault(claim.evidence.sentence, []).append(claim)
    found = {verdict.claim: verdict for text, claims in sentences.items() for verdict in _of_sentence(text, claims)}
    return tuple(found[claim.id] for claim in extraction.measurements if claim.id in found)


def _of_sentence(text: str, claims: list[Measurement]) -> Iterator[Verdict]:
    for property_ in sorted({claim.property for claim in claims} & properties()):
        asked = [claim for claim in claims if claim.property == property_]
        readings, failure = _readings(text, property_, asked)
        others = [reading for reading in readings if not any(_same(claim, reading) for claim in claims)]
        for claim in asked:
            agreeing = next((reading for reading in readings if _same(claim, reading)), None)
            yield _verdict(claim, agreeing, others, failure)


def _readings(text: str, property_: str, asked: Iterable[Measurement]) -> tuple[list[Reading], str]:
    """What was read until every claim was confirmed, or all there is; and why reading ended before its time."""
    readings: list[Reading] = []
    open_ = list(asked)
    if len(text) > _LONGEST_SENTENCE or max(map(len, text.split()), default=0) > _LONGEST_WORD:
        return readings, "the sentence is too long to be parsed"
    try:
        for reading in read(text, property_):
            readings.append(reading)
            open_ = [claim for claim in open_ if not _same(claim, reading)]
            if not open_:
                break
    except Exception as error:  # the parsers raise whatever comes up on text that they were not made for
        return readings, f"could not parse the sentence ({type(error).__name__})"
    return readings, ""


def _same(claim: Measurement, reading: Reading) -> bool:
    ours = {"value": claim.value, "value_to": claim.value_to, "unit": claim.unit}
    return same_quantity(ours, {"value": reading.values[0], "value_to": reading.values[-1], "unit": reading.unit})


def _verdict(claim: Measurement, agreeing: Reading | None, others: list[Reading], failure: str) -> Verdict:
    reading = agreeing or next(iter(others), None)
    if reading is None:
        return Verdict(claim.id, READER, None, detail=failure or "read no value of this property")
    material = f", of {reading.material}" if reading.material else ""
    return Verdict(
        claim.id, READER, agreeing is not None, reading.values[0], reading.unit, f"{reading.parser}{material}"
    )
