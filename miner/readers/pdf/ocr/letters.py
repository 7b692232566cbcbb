"""A recognised line beside its ink: baseline, size, and which letters are lowered or raised.

Recognition gives characters and about where each stands; the ink says how high.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, NamedTuple

import cv2
import numpy as np

from miner.readers.pdf.ocr.image import Image
from miner.readers.pdf.page import Font, Rect, Word

_ON_LINE = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZabcdefhiklmnorstuvwxz")
_TALL = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZbdfhkl")
_DIGITS = frozenset("0123456789")
_BELOW = frozenset("gpqy")
# In ems, over the usual faces: the height of a capital, of a small letter with what hangs below the line, of that.
_CAPITAL, _DEEP, _DESCENT = 0.67, 0.66, 0.21
_OF_BOX = 0.82  # the size over the height of the box that recognition puts around a line
_SPECK = 4  # pixels
_SLANTS = (-0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35)  # tangents; italics lean by 0.2 to 0.3
_LEANS = 0.15
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
    """A line's baseline and size in pixels, the thickness of its strokes in ems, its slant, the ink of each letter."""

    base: float
    size: float
    stroke: float
    leans: bool
    inks: tuple[Ink | None, ...]


def measured(line: Recognised, inked: Image) -> Measured:
    """The line's letters found in the ink; where few are found, its box gives baseline and size."""
    x0, y0 = max(0, int(line.box.x0)), max(0, int(line.box.y0))
    part = np.ascontiguousarray(inked[y0 : int(line.box.y1) + 1, x0 : int(line.box.x1) + 1])
    inks = _fitted(line.letters, [Ink(i.x0 + x0, i.y0 + y0, i.x1 + x0, i.y1 + y0) for i in _inks(part)])
    base, size = _base_and_size(line, inks)
    return Measured(base, size, _stroke(part) / size, _leans(part), inks)


def _base_and_size(line: Recognised, inks: Sequence[Ink | None]) -> tuple[float, float]:
    """From letters that stand on the baseline, else from those that hang below it, digits, or the box."""
    pairs = [(letter.character, ink) for letter, ink in zip(line.letters, inks, strict=True) if ink]
    boxed = _OF_BOX * line.box.height
    if len(pairs) < 0.5 * len(line.letters):
        return line.box.y1 - 0.25 * boxed, boxed
    for feet in (_ON_LINE, _BELOW, _DIGITS):
        if not (standing := [ink for character, ink in pairs if character in feet]):
            continue
        if feet is _BELOW:
            size = median(ink.y1 - ink.y0 for ink in standing) / _DEEP
            return median(ink.y1 for ink in standing) - _DESCENT * size, size
        base = median(ink.y1 for ink in standing)
        tall = [base - i.y0 for c, i in pairs if c in _TALL | _DIGITS and abs(i.y1 - base) < 0.2 * (base - i.y0)]
        return base, median(tall) / _CAPITAL if tall else boxed
    return line.box.y1 - 0.25 * boxed, boxed


def _inks(part: Image) -> list[Ink]:
    """The ink of a line from left to right; what stands over one another (the dot of an i) is one."""
    stats = cv2.connectedComponentsWithStats(part, connectivity=8)[2][1:]
    height = part.shape[0]
    out: list[Ink] = []
    for x, y, w, h, area in sorted(stats.tolist()):
        middle = (y + h / 2) / height
        beyond = (y == 0 and middle < 0.25) or (y + h == height and middle > 0.75)  # of the line above or below
        if area < _SPECK or beyond:
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


def _leans(part: Image) -> bool:
    """Whether the strokes stand upright only after the line is sheared: it is set in italics."""
    height, width = part.shape
    if width < 2 * height:
        return False

    def contrast(slant: float) -> float:
        matrix = np.array([[1.0, slant, 0.0], [0.0, 1.0, 0.0]])
        sheared = cv2.warpAffine(part * 255, matrix, (width + height, height), flags=cv2.INTER_LINEAR)
        return round(float((sheared.sum(axis=0, dtype=np.float64) ** 2).sum()), 3)

    return max(_SLANTS, key=contrast) >= _LEANS


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
        x0, x1 = edges[start][0] / scale, (edges[at - 1][1] if ends or spaced else edges[at][0]) / scale
        height = 0.65 * size if kinds[start] else size
        out.append(Word(text, x0, max(x1, x0), measure.base / scale, height, font, spaced, kinds[start]))
        start = at
    return out


def _kind(character: str, ink: Ink | None, measure: Measured) -> Kind:
    """Whether a letter is lowered or raised, by what the recogniser says or by its foot and its height."""
    if character in _RAISED or character in _LOWERED:
        return "sup" if character in _RAISED else "sub"
    if ink is None or character not in _DIGITS:  # of letters the ink is not sure enough
        return ""
    foot, height = (ink.y1 - measure.base) / measure.size, (ink.y1 - ink.y0) / measure.size
    if height > 0.85 * _CAPITAL:
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
