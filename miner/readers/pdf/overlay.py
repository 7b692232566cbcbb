"""What was read, drawn on the pages: blocks by kind and reading order, sentences, tables and figures."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from miner.document import Block, Box, Document, Text
from miner.readers.pdf.source import open_pdf
from miner.sentences import split

_SCALE = 2  # pixels a point
_COLOURS = {
    "title": "#c2185b",
    "authors": "#8e24aa",
    "front": "#7e57c2",
    "heading": "#d32f2f",
    "paragraph": "#1565c0",
    "caption": "#ef6c00",
    "footnote": "#6d4c41",
    "reference": "#00838f",
    "furniture": "#9e9e9e",
    "table": "#2e7d32",
    "figure": "#f9a825",
}
# Sentences alternate between these.
_TINTS = ((21, 101, 192, 40), (255, 179, 0, 60))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A rectangle to draw: an outline with a label, or a tinted ground where `tint` is given."""

    box: Box
    colour: str = ""
    label: str = ""
    tint: tuple[int, int, int, int] | None = None


def draw_overlay(path: Path, document: Document, target: Path, password: str | None = None) -> list[Path]:
    """One picture a page with what `document` holds of it: `out.png` gives `out-1.png`, `out-2.png` and so on.

    Raises:
        ReadError: where the file cannot be opened as a PDF.
    """
    by_page: dict[int, list[_Mark]] = {}
    for mark in _marks(document):
        by_page.setdefault(mark.box.page, []).append(mark)
    written = []
    with open_pdf(path, password) as pdf:
        for number in range(1, len(pdf) + 1):
            with contextlib.suppress(pdfium.PdfiumError):  # a page that the reader could not load either
                picture = _drawn(pdf[number - 1], by_page.get(number, []))
                written.append(target.with_name(f"{target.stem}-{number}.png"))
                picture.save(written[-1])
    return written


def _drawn(page: pdfium.PdfPage, marks: Iterable[_Mark]) -> Image.Image:
    picture = page.render(scale=_SCALE).to_pil().convert("RGBA")
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    for mark in marks:
        x0, y0, x1, y1 = (round(_SCALE * at) for at in (mark.box.x0, mark.box.y0, mark.box.x1, mark.box.y1))
        if mark.tint:
            draw.rectangle((x0, y0, x1, y1), fill=mark.tint)
        else:
            draw.rectangle((x0 - 3, y0 - 2, x1 + 3, y1 + 2), outline=mark.colour, width=2)
            draw.text((x0 - 1, y0 - 18), mark.label, fill=mark.colour, font_size=16)
    return Image.alpha_composite(picture, layer).convert("RGB")


def _marks(document: Document) -> Iterator[_Mark]:
    """The grounds of sentences first, then all outlines."""
    for block in document.blocks:
        if block.kind in ("paragraph", "caption"):
            yield from _sentences(block.text)
    for number, block in enumerate(document.blocks, 1):
        yield from _outlines(number, block)
    for table in document.tables:
        for row in (table.header, *table.rows):
            for box in (box for cell in row for box in _regions(cell)):
                yield _Mark(box, _COLOURS["table"])
    for figure in document.figures:
        if figure.box:
            yield _Mark(figure.box, _COLOURS["figure"], figure.label)


def _sentences(text: Text) -> Iterator[_Mark]:
    for number, sentence in enumerate(split(text)):
        for box in sentence.boxes:
            yield _Mark(box, tint=_TINTS[number % 2])


def _outlines(number: int, block: Block) -> Iterator[_Mark]:
    for box in _regions(block.text):
        yield _Mark(box, _COLOURS[block.kind], f"{number} {block.kind}")


def _regions(text: Text) -> list[Box]:
    """The rectangles around lines that follow one another downwards: one a column."""
    found: list[Box] = []
    for box in text.boxes:
        last = found[-1] if found else None
        if last and last.page == box.page and last.y0 <= box.y0 and box.x0 < last.x1 and last.x0 < box.x1:
            around = min(last.x0, box.x0), last.y0, max(last.x1, box.x1), max(last.y1, box.y1)
            found[-1] = Box(box.page, *around)
        else:
            found.append(box)
    return found
