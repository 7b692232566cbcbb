"""Entries that list several works: "a) ...; b) ..." as Wiley's journals do, or works with only a semicolon between."""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_lowercase

from miner.references.names import read_authors

_LETTER = re.compile(r"(?:^|(?<=[;.,]\s))\(?([a-z])\)\s*")
# What ends a work: a page or a year, and after the semicolon the names of the next.
_NEXT = re.compile(r"(?<=[\d)])\.?;\s+(?=[^\W\d])")
_PLACED = re.compile(r"\b(?:1[89]|20)\d\d\b.*\d")


def works_of(printed: str) -> list[str]:
    """The works that an entry lists, in order, without letters before them; most entries list one."""
    lettered = _lettered(printed)
    return lettered if len(lettered) > 1 else _joined(printed)


def _lettered(printed: str) -> list[str]:
    """The parts after a), b), c) and on, as far as the letters follow each other."""
    if not _LETTER.match(printed):
        return [printed]
    marks, expected = [], iter(ascii_lowercase)
    letter = next(expected)
    for match in _LETTER.finditer(printed):
        if match[1] == letter:
            marks.append(match)
            letter = next(expected, "")
    ends = [*(mark.start() for mark in marks), len(printed)]
    return [printed[mark.end() : end].strip(" ;,") for mark, (_, end) in zip(marks, pairwise(ends), strict=True)]


def _joined(printed: str) -> list[str]:
    """The works between semicolons, each of which begins with names and has a year and a page."""
    works = _NEXT.split(printed) if ";" in printed else []
    if len(works) > 1 and all(read_authors(work).surnames and _PLACED.search(work) for work in works):
        return works
    return [printed]
