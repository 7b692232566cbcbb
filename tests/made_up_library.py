"""Claim libraries of any size in the words of the vocabularies, the same for the same seed.

Anodes, problems, strategies, properties and cited works are drawn by Zipf's law: the first anode holds a fifth of all
evidence, as lithium metal does in reviews.
"""

from __future__ import annotations

import hashlib
from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from random import Random

from miner.claims import Claim, Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper
from miner.document import Box, Reference
from miner.vocabulary import entries

CLAIMS = 100
REFERENCES = 60
STUDIES = 5_000
TOP_SHARE = 0.2


def library(papers: int, seed: int = 1) -> Iterator[Extraction]:
    """`papers` papers of `CLAIMS` claims each: half of them measurements, a quarter problems and mitigations each."""
    return (_paper(Random(f"{seed}-{number}"), number) for number in range(papers))


def _paper(random: Random, number: int) -> Extraction:
    cited = sorted({_drawn(random, range(STUDIES)) for _ in range(REFERENCES)})
    references = tuple(_study(study, position) for position, study in enumerate(cited, 1))
    claims = [_claim(random, place, len(references)) for place in range(CLAIMS)]
    doi = f"10.9999/review.{number}"
    paper = Paper(
        f"doi:{doi}",
        hashlib.sha256(doi.encode()).hexdigest(),
        f"Made-up review {number} of anodes",
        (f"Author{number}",),
        2005 + number % 20,
        doi,
        "J. Made-up Rev.",
        f"review-{number}.pdf",
    )
    return Extraction(
        paper,
        tuple(c for c in claims if isinstance(c, Measurement)),
        tuple(c for c in claims if isinstance(c, HasProblem)),
        tuple(c for c in claims if isinstance(c, Mitigation)),
        references=references,
    )


def _study(study: int, number: int) -> Reference:
    title, year = f"Made-up study {study} of an anode", 1990 + study % 35
    return Reference(
        number, f"Maker, {title}, {year}", str(number), ("Maker",), title, "J", year, doi=f"10.9998/study.{study}"
    )


def _claim(random: Random, place: int, references: int) -> Claim:
    anode, problem = _drawn(random, _anodes()), _drawn(random, _labels("problems"))
    page, height = 1 + place // 5, 60.0 + 20 * (place % 30)
    common = {
        "cites": tuple(sorted(random.sample(range(1, references + 1), random.randint(0, 2)))),
        "denied": random.random() < 0.03,
        "rule": "named in the sentence",
        "attribution": random.choice(("own", "cited", "general")),
    }
    box = (Box(page, 50.0, height, 290.0, height + 12),)
    if place % 4 == 0:
        evidence = Evidence(f"Sentence {place}: {anode} suffers from {problem}.", "2", page, box)
        return HasProblem(evidence=evidence, anode=anode, problem=problem, **common)
    if place % 4 == 1:
        strategy, of = _drawn(random, _labels("mitigations")), anode if random.random() < 0.9 else None
        evidence = Evidence(f"Sentence {place}: {strategy} relieves {problem} of {anode}.", "3", page, box)
        return Mitigation(evidence=evidence, strategy=strategy, problem=problem, anode=of, **common)
    name, (property_, unit) = random.choice(_materials(anode)), _drawn(random, _properties())
    value = float(f"{random.lognormvariate(5, 1):.3g}")
    return Measurement(
        evidence=Evidence(f"Sentence {place}: {name} has a {property_} of {value:g} {unit}.", "4", page, box),
        material=(name,),
        anode=anode,
        property=property_,
        value=value,
        unit=unit,
        printed=f"{value:g} {unit}",
        conditions={"cycles": str(random.randint(1, 1000))},
        **common,
    )


def _drawn(random: Random, among: Sequence):
    return among[bisect(_bounds(len(among)), random.random())]


@cache
def _bounds(size: int) -> list[float]:
    """Upper bounds of the shares of `size` things by Zipf's law, with the exponent that gives the first `TOP_SHARE`."""
    low, high = 0.0, 3.0
    for _ in range(40):
        middle = (low + high) / 2
        share = 1 / sum(rank**-middle for rank in range(1, size + 1))
        low, high = (middle, high) if share < min(TOP_SHARE, 0.5) else (low, middle)
    weights = [rank**-low for rank in range(1, size + 1)]
    return [bound / sum(weights) for bound in accumulate(weights)][:-1]


@cache
def _anodes() -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry["anode"] for entry in entries("materials") if entry.get("anode")))


@cache
def _materials(anode: str) -> tuple[str, ...]:
    """Samples of an anode: its materials in the vocabulary, by themselves and with the numbers of samples."""
    names = [entry["name"] for entry in entries("materials") if entry.get("anode") == anode]
    return tuple(f"{name} {letter}-{number}" for name in names for letter in "ABCDE" for number in range(1, 11))


@cache
def _labels(vocabulary: str) -> tuple[str, ...]:
    return tuple(entry["label"] for entry in entries(vocabulary))


@cache
def _properties() -> tuple[tuple[str, str], ...]:
    return tuple((entry["label"], entry["unit"]) for entry in entries("properties"))
