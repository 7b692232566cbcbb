"""Numbers of cycles in words: "fifty cycles", "two thousand cycles"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_LARGE = {"hundred": 100, "thousand": 1000}
# The first few cycles in words are steps of a protocol.
_CYCLES = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})|(?:(?P<ones>{'|'.join(_ONES)}) )?(?P<large>{'|'.join(_LARGE)}))"
    r"(?: \w+)? cycles\b",
    re.IGNORECASE,
)


def worded_cycles(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Where a text gives a number of cycles in words, with the number."""
    for match in _CYCLES.finditer(text):
        tens, ones, large = ((match[name] or "").lower() for name in ("tens", "ones", "large"))
        yield match, _TENS.get(tens) or _ONES.get(ones, 1) * _LARGE[large]
