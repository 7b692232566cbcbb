"""Columns and reading order: the white gutters between columns, found from geometry alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect

# A gutter is at least this wide (in points) and has this many lines on either side, most of them this wide (in ems).
_WIDTH, _LINES, _EMS = 6.0, 5, 5.0
_NARROW = 9  # lines beside a gutter that is no wider than the gaps of a badly set line
_TALL = 80.0  # points of height that make up for lines
_FEW = 2  # lines that are enough under or over another gutter
_WIDE = 10.0  # points beyond which a wider gutter is not a better one
# Pieces of one row that stand further apart than this (in ems) are not one line, gutter or not.
_FAR = 8.0


def columns(lines: Sequence[Line], obstacles: Sequence[Rect], width: float) -> list[list[Line]]:
    """The lines of a page in reading order, one list a column; pieces of a row that no gutter parts become one line."""
    parts = _order(list(lines), gutters(lines, obstacles, width))
    return [_joined(part) for part in parts if part]


def gutters(lines: Sequence[Line], obstacles: Sequence[Rect], width: float) -> list[Rect]:
    """The tall empty rectangles between columns, tallest first."""
    white = _whites([line.rect for line in lines] + list(obstacles), width)
    kept: list[Rect] = []
    for least in (_LINES, _FEW):
        for gutter in sorted(white, key=lambda g: (-g.height * min(g.width, _WIDE), g.x0, g.y0)):
            beside = least == _LINES or any(_aligned(gutter, k) for k in kept)
            if beside and not any(gutter.meets(k) for k in kept) and _parts(gutter, lines, least, kept):
                kept.append(gutter)
    kept = [_own_part(gutter, [other for other in kept if other is not gutter], lines) for gutter in kept]
    return sorted(kept, key=lambda g: (-g.height, g.x0, g.y0))


def _own_part(gutter: Rect, others: Sequence[Rect], lines: Sequence[Line]) -> Rect:
    """A gutter without the end at which nothing parts it from another one that the text keeps to."""
    for other in others:
        top, foot = max(gutter.y0, other.y0), min(gutter.y1, other.y1)
        left, right = sorted((gutter, other))
        beside = [line for line in lines if top < line.middle < foot]
        if not beside or any(line.x1 > left.x1 and line.x0 < right.x0 for line in beside):
            continue
        kept_to = right if sum(abs(line.x0 - right.x1) < 2 for line in beside) else left
        if kept_to is other and gutter.y0 < top:
            gutter = gutter._replace(y1=top)
        elif kept_to is other and foot < gutter.y1:
            gutter = gutter._replace(y0=foot)
    return gutter


def _aligned(short: Rect, gutter: Rect) -> bool:
    """Whether a gutter of few lines goes on with a tall one: the column right of it begins at the same place."""
    return gutter.height > 3 * short.height and abs(short.x1 - gutter.x1) < 3 and short.x0 < gutter.x1 - 5


def _whites(rects: Sequence[Rect], width: float) -> list[Rect]:
    """The maximal empty rectangles of a page, from a sweep downwards over its rows."""
    open_: dict[tuple[float, float], float] = {}
    done = []
    previous = 0.0
    for row in _bands(rects):
        top, bottom = min(r.y0 for r in row), max(r.y1 for r in row)
        gaps = _gaps(row, width)
        going: dict[tuple[float, float], float] = {}
        for (x0, x1), start in [*open_.items(), ((0.0, width), top)]:
            whole = False
            for a, b in gaps:
                if b <= x0:
                    continue
                if a >= x1:
                    break
                lo, hi = a if a > x0 else x0, b if b < x1 else x1  # min and max would take most of the sweep's time
                if hi - lo >= _WIDTH:
                    if start < going.get((lo, hi), start + 1):
                        going[lo, hi] = start
                    whole = whole or (lo == x0 and hi == x1)
            if not whole:
                done.append((x0, start, x1, previous))
        open_, previous = going, max(previous, bottom)
    done += [(x0, start, x1, previous) for (x0, x1), start in open_.items()]
    # Most are cut here: tuples until then, for a `Rect` takes longer to make.
    return [Rect(x0, y0, x1, y1) for x0, y0, x1, y1 in done if x0 > 0 and x1 < width and y1 - y0 > 12]


def _bands(rects: Sequence[Rect]) -> list[list[Rect]]:
    """Rectangles by the height of their middle: what stands beside one another comes together."""
    rows: list[list[Rect]] = []
    foot = -1e9
    for rect in sorted(rects, key=lambda r: (r.y0 + r.y1, r.x0)):
        middle = (rect.y0 + rect.y1) / 2
        if middle > foot or rect.height > 30:
            rows.append([])
            foot = middle + 3 if rect.height <= 30 else -1e9
        rows[-1].append(rect)
    return rows


def _gaps(row: Sequence[Rect], width: float) -> list[tuple[float, float]]:
    at, gaps = 0.0, []
    for rect in sorted(row):
        if rect.x0 - at >= _WIDTH:
            gaps.append((at, rect.x0))
        at = max(at, rect.x1)
    if width - at >= _WIDTH:
        gaps.append((at, width))
    return gaps


def _parts(gutter: Rect, lines: Sequence[Line], least: int, known: Sequence[Rect]) -> bool:
    """Whether text stands on both sides of a white rectangle, enough and wide enough for columns.

    The columns end at the gutters `known`.
    """
    beside = [line for line in lines if gutter.y0 - 1 <= line.middle <= gutter.y1 + 1]
    beside = [line for line in beside if not any(_beyond(line, other, gutter) for other in known)]
    for low, high in ((-1e9, gutter.x0 + 0.5), (gutter.x1 - 0.5, 1e9)):
        rows: dict[int, list[Line]] = {}
        for line in beside:
            if line.x0 >= low and line.x1 <= high:
                rows.setdefault(round(line.base), []).append(line)
        size = median(p.size for row in rows.values() for p in row) if rows else 0.0
        needed = least if gutter.width > size else _NARROW
        widths = [max(p.x1 for p in row) - min(p.x0 for p in row) for row in rows.values()]
        enough = len(rows) >= needed or (len(rows) >= 3 and gutter.height > _TALL)
        if not enough or median(widths) < _EMS * size:
            return False
    return True


def _beyond(line: Line, other: Rect, gutter: Rect) -> bool:
    """Whether another gutter stands between a line and this one, at the line's height."""
    if not other.y0 - 1 <= line.middle <= other.y1 + 1:
        return False
    return (other.x1 <= gutter.x0 and line.x0 < other.x1 - 0.5) or (other.x0 >= gutter.x1 and line.x1 > other.x0 + 0.5)


