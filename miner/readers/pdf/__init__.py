"""PDF: reading order, blocks, tables and references from the geometry of characters.

The text layer is read by pdfium; what the page's stream order or tags say is not trusted. Characters become words,
words lines, lines columns by the white gutters between them, and columns blocks.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from miner.citations import resolve
from miner.document import Defect, Document
from miner.errors import ReadError
from miner.readers.pdf import ocr
from miner.readers.pdf.chunks import Chunk, body, split_chunks
from miner.readers.pdf.figures import cut_out
from miner.readers.pdf.flow import blocks
from miner.readers.pdf.furniture import running_heads
from miner.readers.pdf.kinds import classify
from miner.readers.pdf.layout import Layout
from miner.readers.pdf.lines import Line
from miner.readers.pdf.links import with_dois
from miner.readers.pdf.metadata import own_authors, own_doi, own_journal, own_title, own_year
from miner.readers.pdf.pages import Pages, read_pages
from miner.readers.pdf.repair import greek, has_nameless, nameless, pi_fonts, repaired, signs
from miner.readers.pdf.runins import apart
from miner.readers.pdf.running import Vocabulary
from miner.readers.pdf.tabled import whole_tables
from miner.references import parse_list


def read_pdf(path: Path, password: str | None = None) -> Document:
    """The document in a PDF file.

    Raises:
        ReadError: with its reason, where no page could be read.
    """
    read = read_pages(path, password)
    layouts, info = read.layouts, read.info
    if not layouts:
        raise ReadError("damaged", path.name)
    if len(read.blank) == len(layouts):
        raise ReadError("no text layer", path.name, _remedy())
    pages = {layout.page.number: layout.page for layout in layouts}
    _repair(layouts)
    repeated = running_heads([(layout.page, layout.lines) for layout in layouts])
    columns = [[line for line in column if id(line) not in repeated] for layout in layouts for column in layout.columns]
    style = body(columns)
    vocabulary = Vocabulary(line.text for column in columns for line in column)
    parts = apart(split_chunks(columns, style), style)
    classify(parts, style, pages)
    found = blocks(parts, pages, vocabulary)
    entries = [block for block in found if block.kind == "reference"]
    links = {layout.page.number: layout.links for layout in layouts}
    references = with_dois(parse_list([entry.text.text for entry in entries]), entries, links)
    aside = _aside(layouts[:2], parts)
    first = [line.text for line in aside if line.page == layouts[0].page.number]
    document = Document(
        hashlib.sha256(path.read_bytes()).hexdigest(),
        "pdf",
        own_title(found, info),
        own_authors(found, info),
        own_year(first, info),
        own_doi(first),
        own_journal([line.text for line in aside], info),
        pages=len(layouts) + read.broken,
        blocks=tuple(found),
        figures=tuple(cut_out(parts, pages, vocabulary)),
        tables=tuple(whole_tables(layouts, parts, pages, vocabulary)),
        references=references,
        defects=tuple(_defects(read)),
    )
    return resolve(document)


def _aside(layouts: list[Layout], parts: list[Chunk]) -> list[Line]:
    """The lines that are no running text: running heads, front matter and notes."""
    prose = {id(line) for part in parts if part.kind in ("paragraph", "abstract") for line in part.lines}
    return [line for layout in layouts for line in layout.lines if id(line) not in prose]


def _repair(layouts: list[Layout]) -> None:
    """Spell out the characters that the fonts do not name."""
    lines = [
        line for layout in layouts for line in (*layout.lines, *(line for grid in layout.tables for line in grid.all))
    ]
    marked = [line for line in lines if has_nameless(line.text)]
    names = nameless(line.text for line in marked)
    places = signs(line.words for line in marked)
    if fonts := pi_fonts(line.words for line in lines):
        for line in lines:
            if any(word.font.name in fonts for word in line.words):
                line.reword(greek(line.words, fonts))
    for line in marked:
        line.reword(repaired(line.words, names, places))


def _defects(read: Pages) -> list[Defect]:
    """What could not be read, by kind."""
    lines = [line for layout in read.layouts if layout.page.number in read.recognised for line in layout.lines]
    sure = sum(line.confidence for line in lines) / max(1, len(lines))
    unread = sum(page.unread for page in read.layouts)
    counts = (
        ("figure text", "words inside pictures or turned aside are not read", unread),
        ("no text layer", f"pages without a usable text layer; {_remedy()}", len(read.blank)),
        ("OCR", f"pages without a usable text layer, read by OCR; mean confidence {sure:.3f}", len(read.recognised)),
        ("page", "pages that could not be loaded", read.broken),
    )
    return [Defect(code, message, count) for code, message, count in counts if count]


def _remedy() -> str:
    """What to do about pages without a text layer."""
    return "OCR found no text there" if ocr.available() else f"`{ocr.EXTRA}` lets them be read by OCR"
