"""PDF: reading order, blocks, tables and references from the geometry of characters.

The text layer is read by pdfium; what the page's stream order or tags say is not trusted. Characters become words, words
lines, lines columns by the white gutters between them, and columns blocks.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from miner.document import Defect, Document, Reference
from miner.readers.pdf.chunks import body, chunks
from miner.readers.pdf.flow import blocks
from miner.readers.pdf.furniture import furniture
from miner.readers.pdf.kinds import classify
from miner.readers.pdf.layout import Layout, lay_out
from miner.readers.pdf.page import Font
from miner.readers.pdf.source import open_pdf
from miner.readers.pdf.text import Vocabulary


def read_pdf(path: Path, password: str | None = None) -> Document:
    """The document in a PDF file.

    Raises:
        ReadError: with its reason, where no page could be read.
    """
    layouts, broken = _layouts(path, password)
    pages = {layout.page.number: layout.page for layout in layouts}
    repeated = furniture([(layout.page, layout.lines) for layout in layouts])
    columns = [[line for line in column if id(line) not in repeated] for layout in layouts for column in layout.columns]
    style = body(columns)
    vocabulary = Vocabulary()
    for column in columns:
        for line in column:
            vocabulary.add(line.text)
    parts = chunks(columns, style)
    classify(parts, style, pages)
    found = blocks(parts, pages, vocabulary)
    references = tuple(
        Reference(number, block.text.text)
        for number, block in enumerate((b for b in found if b.kind == "reference"), 1)
    )
    return Document(
        hashlib.sha256(path.read_bytes()).hexdigest(),
        "pdf",
        pages=len(layouts) + broken,
        blocks=tuple(found),
        references=references,
        defects=tuple(_defects(layouts, broken)),
    )


def _layouts(path: Path, password: str | None) -> tuple[list[Layout], int]:
    """The pages laid out, and how many could not be loaded."""
    document = open_pdf(path, password)
    fonts: dict[int, Font] = {}
    layouts, broken = [], 0
    with document:
        for number in range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except Exception:  # noqa: BLE001
                broken += 1
                continue
            layouts.append(lay_out(number, page, fonts))
            page.close()
    return layouts, broken


def _defects(layouts: list[Layout], broken: int) -> list[Defect]:
    unread = sum(layout.unread for layout in layouts)
    found = [Defect("figure text", "words inside pictures or turned aside are not read", unread)] if unread else []
    return found + ([Defect("page", "pages that could not be loaded", broken)] if broken else [])
