"""Tables found on a page: by caption and rules, and at a page's top as the rest of the table before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from miner.readers.pdf.cells import grid
from miner.readers.pdf.chunks import CAPTION, labelled
from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect
from miner.readers.pdf.rows import Row
from miner.readers.pdf.unruled import unruled

_ALIKE = 6.0  # points by which the ends of a table's rules may differ
_ROWS = 6  # rows by which a grid without a caption is a table
_AXIS = 50.0  # points from a plot's last line to its caption, with what is written at its axis between
_LEAD = 110.0  # points from a caption's first line to the table


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells as lines. `caption` is where its caption begins, None for the rest of an earlier table."""

    region: Rect
    lines: list[Line]
    header: Row
    rows: list[Row]
    caption: Line | None

    @property
    def all(self) -> list[Line]:
        """The lines of all cells."""
        return [line for row in (self.header, *self.rows) for cell in row for line in cell]


def find_tables(
    pieces: Sequence[Line],
    rules: Sequence[Rect],
    uprights: Sequence[Rect],
    extent: tuple[float, float],
    before: Grid | None,
) -> list[Grid]:
    """The tables of a page of this width and height. `before` is the table that the page before ended with, if any."""
    width, height = extent
    joined = _joined(rules)
    starts = [p for p in pieces if labelled(p)]
    captions = [p for p in starts if (m := CAPTION.match(p.text)) and m[2]]
    found: list[Grid] = []
    for caption in captions:
        free = [r for r in joined if not any(g.region.meets(r, 1) for g in found)]
        regions = (
            _below(caption, free, pieces, starts) or _above(caption, free, pieces, starts),
            unruled(caption, pieces, starts, width),
        )
        tables = (_table(region, pieces, joined, uprights, caption) for region in regions if region)
        table = next(filter(None, tables), None)
        if table and not any(table.region.meets(g.region) for g in found):
            found.append(table)
    rest = before and _rest(before, joined, pieces, uprights, starts, height)
    if rest and not any(rest.region.meets(g.region) for g in found):
        found.insert(0, rest)
    plotted = [p for p in starts if p not in captions]
    return found + [t for t in _loose(joined, pieces, uprights, starts, found) if not _is_figure(t, plotted)]


def _is_figure(table: Grid, captions: Sequence[Line]) -> bool:
    """Whether the caption of a figure stands right under it: the rules are those of a plot."""
    return any(0 < caption.top - table.region.y1 < _AXIS and _over(caption, table.region) for caption in captions)


def _loose(
    rules: Sequence[Rect],
    pieces: Sequence[Line],
    uprights: Sequence[Rect],
    starts: Sequence[Line],
    found: Sequence[Grid],
) -> list[Grid]:
    """Tables without a caption on this page: the parts of a long one whose caption stands under its end."""
    out: list[Grid] = []
    for top in rules:
        if top.width < 100 or any(g.region.meets(top, 3) for g in (*found, *out)):
            continue
        region = _chain(top, [r for r in rules if r.y0 > top.y0 + 4], pieces, starts)
        if region is None or any(g.region.meets(region) for g in found):
            continue
        table = _table(region, pieces, rules, uprights, None)
        if table and len(table.header) >= 3 and len(table.rows) >= _ROWS and _filled(table) > 0.5:
            out.append(table)
    return out


def _filled(table: Grid) -> float:
    return mean(bool(cell) for row in table.rows for cell in row)


def _joined(rules: Sequence[Rect]) -> list[Rect]:
    """Rules at one height that touch made one, from the top down."""
    out: list[Rect] = []
    for rule in sorted(rules, key=lambda r: (round(r.y0), r.x0)):
        mate = next(
            (o for o in out[-12:] if abs(o.y0 - rule.y0) < 1.6 and rule.x0 - 4 <= o.x1 and o.x0 <= rule.x1), None
        )
        if mate is None:
            out.append(rule)
        else:
            out[out.index(mate)] = mate._replace(x0=min(mate.x0, rule.x0), x1=max(mate.x1, rule.x1))
    return sorted(out, key=lambda r: (r.y0, r.x0))


def _alike(one: Rect, other: Rect) -> bool:
    return abs(one.x0 - other.x0) < _ALIKE and abs(one.x1 - other.x1) < _ALIKE


def _between(pieces: Sequence[Line], top: float, bottom: float, rule: Rect) -> list[Line]:
    return [p for p in pieces if top < p.middle < bottom and rule.x0 - 3 < (p.x0 + p.x1) / 2 < rule.x1 + 3]


def _below(caption: Line, rules: Sequence[Rect], pieces: Sequence[Line], starts: Sequence[Line]) -> Rect | None:
    """The region under a caption, from its first rule to the last of the same extent."""
    for top in rules:
        if not 0 < top.y0 - caption.base < _LEAD or top.width < 50 or not _over(caption, top):
            continue
        lead = _between(pieces, caption.base + 1, top.y0, top)
        if any(p in starts for p in lead) or not _contiguous(caption, lead, top):
            return None
        return _chain(top, [r for r in rules if r.y0 > top.y0 + 4], pieces, starts)
    return None


