"""Sentences of a document, each with its place, its section and the studies that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from miner.document import BlockKind, Document, Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block. `paragraph` numbers the block, so that sentences of one passage can be told.

    `cites` are the references that the sentence itself cites; `study` those of the study that the passage is describing
    ("Wang et al. [21] ... Their cell ..."), empty where it speaks for itself.
    """

    text: Text
    kind: BlockKind
    section: tuple[str, ...]
    paragraph: int
    cites: tuple[int, ...] = ()
    study: tuple[int, ...] = ()


# A full stop after these does not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:et al|al|i\.e|e\.g|cf|vs|ca|approx|resp|[Ff]igs?|[Tt]ab|[Ee]qs?|[Rr]efs?|[Nn]os?|[Ss]ec|[Vv]ol|Dr|Prof|viz"
    r"|wt|at|mol|max|min|temp|conc)"
    r"|(?<![A-Za-z])[A-Z])\.$"
)
_END = re.compile(r"[.?!][\"”’)\]]?(?=\s+[\"“‘(\[]?[A-Z0-9Α-Ω])")


def split(text: Text) -> Iterator[Text]:
    """The sentences of a text, in order, without the white space between them."""
    start = 0
    for end in (m.end() for m in _END.finditer(text.text)):
        if _ABBREVIATION.search(text.text[start:end]):
            continue
        yield text[start:end]
        start = end + len(text.text[end:]) - len(text.text[end:].lstrip())
    if text.text[start:].strip():
        yield text[start : len(text.text.rstrip())]


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of titles, headings, paragraphs and captions, in reading order."""
    for number, block in enumerate(document.blocks):
        if block.kind in ("title", "heading", "paragraph", "caption"):
            for text in split(block.text):
                cites = tuple(sorted({n for citation in text.citations for n in citation.numbers}))
                yield Sentence(text, block.kind, block.section, number, cites)
