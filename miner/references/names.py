"""Authors at the start of a reference: where the names end, and their surnames."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from miner.references.journals import is_journal_word
from miner.vocabulary import entries

Form = Literal["inverted", "direct", "compact", "undotted", "full"]

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-Я"
_PARTICLE = (
    r"(?:(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]i|[dD]a|[dD]el|[dD]ella|[dD]os|[dD]u|[lL]a|[lL]e|[eE]l|[aA]l|[tT]en|[tT]er"
    r"|[zZ]u|[zZ]ur|’t|St\.)[\s’'-]\s?)"
)
_WORD = rf"(?:['’´`]t\s|[dDlLO]['’´`])?[{_UP}][\w\u0300-\u036f´`¨ˆ˜]+(?:['’´`][\w]+)?(?:[-‐‑–][\w'’´`]+)*"
_SURNAME = rf"{_PARTICLE}{{0,3}}{_WORD}"
_SURNAMES = rf"{_SURNAME}(?:\s(?!and\b|et\b|[{_UP}]{{1,3}}\b){_WORD}){{0,2}}"
_INITIAL = rf"(?!Am\.|Ed\.|Jr\.|Sr\.)[{_UP}][a-z]?\."
_INITIALS = rf"{_INITIAL}(?:\s?[‐‑–-]?\s?(?:{_INITIAL}|[a-z]\.)){{0,6}}(?:\s[{_UP}](?=\s?[,;]))?"
_BARE = rf"[{_UP}](?:[\s-]?[{_UP}]){{0,4}}(?![\w’'])"
_GIVEN = rf"[{_UP}][\w'’]+(?:[-‐‑][\w]+)*(?:\s(?:{_INITIAL}|[{_UP}](?![\w’'])|[{_UP}][\w'’-]+))*?"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV|Júnior|Filho|Neto)\b\.?)?"
_STOP = r"(?=\s*(?:[,;:.(&\[“\"‘«`]|[aA]nd\b|et\b|und\b|\d{4}|$))"
_NAMES: dict[str, re.Pattern[str]] = {
    "inverted": re.compile(rf"(?P<s>{_SURNAMES}),\s?(?:{_INITIALS}|{_BARE}(?=\s*[,;.&(]|\s+and)){_SUFFIX}"),
    "direct": re.compile(rf"{_INITIALS}\s?(?:[A-Z]\s)?(?P<s>{_SURNAMES}){_SUFFIX}{_STOP}"),
    "compact": re.compile(rf"(?P<s>{_SURNAMES})\s(?:{_INITIALS}|{_BARE}){_SUFFIX}{_STOP}"),
    "undotted": re.compile(rf"{_BARE}\s(?P<s>{_SURNAMES}){_SUFFIX}{_STOP}"),
    "mla": re.compile(rf"(?P<s>{_SURNAME}),\s{_GIVEN}{_STOP}"),
    "full": re.compile(
        rf"{_GIVEN}\s(?![{_UP}]{{1,3}}\b)(?P<s>{_SURNAME}){_SUFFIX}(?=\s*(?:[,;:.(\[“\"‘«`]|(?:&|and)\s[{_UP}]|\d{{4}}|$))"
    ),
}
_INITIALS_FIRST = (_NAMES["direct"], _NAMES["undotted"], _NAMES["full"])
_ORDERS: dict[Form, tuple[str, ...]] = {
    "inverted": ("inverted", "direct", "compact"),
    "direct": ("direct", "inverted"),
    "compact": ("compact", "inverted", "direct"),
    "undotted": ("undotted", "direct"),
    "full": ("mla", "full", "direct", "inverted", "compact"),
}
_JOINT = re.compile(
    r"\s*[,;]?\s*(?:(?:\.\s?){2,}|…)\s*,?\s*(?:&|and)?\s*"
    r"|\s*[,;]?\s*(?:&|\b[aA]nd\b,?|\bund\b|\bet\b(?!\.?\s?al)|\by\b)\s*|\s*[,;]\s*"
)
_LAST = re.compile(r"&|[aA]nd|und|\bet\b")  # the name after these is the last, unless these follow again
_AND_OTHERS = re.compile(r"\s*[,;]?\s*(?:(?:and|&)\s+)?(?:et\.?\s?al\b\.?|and others|(?:\.\s?){3}|…)")
_LONE = re.compile(rf"(?P<s>(?!and\b|et\b)[^\s,;.()\d]{{2,20}}|[{_UP}]\.-,{_WORD}|and)(?:,\s[A-Z]\.)?(?=[,;]\s)")
_MADE = ("organisation", "standards body")
_FIRST = re.compile(rf"(?P<s>{_SURNAME})(?=,?\s+et\.?\s?al\b)")
_JOURNAL_TAIL = re.compile(r"\.(?:\s?[A-Z(&][\w.()-]*){1,6},?\s+\d")
_EDITORS = re.compile(r"\s*,?\s*\(?(?:eds?\.|editors?|hrsg\.)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Authors:
    """Surnames in order, the offset where the names end, and their form; `is_pure` says that the first name has it."""

    surnames: tuple[str, ...]
    end: int
    form: Form
    is_pure: bool = False


def read_authors(text: str, form: Form | None = None) -> Authors:
    """The authors at the start of `text`; the form that the list prefers is tried first. No names: `end` is 0."""
    if form:
        found = _read(text, form)
        if found.surnames:
            return found
    # A name of another form may go with the first, but the form that explains all by itself explains best.
    readings = [_read(text, other) for other in _ORDERS]
    return max(readings, key=lambda found: (found.end, len(found.surnames), found.is_pure))


@lru_cache(maxsize=50_000)
def surname_key(name: str) -> str:
    """A surname without accents, case, spaces and hyphens, so that its spellings meet."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("Ø", "O"))
    return re.sub(r"[^a-z]", "", plain.lower())


def corporate_author(text: str) -> Authors | None:
    """The organisation that an entry begins with, by its full name, or several by their acronyms ("WHO; WTO.").

    Of a standard that is its designation ("ISO 12405-4").
    """
    match = _corporate().match(text)
    if not match:
        return None
    names = tuple(name.strip() for name in match[1].split(";"))
    return Authors(names, match.end(1), "full")


@cache
def _corporate() -> re.Pattern[str]:
    kinds, bodies = (
        "|".join(w for e in entries("journal_words") if e["kind"] == kind for w in e["words"]) for kind in _MADE
    )
    word = rf"(?:[{_UP}][\w&’'-]*|of|for|and|the|on|in|de|des|du|la|&)"
    name = rf"(?:{word},?\s){{0,8}}?(?:{kinds})(?:,?\s{word}){{0,8}}?(?:\s\([A-Z][\w-]+\))?"
    standard = rf"(?:Standards?\s)?(?:[A-Z]{{2,4}}[\s/-])*(?:{bodies})(?:[\s/-][A-Z]{{1,4}})*[\s-]?\d[\w:./-]*"
    return re.compile(rf"((?:{name}|{standard}|[A-Z]{{2,8}}(?:;\s[A-Z]{{2,8}})+))(?=[.;]\s|,?\s\(?\d{{4}})")


def _name(text: str, at: int, kinds: tuple[str, ...]) -> re.Match[str] | None:
    """The name at an offset; or a lone word before a comma and a name, who has but one name or a misprinted one."""
    found = next((match for kind in kinds if (match := _NAMES[kind].match(text, at))), None) or _FIRST.match(text, at)
    lone = None if found else _LONE.match(text, at)
    if lone and any(_NAMES[kind].match(text, lone.end() + 2) for kind in kinds):
        return lone
    return found


def _is_journal(text: str, match: re.Match[str]) -> bool:
    """Whether what reads as a name begins a journal, as in "G. Chen, J. Power Sources" or "G. Chen, J. Nanosc."."""
    return all(map(is_journal_word, match["s"].split())) or bool(_JOURNAL_TAIL.match(text, match.end()))


def _read(text: str, form: Form) -> Authors:
    """Names of one form, and of others that go with it, as long as what joins names stands between them."""
    surnames: list[str] = []
    at = end = 0
    was_last = False
    while match := _name(text, at, _ORDERS[form]):
        if surnames and match.re in _INITIALS_FIRST and _is_journal(text, match):
            break
        surnames.append(" ".join(match["s"].split()))
        end = match.end()
        joint = _JOINT.match(text, end)
        if not joint or not joint[0].strip() or (was_last and not _LAST.search(joint[0])):
            break
        at, was_last = joint.end(), bool(_LAST.search(joint[0]))
    if form == "undotted" and len(surnames) < 2:  # "A Review of ..." is a title
        return Authors((), 0, form)
    for ending in (_AND_OTHERS, _EDITORS):
        if surnames and (match := ending.match(text, end)):
            end = match.end()
    is_pure = any(_NAMES[kind].match(text) for kind in _ORDERS[form][: 2 if form == "full" else 1])
    return Authors(tuple(surnames), end, form, is_pure)