def _above(caption: Line, rules: Sequence[Rect], pieces: Sequence[Line], starts: Sequence[Line]) -> Rect | None:
    """The region over a caption that stands below its table."""
    for foot in reversed(rules):
        if 0 < caption.top - foot.y0 < 30 and foot.width >= 50 and _over(caption, foot):
            turned = [r for r in reversed(rules) if r.y0 < foot.y0 - 4]
            return _chain(foot, turned, pieces, starts)
    return None


def _over(caption: Line, rule: Rect) -> bool:
    return min(caption.x1, rule.x1) - max(caption.x0, rule.x0) > min(25, 0.5 * (caption.x1 - caption.x0))


def _contiguous(caption: Line, lead: Sequence[Line], top: Rect) -> bool:
    """Whether the lines from a caption to a rule are the caption's."""
    at = caption.base
    for line in sorted(lead, key=lambda p: p.base):
        if line.base - at > 2.2 * line.size:
            return False
        at = line.base
    return top.y0 - at < 3.5 * caption.size


def _chain(start: Rect, rules: Sequence[Rect], pieces: Sequence[Line], starts: Sequence[Line]) -> Rect | None:
    """From a table's first rule to its last: rules of one extent with neither a caption nor prose between them."""
    last = start
    for rule in rules:
        if not _alike(rule, start):
            continue
        inside = _between(pieces, min(last.y0, rule.y0), max(last.y0, rule.y0), start)
        if any(p in starts for p in inside) or _prose(inside, start):
            break
        last = rule
    if last is start:
        return None
    return Rect(start.x0, min(start.y0, last.y0), start.x1, max(start.y0, last.y0))


def _prose(lines: Sequence[Line], rule: Rect) -> bool:
    """Whether lines are running text: long rows without wide gaps, most of them to the same right edge."""
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(round(line.base), []).append(line)
    long = [row for row in rows.values() if _closed(row) > (0.35 if len(rows) >= 8 else 0.8) * rule.width]
    if len(rows) < 5 or len(long) < 0.6 * len(rows):
        return False
    if len(long) >= 8 and len(long) > 0.7 * len(rows):
        return True
    ends = Counter(round(max(line.x1 for line in row) / 2) for row in long)
    return sum(n for _, n in ends.most_common(2)) > 0.4 * len(long)


def _closed(row: Sequence[Line]) -> float:
    """The extent of a row whose gaps are narrow, 0 of another."""
    extent = max(p.x1 for p in row) - min(p.x0 for p in row)
    return extent if sum(p.x1 - p.x0 for p in row) > 0.88 * extent else 0.0


def _table(
    region: Rect, pieces: Sequence[Line], rules: Sequence[Rect], uprights: Sequence[Rect], caption: Line | None
) -> Grid | None:
    region = _drawn_down(region, uprights)
    inside = [p for p in _between(pieces, region.y0 - 1, region.y1 + 1, region) if p is not caption]
    within = [r for r in rules if region.y0 - 2 < r.y0 < region.y1 + 2 and region.meets(r, 2)]
    sides = [u for u in uprights if region.meets(u, 2) and region.x0 + 3 < u.x0 < region.x1 - 3]
    header, rows = grid(inside, region, within, sides)
    if not rows or len(header) < 2:
        return None
    filled = mean(sum(bool(cell) for cell in row) for row in rows)
    return Grid(region, inside, header, rows, caption) if filled >= 1.5 or len(rows) >= 2 else None


def _drawn_down(region: Rect, uprights: Sequence[Rect]) -> Rect:
    """A region down to the foot of its upright rules: a page's end may cut a row before its lower rule."""
    feet = [u.y1 for u in uprights if region.x0 - 3 < u.x0 < region.x1 + 3 and region.y0 - 3 < u.y0 < region.y1 + 3]
    foot = max(feet, default=region.y1)
    return region._replace(y1=foot) if region.y1 + 4 < foot < region.y1 + 150 and len(feet) >= 3 else region


def _rest(
    before: Grid,
    rules: Sequence[Rect],
    pieces: Sequence[Line],
    uprights: Sequence[Rect],
    starts: Sequence[Line],
    height: float,
) -> Grid | None:
    """What goes on at the top of a page with a table of the same extent and the same columns."""
    for top in rules:
        if top.y0 > 0.35 * height or not _alike(top, before.region):
            continue
        above = _between(pieces, 0.1 * height, top.y0, top)
        if len(above) > 2 or any(p in starts for p in above):
            return None
        region = _chain(top, [r for r in rules if r.y0 > top.y0 + 4], pieces, starts)
        table = region and _table(region, pieces, rules, uprights, None)
        if table and len(table.header) == len(before.header):
            return table
    return None
