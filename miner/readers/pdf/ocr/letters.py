"""A recognised line beside its ink: baseline, size, and which letters are lowered or raised.

Recognition gives characters and about where each stands; the ink says how high.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Literal, NamedTuple

import cv2
import numpy as np

from miner.readers.pdf.ocr.image import Image
from miner.readers.pdf.page import Font, Rect, Word

_ON_LINE = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZabcdefhiklmnorstuvwxz0123456789")
_TALL = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZbdfhkl0123456789")
_CAPITAL = 0.67  # ems from the baseline to the top of a capital, over the usual faces
_SPECK = 4  # pixels
_SCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−0123456789+−")
_RAISED, _LOWERED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), frozenset("₀₁₂₃₄₅₆₇₈₉₊₋")
Kind = Literal["", "sub", "sup"]


class Letter(NamedTuple):
    """A recognised character and the middle of its place, in pixels; `first` says that a space stands before it."""

    character: str
    middle: float
    first: bool = False


class Ink(NamedTuple):
    """The box around the ink of one letter, in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of characters with its box, in pixels of the straightened page, and how sure they are, from 0 to 1."""

    letters: tuple[Letter, ...]
    box: Rect
    confidence: float


class Measured(NamedTuple):
    """A line's baseline and size in pixels, the thickness of its strokes in ems, and the ink of each letter."""

    base: float
    size: float
    stroke: float
    inks: tuple[Ink | None, ...]


def measured(line: Recognised, inked: Image) -> Measured:
    """The line's letters found in the ink; without any, its box gives baseline and size."""
    x0, y0 = max(0, int(line.box.x0)), max(0, int(line.box.y0))
    part = np.ascontiguousarray(inked[y0 : int(line.box.y1) + 1, x0 : int(line.box.x1) + 1])
    inks = _fitted(line.letters, [Ink(i.x0 + x0, i.y0 + y0, i.x1 + x0, i.y1 + y0) for i in _inks(part)])
    pairs = [(letter.character, i) for letter, i in zip(line.letters, inks, strict=True) if i]
    feet = [i.y1 for character, i in pairs if character in _ON_LINE]
    base = median(feet) if feet else line.box.y1 - 0.22 * (line.box.y1 - line.box.y0)
    tall = [base - i.y0 for character, i in pairs if character in _TALL and abs(i.y1 - base) < 0.2 * (base - i.y0)]
    size = median(tall) / _CAPITAL if tall else 0.85 * (line.box.y1 - line.box.y0)
    return Measured(base, size, _stroke(part) / size, inks)


def _inks(part: Image) -> list[Ink]:
    """The ink of a line from left to right; what stands over one another (the dot of an i) is one."""
    stats = cv2.connectedComponentsWithStats(part, connectivity=8)[2][1:]
    out: list[Ink] = []
    for x, y, w, h, area in sorted(stats.tolist()):
        if area < _SPECK:
            continue
        last = out[-1] if out else None
        if last and min(last.x1, x + w) - max(last.x0, x) > 0.5 * min(w, last.x1 - last.x0):
            out[-1] = Ink(min(last.x0, x), min(last.y0, y), max(last.x1, x + w), max(last.y1, y + h))
        else:
            out.append(Ink(x, y, x + w, y + h))
    return out


def _fitted(letters: tuple[Letter, ...], inks: list[Ink]) -> tuple[Ink | None, ...]:
    """The ink of each letter, word by word: one after the other where there are as many, else the one in its place."""
    found: list[Ink | None] = []
    starts = [i for i, letter in enumerate(letters) if letter.first or i == 0]
    for start, end in zip(starts, [*starts[1:], len(letters)], strict=True):
        low = (letters[start - 1].middle + letters[start].middle) / 2 if start else -1e9
        high = (letters[end - 1].middle + letters[end].middle) / 2 if end < len(letters) else 1e9
        within = [ink for ink in inks if low <= (ink.x0 + ink.x1) / 2 < high]
        if len(within) == end - start:
            found += within
        else:
            found += [_around(letter.middle, within) for letter in letters[start:end]]
    return tuple(found)


def _around(middle: float, inks: list[Ink]) -> Ink | None:
    return next((ink for ink in inks if ink.x0 <= middle <= ink.x1), None)


def _stroke(part: Image) -> float:
    """The thickness of strokes in pixels: twice the ink over its outline."""
    outline = int(part.sum()) - int(cv2.erode(part, np.ones((3, 3), np.uint8)).sum())
    return 2 * int(part.sum()) / outline if outline else 0.0


def words(line: Recognised, measure: Measured, font: Font, size: float, scale: float) -> list[Word]:
    """The line as words in points, scripts apart from what they stand beside; `size` is in points."""
    kinds: list[Kind] = [
        _kind(letter.character, ink, measure) for letter, ink in zip(line.letters, measure.inks, strict=True)
    ]
    kinds = _spread(line.letters, kinds)
    edges = _edges(line, measure)
    out: list[Word] = []
    start = 0
    for at in range(1, len(kinds) + 1):
        ends = at == len(kinds)
        if not ends and kinds[at] == kinds[start] and not line.letters[at].first:
            continue
        text = "".join(letter.character for letter in line.letters[start:at]).translate(_SCRIPTS)
        spaced = not ends and line.letters[at].first
        x0, x1 = edges[start][0] / scale, edges[at - 1][1] / scale
        height = 0.65 * size if kinds[start] else size
        out.append(Word(text, x0, max(x1, x0), measure.base / scale, height, font, spaced, kinds[start]))
        start = at
    return out


def _kind(character: str, ink: Ink | None, measure: Measured) -> Kind:
    """Whether a letter is lowered or raised, by what the recogniser says or by its foot and its height."""
    if character in _RAISED or character in _LOWERED:
        return "sup" if character in _RAISED else "sub"
    if ink is None or character not in _ON_LINE:
        return ""
    foot, height = (ink.y1 - measure.base) / measure.size, (ink.y1 - ink.y0) / measure.size
    usual = _CAPITAL if character in _TALL else 0.47
    if height > 0.85 * usual:
        return ""
    return "sub" if foot > 0.08 else "sup" if foot < -0.16 else ""


def _spread(letters: tuple[Letter, ...], kinds: list[Kind]) -> list[Kind]:
    """Signs between or before raised digits are raised too ("12,13", "−1")."""
    out = list(kinds)
    for at in range(len(letters) - 2, -1, -1):
        follows = out[at + 1] == "sup" and not letters[at + 1].first
        leads = letters[at].character in "-−–+" and not letters[at].first
        between = letters[at].character in ",-–−" and at > 0 and out[at - 1] == "sup"
        if not out[at] and follows and (leads or between):
            out[at] = "sup"
    return out


def _edges(line: Recognised, measure: Measured) -> list[tuple[float, float]]:
    """The left and right edge of each letter: those of its ink, else about its middle."""
    half = 0.2 * measure.size
    return [
        (ink.x0, ink.x1) if ink else (letter.middle - half, letter.middle + half)
        for letter, ink in zip(line.letters, measure.inks, strict=True)
    ]
