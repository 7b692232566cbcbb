"""The numbers in a question that are parameters: since which year, how many, by which factor, at which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_YEAR = r"(?:the )?(?:year )?((?:19|20)\d\d)\b"
_NUMERALS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_COUNTS = {numeral: count for count, numeral in enumerate(_NUMERALS.split(), start=2)} | {"twenty": 20}
_ON = r"(?:(?: and)? (?:on(?:wards?)?|later))?"
_SINCE = re.compile(rf"\b(?:since|from|starting (?:in|from|with)|as of) {_YEAR}{_ON}", re.I)
_AFTER = re.compile(rf"\b(?:after|later than|newer than|more recent than|post) ?{_YEAR}", re.I)
_COUNT = rf"\d{{1,4}}|{'|'.join(_COUNTS)}"
_TOP = re.compile(
    rf"\btop[- ]({_COUNT})\b|\b({_COUNT})(?= (?:best|most|highest|largest|lowest|strongest)\b)"
    rf"|\b(?:which|the|list|show|name|give(?: me)?) ({'|'.join(_COUNTS)}|\d\d?)(?= [a-z])",
    re.I,
)
_APART = r"(?:[- ]?fold\b|(?: times|x) (?:apart|as|larger|higher|more|the)\b)"
_FACTOR = re.compile(rf"\bfactor (?:of )?(\d+(?:\.\d+)?)|\b(\d+(?:\.\d+)?){_APART}", re.I)
_SURE, _SHARE = r"(?:belief|confidence|certainty|probability)", r"(?:above|over|at least|of|[>≥]=?) ?(0?\.\d+|\d+ ?%)"
_BELIEF = re.compile(rf"\b{_SURE}(?: of)? ?{_SHARE}|{_SHARE} {_SURE}", re.I)
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
    """All such numbers in a question."""
    return list(_values(question))


def _values(question: str) -> Iterator[Value]:
    for name, pattern, read in (
        ("since", _SINCE, int),
        ("since", _AFTER, lambda printed: int(printed) + 1),
        ("top", _TOP, lambda printed: _COUNTS.get(printed.lower()) or int(printed)),
        ("factor", _FACTOR, float),
        ("belief", _BELIEF, _as_share),
        ("condition", _RATE, lambda printed: printed if "/" in printed else f"{printed} C"),
        ("year", _OTHER_YEAR, int),
    ):
        for match in pattern.finditer(question):
            printed = next(group for group in match.groups() if group)
            yield Value(match.start(), match.end(), name, read(printed), match[0])


def _as_share(printed: str) -> float:
    return float(printed.rstrip(" %")) / (100 if printed.endswith("%") else 1)
