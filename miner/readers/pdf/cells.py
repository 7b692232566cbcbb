"""A table's region cut to header and rows of cells, by rules where they are drawn and by white space where not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect

Cell = list[Line]
Row = list[Cell]

_JITTER = 2.5  # points between baselines of one row
_SHORT = 14  # characters of a value
_GAP = 0.5  # ems between words that may be of two columns


def grid(
    pieces: Sequence[Line], region: Rect, rules: Sequence[Rect], uprights: Sequence[Rect]
) -> tuple[Row, list[Row]]:
    """The header as one row, and the rows; every row has a cell for each column."""
    if not pieces:
        return [], []
    full = _heights([r for r in rules if r.width > 0.85 * region.width])
    sides = _sides(uprights, region)
    head = _head(pieces, full) if full else min(p.base for p in pieces) + _JITTER
    body = [p for p in pieces if p.base > head] or list(pieces)
    edges = sides if len(sides) >= 1 and len(full) >= 3 else _edges(body, region)
    bounds = [region.x0 - 4, *edges, region.x1 + 4]
    header = _header([p for p in pieces if p.base <= head], bounds)
    rows: list[Row] = []
    inner = [y for y in full if head < y] or [region.y1]
    top = head
    pitch = min(_steps([(_column(p, bounds), p) for p in body]), default=0.0)
    gridded = bool(sides) and len(full) >= 4
    for bottom in [*inner, region.y1 + 2]:
        band = [p for p in body if top < p.base - 0.3 * p.size <= bottom]
        top = bottom
        if band:
            cut = [(_column(line, bounds), line) for piece in band for line in _cut(piece, bounds)]
            single = gridded or (len(inner) >= 3 and _one_row(cut, pitch))
            rows += [_row(cut, len(bounds) - 1)] if single else _rows(cut, len(bounds) - 1)
    if not header and rows:
        header, rows = rows[0], rows[1:]
    rows = _between_rows(rows)
    _share(rows)
    return header, rows


def _between_rows(rows: Sequence[Row]) -> list[Row]:
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


def _share(rows: Sequence[Row]) -> None:
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


def _heights(rules: Sequence[Rect]) -> list[float]:
    """The heights of rules, double rules as one."""
    out: list[float] = []
    for y in sorted(r.y0 for r in rules):
        if not out or y - out[-1] > 4:
            out.append(y)
    return out


def _sides(uprights: Sequence[Rect], region: Rect) -> list[float]:
    """Where vertical rules stand that run over most of the table."""
    length: dict[int, float] = {}
    for upright in uprights:
        near = next((x for x in length if abs(x - upright.x0) < 4), round(upright.x0))
        length[near] = length.get(near, 0.0) + upright.height
    return sorted(float(x) for x, n in length.items() if n > 0.5 * region.height)


def _head(pieces: Sequence[Line], full: Sequence[float]) -> float:
    """The height of the rule under the header: the first with text above it; 0 where only the outer rules are drawn."""
    for y in full[:-1]:
        if any(p.base < y for p in pieces):
            return y
    return 0.0


def _lines(pieces: Sequence[Line]) -> list[list[tuple[float, float]]]:
    """For each printed line, the extents of what stands on it, word spaces closed."""
    rows: dict[int, list[Line]] = {}
    for piece in sorted(pieces, key=lambda p: p.base):
        near = next((y for y in rows if abs(y - piece.base) < 2), round(piece.base))
        rows.setdefault(near, []).append(piece)
    out = []
    for row in rows.values():
        spans: list[tuple[float, float]] = []
        for word in sorted((w for p in row for w in p.words), key=lambda w: w.x0):
            if spans and word.x0 - spans[-1][1] < _GAP * word.size:
                spans[-1] = (spans[-1][0], max(spans[-1][1], word.x1))
            else:
                spans.append((word.x0, word.x1))
        out.append(spans)
    return out


def _edges(pieces: Sequence[Line], region: Rect) -> list[float]:
    """The middles of the white strips that all, or nearly all, lines leave."""
    lines = _lines(pieces)
    allowed = 0 if len(lines) < 6 else max(1, round(0.08 * len(lines)))
    size = median(p.size for p in pieces)
    step = 0.5
    count = int(region.width / step) + 2
    cover = [0] * count
    for spans in lines:
        for x0, x1 in spans:
            for k in range(max(0, int((x0 - region.x0) / step)), min(count, int((x1 - region.x0) / step) + 1)):
                cover[k] += 1
    edges, start = [], None
    for k in range(count + 1):
        free = k < count and cover[k] <= allowed
        if free and start is None:
            start = k
        elif not free and start is not None:
            if start > 0 and k < count and (k - start) * step >= 0.45 * size:
                edges.append(region.x0 + _middle(cover, start, k) * step)
            start = None
    return edges


def _middle(cover: Sequence[int], start: int, end: int) -> float:
    """The middle of the longest stretch of least cover."""
    least = min(cover[start:end])
    best, run = (0, start, start), None
    for k in range(start, end + 1):
        if k < end and cover[k] == least:
            run = k if run is None else run
        elif run is not None:
            best, run = max(best, (k - run, run, k)), None
    return (best[1] + best[2]) / 2


def _cut(piece: Line, bounds: Sequence[float]) -> list[Line]:
    """A piece cut at the columns' edges where it has a gap there."""
    parts, current = [], [piece.words[0]]
    for before, word in pairwise(piece.words):
        crossed = any(before.x0 < b <= word.x1 and before.x1 - 1 <= b <= word.x0 + 1 for b in bounds)
        if crossed and word.x0 - before.x1 > 0.3 * word.size:
            parts.append(current)
            current = []
        current.append(word)
    return [Line(words, piece.page) for words in [*parts, current]]


