"""Whether two names of a journal can be one, an abbreviation and the full name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

Likeness = Literal["same", "other", "unknown"]
_IDLE = {"a", "and", "for", "in", "of", "on", "the"}


def compare_journals(printed: str, known: Iterable[str]) -> Likeness:
    """Compare what is printed with the names of a journal: "J. Power Sources" and "Journal of Power Sources" are one.

    Unknown where one name has more words ("Angew. Chem.", "Angewandte Chemie International Edition").
    """
    words = _words(printed)
    found = [_pair(words, other) for name in known if (other := _words(name))]
    if not words or not found:
        return "unknown"
    return "same" if "same" in found else "unknown" if "unknown" in found else "other"


def _pair(a: Sequence[str], b: Sequence[str]) -> Likeness:
    short, long = sorted((a, b), key=len)
    if len(short) == len(long) and all(map(_abbreviates, short, long)):
        return "same"
    if "".join(short) in ("".join(long), "".join(word[0] for word in long)):
        return "same"
    rest = iter(long)
    return "unknown" if all(any(_abbreviates(word, other) for other in rest) for word in short) else "other"


def _abbreviates(a: str, b: str) -> bool:
    """Whether one word begins the other, or leaves out letters of it ("Natl", "Int'l")."""
    short, long = sorted((a, b), key=len)
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("&", " ")).lower().replace("'", "")
    return [word for word in re.findall(r"[^\W_]+", plain) if word not in _IDLE]
