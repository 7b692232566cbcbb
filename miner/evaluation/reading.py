"""How faithfully a PDF was read, against the same paper in JATS: text, references, citations and tables by letters.

Scripts, accents, white space and punctuation do not count: what is compared are letters a to z and digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from miner.document import Document, Reference, Text, join

_FULL_STOP = re.compile(r"(?<=[.?!])\s+(?=[A-Z(])")
_LEAST = 40  # letters; shorter sentences are not counted


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    total: int

    def __str__(self) -> str:
        return f"{self.hits}/{self.total} {self.hits / self.total:.3f}" if self.total else "-"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What of a paper's JATS was found in the PDF."""

    sentences: Share
    references: Share
    fields: Share
    dois: Share
    citations: Share
    cells: Share


def accuracy(read: Document, truth: Document) -> Accuracy:
    """The document `read` from a PDF against the `truth` that its JATS tells."""
    return Accuracy(
        _sentences(read, truth),
        _references(read, truth),
        _fields(read, truth),
        _dois(read, truth),
        _citations(read, truth),
        _cells(read, truth),
    )


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case without accents."""
    plain = unicodedata.normalize("NFKD", text).lower().replace("ł", "l").replace("μ", "")
    return re.sub(r"[^a-z0-9]", "", plain)


def _sentences(read: Document, truth: Document) -> Share:
    """The sentences that stand whole in the paragraphs read; how a journal prints its citations does not count."""
    body = letters(" ".join(text.text for text in _paragraphs(read)))
    wanted = [s for text in _paragraphs(truth) for s in _split(text) if len(letters(s.text)) >= _LEAST]
    return Share(sum(_stands(sentence, body) for sentence in wanted), len(wanted))


def _paragraphs(document: Document) -> list[Text]:
    return [block.text for block in document.blocks if block.kind == "paragraph"]


def _split(text: Text) -> Iterator[Text]:
    masked = re.sub(r"\bet al\. ", "et al§ ", text.text)
    at = 0
    for match in _FULL_STOP.finditer(masked):
        yield text[at : match.start()]
        at = match.end()
    yield text[at:]


def _stands(sentence: Text, body: str) -> bool:
    if letters(sentence.text) in body:
        return True
    ends = [0, *(at for citation in sentence.citations for at in (citation.start, citation.end)), len(sentence.text)]
    between = [letters(sentence.text[start:end]) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    return all(part in body for part in between)


def _pairs(read: Document, truth: Document) -> Iterator[tuple[Reference, Reference]]:
    """The entries that were found: at the same position, of the same first author (else title) and year."""
    for found, wanted in zip(read.references, truth.references, strict=False):
        marks = (wanted.authors[0] if wanted.authors else wanted.title[:40], str(wanted.year or ""))
        if all(letters(mark) in letters(found.text) for mark in marks):
            yield found, wanted


def _references(read: Document, truth: Document) -> Share:
    return Share(sum(1 for _ in _pairs(read, truth)), len(truth.references))


def _fields(read: Document, truth: Document) -> Share:
    """The fields of entries found: authors, title, journal, year, volume and first page, where the JATS has them."""
    same = [
        a == b for found, wanted in _pairs(read, truth) for a, b in zip(_row(found), _row(wanted), strict=True) if b
    ]
    return Share(sum(same), len(same))


def _row(entry: Reference) -> tuple[str, ...]:
    fields = (entry.title, entry.journal, str(entry.year or ""), entry.volume, entry.first_page)
    return letters(" ".join(entry.authors)), *map(letters, fields)


def _dois(read: Document, truth: Document) -> Share:
    """The DOIs of entries found; not counted where the PDF has none, neither in print nor as a link."""
    if not any(reference.doi for reference in read.references):
        return Share(0, 0)
    same = [found.doi.lower() == wanted.doi.lower() for found, wanted in _pairs(read, truth) if wanted.doi]
    return Share(sum(same), len(same))


def _citations(read: Document, truth: Document) -> Share:
    """The citations in running text that point to the right entry; what is cited without being so counts against it."""
    found, wanted = _cited(read), _cited(truth)
    return Share((found & wanted).total(), max(found.total(), wanted.total()))


def _cited(document: Document) -> Counter[int]:
    citations = join(_paragraphs(document)).citations
    return Counter(number for citation in citations for number in citation.numbers)


def _cells(read: Document, truth: Document) -> Share:
    """The cells that are not empty, each row against the row of the tables read that has most of it."""
    found = [[letters(cell.text) for cell in row] for table in read.tables for row in table.rows]
    wanted = [[letters(cell.text) for cell in row] for table in truth.tables for row in table.rows]
    hits = sum(max((_same(row, other) for other in found), default=0) for row in wanted)
    return Share(hits, sum(bool(cell) for row in wanted for cell in row))


def _same(wanted: Sequence[str], found: Sequence[str]) -> int:
    return sum(a == b for a, b in zip(wanted, found, strict=False) if a)
