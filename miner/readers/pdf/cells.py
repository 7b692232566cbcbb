"""A table's region cut to header and rows of cells, by rules where they are drawn and by white space where not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect
from miner.readers.pdf.rows import JITTER, Row, between_rows, group_rows, is_one_row, one_row, share, steps_of

_GAP = 0.5  # ems between words that may be of two columns


def grid(
    pieces: Sequence[Line], region: Rect, rules: Sequence[Rect], uprights: Sequence[Rect]
) -> tuple[Row, list[Row]]:
    """The header as one row, and the rows; every row has a cell for each column."""
    if not pieces:
        return [], []
    full = _heights([r for r in rules if r.width > 0.85 * region.width])
    sides = _sides(uprights, region)
    head = _head(pieces, full) if full else min(p.base for p in pieces) + JITTER
    body = [p for p in pieces if p.base > head] or list(pieces)
    edges = sides if len(sides) >= 1 and len(full) >= 3 else _edges(body, region)
    bounds = [region.x0 - 4, *edges, region.x1 + 4]
    header = _header([p for p in pieces if p.base <= head], bounds, [r for r in rules if r.y0 < head - 4])
    rows: list[Row] = []
    inner = [y for y in full if head < y] or [region.y1]
    top = head
    pitch = min(steps_of([(_column(p, bounds), p) for p in body]), default=0.0)
    gridded = bool(sides) and len(full) >= 4
    for bottom in [*inner, region.y1 + 2]:
        band = [p for p in body if top < p.middle <= bottom]
        top = bottom
        if band:
            cut = [(_column(line, bounds), line) for piece in band for line in _cut(piece, bounds)]
            single = gridded or (len(inner) >= 3 and is_one_row(cut, pitch))
            rows += [one_row(cut, len(bounds) - 1)] if single else group_rows(cut, len(bounds) - 1)
    if not header and rows:
        header, rows = rows[0], rows[1:]
    while len(rows) > 1 and header and _is_header(rows[0]):
        header = [above + below for above, below in zip(header, rows.pop(0), strict=True)]
    rows = between_rows(rows)
    share(rows)
    return header, rows


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


def _is_header(row: Row) -> bool:
    """Whether a row goes on with the header above it: nothing in the first column, units or words in the others."""
    return not row[0] and any(row) and all(cell[0].text[:1] in "([/" or _worded(cell[0].text) for cell in row if cell)


def _worded(text: str) -> bool:
    return not any(map(str.isdigit, text.split()[0])) and any(map(str.isalpha, text))


def _extent(line: Line, tier: Sequence[Line], rules: Sequence[Rect]) -> tuple[float, float]:
    """From where to where a header reaches: over its part of the rule right under it, if there is one."""
    for rule in rules:
        on = [other for other in tier if _stands_on(other, rule)]
        if line in on:
            middles = [(line.x0 + line.x1 + other.x0 + other.x1) / 4 for other in on if other is not line]
            own = (line.x0 + line.x1) / 2
            return max([rule.x0, *(m for m in middles if m < own)]), min([rule.x1, *(m for m in middles if m > own)])
    return line.x0, line.x1


def _stands_on(line: Line, rule: Rect) -> bool:
    return 0 < rule.y0 - line.base < line.size and rule.x0 - 2 < line.x0 and line.x1 < rule.x1 + 2


def _header(pieces: Sequence[Line], bounds: Sequence[float], rules: Sequence[Rect]) -> Row:
    """Stacked headers joined; what spans columns, or stands on a rule that does, goes to each of them."""
    if not pieces:
        return []
    row: Row = [[] for _ in bounds[1:]]
    ordered = sorted(pieces, key=lambda p: (round(p.base / 2), p.x0))
    lines = [line for piece in ordered for line in _cut(piece, bounds)]
    for line in lines:
        x0, x1 = _extent(line, lines, rules)
        touched = [
            i for i, (a, b) in enumerate(pairwise(bounds)) if min(x1, b) - max(x0, a) > 0.4 * min(b - a, x1 - x0)
        ]
        for i in touched or [_column(line, bounds)]:
            row[i].append(line)
    return row
