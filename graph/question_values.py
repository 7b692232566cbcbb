"""The numbers in a question that are parameters: since which year, how many, by which factor, at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_YEAR = r"(?:the )?(?:year )?((?:19|20)\d\d)\b"
_COUNTS = {"three": 3, "five": 5, "ten": 10, "twenty": 20}
_SINCE = re.compile(rf"\b(?:since|from|starting (?:in|from|with)|as of) {_YEAR}(?:(?: and)? (?:on(?:wards?)?|later))?", re.I)
_AFTER = re.compile(rf"\b(?:after|later than|newer than|more recent than|post) ?{_YEAR}", re.I)
_TOP = re.compile(rf"\btop[- ](\d{{1,4}}|{'|'.join(_COUNTS)})\b", re.I)
_FACTOR = re.compile(r"\bfactor (?:of )?(\d+(?:\.\d+)?)|\b(\d+(?:\.\d+)?)[- ]?(?:fold|times|x)\b", re.I)
_BELIEF = re.compile(
    r"\b(?:belief|confidence|certainty|probability)(?: \w+)?(?: of)?(?: (?:above|over|at least)| ?[>≥]=?) ?(0?\.\d+|\d+ ?%)"
    r"|(?:above|over|at least|[>≥]=?) ?(0?\.\d+|\d+ ?%) (?:belief|confidence|certainty|probability)",
    re.I,
)
# "C/5", "1C"; a temperature has a degree sign, and carbon no number before it.
_RATE = re.compile(r"(?<![\w.])(?:(\d+(?:\.\d+)?) ?[Cc](?![\w/+°-])|(C/\d+(?:\.\d+)?)\b)(?: rates?)?")
# Years that no query takes: they are told as left out.
_OTHER_YEAR = re.compile(rf"\b(?:in|before|until|till|by|during|up to|between) {_YEAR}(?: and {_YEAR})?", re.I)


@dataclass(frozen=True, slots=True)
class Value:
    """The `value` of the parameter `name` as `printed` in a question; a name that no query has is left out."""

    start: int
    end: int
    name: str
    value: Any
    printed: str


def values(question: str) -> list[Value]:
    return list(_values(question))


def _values(question: str) -> Iterator[Value]:
    for name, pattern, read in (
        ("since", _SINCE, int),
        ("since", _AFTER, lambda printed: int(printed) + 1),
        ("top", _TOP, lambda printed: _COUNTS.get(printed.lower()) or int(printed)),
        ("factor", _FACTOR, float),
        ("belief", _BELIEF, _share),
        ("condition", _RATE, lambda printed: printed if "/" in printed else f"{printed} C"),
        ("year", _OTHER_YEAR, int),
    ):
        for match in pattern.finditer(question):
            printed = next(group for group in match.groups() if group)
            yield Value(match.start(), match.end(), name, read(printed), match[0])


def _share(printed: str) -> float:
    return float(printed.rstrip(" %")) / (100 if printed.endswith("%") else 1)
