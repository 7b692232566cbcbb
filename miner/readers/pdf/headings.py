"""Headings: what sets a chunk apart from the running text, and how deep it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from miner.readers.pdf.chunks import NUMBERED, Body, Chunk, bare
from miner.readers.pdf.front import ABSTRACT
from miner.readers.pdf.lines import single
from miner.readers.pdf.page import Font

_LISTS = frozenset(
    [
        "references",
        "reference",
        "referencesandnotes",
        "bibliography",
        "literaturecited",
        "referencescited",
        "notesandreferences",
    ]
)
_DEEP = re.compile(r"\d+\.\d+(?:\.\d+)*\.?\s+[A-Z]")


def opens_references(text: str) -> bool:
    """Whether a text is the heading of the reference list, however it is spaced and numbered."""
    return len(text) < 50 and re.sub(r"^[IVX]+\.|[\W\d_]+", "", text).lower() in _LISTS


def is_heading(chunk: Chunk, style: Body) -> bool:
    """Whether a chunk is set apart from the running text as a heading is."""
    text = bare(chunk.text)
    if not text or len(chunk.lines) > 4 or len(text) > 200:
        return False
    letters = sum(map(str.isalpha, text))
    if letters < 3 or letters < 0.5 * len(text):
        return False
    if text[-1] in ",;" or (text[-1] == "." and len(text) > 60) or not (text[0].isupper() or text[0].isdigit()):
        return False
    first = chunk.lines[0].font
    larger = chunk.size > 1.08 * style.size
    caps = text.isupper() and letters > 4
    numbered = NUMBERED.match(text) is not None
    plain = first == style.font or (first.bold == style.font.bold and first.italic == style.font.italic)
    if opens_references(text) or ABSTRACT.fullmatch(text):
        return True
    if _small_caps(chunk, style):
        return True
    if chunk.size < 0.85 * style.size or _runs_in(chunk, style):
        return False
    if (chunk.bold and not style.font.bold) or larger or (caps and len(chunk.lines) <= 2):
        return True
    if (numbered and not plain and len(text) < 150) or (_DEEP.match(text) and text[-1] != "."):
        return True
    return chunk.italic and not style.font.italic and len(chunk.lines) <= 2 and text[-1] not in "."


def _small_caps(chunk: Chunk, style: Body) -> bool:
    """Whether a chunk is in small capitals: its initials have the size of the text, the rest is smaller."""
    words = single(w for line in chunk.lines for w in line.words if not w.kind)
    large = [w for w in words if w.size > 0.95 * style.size]
    small = [w for w in words if w.size < 0.9 * style.size]
    initials = all(len(w.text) <= 5 and not w.text.islower() for w in large)
    return bool(large and small) and initials and len(small) >= 0.4 * len(words) and len(chunk.lines) <= 3


def heads(chunk: Chunk, after: Chunk, style: Body) -> bool:
    """Whether a short chunk in a font of its own stands over text, as a heading does whose font's name says nothing."""
    text, first = chunk.text.strip(), chunk.lines[0]
    if (
        len(chunk.lines) > 2
        or len(text) > 120
        or (not text[:1].isupper() and not NUMBERED.match(text))
        or text[-1] in ".,;:"
    ):
        return False
    fonts = set[Font]().union(*(line.letter_fonts for line in chunk.lines))
    if not fonts or style.font in fonts or sum(map(str.isalpha, text)) < 0.7 * len(text.replace(" ", "")):
        return False
    same_column = after.column == chunk.column and after.lines[0].base - chunk.lines[-1].base < 2.5 * first.size
    return (
        same_column
        and not (fonts & after.lines[0].letter_fonts)
        and len(after.text) > 60
        and chunk.size >= 0.9 * after.size
    )


def _runs_in(chunk: Chunk, style: Body) -> bool:
    """Whether running text follows on the line of a heading."""
    last = single(w for w in chunk.lines[-1].words if not w.kind)
    plain = [w for w in last if w.font == style.font and abs(w.size - style.size) < 0.2 and w.text[-1:].isalpha()]
    return len(plain) > 2 and last[-1].font == style.font and not chunk.italic and plain != last


def give_levels(headings: Sequence[Chunk]) -> None:
    """Depth by number where there is one, else by the order of styles, the largest and boldest first."""
    styles = Counter((h.size, h.bold, h.text.isupper(), not h.italic) for h in headings)
    ranks = {style: rank for rank, style in enumerate(sorted(styles, reverse=True), 1)}
    roman = any((m := NUMBERED.match(bare(h.text))) and m[2] for h in headings)
    for heading in headings:
        match = NUMBERED.match(bare(heading.text))
        if match and match[1]:
            heading.level = min(match[1].count(".") + 1 + (roman and "." not in match[1]), 6)
        elif match:
            heading.level = 1
        else:
            heading.level = min(ranks[heading.size, heading.bold, heading.text.isupper(), not heading.italic], 6)
