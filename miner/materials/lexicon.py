"""Phrases of a vocabulary found in a text, spaces and hyphens being the same and capitals as the phrase demands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Generic, TypeVar

Entry = TypeVar("Entry")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−⁃"), "-")
_SCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₓ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789x0123456789+-")
_WORD = re.compile(r"[^\W_]+")
# What may have a plural ("sodium titanates"): a word, not a symbol or an abbreviation.
_COUNTED = re.compile(r"[a-z]{4}$")


def level(text: str) -> str:
    """The text with plain hyphens and digits, character for character."""
    return text.translate(_DASHES).translate(_SCRIPTS)


# "TiN" is no tin.
_MIXED = re.compile(r"[a-z][A-Z]")


class Lexicon(Generic[Entry]):
    """Entries by phrase; a phrase with capitals is matched with them, one without in any case."""

    def __init__(self) -> None:
        # By the first word in small letters: the phrase, the same in small letters, whether it has a plural, its entry.
        self._by_first: dict[str, list[tuple[str, str, bool, Entry]]] = {}

    def add(self, phrase: str, entry: Entry) -> None:
        """Let `phrase` stand for `entry`; of two entries for a phrase the first is kept."""
        key = level(phrase).replace("-", " ")
        first = _WORD.search(key)
        if first:
            same = self._by_first.setdefault(first.group().lower(), [])
            same.append((key, key.lower(), _COUNTED.search(key) is not None, entry))
            same.sort(key=lambda item: -len(item[0]))

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """The longest phrase at each word of a text: (start, end, entry), overlaps included, also as plurals."""
        spaced = level(text).replace("-", " ")
        lowered = spaced.lower() if len(spaced.lower()) == len(spaced) else spaced
        for word in _WORD.finditer(lowered):
            start = word.start()
            for phrase, small, counted, entry in self._by_first.get(word.group(), ()):
                if lowered.startswith(small, start) and _has_capitals(phrase, spaced, word):
                    end = start + len(phrase)
                    end += counted and lowered[end : end + 1] == "s"
                    if not lowered[end : end + 1].isalnum():
                        yield start, end, entry
                        break


def _has_capitals(phrase: str, spaced: str, word: re.Match[str]) -> bool:
    """A capital in the phrase's first word must be there; later words may be capitalised as in a heading."""
    first = phrase[: word.end() - word.start()]
    if first == first.lower():
        return not _MIXED.search(spaced, word.start(), word.end())
    return spaced.startswith(first, word.start())
