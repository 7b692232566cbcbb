"""Lines in the columns of a table grouped to rows: by values, by white space, or by which cells begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from miner.readers.pdf.lines import Line

Cell = list[Line]
Row = list[Cell]

JITTER = 2.5  # points between baselines of one row
_SHORT = 14  # characters of a value


def group_rows(cut: Sequence[tuple[int, Line]], width: int) -> list[Row]:
    """Lines in columns grouped to rows: by the space between rows where there is some, else by which cells begin."""
    steps = steps_of(cut)
    pitch = 1.12 * min(steps, default=0.0)
    uneven = [s for s in steps if abs(s * 1.12 / pitch - round(s * 1.12 / pitch)) > 0.12]
    spaced = _by_space(cut, width, pitch) if len(uneven) > 0.15 * len(steps) and not _single(cut, pitch) else None
    heights = _values(cut)
    if len(heights) >= 2 and _centred(heights, cut) and not (spaced and _full(spaced)):
        return _by_value(cut, width, heights)
    return spaced or _by_start(cut, width)


def _single(cut: Sequence[tuple[int, Line]], pitch: float) -> bool:
    """Whether lines that follow as closely as those of a cell are rows: values of several columns stand on each."""
    valued: dict[float, set[int]] = {}
    for column, line in sorted(cut, key=lambda item: item[1].base):
        if column and _value(line):
            near = next((y for y in valued if abs(y - line.base) < JITTER), line.base)
            valued.setdefault(near, set()).add(column)
    heights = [y for y, columns in valued.items() if len(columns) >= 2]
    close = sum(below - above < pitch for above, below in pairwise(heights))
    return close > 0.25 * len(heights)


def _full(rows: Sequence[Row]) -> bool:
    """Whether nearly every row has a cell in every column: the white space between them is that of rows."""
    return len(rows) > 1 and all(row[0] for row in rows) and mean(bool(c) for row in rows for c in row) > 0.95


def one_row(cut: Sequence[tuple[int, Line]], width: int) -> Row:
    """All lines as one row, the lines of each cell from the top down."""
    row: Row = [[] for _ in range(width)]
    for column, line in sorted(cut, key=lambda item: (item[1].base, item[1].x0)):
        row[column].append(line)
    return row


def is_one_row(cut: Sequence[tuple[int, Line]], pitch: float) -> bool:
    """Whether what stands between two rules is one row: one value a column at most, the lines of a cell closely set."""
    return len(_values(cut)) <= 1 and all(step < 1.18 * pitch for step in steps_of(cut))


def between_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows without those of a single cell that stands between two rows which lack it: it goes to both."""
    out: list[Row] = []
    for index, row in enumerate(rows):
        filled = [column for column, cell in enumerate(row) if cell]
        after = rows[index + 1] if index + 1 < len(rows) else None
        alone = filled[0] if len(filled) == 1 else 0
        if alone and out and after is not None and not out[-1][alone] and not after[alone]:
            out[-1][alone] = list(row[alone])
            after[alone] = list(row[alone])
        else:
            out.append(row)
    return out


def share(rows: Sequence[Row]) -> None:
    """Give a cell that is centred on two rows, and is blank in one of them, to both."""
    for one, other in pairwise(rows):
        for column in range(1, len(one)):
            cell, blank = (one, other) if one[column] else (other, one)
            if not cell[column] or blank[column]:
                continue
            middle = _middle_of(cell[column])
            own = _middle_of([p for c, lines in enumerate(cell) if c != column for p in lines])
            both = _middle_of([p for c, lines in enumerate([*one, *other]) if c % len(one) != column for p in lines])
            if min(own, both) > 0 and abs(middle - both) < 0.5 * abs(middle - own):
                blank[column] = list(cell[column])


def _middle_of(lines: Sequence[Line]) -> float:
    """The height in the middle of lines, 0 of none."""
    return (min(p.top for p in lines) + max(p.bottom for p in lines)) / 2 if lines else 0.0


def _value(line: Line) -> bool:
    """Whether a line is short as the values of a table are."""
    return len(line.text) <= _SHORT and (any(map(str.isdigit, line.text)) or not any(map(str.isalpha, line.text)))


