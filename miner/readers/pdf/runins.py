"""Headings that stand on the first line of their paragraph: "**Plant materials.** The rhizomes were ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from miner.readers.pdf.chunks import CAPTION, Body, Chunk
from miner.readers.pdf.lines import Line, single, spell
from miner.readers.pdf.page import Word

_LONGEST = 140
_FRONT = re.compile(
    r"(?:abstract|key\s?words|figure|table|citation|received|background|conflict|copyright)\b", re.IGNORECASE
)


def apart(chunks: Sequence[Chunk], style: Body) -> list[Chunk]:
    """The chunks, those that begin with a heading as two."""
    return [part for chunk in chunks for part in _parts(chunk, style)]


def _parts(chunk: Chunk, style: Body) -> Iterator[Chunk]:
    count = _heading_words(chunk, style)
    if not count:
        yield chunk
        return
    head: list[Line] = []
    rest = list(chunk.lines)
    while count >= len(rest[0].words):
        count -= len(rest[0].words)
        head.append(rest.pop(0))
    if count:
        head.append(Line(rest[0].words[:count], rest[0].page))
        rest[0] = Line(rest[0].words[count:], rest[0].page)
    yield Chunk(head, chunk.column, chunk.left, chunk.right, "heading")
    yield Chunk(rest, chunk.column, chunk.left, chunk.right)


def _heading_words(chunk: Chunk, style: Body) -> int:
    """How many words of a chunk are a heading before text in the font of the body; 0 where it has none."""
    words = [word for line in chunk.lines[:3] for word in line.words]
    lead = 0
    while lead < len(words) and (words[lead].font.bold or (words[lead].kind and lead)):
        lead += 1
    if not 1 <= lead < len(words) or style.font.bold:
        return 0
    text, _ = spell(words[:lead])
    after = single(w for w in words[lead : lead + 6] if not w.kind)[:6]
    set_off = text.rstrip()[-1:] in ".:" or _gap(words[lead - 1], words[lead]) > 0.9
    fits = 6 <= len(text) <= _LONGEST and text[:1].isupper() and not CAPTION.match(text) and not _FRONT.match(text)
    plain = [w for w in after if not w.font.bold and abs(w.size - style.size) < 0.1 * style.size]
    return lead if set_off and fits and len(plain) >= 3 and after[0] in plain else 0


def _gap(left: Word, right: Word) -> float:
    """The gap between two words in ems; 0 where the line ends between them."""
    return (right.x0 - left.x1) / left.size if abs(right.base - left.base) < 1 else 0.0
