"""An image of a page becomes a `Sheet`, as a text layer does: words with sizes and fonts, rules and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pypdfium2 as pdfium

from miner.readers.pdf.layout import Sheet
from miner.readers.pdf.ocr.engine import recognised
from miner.readers.pdf.ocr.image import ink, rendered, shapes, straightened
from miner.readers.pdf.ocr.letters import Measured, Recognised, measured, words
from miner.readers.pdf.page import Font, Rect

_BOLDER = 1.25  # strokes of a bold face over those of the page's usual one
_ALIKE = 0.09  # sizes that differ by this share are one size


def recognise(page: pdfium.PdfPage, sheet: Sheet, usual: float | None) -> Sheet:
    """The page by what its image shows, in place of its text layer.

    `sheet` gives the links; `usual` is the size, in points, of the running text on the pages before.
    """
    raw, scale = rendered(page)
    image, skew = straightened(raw)
    lines, inked = recognised(image), ink(image)
    measures = [measured(line, inked) for line in lines]
    sizes = _sizes(lines, [measure.size / scale for measure in measures], usual)
    heavy = _BOLDER * _usual(lines, [measure.stroke for measure in measures])
    found = [
        word._replace(confidence=line.confidence)
        for line, measure, size in zip(lines, measures, sizes, strict=True)
        for word in words(line, measure, _font(measure, heavy), size, scale)
    ]
    boxes = [Rect(*(edge / scale for edge in line.box)) for line in lines]
    rules, uprights, drawn = shapes(inked, boxes, scale)
    width, height = page.get_size()
    return Sheet(width, height, 0, found, 0, rules, uprights, drawn, sheet.links, skew)


def _font(measure: Measured, heavy: float) -> Font:
    bold = measure.stroke > heavy
    return Font("recognised" + " bold" * bold + " italic" * measure.leans, bold, measure.leans)


def _usual(lines: Sequence[Recognised], values: Sequence[float]) -> float:
    """The median over all characters of the page."""
    weighted = [value for line, value in zip(lines, values, strict=True) for _ in line.letters]
    return median(weighted) if weighted else 0.0


def _sizes(lines: Sequence[Recognised], values: Sequence[float], usual: float | None) -> list[float]:
    """Measured sizes drawn together: to that of the running text, and beside it to few others."""
    body = _usual(lines, values)
    body = usual if usual and abs(usual - body) < 2 * _ALIKE * body else round(body, 1)
    kept = [body]
    for value in sorted(values):
        if all(abs(value - size) >= _ALIKE * size for size in kept):
            kept.append(round(value, 1))
    return [min(kept, key=lambda size: abs(size - value)) for value in values]
