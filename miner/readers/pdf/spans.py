"""A page's characters cut to words: at blanks, where the font changes, and at gaps that have no blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from miner.readers.pdf.accents import MARKS, accented
from miner.readers.pdf.characters import Characters, Numbers
from miner.readers.pdf.page import Font, Word

# Between characters of a word, in ems; a word space is 0.2 at its tightest.
_GAP = 0.16
# Ems by which a word without a gap may be narrower, by kerning, or wider than its characters.
_KERNED, _SPREAD = -0.12, 0.04
# Ligatures and what pdfium writes for a hyphen at a line's end.
_SPELLED = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xFFFE: "-",
    0x2: "-",
    0x2010: "-",
    0x2011: "-",
    0xB5: "μ",
    0x2126: "Ω",
}
_IGNORED = (0, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060)
_BLANK = (9, 10, 13, 32, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_BMP = 0x10000
_SPELLING: dict[int, str | None] = {code: chr(0xF000 + code) for code in range(32)} | _SPELLED | dict.fromkeys(_IGNORED)


def _among(codes: Iterable[int]) -> npt.NDArray[np.bool_]:
    """For each code whether it is one of these."""
    table = np.zeros(_BMP, bool)
    table[list(codes)] = True
    return table


_IS_BLANK, _IS_INK, _IS_MARK = _among(_BLANK), ~_among((*_BLANK, *_IGNORED)), _among(map(ord, MARKS))

Floats = npt.NDArray[np.float32]


class Run(NamedTuple):
    """The characters `start` to `end` of a page, of one text object: one font, one size and one direction.

    `turn` is in quarters, -1 for a slant; `base` is the baseline in the turned frame.
    `face` tells fonts of one name apart; `width` is the size along the text, for letters may be stretched.
    """

    start: int
    end: int
    turn: int
    base: float
    size: float
    font: Font
    face: int
    width: float


class _Ink:
    """The visible characters of runs as arrays: the place of each on the page, its code, its run and the run's values.

    `blanks` counts the blanks before each, `trailing` those up to the end of each run.
    """

    def __init__(self, characters: Characters, runs: Sequence[Run]) -> None:
        codes = np.frombuffer(characters.text.encode("utf-32-le", "surrogatepass"), np.uint32)
        owner = np.full(len(codes), -1)
        for number, run in enumerate(runs):
            owner[run.start : run.end] = number
        basic = np.minimum(codes, _BMP - 1)  # beyond are letters, and the last code is none
        count = np.cumsum((owner >= 0) & _IS_BLANK[basic])
        self.characters = characters
        self.at = np.flatnonzero((owner >= 0) & _IS_INK[basic])
        self.marked = _IS_MARK[basic[self.at]]
        self.codes, self.run = codes[self.at], owner[self.at]
        self.blanks, self.trailing = count[self.at], count[[run.end - 1 for run in runs]]
        self.turns = np.array([max(run.turn, 0) for run in runs])[self.run]
        self.heights = np.array([run.size for run in runs])[self.run]
        self.ems = np.array([run.width for run in runs])[self.run]
        self.faces = np.array([run.face for run in runs])[self.run]

    def edges(self, which: Numbers) -> tuple[Floats, Floats]:
        """The left and right edges of these of them."""
        return self.characters.edges(self.at[which], self.turns[which])

    def widths(self) -> Floats:
        """The width of each: that of the first of its font and code, in proportion to the size."""
        kinds = self.faces << 32 | self.codes.astype(np.int64)
        _, first, kind = np.unique(kinds, return_index=True, return_inverse=True)
        left, right = self.edges(first)
        return ((right - left) / self.ems[first])[kind] * self.ems


def split_words(characters: Characters, runs: Sequence[Run]) -> list[Word]:
    """The words of runs, in order."""
    ink = _Ink(characters, runs) if runs else None
    if ink is None or not len(ink.at):
        return []
    starts = np.flatnonzero(np.r_[True, (np.diff(ink.run) != 0) | (np.diff(ink.blanks) != 0)])
    ends = np.r_[starts[1:], len(ink.at)]
    edges = ink.edges(np.r_[starts, ends - 1])
    x0, x1 = edges[0][: len(starts)], edges[1][len(starts) :]
    spaced = ink.trailing[ink.run[starts]] > ink.blanks[ends - 1]
    parted = _parted(ink, starts, ends, x1 - x0)
    places = zip(ink.at[starts].tolist(), (ink.at[ends - 1] + 1).tolist(), strict=True)
    texts = [characters.text[first:end] for first, end in places]
    texts = [text if text.isascii() and text.isprintable() else text.translate(_SPELLING) for text in texts]
    styles = [runs[number] for number in ink.run[starts].tolist()]
    bases, sizes, fonts = ([getattr(run, name) for run in styles] for name in ("base", "size", "font"))
    values = zip(texts, x0.tolist(), x1.tolist(), bases, sizes, fonts, spaced.tolist(), repeat(""), repeat(1.0))
    words = list(map(tuple.__new__, repeat(Word), values))  # what Word(...) does, in a third of the time
    for index, parts in reversed(parted.items()):
        whole = words[index]
        words[index : index + 1] = [Word(*part, *whole[3:6]) for part in parts]
        words[index + len(parts) - 1] = words[index + len(parts) - 1]._replace(spaced=whole.spaced)
    return words


Part = tuple[str, float, float]


def _parted(ink: _Ink, starts: Numbers, ends: Numbers, extents: Floats) -> dict[int, list[Part]]:
    """The parts of the words that need a look at each character, by the words' places, in order."""
    doubtful = _doubtful(ink, starts, ends, extents)
    which = np.flatnonzero(np.repeat(doubtful, ends - starts))
    lefts, rights = (side.tolist() for side in ink.edges(which))
    codes, gaps = ink.codes[which].tolist(), (_GAP * ink.heights[starts[doubtful]]).tolist()
    places, lengths = np.flatnonzero(doubtful).tolist(), (ends - starts)[doubtful].tolist()
    found, at = {}, 0
    for index, length, gap in zip(places, lengths, gaps, strict=True):
        part = slice(at, at + length)
        found[index] = list(_parts(codes[part], lefts[part], rights[part], gap))
        at += length
    return found


def _doubtful(ink: _Ink, starts: Numbers, ends: Numbers, extents: Floats) -> npt.NDArray[np.bool_]:
    """Which words may have gaps, for their extent is not that of their characters, or have accents of their own."""
    excess = (extents - np.add.reduceat(ink.widths(), starts)) / ink.ems[starts]
    marked = np.logical_or.reduceat(ink.marked, starts)
    return (ends - starts > 1) & (marked | (excess < _KERNED) | (excess > _SPREAD))


def _parts(codes: Sequence[int], lefts: Sequence[float], rights: Sequence[float], gap: float) -> Iterator[Part]:
    """Characters without blanks parted at gaps, each part with its extent."""
    first = 0
    for i in range(1, len(codes) + 1):
        if i == len(codes) or lefts[i] - rights[i - 1] > gap or lefts[i] < lefts[first]:
            text = [chr(code).translate(_SPELLING) for code in codes[first:i]]
            edges = list(zip(lefts[first:i], rights[first:i], strict=True))
            yield accented(text, edges), lefts[first], rights[i - 1]
            first = i
