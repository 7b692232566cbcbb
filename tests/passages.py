"""Passages for the tests of claims: a title and one paragraph, read as a text file is."""

from miner.document import Block, Document, Text
from miner.materials import Materials
from miner.problems import mitigations, problems
from miner.sentences import sentences


def passage(text: str, title: str = "", section: str = "") -> Document:
    sections = (section,) if section else ()
    paragraphs = tuple(Block("paragraph", Text(paragraph), sections) for paragraph in text.split("\n\n"))
    return Document("", "text", title=title, blocks=(Block("title", Text(title)), *paragraphs))


def stated(document: Document, denied: bool = False) -> set[tuple[str, str]]:
    found = problems(document, list(sentences(document)), Materials(document))
    return {(claim.anode, claim.problem) for claim in found if claim.denied is denied}


def mitigated(document: Document) -> set[tuple[str, str, str | None]]:
    found = mitigations(document, list(sentences(document)), Materials(document))
    return {(claim.strategy, claim.problem, claim.anode) for claim in found}
