"""What a reader makes of a file: a `Document` of blocks, tables, figures and references, each with its place.

Text is kept as the characters that a reader sees, in order ("Li4Ti5O12", "mAh g-1", "cells12,13"). What characters
alone do not say stands beside them: which are scripts, on which printed line each stands, which are citations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

BlockKind = Literal[
    "title", "authors", "front", "heading", "paragraph", "caption", "footnote", "table", "reference", "furniture"
]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: `page` is 1-based and physical, x and y are points from the top left as displayed."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Script:
    """Characters `start` to `end` (exclusive) of a text are subscript or superscript."""

    start: int
    end: int
    kind: Literal["sub", "sup"]


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` (exclusive) of a text stand on one printed line, in `box`.

    `confidence`, from 0 to 1, is that of OCR; 1 where the characters come from a text layer.
    """

    start: int
    end: int
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` to `end` (exclusive) of a text cite the references `numbers` (positions in the list, from 1).

    `named` says that the authors are named in the running text ("Wang et al. [21] showed"), that is, that the text
    describes this study.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with its scripts, its printed lines and its citations, all by character offset."""

    text: str
    scripts: tuple[Script, ...] = ()
    lines: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        return self.text

    def __getitem__(self, span: slice) -> Text:
        """The part `text[start:end]` with its annotations, their offsets counted from the part's first character."""
        start, end, _ = span.indices(len(self.text))
        return Text(
            self.text[start:end],
            _within(self.scripts, start, end),
            _within(self.lines, start, end),
            _within(self.citations, start, end),
        )

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes that a highlighter needs, one a printed line; empty where the source has no pages.

        A part of a line gets the share of the line's box that its characters take.
        """
        return tuple(line.box for line in self.lines)

    @property
    def confidence(self) -> float:
        """That of its least sure line."""
        return min((line.confidence for line in self.lines), default=1.0)

    @property
    def markup(self) -> str:
        """The text with its scripts as `<sub>` and `<sup>`, and `&lt;` for a less-than sign."""
        out, at = [], 0
        for script in self.scripts:
            out += [_escaped(self.text[at : script.start]), f"<{script.kind}>"]
            out += [_escaped(self.text[script.start : script.end]), f"</{script.kind}>"]
            at = script.end
        return "".join(out) + _escaped(self.text[at:])


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")


Span = TypeVar("Span", Script, Line, Citation)


def _within(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """The spans cut to `start:end` and moved to its origin; a cut line's box keeps only its share of the width."""
    found = []
    for span in spans:
        lo, hi = max(span.start, start), min(span.end, end)
        if lo >= hi:
            continue
        cut = replace(span, start=lo - start, end=hi - start)
        if isinstance(span, Line) and (lo, hi) != (span.start, span.end):
            box, length = span.box, span.end - span.start
            width = box.x1 - box.x0
            x0, x1 = box.x0 + width * (lo - span.start) / length, box.x0 + width * (hi - span.start) / length
            cut = replace(cut, box=replace(box, x0=round(x0, 2), x1=round(x1, 2)))
        found.append(cut)
    return tuple(found)


def join(parts: Iterable[Text], separator: str = " ") -> Text:
    """One text out of several, with `separator` between them and all annotations kept."""
    text, scripts, lines, citations = "", [], [], []
    for index, part in enumerate(parts):
        text += separator if index else ""
        at = len(text)
        text += part.text
        for spans, target in ((part.scripts, scripts), (part.lines, lines), (part.citations, citations)):
            target += [replace(span, start=span.start + at, end=span.end + at) for span in spans]
    return Text(text, tuple(scripts), tuple(lines), tuple(citations))


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the page in reading order; a paragraph that runs over columns or pages is one block.

    `section` is the path of headings above it, the nearest last; `level` is a heading's depth (1 is the top).
    """

    kind: BlockKind
    text: Text
    section: tuple[str, ...] = ()
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a rectangle of cells: `header` is one row (stacked headers joined), every row has its width."""

    label: str
    caption: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    notes: Text = Text("")
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure's caption and region; what it plots is not read."""

    label: str
    caption: Text
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the reference list. `number` is its position from 1, `label` what is printed before it.

    `authors` are surnames in order; `same_as` is the number of an earlier entry for the same work.
    """

    number: int
    text: str
    label: str = ""
    authors: tuple[str, ...] = ()
    title: str = ""
    journal: str = ""
    year: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    same_as: int | None = None

    @property
    def first_page(self) -> str:
        """The first page, or the article number."""
        return re.split(r"\s*[-–]\s*", self.pages)[0]

    @property
    def key(self) -> str:
        """What names the cited work in any paper."""
        return work_key(self.doi, self.title, self.year, self.text)


@dataclass(frozen=True, slots=True)
class Defect:
    """Something that could not be read or understood: counted and shown, never dropped silently."""

    code: str
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read. `sha256` is that of the file, `pages` None where the source has no pages."""

    sha256: str
    format: Literal["pdf", "jats", "html", "text"]
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    doi: str = ""
    journal: str = ""
    pages: int | None = None
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def key(self) -> str:
        """What names this work in any paper that cites it."""
        return work_key(self.doi, self.title, self.year, self.sha256)


def work_key(doi: str, title: str, year: int | None, fallback: str) -> str:
    """A work's identity: its DOI, else its title's letters with the year, else the letters of `fallback`."""
    if doi:
        return "doi:" + doi.lower()
    letters = _letters(title)
    return f"title:{letters[:80]}:{year or ''}" if len(letters) >= 12 else "text:" + _letters(fallback)[:120]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).lower())
