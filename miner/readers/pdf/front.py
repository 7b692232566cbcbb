"""The front matter of the first page: title, authors, affiliations, abstract, and the small print at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.readers.pdf.chunks import Body, Chunk

ABSTRACT = re.compile(r"(?:abstract|summary|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t)\b[\s:.—-]*", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:key\s?words|article history|article info|received|accepted|published|correspondence|\*?\s*corresponding"
    r"|edited by|reviewed by|citation|doi|https?:|open access|specialty section|date of|copyright|©|e-?mail"
    r"|available online|handling)",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"(?:(?:\d+|I)\s*\.?\s*)?(?:introduction|background)\b", re.IGNORECASE)


def front(chunks: Sequence[Chunk], style: Body) -> None:
    """Title, authors, affiliations and the abstract of the first page."""
    first = [c for c in chunks if c.page == chunks[0].page and c.kind != "furniture"] if chunks else []
    title = _title(first)
    if title is None:
        return
    title.kind = "title"
    start = first.index(title)
    for chunk in first[:start]:
        if chunk.kind in ("heading", "paragraph") and not _INTRODUCTION.match(chunk.text):
            chunk.kind = "front"
    abstract: Chunk | None = None
    named = any(ABSTRACT.match(chunk.text) for chunk in first)
    for index, chunk in enumerate(first[start + 1 :]):
        if chunk.kind == "heading" and _INTRODUCTION.match(chunk.text) and index > 0:
            break
        if chunk.kind == "caption":
            continue
        if chunk.kind == "heading" and ABSTRACT.fullmatch(chunk.text.strip()):
            abstract = chunk
        elif ABSTRACT.match(chunk.text) or (
            abstract is None and not named and len(chunk.text) > 500 and not _FRONT.match(chunk.text)
        ):
            abstract = chunk
            chunk.kind = "abstract"
        elif index == 0:
            chunk.kind = "authors"
        elif abstract is not None and _goes_on(abstract, chunk):
            abstract = chunk
            chunk.kind = "abstract"
        elif abstract is None or _FRONT.match(chunk.text) or chunk.size < 0.93 * style.size:
            chunk.kind = chunk.kind if chunk.kind == "footnote" else "front"


def _goes_on(abstract: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk is the text under the heading of the abstract, or another part of it."""
    if _FRONT.match(chunk.text) or chunk.kind != "paragraph":
        return False
    under = abstract.kind == "heading" and len(chunk.text) > 100
    alike = abstract.size == chunk.size and abstract.bold == chunk.bold
    return under or (alike and abs(abstract.left - chunk.left) < 20 and len(chunk.text) > 60)


def _title(first: Sequence[Chunk]) -> Chunk | None:
    """The largest chunk of the first page that has the words of a title."""
    able = [c for c in first if len(c.text.split()) >= 4 and len(c.text) >= 20 and len(c.lines) <= 9]
    return max(able, key=lambda c: (c.size, -first.index(c)), default=None)


def feet(chunks: Sequence[Chunk], style: Body) -> None:
    """Small print at the foot of the first page is no part of the text."""
    for index in range(len(chunks) - 1, -1, -1):
        chunk = chunks[index]
        below = [c for c in chunks[index + 1 :] if c.column == chunk.column]
        small = chunk.size < 0.93 * style.size and chunk.kind == "paragraph"
        if (
            small
            and all(c.kind == "footnote" for c in below)
            and any(c.column == chunk.column and c.size >= 0.93 * style.size for c in chunks[:index])
        ):
            chunk.kind = "footnote"
