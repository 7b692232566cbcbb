"""Accents that are set as characters of their own over a letter ("Mitelu¸t", "A˚") put together with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from miner.readers.pdf.page import Word

# Spacing accent to combining one.
_COMBINING = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}


MARKS = frozenset(_COMBINING)
_DOTTED = {"ı": "i", "ȷ": "j"}


def accented(text: Sequence[str], edges: Sequence[tuple[float, float]]) -> str:
    """The characters of a word, given the edges of each, with its accents on the letters they stand over."""
    if MARKS.isdisjoint(text):
        return "".join(text)
    out = list(text)
    for i, char in enumerate(text):
        if char in _COMBINING:
            host = _under(edges, i, text)
            if host is not None:
                out[host] = unicodedata.normalize("NFC", _DOTTED.get(out[host], out[host]) + _COMBINING[char])
                out[i] = ""
    return "".join(out)


def _under(edges: Sequence[tuple[float, float]], index: int, text: Sequence[str]) -> int | None:
    """The letter beside an accent that its middle stands over."""
    middle = sum(edges[index]) / 2
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(text) and text[i].isalpha()]
    return next((i for i in near if edges[i][0] <= middle <= edges[i][1]), None)


def composed(words: list[Word]) -> list[Word]:
    """Words with the accents among them that stand over a letter of another word put on it."""
    marks = [w for w in words if w.text in _COMBINING]
    if not marks:
        return words
    changed: dict[int, Word] = {}
    gone: set[int] = set()
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        for index, word in enumerate(words):
            over = abs(word.base - mark.base) < 0.5 * mark.size and word.x0 - 0.5 <= middle <= word.x1 + 0.5
            if over and word is not mark and word.text not in _COMBINING:
                changed[index] = _marked(changed.get(index, word), middle, _COMBINING[mark.text])
                gone.add(id(mark))
                break
    return [changed.get(i, w) for i, w in enumerate(words) if id(w) not in gone]


def _marked(word: Word, middle: float, accent: str) -> Word:
    at = int((middle - word.x0) / max(word.x1 - word.x0, 0.1) * len(word.text))
    at = min(max(at, 0), len(word.text) - 1)
    letter = _DOTTED.get(word.text[at], word.text[at])
    text = word.text[:at] + letter + accent + word.text[at + 1 :]
    return word._replace(text=unicodedata.normalize("NFC", text))