def _column(line: Line, bounds: Sequence[float]) -> int:
    """The column that holds most of a line; the first it touches where it spans several."""
    shares = [min(line.x1, b) - max(line.x0, a) for a, b in pairwise(bounds)]
    spanned = [i for i, share in enumerate(shares) if share > 0.5 * (bounds[i + 1] - bounds[i])]
    if len(spanned) >= 2:
        return spanned[0]
    return max(range(len(shares)), key=lambda i: (shares[i], -i))


def _header(pieces: Sequence[Line], bounds: Sequence[float]) -> Row:
    """Stacked headers joined; what spans columns goes to each of them."""
    if not pieces:
        return []
    row: Row = [[] for _ in bounds[1:]]
    for piece in sorted(pieces, key=lambda p: (round(p.base / 2), p.x0)):
        for line in _cut(piece, bounds):
            touched = [
                i
                for i, (a, b) in enumerate(pairwise(bounds))
                if min(line.x1, b) - max(line.x0, a) > 0.4 * min(b - a, line.x1 - line.x0)
            ]
            for i in touched or [_column(line, bounds)]:
                row[i].append(line)
    return row


def _row(cut: Sequence[tuple[int, Line]], width: int) -> Row:
    row: Row = [[] for _ in range(width)]
    for column, line in sorted(cut, key=lambda item: (item[1].base, item[1].x0)):
        row[column].append(line)
    return row


def _rows(cut: Sequence[tuple[int, Line]], width: int) -> list[Row]:
    """Lines in columns grouped to rows: by the space between rows where there is some, else by which cells begin."""
    heights = _values(cut)
    if len(heights) >= 2 and _centred(heights, cut):
        return _by_value(cut, width, heights)
    steps = _steps(cut)
    least = min(steps, default=0.0)
    uneven = [s for s in steps if abs(s / least - round(s / least)) > 0.12]
    if len(uneven) > 0.15 * len(steps):
        return _by_space(cut, width, 1.12 * least)
    return _by_start(cut, width)


def _one_row(cut: Sequence[tuple[int, Line]], pitch: float) -> bool:
    """Whether what stands between two rules is one row: one value a column at most, the lines of a cell closely set."""
    return len(_values(cut)) <= 1 and all(step < 1.18 * pitch for step in _steps(cut))


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
            heights += [line.base for line in values if not any(abs(y - line.base) < _JITTER for y in heights)]
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
    return [_row(members, width) for members in rows]


def _steps(cut: Sequence[tuple[int, Line]]) -> list[float]:
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
    return [_row(members, width) for _, members in rows]


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
        starts = 0 in filled or len(filled) >= max(2, 0.7 * width)
        if not groups or valued or (starts and not (0 in filled and _goes_on(groups[-1], members))):
            groups.append([])
        groups[-1] += members
    return [_row(members, width) for members in groups]


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
