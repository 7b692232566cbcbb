"""What each chunk is: front matter, heading, caption, footnote, lettering of figures, paragraph or reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from miner.readers.pdf.chunks import CAPTION, NUMBERED, Body, Chunk, labelled
from miner.readers.pdf.front import feet, front
from miner.readers.pdf.headings import give_levels, heads, is_heading, opens_references
from miner.readers.pdf.page import Font, Page

_DOI = re.compile(r"(?:https?://|www\.|doi:|10\.\d{4})\S*\d\S*$", re.IGNORECASE)
# What journals print under the list without a heading.
_AFTERMATH = re.compile(
    r"(?:conflicts? of interest|competing interests|copyright|©|publisher[’']s note|disclaimer|open access"
    r"|sample availability|supplementary|this is an open|how to cite|submit your|ready to submit|author contributions)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:[*†‡§¶∗#]|\d{1,2}\s?(?:[A-Z][a-z]{2}|[A-Z]{2,}\b)|[a-z]\s?[A-Z][a-z]"
    r"|.{0,4}(?i:correspond)|(?i:e-?mail)|©|\(c\) )"
)


def classify(chunks: Sequence[Chunk], style: Body, pages: Mapping[int, Page]) -> None:
    """Give every chunk its kind."""
    open_ = None
    prose = _prose_fonts(chunks)
    for index, chunk in enumerate(chunks):
        chunk.kind = chunk.kind or _kind(chunk, style, pages[chunk.page])
        after = chunks[index + 1] if index + 1 < len(chunks) else None
        if chunk.kind == "paragraph" and after is not None and heads(chunk, after, style):
            chunk.kind = "heading"
        if chunk.kind == "heading" and _last(chunk, after, pages[chunk.page]) and chunk.size < style.size:
            chunk.kind = "footnote"
        if chunk.kind == "paragraph" and _lettering(chunk, prose):
            chunk.kind = "furniture"
        if chunk.kind == "caption" and open_ is not None and _runs_on(open_, chunk, style):
            chunk.kind = "paragraph"
        if chunk.kind in ("paragraph", "heading"):
            open_ = chunk if chunk.kind == "paragraph" else None
    front(chunks, style)
    feet([chunk for chunk in chunks if chunk.page == chunks[0].page] if chunks else [], style)
    _references(chunks)
    give_levels([chunk for chunk in chunks if chunk.kind == "heading"])


def _kind(chunk: Chunk, style: Body, page: Page) -> str:
    if CAPTION.match(chunk.text) and labelled(chunk.lines[0], style):
        return "caption"
    if _label(chunk, page, style) or (_DOI.match(chunk.text) and len(chunk.text) < 120):
        return "furniture"
    if is_heading(chunk, style):
        return "heading"
    low = chunk.lines[0].base > 0.6 * page.height
    if low and chunk.size < 0.95 * style.size and _NOTE.match(chunk.text):
        return "footnote"
    return "paragraph"


def _last(chunk: Chunk, after: Chunk | None, page: Page) -> bool:
    """Whether a chunk is the last of its column at the foot of a page, where no heading is left standing."""
    return chunk.lines[-1].base > 0.85 * page.height and (after is None or after.column != chunk.column)


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
    if len(chunk.text) > 90 or NUMBERED.match(chunk.text):
        return False
    return not any(word.font in prose for line in chunk.lines for word in line.words)


def _runs_on(before: Chunk, chunk: Chunk, style: Body) -> bool:
    """Whether "Fig. 4" only begins the next column of an unfinished sentence."""
    plain = not chunk.lines[0].words[0].font.bold and chunk.lines[0].font == before.lines[-1].font
    return plain and abs(chunk.size - style.size) < 0.3 and before.size == chunk.size and before.text[-1] not in ".:?!"


def _label(chunk: Chunk, page: Page, style: Body) -> bool:
    """Whether a chunk is lettering of a figure: short and beside a picture, or the numbers of an axis."""
    if len(chunk.text) > 40 * len(chunk.lines):
        return False
    letters = sum(map(str.isalpha, chunk.text))
    if (letters > 90 and len(chunk.lines) < 4) or (chunk.bold and letters > 12):
        return False
    digits = sum(map(str.isdigit, chunk.text))
    if digits > 2 * letters and digits > 3 and style.font not in [w.font for line in chunk.lines for w in line.words]:
        return True
    short = all(line.x1 - line.x0 < 0.6 * (chunk.right - chunk.left) or len(line.text) < 12 for line in chunk.lines)
    return short and any(picture.meets(line.rect, 12) for picture in page.pictures for line in chunk.lines)


def _references(chunks: Sequence[Chunk]) -> None:
    """What stands under the heading of the reference list, up to the next heading, is of the list."""
    inside = False
    starts = [c for c in chunks if c.kind in ("heading", "paragraph") and opens_references(c.text)]
    if not starts:
        return
    style = None
    size = 0.0
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
            size = size or (chunk.size if len(chunk.text) > 40 else 0.0)
            stray = size and abs(chunk.size - size) > 0.1 * size and len(chunk.text) < 80
            chunk.kind = chunk.kind if not inside else "furniture" if stray else "reference"
