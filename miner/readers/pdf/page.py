"""What the reader knows of one page: words, rules and pictures, in points from the top left as displayed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from miner.document import Box


class Font(NamedTuple):
    """A font by its PostScript name, with what the name and the flags say of its style."""

    name: str
    bold: bool
    italic: bool


class Word(NamedTuple):
    """Characters of one font on one baseline without a gap; a printed word may be several of them ("Li", "4", "Ti").

    `spaced` says that a space character follows; `kind` is "sub" or "sup" once the word was seen beside a larger one.
    `confidence` is below 1 where the characters were recognised in an image.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: Font
    spaced: bool = False
    kind: Literal["", "sub", "sup"] = ""
    confidence: float = 1.0

    @property
    def top(self) -> float:
        """The top of a capital letter with its accent."""
        return self.base - 0.78 * self.size

    @property
    def bottom(self) -> float:
        """The foot of a descender."""
        return self.base + 0.22 * self.size


class Rect(NamedTuple):
    """A drawn or empty rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """The horizontal extent."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The vertical extent."""
        return self.y1 - self.y0

    def meets(self, other: Rect, margin: float = 0.0) -> bool:
        """Whether the two overlap, or lie within `margin` of one another."""
        return (
            self.x0 - margin < other.x1
            and other.x0 - margin < self.x1
            and self.y0 - margin < other.y1
            and other.y0 - margin < self.y1
        )


def standing_in(region: Rect, words: Iterable[Word]) -> list[Word]:
    """The words whose middle lies inside."""
    x0, y0, x1, y1 = region
    return [w for w in words if y0 <= w.base - 0.3 * w.size <= y1 and x0 <= (w.x0 + w.x1) / 2 <= x1]


def around(rects: list[Rect]) -> Rect:
    """The smallest rectangle that holds all of them."""
    return Rect(min(r.x0 for r in rects), min(r.y0 for r in rects), max(r.x1 for r in rects), max(r.y1 for r in rects))


@dataclass(frozen=True, slots=True)
class Page:
    """One page in the frame in which most of its text reads from left to right.

    `turn` is the quarter turns (counter-clockwise) of that text on the page as displayed, `width` and `height` are of
    the turned frame. `pictures` are the regions of figures. `skew` is by how many degrees (counter-clockwise) a
    scanned page was straightened.
    """

    number: int
    width: float
    height: float
    pictures: list[Rect]
    turn: int = 0
    skew: float = 0.0

    def box(self, rect: Rect) -> Box:
        """The rectangle on the page as displayed, without the turn."""
        rect = self._slanted(rect) if self.skew else rect
        xa, ya = unturned(rect.x0, rect.y0, self.turn, self.width, self.height)
        xb, yb = unturned(rect.x1, rect.y1, self.turn, self.width, self.height)
        return Box(
            self.number, round(min(xa, xb), 2), round(min(ya, yb), 2), round(max(xa, xb), 2), round(max(ya, yb), 2)
        )

    def _slanted(self, rect: Rect) -> Rect:
        """The rectangle with its middle where it was before the page was straightened."""
        x, y = (rect.x0 + rect.x1 - self.width) / 2, (rect.y0 + rect.y1 - self.height) / 2
        cos, sin = math.cos(math.radians(self.skew)), math.sin(math.radians(self.skew))
        dx, dy = cos * x - sin * y - x, sin * x + cos * y - y
        return Rect(rect.x0 + dx, rect.y0 + dy, rect.x1 + dx, rect.y1 + dy)


def turned(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A displayed point in the frame turned by `turn` quarters; `width` and `height` are those displayed."""
    if turn == 0:
        return x, y
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turn]


def unturned(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """The displayed point of one in the turned frame; `width` and `height` are of the turned frame."""
    if turn == 0:
        return x, y
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]
