"""What each chunk is: title, authors, front matter, heading, caption, footnote, paragraph or reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from miner.readers.pdf.chunks import CAPTION, NUMBERED, Body, Chunk, labelled
from miner.readers.pdf.page import Font, Page

REFERENCES = re.compile(
    r"(?:\d+\.?\s*|[ivx]+\.?\s*)?(?:references?(?: and notes)?|bibliography|literature cited|references cited|notes and references)"
    r"[\s:.]*",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"(?:abstract|summary|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t)\b[\s:.—-]*", re.IGNORECASE)
_FRONT = re.compile(
    r"(?:key\s?words|article history|article info|received|accepted|published|correspondence|\*?\s*corresponding|edited by"
    r"|reviewed by|citation|doi|https?:|open access|specialty section|date of|copyright|©|e-?mail|available online|handling)",
    re.IGNORECASE,
)
_DEEP = re.compile(r"\d+\.\d+(?:\.\d+)*\.?\s+[A-Z]")
_DOI = re.compile(r"(?:https?://|www\.|doi:|10\.\d{4})\S*\d\S*$", re.IGNORECASE)
# What journals print under the list without a heading.
_AFTERMATH = re.compile(
    r"(?:conflicts? of interest|competing interests|copyright|©|publisher[’']s note|disclaimer|open access|sample availability"
    r"|supplementary|this is an open|how to cite|submit your|ready to submit|author contributions)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:[*†‡§¶∗#]|\d{1,2}\s?[A-Z]|[a-z]\s?[A-Z][a-z]|.{0,4}(?i:correspond)|(?i:e-?mail)|©|\(c\) )")
_INTRODUCTION = re.compile(r"(?:(?:\d+|I)\s*\.?\s*)?(?:introduction|background)\b", re.IGNORECASE)


def classify(chunks: Sequence[Chunk], style: Body, pages: Mapping[int, Page]) -> None:
    """Give every chunk its kind."""
    open_ = None
    prose = _prose_fonts(chunks)
    for index, chunk in enumerate(chunks):
        chunk.kind = chunk.kind or _kind(chunk, style, pages[chunk.page])
        after = chunks[index + 1] if index + 1 < len(chunks) else None
        if chunk.kind == "paragraph" and after is not None and _heads(chunk, after, style):
            chunk.kind = "heading"
        if chunk.kind == "paragraph" and _lettering(chunk, prose):
            chunk.kind = "furniture"
        if chunk.kind == "caption" and open_ is not None and _runs_on(open_, chunk, style):
            chunk.kind = "paragraph"
        if chunk.kind in ("paragraph", "heading"):
            open_ = chunk if chunk.kind == "paragraph" else None
    _front(chunks, style)
    _feet([chunk for chunk in chunks if chunk.page == chunks[0].page] if chunks else [], style)
    _references(chunks)
    _levels([chunk for chunk in chunks if chunk.kind == "heading"])


def _kind(chunk: Chunk, style: Body, page: Page) -> str:
    if CAPTION.match(chunk.text) and labelled(chunk.lines[0], style):
        return "caption"
    if _label(chunk, page, style) or (_DOI.match(chunk.text) and len(chunk.text) < 120):
        return "furniture"
    if _heading(chunk, style):
        return "heading"
    low = chunk.lines[0].base > 0.6 * page.height
    if low and chunk.size < 0.93 * style.size and _NOTE.match(chunk.text):
        return "footnote"
    return "paragraph"


def _feet(chunks: Sequence[Chunk], style: Body) -> None:
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


def _prose_fonts(chunks: Sequence[Chunk]) -> set[Font]:
    """The fonts in which the document says something at length."""
    found: set[Font] = set()
    for chunk in chunks:
        lengths = Counter()
        for line in chunk.lines:
            for word in line.words:
                lengths[word.font] += len(word.text)
        found |= {font for font, n in lengths.items() if n >= 80}
    return found


def _lettering(chunk: Chunk, prose: set[Font]) -> bool:
    """Whether a short chunk is in none of the fonts of the text: the lettering of a figure, or a formula."""
    if len(chunk.text) > 120:
        return False
    return not any(word.font in prose for line in chunk.lines for word in line.words)


def _heads(chunk: Chunk, after: Chunk, style: Body) -> bool:
    """Whether a short chunk in a font of its own stands over text, as a heading does whose font's name says nothing."""
    text, first = chunk.text.strip(), chunk.lines[0]
    fonts = {w.font for line in chunk.lines for w in line.words if w.text.isalpha()}
    if (
        len(chunk.lines) > 2
        or len(text) > 120
        or (not text[:1].isupper() and not NUMBERED.match(text))
        or text[-1] in ".,;:"
    ):
        return False
    if not fonts or style.font in fonts or sum(map(str.isalpha, text)) < 0.7 * len(text.replace(" ", "")):
        return False
    same_column = after.column == chunk.column and after.lines[0].base - chunk.lines[-1].base < 2.5 * first.size
    below = {w.font for w in after.lines[0].words if w.text.isalpha()}
    return same_column and not (fonts & below) and len(after.text) > 60 and chunk.size >= 0.9 * after.size


def _runs_on(before: Chunk, chunk: Chunk, style: Body) -> bool:
    """Whether "Fig. 4" only begins the next column of an unfinished sentence."""
    plain = not chunk.lines[0].words[0].font.bold and chunk.lines[0].font == before.lines[-1].font
    return plain and abs(chunk.size - style.size) < 0.3 and before.size == chunk.size and before.text[-1] not in ".:?!"


