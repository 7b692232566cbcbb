"""Specific capacities in running text: our extraction beside ChemDataExtractor's parsers, on the same text in one run.

`chemdataextractor` gets it easier than out of the box: units are cleaned for it, its grammar is built once, and it sees
only the sentences that name a capacity. `as_shipped` are the same parsers without the last two, on the shortest paper.
Values count against the gold; those of tables are left out.
usage: python benchmarks/extraction.py
"""

import json
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from miner import extract, read
from miner.document import Document
from miner.evaluation.comparison import name_key
from miner.language import parse
from miner.second_reader import grammar
from miner.second_reader.grammar import Reading
from miner.second_reader.grammar import read as cde_read
from miner.sentences import sentences

REPO = Path(__file__).parents[1]
SHARED = REPO.parent / "shared"
PROPERTY = "specific_capacity"
Found = list[tuple[float, set[str]]]


def papers() -> Iterator[tuple[Path, Path]]:
    """Papers with their gold."""
    for gold in sorted((REPO / "corpus/papers").glob("*.json")):
        yield gold.with_suffix(".pdf"), gold
    review = SHARED / "papers/anode-solutions-review/pdf/a1_twocol_latex.pdf"
    if review.exists():
        yield review, SHARED / "gold/anode-solutions-review.json"


def ours(document: Document) -> Found:
    claims = [m for m in extract(document).measurements if m.property == PROPERTY and not m.evidence.context]
    return [(m.value, {name_key(name) for name in m.material}) for m in claims if m.value is not None]


def chemdataextractor(document: Document, parser: str = "") -> Found:
    """The union of its parsers, or what one of them finds (`cde_read` is kept per sentence, so that it costs once)."""
    return [
        (value, {name_key(reading.material)})
        for sentence in sentences(document)
        for reading in _read(str(sentence.text))
        if parser in reading.parser
        for value in reading.values
    ]


@cache
def _read(sentence: str) -> tuple[Reading, ...]:
    return tuple(cde_read(sentence, PROPERTY))


def as_shipped(document: Document) -> Found:
    """Its parsers on every sentence, each building its grammar anew."""
    parsers = []
    for kept in grammar._parsers(PROPERTY):
        parser = type(kept).__mro__[1]()
        parser.model = kept.model
        parsers.append(parser)
    found = []
    for sentence in sentences(document):
        tokens = grammar._tokens(str(sentence.text))
        for parser in parsers:
            records = filter(None, (grammar._reading(r, PROPERTY) for r in parser.parse_sentence(tokens)))
            found += [(value, {name_key(reading.material)}) for reading in records for value in reading.values]
    return found


def auto(document: Document) -> Found:
    return chemdataextractor(document, "Auto")


def template(document: Document) -> Found:
    return chemdataextractor(document, "Template")


def spacy_alone(document: Document) -> Found:
    """What the parser alone would cost if every sentence were parsed."""
    for sentence in sentences(document):
        parse(str(sentence.text))
    return []


def right(found: Found, gold: list[dict]) -> tuple[int, int]:
    """How many gold measurements are found by value, and how many of these with their material."""
    values = materials = 0
    for item in gold:
        same = [names for value, names in found if abs(value - item["value"]) <= 0.005 * item["value"]]
        values += bool(same)
        materials += any(names & {name_key(name) for name in item["material"]} for names in same)
    return values, materials


def main() -> None:
    """Print one row a paper and system; each system warms up on another text, since ours keeps what it has seen."""
    print(f"{'paper':32}{'system':24}{'seconds':>8}{'words/s':>10}{'values':>12}{'materials':>12}{'read':>8}")
    documents = [(path.stem, read(path), gold) for path, gold in papers()]
    warm_up = read(REPO / "README.md")
    for system in (ours, chemdataextractor, auto, template, as_shipped, spacy_alone):
        for number, (name, document, gold_path) in enumerate(documents):
            if system is as_shipped and name != "solid-state-anodes":
                continue
            if not number:
                system(warm_up)
            start = time.perf_counter()
            found = system(document)
            seconds = time.perf_counter() - start
            words = sum(len(str(sentence.text).split()) for sentence in sentences(document))
            gold = json.loads(gold_path.read_text())["measurements"]
            gold = [m for m in gold if m["property"] == PROPERTY and "Table" not in m.get("section", "")]
            values, materials = right(found, gold)
            # The two parsers alone are read from what their union has found.
            cost = "" if system in (auto, template) else f"{seconds:.2f}"
            speed = f"{words / seconds:.0f}" if cost else ""
            print(
                f"{name[:30]:32}{system.__name__:24}{cost:>8}{speed:>10}"
                f"{values:>9}/{len(gold):<2}{materials:>9}/{len(gold):<2}{len(found):8}"
            )


if __name__ == "__main__":
    main()
