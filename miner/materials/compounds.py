"""Components that are joined into one name, and how far such a name reaches: "Si/N-doped carbon", "MIT-20-MgBr2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.materials.cells import BAR, BARS
from miner.materials.components import WORDS, Component, any_of

_LINK = any_of(WORDS["link"])
PREFIX = re.compile(rf"(?<![A-Za-z-])(?:(?:{any_of(WORDS['prefix'])}|[A-Za-z0-9]+-{_LINK})[ -])+$", re.IGNORECASE)
_SHAPE = rf"(?:{any_of(WORDS['suffix'])}|(?:nano|micro)-?(?!scop|metr|graph|struct)[a-z]{{3,}})"
SUFFIX = re.compile(rf"(?:(?:[ -]|-{_LINK} ){_SHAPE}(?![A-Za-z]))+", re.IGNORECASE)
_JOIN = re.compile(rf"(?:[-/](?:[A-Z][A-Z0-9]{{0,5}}[-/])+)|\s?(?:@|⊂|/|{BAR}|-|//)\s?|\s|\s\+\s|-(?i:{_LINK})\s")
_MIXTURE_OF = re.compile(r"\b(?:nano)?(?:composites?|hybrids?) of (?:the )?$")
_PART = r"[A-Za-z0-9().\-]+"
_COMPOSITE = re.compile(rf"(?<![\w@/]){_PART}(?:[@⊂]{_PART}|/{_PART})*[@⊂]{_PART}(?:/{_PART})*(?<![.\-])")
# A name without spaces reaches as far as its parts are codes: "LiFePO4/C", "PMMA-EC-PC-NaClO4".
_CHUNK = re.compile(rf"[A-Za-z0-9()\[\]@⊂/·.+{BARS}-]+")
_BETWEEN_PARTS = re.compile(rf"[-/@⊂·{BARS}+]+")
_CODE = re.compile(r"[(\[]?(?:[A-Z]|\d+[A-Z]|(?=\d)\d{1,3}$)[^ ]*|[a-z]{1,4}[A-Z][^ ]*|\d+\.\d+[A-Z][^ ]*")
# "2,3-diamino-1,4-" of an organic name.
_LOCANTS = re.compile(r"(?<![\w-])(?:\d+(?:,\d+)*-)?(?:[a-z]+-)?\d+(?:,\d+)*-$")


def compounds(text: str, found: Sequence[Component]) -> list[list[Component]]:
    """The components, those of one name together: "black phosphorus@CNTs", "Li|LiFePO4"."""
    groups: list[list[Component]] = []
    for component in found:
        between = text[groups[-1][-1].end : component.start] if groups else ""
        apposed = between == " " and not component.known.general
        # "The lithium/electrolyte interface" is no composite.
        part = between == "/" and component.known.general and component.known.role == "electrolyte"
        joined = (
            not part and between != " " and _JOIN.fullmatch(PREFIX.sub("", between) if len(between) > 2 else between)
        )
        mixed = between in (" and ", " with ") and _MIXTURE_OF.search(text[: groups[-1][0].start])
        if groups and (apposed or joined or mixed):
            groups[-1].append(component)
        else:
            groups.append([component])
    return groups


def reach(text: str, start: int, end: int) -> tuple[int, int]:
    """How far the name at `start` to `end` reaches in its word, over parts that are not known by themselves."""
    for match in _COMPOSITE.finditer(text, max(0, start - 40), end + 40):
        if match.start() < end and match.end() > start:
            return _balanced(text, min(start, match.start()), max(end, match.end()))
    locants = _LOCANTS.search(text[max(0, start - 30) : start])
    if locants:
        return start - len(locants.group()), end
    for match in _CHUNK.finditer(text, max(0, start - 40), end + 40):
        if match.start() <= start and end <= match.end():
            return start - _codes_before(text[match.start() : start]), end + _codes_after(text[end : match.end()])
    return start, end


def _codes_after(text: str) -> int:
    """The length of the codes that follow a name in its word."""
    codes = text.rstrip(".")
    codes = codes[:-1] if codes.endswith(")") and codes.count(")") > codes.count("(") else codes
    are_codes = _BETWEEN_PARTS.match(codes) and all(_CODE.fullmatch(part) for part in _BETWEEN_PARTS.split(codes)[1:])
    return len(codes) if are_codes and codes.count("(") == codes.count(")") and not text.endswith("+") else 0


def _codes_before(text: str) -> int:
    """The length of the codes that precede a name in its word."""
    codes = text if text.count("(") == text.count(")") else text.lstrip("([")
    tied = re.search(rf"[-/@⊂·{BARS}+][\d.]*$", codes)
    are_codes = tied and all(_CODE.fullmatch(part) for part in _BETWEEN_PARTS.split(codes)[:-1])
    return len(codes) if are_codes else 0


def _balanced(text: str, low: int, high: int) -> tuple[int, int]:
    """A span without a bracket at its end whose other half lies outside."""
    whole = text[low:high].count("(") == text[low:high].count(")")
    if text[low] in "([" and not whole:
        return low + 1, high
    if text[high - 1] in ")]" and not whole:
        return low, high - 1
    return (low + 1, high - 1) if text[low] == "(" and text[high - 1] == ")" else (low, high)
