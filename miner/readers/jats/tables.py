"""Tables of JATS: cells that span rows or columns are spread, so that the table is a rectangle."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.document import Table, Text, join
from miner.readers.jats.inline import Numbers, inline_text

_WIDEST, _LONGEST = 100, 2000


def read_table(table: etree._Element, numbers: Numbers) -> Table:
    """The table without its label and caption; rows of a head of several are joined, each text once."""
    head = _spread(table.findall("thead/tr"), numbers)
    body = _spread([row for row in table.iter("tr") if row.getparent().tag != "thead"], numbers)
    if not head:
        head, body = body[:1], body[1:]
    width = max((len(row) for row in (*head, *body)), default=0)
    columns = zip(*(_padded(row, width) for row in head), strict=True)
    header = tuple(join(dict.fromkeys(cell for cell in column if cell.text)) for column in columns)
    return Table("", Text(""), _padded(header, width), tuple(_padded(row, width) for row in body))


def _spread(rows: Sequence[etree._Element], numbers: Numbers) -> list[list[Text]]:
    """Rows of cells; a spanning cell stands in each of its places."""
    grid: list[dict[int, Text]] = [{} for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while column in grid[at]:
                column += 1
            text = inline_text(cell, numbers)
            across, down = _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _LONGEST)
            for line in grid[at : at + down]:
                line.update(dict.fromkeys(range(column, column + across), text))
            column += across
    return [[line.get(column, Text("")) for column in range(max(line) + 1)] for line in grid if line]


def _span(cell: etree._Element, name: str, most: int) -> int:
    printed = cell.get(name) or "1"
    return max(1, min(int(printed), most)) if printed.isdigit() else 1


def _padded(row: Sequence[Text], width: int) -> tuple[Text, ...]:
    return (*row, *[Text("")] * (width - len(row)))
