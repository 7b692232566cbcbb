"""The tables of a document with their captions and notes, parts on several pages put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from miner.document import Table, Text, join
from miner.readers.pdf.chunks import CAPTION, Chunk
from miner.readers.pdf.layout import Layout
from miner.readers.pdf.page import Page
from miner.readers.pdf.rows import Row
from miner.readers.pdf.running import Vocabulary, running
from miner.readers.pdf.tables import Grid


def whole_tables(
    layouts: Sequence[Layout], chunks: Sequence[Chunk], pages: Mapping[int, Page], vocabulary: Vocabulary
) -> list[Table]:
    """All tables in order, continued ones as one."""
    on: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        on.setdefault(chunk.page, []).append(chunk)
    out: list[tuple[int, Table]] = []
    for layout in layouts:
        for grid in sorted(layout.tables, key=lambda g: (g.region.y0, g.region.x0)):
            table = _table(grid, on.get(layout.page.number, ()), pages, vocabulary)
            before = out[-1] if out else None
            if before and _one(before[1], table) and before[0] >= layout.page.number - 1:
                out[-1] = (layout.page.number, _continued(before[1], table))
            else:
                out.append((layout.page.number, table))
    return [table for _, table in out]


def _one(table: Table, rest: Table) -> bool:
    """Whether two grids on pages that follow are one table: of one width, not named differently."""
    named = {t.label for t in (table, rest) if t.label}
    return len(table.header) == len(rest.header) and (
        (len(named) == 1 and not (table.label and rest.label)) or table.label == rest.label != ""
    )


def _table(grid: Grid, chunks: Sequence[Chunk], pages: Mapping[int, Page], vocabulary: Vocabulary) -> Table:
    def cells(row: Row) -> tuple[Text, ...]:
        return tuple(running(cell, pages, vocabulary) for cell in row)

    caption = _caption(grid, chunks)
    match = CAPTION.match(caption.text) if caption else None
    return Table(
        " ".join(match[0].split()) if match else "",
        running(caption.lines, pages, vocabulary) if caption else Text(""),
        cells(grid.header),
        tuple(cells(row) for row in grid.rows),
        _notes(grid, chunks, pages, vocabulary),
    )


def _caption(grid: Grid, chunks: Sequence[Chunk]) -> Chunk | None:
    """The caption's chunk: the one that begins with the line by which the table was found."""
    start = grid.caption
    if start is None:
        return None
    return next(
        (
            c
            for c in chunks
            if c.page == start.page
            and abs(c.lines[0].base - start.base) < 1
            and c.lines[0].x0 <= start.x0 + 1 <= c.lines[0].x1 + 1
        ),
        None,
    )


def _notes(grid: Grid, chunks: Sequence[Chunk], pages: Mapping[int, Page], vocabulary: Vocabulary) -> Text:
    """The small print right under a table."""
    page = grid.lines[0].page if grid.lines else 0
    for chunk in chunks:
        first = chunk.lines[0]
        under = 0 < first.base - grid.region.y1 < 2.2 * first.size
        if (
            chunk.page == page
            and under
            and grid.region.x0 - 5 < first.x0 < grid.region.x1
            and chunk.kind in ("footnote", "note")
        ):
            return running(chunk.lines, pages, vocabulary)
    return Text("")


def _continued(table: Table, rest: Table) -> Table:
    """A table with the rest of it: a repeated header goes, a row that was cut is joined."""
    rows = list(rest.rows)
    same = [_key(cell) for cell in rest.header] == [_key(cell) for cell in table.header]
    if not same:
        rows.insert(0, rest.header)
    kept = list(table.rows)
    if kept and rows and _cut(kept[-1], rows[0]):
        parts = zip(kept[-1], rows.pop(0), strict=True)
        kept[-1] = tuple(join(cell for cell in pair if cell.text) for pair in parts)
    head = table if table.label else rest
    return replace(
        head, header=table.header, rows=(*kept, *rows), notes=table.notes if table.notes.text else rest.notes
    )


def _cut(last: tuple[Text, ...], first: tuple[Text, ...]) -> bool:
    """Whether a page's end cuts a row in two: one of the parts has no first cell."""
    return any(not row[0].text and any(cell.text for cell in row) for row in (last, first))


def _key(cell: Text) -> str:
    return re.sub(r"\W", "", cell.text).lower()
