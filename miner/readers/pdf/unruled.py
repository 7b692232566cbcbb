"""The region of a table that is set without rules: rows of pieces with gaps under a caption."""

from __future__ import annotations

from collections.abc import Sequence

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect

_ROWS = 3  # rows of several pieces that make a table
_LEAD = 5  # lines that a caption may have
_PROSE = 45  # characters of a line of running text


def unruled(caption: Line, pieces: Sequence[Line], starts: Sequence[Line], width: float) -> Rect | None:
    """The rows under a caption that are pieces with gaps between them, up to running text, a wide gap or a caption."""
    rows = _under(caption, pieces, width)
    table: list[list[Line]] = []
    last = caption.base
    lead = 0
    for row in rows:
        if any(piece in starts for piece in row) or row[0].base - last > (2.6 if table else 3.5) * row[0].size:
            break
        last = row[0].base
        if len(row) == 1 and (not table or len(row[0].text) > _PROSE):
            lead += 1
            if table or lead > _LEAD:
                break
            continue
        table.append(row)
    several = [row for row in table if len(row) > 1]
    if len(several) < _ROWS or len(several) < 0.5 * len(table):
        return None
    inside = [piece for row in table for piece in row]
    if sum(len(piece.text) > _PROSE for piece in inside) > 0.3 * len(inside):
        return None
    return Rect(
        min(p.x0 for p in inside),
        min(p.top for p in inside) - 1,
        max(p.x1 for p in inside),
        max(p.bottom for p in inside),
    )


def _under(caption: Line, pieces: Sequence[Line], width: float) -> list[list[Line]]:
    """The rows of the caption's column under it."""
    below = [p for p in pieces if caption.base + 2 < p.base < caption.base + 500 and p.x1 > caption.x0 - 40]
    middle = width / 2
    beside = [p for p in below if p.x0 > middle and len(p.text) > 0.7 * _PROSE]
    if caption.x0 > middle:
        below = [p for p in below if p.x0 > middle - 10]
    elif caption.x1 < middle + 5 and len(beside) >= _ROWS:
        below = [p for p in below if p.x0 < middle - 5]
    rows: list[list[Line]] = []
    for piece in sorted(below, key=lambda p: (p.base, p.x0)):
        if rows and abs(rows[-1][0].base - piece.base) < 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows
