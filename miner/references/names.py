"""Authors at the start of a reference: where the names end, and their surnames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["inverted", "direct", "compact", "full"]

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-Я"
_PARTICLE = (
    r"(?:(?:[vV]an|[vV]on|[vV]\.|[dD]e|[dD]er|[dD]en|[dD]i|[dD]a|[dD]el|[dD]ella|[dD]os|[dD]u|[lL]a|[lL]e|[eE]l|[aA]l|[tT]en|[tT]er"
    r"|[zZ]u|[zZ]ur|’t|St\.)[\s’'-]\s?)"
)
_WORD = rf"(?:[dDlLO]['’´`])?[{_UP}][\w´`¨ˆ˜]*(?:['’´`][\w]+)?(?:[-‐‑–][\w'’´`]+)*"
_SURNAME = rf"{_PARTICLE}{{0,3}}{_WORD}"
_SURNAMES = rf"{_SURNAME}(?:\s(?!and\b|et\b){_WORD}){{0,2}}"
_INITIAL = rf"[{_UP}](?:[a-z]{{0,2}}\.|\.)"
_INITIALS = rf"{_INITIAL}(?:[\s‐‑–-]*{_INITIAL}|[\s]?[-‐‑–]\s?[A-Za-z]\.)*"
_BARE = rf"[{_UP}](?:[\s-]?[{_UP}]){{0,3}}(?![\w’'])"
_GIVEN = rf"[{_UP}][\w'’]+(?:[-‐‑][\w]+)*(?:\s(?:{_INITIAL}|[{_UP}](?![\w’'])|[{_UP}][\w'’-]+))*?"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)?"
_STOP = r"(?=\s*(?:[,;:.(&\[“\"‘«]|and\b|et\b|und\b|\d{4}|$))"
_NAMES: dict[str, re.Pattern[str]] = {
    "inverted": re.compile(
        rf"(?P<s>{_SURNAMES}),\s?(?:{_INITIALS}|{_BARE}(?=\s*[,;.&(]|\s+and)){_SUFFIX}(?:\s{_PARTICLE}+)?"
    ),
    "direct": re.compile(rf"{_INITIALS}\s?(?:[A-Z]\s)?(?P<s>{_SURNAMES}){_SUFFIX}{_STOP}"),
    "compact": re.compile(rf"(?P<s>{_SURNAMES})\s(?:{_BARE}|{_INITIALS}){_SUFFIX}{_STOP}"),
    "mla": re.compile(rf"(?P<s>{_SURNAME}),\s{_GIVEN}{_STOP}"),
    "full": re.compile(rf"{_GIVEN}\s(?P<s>{_SURNAME}){_SUFFIX}{_STOP}"),
}
_ORDERS: dict[Form, tuple[str, ...]] = {
    "inverted": ("inverted", "direct", "compact", "mla", "full"),
    "direct": ("direct", "inverted", "full", "compact"),
    "compact": ("compact", "inverted", "direct"),
    "full": ("mla", "full", "direct", "inverted", "compact"),
}
_JOINT = re.compile(
    r"\s*[,;]?\s*(?:(?:\.\s?){2,}|…)\s*,?\s*(?:&|and)?\s*|\s*[,;]?\s*(?:&|\band\b|\bund\b|\bet\b(?!\.?\s?al)|\by\b)\s*|\s*[,;]\s*"
)
_AND_OTHERS = re.compile(r"\s*[,;]?\s*(?:(?:and|&)\s+)?(?:et\.?\s?al\b\.?|and others|(?:\.\s?){3}|…)")
_EDITORS = re.compile(r"\s*,?\s*\(?(?:eds?\.|editors?|hrsg\.)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Authors:
    """Surnames in order, the offset where the names end, and the form of the first name."""

    surnames: tuple[str, ...]
    end: int
    form: Form


def read_authors(text: str, form: Form | None = None) -> Authors:
    """The authors at the start of `text`; the form that the list prefers is tried first. No names: `end` is 0."""
    if form:
        found = _read(text, form)
        if found.surnames:
            return found
    return max((_read(text, other) for other in _ORDERS), key=lambda found: (found.end, len(found.surnames)))


def _read(text: str, form: Form) -> Authors:
    surnames: list[str] = []
    at = end = 0
    order = _ORDERS[form]
    while match := next((m for kind in order if (m := _NAMES[kind].match(text, at))), None):
        surnames.append(" ".join(match["s"].split()))
        end = match.end()
        if others := _AND_OTHERS.match(text, end):
            if not (joint := _JOINT.match(text, end)) or not re.match(r".*(?:&|and)\s*$", joint[0], re.DOTALL):
                end = others.end()
                break
        joint = _JOINT.match(text, end)
        if not joint or not joint[0].strip():
            break
        at = joint.end()
    if surnames and (editors := _EDITORS.match(text, end)):
        end = editors.end()
    return Authors(tuple(surnames), end, form)