def _order(lines: list[Line], white: list[Rect]) -> list[list[Line]]:
    """Above the tallest gutter, left of it, right of it, below it; and so on within each."""
    for index, gutter in enumerate(white):
        rest = white[index + 1 :]
        parts: list[list[Line]] = [[], [], [], []]
        for line in lines:
            parts[_side(line, gutter)].append(line)
        if parts[1] and parts[2]:
            cut = _second_band(parts[1], parts[2])
            if cut:
                parts[1:3] = [
                    [line for line in part if (line.base > cut) == below]
                    for below in (False, True)
                    for part in parts[1:3]
                ]
            return [column for part in parts if part for column in _order(part, rest)]
    return [sorted(lines, key=lambda line: (line.base, line.x0))] if lines else []


def _second_band(left: Sequence[Line], right: Sequence[Line]) -> float | None:
    """The height of a white strip over both columns under which both go on smaller: the list of references begins."""
    for upper, lower in _strips(sorted([*left, *right], key=lambda line: line.base)):
        above = _size([line for line in right if line.base < lower])
        under = [_size([line for line in side if line.base >= lower]) for side in (left, right)]
        if above and all(under) and under[0] == under[1] and under[0] < 0.93 * above:
            return (upper + lower) / 2
    return None


def _strips(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Where no line stands for more than one and a half lines: the feet and tops around."""
    out, foot = [], None
    for line in lines:
        if foot is not None and line.top - foot > 0.45 * line.size:
            out.append((foot, line.base))
        foot = max(foot or 0.0, line.bottom)
    return out


def _size(lines: Sequence[Line]) -> float:
    """The size that nearly all characters of lines have, else 0."""
    sizes = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    size = max(sizes, key=lambda s: (sizes[s], s), default=0.0)
    return size if sizes[size] > 0.85 * sum(sizes.values()) else 0.0


def _side(line: Line, gutter: Rect) -> int:
    if line.middle < gutter.y0 - 1:
        return 0
    if line.middle > gutter.y1 + 1:
        return 3
    return 1 if line.x0 + line.x1 < gutter.x0 + gutter.x1 else 2


def _joined(lines: list[Line]) -> list[Line]:
    """Pieces on one baseline put together."""
    out: list[Line] = []
    for line in sorted(lines, key=lambda item: (item.base, item.x0)):
        mate = next((o for o in out[-3:] if _same_row(o, line)), None)
        if mate is None:
            out.append(line)
        else:
            out[out.index(mate)] = Line(mate.words + line.words, line.page)
    return sorted(out, key=lambda item: (item.base, item.x0))


def _same_row(one: Line, other: Line) -> bool:
    size = max(one.size, other.size)
    if abs(one.base - other.base) >= 0.25 * size or min(one.size, other.size) <= 0.75 * size:
        return False
    return -0.5 * size < max(other.x0 - one.x1, one.x0 - other.x1) < _FAR * size
