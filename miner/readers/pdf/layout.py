"""One page laid out: its lines in columns in reading order, its tables and its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium

from miner.readers.pdf.accents import composed
from miner.readers.pdf.columns import columns
from miner.readers.pdf.furniture import line_numbers
from miner.readers.pdf.glyphs import page_words
from miner.readers.pdf.lines import Line, fragments
from miner.readers.pdf.links import Link, doi_links
from miner.readers.pdf.page import Page, Rect, Word, standing_in
from miner.readers.pdf.shapes import page_shapes, pictures
from miner.readers.pdf.tables import Grid, find_tables


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` holds the lines of running text; `unread` counts the words inside pictures and in other directions."""

    page: Page
    columns: list[list[Line]]
    tables: list[Grid]
    links: list[Link]
    characters: int
    unread: int

    @property
    def lines(self) -> list[Line]:
        """All lines in reading order."""
        return [line for column in self.columns for line in column]


class Sheet(NamedTuple):
    """What stands on a page before it is laid out, in the frame that `Page` describes.

    `aside` counts the words in other directions; `rules` are horizontal, `uprights` vertical, `drawn` the rest.
    """

    width: float
    height: float
    turn: int
    words: list[Word]
    aside: int
    rules: list[Rect]
    uprights: list[Rect]
    drawn: list[Rect]
    links: list[Link]
    skew: float = 0.0


def typeset(page: pdfium.PdfPage) -> Sheet:
    """What the text layer and the drawings of a page hold."""
    frame, turn, words, aside = page_words(page.raw)
    rules, uprights, drawn = page_shapes(page.raw, frame, turn)
    width, height = (frame.width, frame.height) if turn % 2 == 0 else (frame.height, frame.width)
    return Sheet(width, height, turn, words, len(aside), rules, uprights, drawn, doi_links(page, frame))


def lay_out(number: int, sheet: Sheet, before: Grid | None) -> Layout:
    """Page `number` (from 1) laid out; `before` is the table that the page before it ended with, if any."""
    numbered = line_numbers(sheet.words, sheet.width)
    words = [word for word in sheet.words if word not in numbered] if numbered else sheet.words
    regions = pictures(sheet.drawn, words, sheet.width, sheet.height)
    drawn = {id(word) for region in regions for word in standing_in(region, words)}
    text = composed([word for word in words if id(word) not in drawn])
    pieces = fragments(text, number)
    tables = find_tables(pieces, sheet.rules, sheet.uprights, (sheet.width, sheet.height), before)
    taken = {id(line) for table in tables for line in table.lines}
    rest = [piece for piece in pieces if id(piece) not in taken]
    ordered = columns(rest, [*regions, *(table.region for table in tables)], sheet.width)
    for line in (*(line for column in ordered for line in column), *(line for table in tables for line in table.all)):
        line.pack()
    return Layout(
        Page(number, sheet.width, sheet.height, regions, sheet.turn, sheet.skew),
        ordered,
        tables,
        sheet.links,
        sum(map(len, [word.text for word in words])),
        len(words) - len(text) + sheet.aside,
    )