def _label(chunk: Chunk, page: Page, style: Body) -> bool:
    """Whether a chunk is lettering of a figure: short and beside a picture, or the numbers of an axis."""
    letters = sum(map(str.isalpha, chunk.text))
    if (
        len(chunk.text) > 40 * len(chunk.lines)
        or (letters > 90 and len(chunk.lines) < 4)
        or (chunk.bold and letters > 12)
    ):
        return False
    digits = sum(map(str.isdigit, chunk.text))
    if digits > 2 * letters and digits > 3 and style.font not in [w.font for line in chunk.lines for w in line.words]:
        return True
    short = all(line.x1 - line.x0 < 0.6 * (chunk.right - chunk.left) or len(line.text) < 12 for line in chunk.lines)
    return short and any(picture.meets(line.rect, 12) for picture in page.pictures for line in chunk.lines)


def _heading(chunk: Chunk, style: Body) -> bool:
    """Whether a chunk is set apart from the running text as a heading is."""
    text = chunk.text.strip()
    letters = sum(map(str.isalpha, text))
    if letters < 3 or len(chunk.lines) > 4 or len(text) > 200 or letters < 0.5 * len(text):
        return False
    if text[-1] in ",;" or (text[-1] == "." and len(text) > 60) or not (text[0].isupper() or text[0].isdigit()):
        return False
    first = chunk.lines[0].font
    larger = chunk.size > 1.08 * style.size
    caps = text.isupper() and letters > 4
    numbered = NUMBERED.match(text) is not None
    plain = first == style.font or (first.bold == style.font.bold and first.italic == style.font.italic)
    if REFERENCES.fullmatch(text) or _ABSTRACT.fullmatch(text):
        return True
    if chunk.size < 0.85 * style.size or _runs_in(chunk, style):
        return False
    if (chunk.bold and not style.font.bold) or larger or (caps and len(chunk.lines) <= 2):
        return True
    if (numbered and not plain and len(text) < 150) or (_DEEP.match(text) and text[-1] != "."):
        return True
    return (
        chunk.italic and not style.font.italic and len(chunk.lines) <= 2 and text[-1] not in "." and text[0].isupper()
    )


def _runs_in(chunk: Chunk, style: Body) -> bool:
    """Whether running text follows on the line of a heading."""
    last = [w for w in chunk.lines[-1].words if not w.kind]
    plain = [w for w in last if w.font == style.font and abs(w.size - style.size) < 0.2 and w.text[-1:].isalpha()]
    return len(plain) > 2 and last[-1].font == style.font and not chunk.italic and plain != last


def _front(chunks: Sequence[Chunk], style: Body) -> None:
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
    for index, chunk in enumerate(first[start + 1 :]):
        if chunk.kind == "heading" and _INTRODUCTION.match(chunk.text) and index > 0:
            break
        if chunk.kind == "caption":
            continue
        if chunk.kind == "heading" and _ABSTRACT.fullmatch(chunk.text.strip()):
            abstract = chunk
        elif _ABSTRACT.match(chunk.text) or (
            abstract is None and len(chunk.text) > 500 and not _FRONT.match(chunk.text)
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
    return under or (abstract.size == chunk.size and abs(abstract.left - chunk.left) < 20 and len(chunk.text) > 60)


def _title(first: Sequence[Chunk]) -> Chunk | None:
    """The largest chunk of the first page that has the words of a title."""
    able = [c for c in first if len(c.text.split()) >= 4 and len(c.text) >= 20 and len(c.lines) <= 9]
    return max(able, key=lambda c: (c.size, -first.index(c)), default=None)


def _references(chunks: Sequence[Chunk]) -> None:
    """What stands under the heading of the reference list, up to the next heading, is of the list."""
    inside = False
    starts = [c for c in chunks if c.kind in ("heading", "paragraph") and REFERENCES.fullmatch(c.text.strip())]
    if not starts:
        return
    style = None
    for chunk in chunks:
        if chunk is starts[-1]:
            chunk.kind, inside = "heading", True
            style = (chunk.size, chunk.lines[0].font)
        elif inside and chunk.kind == "heading":
            if (chunk.size, chunk.lines[0].font) == style or not re.match(r"\W?\d", chunk.text):
                inside = False
            else:
                chunk.kind = "reference"
        elif inside and chunk.kind in ("paragraph", "footnote"):
            inside = _AFTERMATH.match(chunk.text) is None
            chunk.kind = "reference" if inside else chunk.kind


def _levels(headings: Sequence[Chunk]) -> None:
    """Depth by number where there is one, else by the order of styles, the largest and boldest first."""
    styles = Counter((h.size, h.bold, h.text.isupper(), not h.italic) for h in headings)
    ranks = {style: rank for rank, style in enumerate(sorted(styles, reverse=True), 1)}
    roman = any((m := NUMBERED.match(h.text)) and m[2] for h in headings)
    for heading in headings:
        match = NUMBERED.match(heading.text)
        if match and match[1]:
            heading.level = min(match[1].count(".") + 1 + (roman and "." not in match[1]), 6)
        elif match:
            heading.level = 1
        else:
            heading.level = min(ranks[heading.size, heading.bold, heading.text.isupper(), not heading.italic], 6)
