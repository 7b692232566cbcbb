"""The pages of a file laid out one after the other, those without usable text by OCR where that is installed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2 as pdfium

from miner.errors import ReadError
from miner.readers import limits
from miner.readers.pdf import ocr
from miner.readers.pdf.layout import Layout, Sheet, lay_out, typeset
from miner.readers.pdf.legible import is_legible
from miner.readers.pdf.source import PAGES, open_pdf
from miner.readers.pdf.tables import Grid


@dataclass(slots=True)
class Pages:
    """The pages laid out, how many could not be loaded, which have no usable text, which OCR read, the metadata."""

    layouts: list[Layout] = field(default_factory=list)
    broken: int = 0
    blank: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)


def read_pages(path: Path, password: str | None) -> Pages:
    """All pages that can be loaded.

    Raises:
        ReadError: where the file cannot be opened or is too long.
    """
    document, pages = open_pdf(path, password), Pages()
    with document:
        if len(document) > PAGES:
            raise ReadError("too large", path.name, f"{len(document)} pages, the limit is {PAGES}")
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except pdfium.PdfiumError:
                pages.broken += 1
                continue
            _add(pages, number, page)
            page.close()
        pages.info = document.get_metadata_dict(skip_empty=True)
    return pages


def _add(pages: Pages, number: int, page: pdfium.PdfPage) -> None:
    sheet, before = typeset(page), _last_table(pages.layouts)
    layout = lay_out(number, sheet, before)
    legible = is_legible(layout)
    if not legible and ocr.available() and len(pages.recognised) < limits.OCR_PAGES:
        seen = lay_out(number, _recognised(page, sheet, _size(pages.layouts)), before)
        legible = is_legible(seen)
        if legible:
            layout = seen
            pages.recognised.append(number)
    if not legible:
        pages.blank.append(number)
    pages.layouts.append(layout)


def _recognised(page: pdfium.PdfPage, sheet: Sheet, usual: float | None) -> Sheet:
    from miner.readers.pdf.ocr.sheet import recognise  # an optional extra, and half a second to import

    limits.extend()
    return recognise(page, sheet, usual)


def _size(layouts: list[Layout]) -> float | None:
    """The size, in points, of most characters so far."""
    sizes = Counter()
    for layout in layouts:
        for line in layout.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s), default=None)


def _last_table(layouts: list[Layout]) -> Grid | None:
    """The table that the last page ends with."""
    tables = layouts[-1].tables if layouts else []
    last = max(tables, key=lambda grid: grid.region.y1, default=None)
    return last if last and last.region.y1 > 0.5 * layouts[-1].page.height else None