def _values(cut: Sequence[tuple[int, Line]]) -> list[float]:
    """The heights of the values in columns that hold nothing else; empty where there is no such column."""
    by_column: dict[int, list[Line]] = {}
    for column, line in cut:
        if column:
            by_column.setdefault(column, []).append(line)
    heights: list[float] = []
    for lines in by_column.values():
        terse = [line for line in lines if _value(line) or len(line.text) <= 4]
        if len(terse) > 0.8 * len(lines) and any(_value(line) for line in lines):
            values = [line for line in lines if _value(line)]
            heights += [line.base for line in values if not any(abs(y - line.base) < JITTER for y in heights)]
    return sorted(heights)


def _centred(heights: Sequence[float], cut: Sequence[tuple[int, Line]]) -> bool:
    """Whether values stand between the lines of longer cells, half a line from those above and below."""
    firsts = [line for column, line in cut if column == 0]
    aligned = between = 0
    for y in heights:
        offsets = [(line.base - y) / line.size for line in firsts]
        aligned += any(abs(offset) < 0.25 for offset in offsets)
        between += any(-0.8 < o < -0.4 for o in offsets) and any(0.4 < o < 0.8 for o in offsets)
    return aligned < 0.5 * len(heights) or between >= max(1, 0.1 * len(heights))


def _by_value(cut: Sequence[tuple[int, Line]], width: int, heights: Sequence[float]) -> list[Row]:
    """Rows around the values of short columns, where longer cells are centred on them."""
    rows: list[list[tuple[int, Line]]] = [[] for _ in heights]
    for column, line in cut:
        nearest = min(range(len(heights)), key=lambda i: (abs(heights[i] - line.base), i))
        rows[nearest].append((column, line))
    return [one_row(members, width) for members in rows]


def steps_of(cut: Sequence[tuple[int, Line]]) -> list[float]:
    """The distances between lines of one column."""
    by_column: dict[int, list[Line]] = {}
    for column, line in cut:
        by_column.setdefault(column, []).append(line)
    return [
        b.base - a.base
        for lines in by_column.values()
        for a, b in pairwise(sorted(lines, key=lambda item: item.base))
        if b.base - a.base > 0.7 * a.size
    ]


def _by_space(cut: Sequence[tuple[int, Line]], width: int, pitch: float) -> list[Row]:
    """Cells are lines of a column that follow closely; rows are cells that stand beside one another."""
    cells: list[tuple[float, float, list[tuple[int, Line]]]] = []
    for column in range(width):
        lines = sorted((line for c, line in cut if c == column), key=lambda item: (item.base, item.x0))
        last = -1e9
        for line in lines:
            if line.base - last > pitch:
                cells.append((line.top, line.bottom, [(column, line)]))
            else:
                top, _, members = cells.pop()
                cells.append((top, line.bottom, [*members, (column, line)]))
            last = line.base
    rows: list[tuple[float, list[tuple[int, Line]]]] = []
    for top, bottom, members in sorted(cells, key=lambda cell: cell[0]):
        if rows and top < rows[-1][0] - 0.3 * members[0][1].size:
            foot, own = rows[-1]
            rows[-1] = (max(foot, bottom), own + members)
        else:
            rows.append((bottom, members))
    return [one_row(members, width) for _, members in rows]


def _by_start(cut: Sequence[tuple[int, Line]], width: int) -> list[Row]:
    """A new row where the first cell and another begin together, or most cells do."""
    heights: dict[float, list[tuple[int, Line]]] = {}
    for column, line in sorted(cut, key=lambda item: item[1].base):
        near = next((y for y in heights if abs(y - line.base) < 2.5), line.base)
        heights.setdefault(near, []).append((column, line))
    groups: list[list[tuple[int, Line]]] = []
    for members in heights.values():
        filled = {column for column, _ in members}
        valued = 0 in filled and any(column and _value(line) for column, line in members)
        values = {column for column, line in members if column and _value(line)}
        starts = 0 in filled or len(filled) >= max(2, 0.7 * width) or len(values) >= max(3, len(filled))
        if not groups or valued or (starts and not (0 in filled and _goes_on(groups[-1], members))):
            groups.append([])
        groups[-1] += members
    return [one_row(members, width) for members in groups]


def _goes_on(group: Sequence[tuple[int, Line]], members: Sequence[tuple[int, Line]]) -> bool:
    """Whether what stands in the first column is the rest of the cell above it."""
    first = [other for column, other in group if column == 0]
    line = next(other for column, other in members if column == 0)
    if not first or line.base - first[-1].base > 1.5 * line.size:
        return False
    return (
        re.match("[a-z]{3,}", line.text) is not None
        or line.text[:1] in "(["
        or first[-1].text[-1:] in "-,/("
        or first[-1].text.count("(") > first[-1].text.count(")")
    )
