"""Running heads and feet, page numbers, stamps and line numbers: what repeats on pages and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Page, Word

# Heads and feet stand in these shares of the page's height.
_HEAD, _FOOT = 0.14, 0.86
_NUMBER = re.compile(r"(?:page\s*)?[\divxlc]{1,6}(?:\s*(?:of|/)\s*\d{1,5})?", re.IGNORECASE)


def line_numbers(words: Sequence[Word], width: float) -> set[Word]:
    """Words that number the lines in a margin: whole numbers under one another, counting up by one or by five."""
    found: set[Word] = set()
    margins: dict[bool, list[Word]] = {False: [], True: []}
    numbers = [w for w in words if w.text.isdigit() and len(w.text) <= 5]
    if len(numbers) < 4:
        return found
    texts = [w for w in words if not w.text.isdigit()]
    left = min(map(attrgetter("x0"), texts), default=0.0)
    right = max(map(attrgetter("x1"), texts), default=width)
    for word in numbers:
        if word.x1 < left + 1 or word.x0 > right - 1:
            margins[word.x0 > right - 1].append(word)
    for column in margins.values():
        column.sort(key=lambda w: w.base)
        steps = Counter(int(b.text) - int(a.text) for a, b in pairwise(column))
        if len(column) >= 4 and steps and sum(steps[s] for s in (1, 5)) >= 0.8 * (len(column) - 1):
            found.update(column)
    return found


def running_heads(pages: Sequence[tuple[Page, Sequence[Line]]]) -> set[int]:
    """The `id`s of the lines that are running heads, feet or page numbers.

    Heads repeat at one place; what is a head elsewhere is one too as the first or last line of a page that was cropped.
    """
    places: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    alone: set[int] = set()
    outermost: set[int] = set()
    for page, lines in pages:
        edge = [line for line in lines if _edge(line, page)]
        outermost.update(map(id, _outermost(lines)))
        for line in edge:
            signature = _signature(line)
            if signature != "#":
                places[signature, round(line.base / 4)].append((page.number, line))
            if _NUMBER.fullmatch(line.text.strip()) and id(line) in outermost:
                alone.add(id(line))
    heads: set[str] = set()
    enough = 2 if len(pages) < 8 else 3
    for (signature, place), items in places.items():
        near = [*items, *places.get((signature, place + 1), []), *places.get((signature, place - 1), [])]
        if len({number for number, _ in near}) >= enough:
            heads.add(signature)
            alone.update(id(line) for _, line in items)
    moved = (line for (signature, _), items in places.items() if signature in heads for _, line in items)
    return alone | {id(line) for line in moved if id(line) in outermost}


def _edge(line: Line, page: Page) -> bool:
    return line.base < _HEAD * page.height or line.base > _FOOT * page.height


def _outermost(lines: Sequence[Line]) -> list[Line]:
    """The first and the last row of a page."""
    bases = [line.base for line in lines]
    top, foot = min(bases, default=0.0) + 2, max(bases, default=0.0) - 2
    return [line for line in lines if line.base <= top or line.base >= foot]


def _signature(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\W+", " ", line.text)).strip().lower()
