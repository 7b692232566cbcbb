"""Which anodes a heading or title names, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.materials import MaterialMention
from miner.problems.anodes import (
    FILMS,
    PASSIVE,
    group,
    is_added,
    is_adjunct,
    is_charge,
    is_dopant,
    is_explicit,
    is_ion,
    is_layer,
    is_metal,
    is_rival,
    labels,
)

_STORED = re.compile(r"\b(?:for|of)\s(?:\w+\s(?:and|or)\s)?$", re.IGNORECASE)
_STORING = re.compile(
    r"\b(?:storage|uptake|insertion|intercalation|\w*lithiation|sodiation|kinetics|transport|diffusion|capacity|loss(?:es)?|"
    r"fad(?:e|ing)|ag(?:e)?ing|failure|degradation|expansion|cracking) (?:in|by)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|on)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_PUT = re.compile(r"\w+ed\s(?:in|on)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)

# "Niobates between graphite and titanate" are on niobates.
_BETWEEN = re.compile(r"\w\sbetween\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)

_CONVERTED = re.compile(
    r"\b(?:conver(?:sion|ting)|deriv\w+|transform\w+|turning)\b(?: and \w+)? (?:of |from )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
_INTO, _NEAR = re.compile(r" (?:in)?to (?!\w+ing\b)"), 25
# "A hard carbon host for lithium": what it houses is the anode.
_CARBONS = ("graphite", "hard carbon")
_HOST = re.compile(r"[\s-]hosts?\b", re.IGNORECASE)
# What metals wet tells which metal is plated.
_PHILIC = re.compile(r"\b(lithio|sodio|zinco|potassio)philic", re.IGNORECASE)
_PHILIC_TO = {
    "lithio": "lithium metal",
    "sodio": "sodium metal",
    "zinco": "zinc metal",
    "potassio": "other: potassium metal",
}


def headline(heading: str, mentions: Sequence[MaterialMention]) -> list[str]:
    """The anodes that a heading or title names."""
    lover = _PHILIC.search(heading)
    if lover and not any(is_metal(m) for m in mentions):
        return [_PHILIC_TO[lover[1].lower()]]
    named = [m for m in mentions if m.anode and not is_rival(heading, m.start) and not is_charge(heading, m)]
    named = [m for m in named if not is_dopant(heading, m) and not (m.anode in _CARBONS and _is_host(heading, m))]
    converted = [m.end for m in named if _is_converted(heading, m)]
    made = [m for m in named if any(0 < m.start - end < _NEAR for end in converted)]
    if made:
        return labels(made)
    covered = [m for m in named if is_metal(m) and _PUT.search(heading[: m.start])]
    if covered:
        return labels(covered)
    stored = [m for m in named if is_metal(m) and is_ion(heading, m)]
    plated = [m for m in stored if is_explicit(heading, m) or not _STORED.search(heading[: m.start])]
    named = [m for m in named if m not in stored] or plated
    explicit = [m for m in named if is_explicit(heading, m)]
    listed = [m for member in explicit for m in group(heading, named, member)]
    listed += [m for m in named if is_metal(m) and any(not is_metal(other) for other in group(heading, named, m))]
    active = [m for m in named if not is_metal(m) or m in listed]
    active = [m for m in active if m in listed or not (_is_mixed_in(heading, m) or is_layer(heading, m))]
    active = [m for m in active if m.anode not in PASSIVE or m in listed] or active
    active = [m for m in active if m.anode not in PASSIVE or not _is_beside(heading, m)]
    named = [m for m in named if m.anode not in PASSIVE or not _is_beside(heading, m)]
    solid = [m for m in named if not is_layer(heading, m)]
    return labels(active or [m for m in solid if not is_metal(m)] or solid or plated)


def is_active(title: str, mention: MaterialMention) -> bool:
    """What a title names stores the charge itself for sure: no metal is plated on it or coated with it."""
    if is_layer(title, mention) or _is_host(title, mention):
        return False
    if is_metal(mention) or mention.anode == "alloy" or is_explicit(title, mention):
        return True
    return mention.anode not in (*PASSIVE, *FILMS) and not (mention.anode or "").startswith("other")


def is_candidate(text: str, mention: MaterialMention) -> bool:
    """A material may be what a short text is about."""
    if not mention.anode or is_rival(text, mention.start):
        return False
    return not (is_added(text, mention) or is_charge(text, mention) or (is_metal(mention) and is_ion(text, mention)))


def _is_host(heading: str, mention: MaterialMention) -> bool:
    """A title calls it a host, of what is the anode then."""
    return bool(_HOST.search(mention.text) or _HOST.match(heading, mention.end))


def _is_beside(heading: str, mention: MaterialMention) -> bool:
    """A title names it after a preposition, and not as what stores the charge ("storage in carbon")."""
    return is_adjunct(heading, mention) and not _STORING.search(heading[: mention.start])


def _is_converted(heading: str, mention: MaterialMention) -> bool:
    """A title names it as what something else is made of ("conversion of MXene into TiO2")."""
    return bool(_CONVERTED.search(heading[: mention.start]) and _INTO.match(heading, mention.end))


def _is_mixed_in(heading: str, mention: MaterialMention) -> bool:
    """A title's "storage in antimony" names the anode, its "antimony with graphene" an addition to it."""
    before = heading[: mention.start]
    if _BETWEEN.search(before):
        return True
    return is_added(heading, mention) and not (_PLACE.search(before) and not _PUT.search(before))
