"""Figures: a caption and the picture that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from miner.document import Figure
from miner.readers.pdf.chunks import CAPTION, Chunk
from miner.readers.pdf.page import Page, Rect
from miner.readers.pdf.running import Vocabulary, running


def cut_out(chunks: Sequence[Chunk], pages: Mapping[int, Page], vocabulary: Vocabulary) -> list[Figure]:
    """The figures of a document in order; what they plot is not read."""
    out = []
    for chunk in chunks:
        match = CAPTION.match(chunk.text) if chunk.kind == "caption" else None
        if match and match[1]:
            page = pages[chunk.page]
            picture = _nearest(chunk, page)
            label = " ".join(match[0].split())
            out.append(Figure(label, running(chunk.lines, pages, vocabulary), page.box(picture) if picture else None))
    return out


def _nearest(chunk: Chunk, page: Page) -> Rect | None:
    """The picture nearest to a caption, above it if there is one."""
    top, bottom = chunk.lines[0].top, chunk.lines[-1].bottom
    left, right = min(line.x0 for line in chunk.lines), max(line.x1 for line in chunk.lines)
    beside = [p for p in page.pictures if p.x0 < right and p.x1 > left]
    above = [p for p in beside if p.y1 < top + 10]
    return min(above or beside, key=lambda p: (abs(top - p.y1) if above else abs(p.y0 - bottom), p.x0), default=None)
