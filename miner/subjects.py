"""Which material a value belongs to: the one the sentence names for it, else the one the passage is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from miner.materials import MaterialMention
from miner.quantities import Quantity

_COMPARED = re.compile(
    r"(?:\bthan|\bthat of|\bthose of|\bcompared (?:to|with)|\brelative to|\binstead of|\bunlike|\bversus|\bvs\.?|\bover|\bagainst|\bsurpass\w*"
    r"|\bsimilar to|\bexceed\w*|\bcontrast to|\bsubstitut\w+ for|\breplac\w+|\balternative to|\bcomparison (?:to|with))"
    r"(?: (?:the|that|those|of|other|conventional|traditional|commercial|pure|bare|pristine|anode|materials?|like|its|a|self-standing))*\s?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s?(?:anodes?|electrodes?|cathodes?|materials?|cells?)?\s?(?:\(|:)[^()]{0,40}$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:is|are|was|were|has been|have been|can be|could be)\s(?:\w+ )?\w+(?:ed|en|own|ound)\b")
_FOR = re.compile(r"[^.;]{0,60}\b(?:for|of|in|by|from|with|using|on|when|upon)\b[^.;]{0,30}$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"\b(?:which|that|is|are|was|were|has|have|because|since|due|so|its|their|compared|than)\b")
_BREAK = re.compile(r";|, (?:while|whereas|but)\b|\b(?:while|whereas|but)\b")
_MATE = re.compile(r"\s?(?:,|and|or|, and|/|&)?\s?(?:the |an? |those )?(?:[a-z-]+ ){0,2}$")
_PRONOUN = re.compile(
    r"(?:\b(?:it|its|they|their|this|these|the|both|all|each)\b|^(?=electrodes|cells|anodes|cathodes|samples|films))"
    r"(?: (?:resulting|obtained|as-prepared|prepared|new|engineered|resultant|final|latter|same|assembled|optimi[sz]ed|complete|full|composite|hybrid))*"
    r"(?:\s?(?P<noun>composites?|electrodes?|anodes?|cathodes?|materials?|membranes?|cells?|batter(?:y|ies)|microbattery|films?|alloys?|samples?|powders?"
    r"|structures?|compounds?|electrolytes?|systems?|nanosheets?|nanowires?|separators?|conductors?|foils?))?\b(?! of\b)",
    re.IGNORECASE,
)
_NOUN_ROLES = {"electrolyte": ("electrolyte",), "membrane": ("electrolyte", "other"), "separator": ("other", "electrolyte"), "conductor": ("electrolyte",),
    "cathode": ("cathode",), "anode": ("anode",)}  # fmt: skip


@dataclass(slots=True)
class Topic:
    """What a passage is about: the materials named so far, the latest and most prominent first."""

    _named: list[tuple[int, float, MaterialMention]] = field(default_factory=list)
    _at: int = 0

    def read(self, text: str, mentions: Sequence[MaterialMention], heading: bool = False) -> None:
        """Take in the next sentence or heading."""
        self._at += 1
        introduced = re.search(r"\b(?:et al|we|prepared|synthesi[sz]ed|developed|fabricated|investigated|explored|reported|created)\b", text)
        first = True
        for mention in mentions:
            compared = _COMPARED.search(text[: mention.start])
            weight = (4.0 if first else 2.5) + min(len(mention.names[0].split()), 4) * 0.5
            weight += (2.0 if introduced else 0.0) + (2.0 if heading else 0.0)
            weight += 2.5 if re.search(r"[@⊂/]", mention.text) else 0.0
            weight -= (5.0 if compared else 0.0) + (4.0 if mention.general else 0.0) + (5.0 if _aside(text, mention) else 0.0)
            first = first and (mention.general or bool(compared))
            self._named.append((self._at, weight, mention))
        self._named = self._named[-60:]

    def best(self, roles: Sequence[str]) -> MaterialMention | None:
        """The material that a value without one belongs to, if its property fits the material's role."""
        fitting = [
            (weight - 1.0 * min(self._at - at, 8) - roles.index(mention.role), at, -index)
            for index, (at, weight, mention) in enumerate(self._named)
            if mention.role in roles
        ]
        return self._named[-max(fitting)[2]][2] if fitting else None


def subject(
    text: str, group: Sequence[Quantity], values: Sequence[Quantity], mentions: Sequence[MaterialMention], roles: Sequence[str], topic: Topic
) -> MaterialMention | None:
    """The material that a list of values belongs to; None where neither the sentence nor the passage names one."""
    costs = [(_cost(text, mention, group, values, roles), index) for index, mention in enumerate(mentions)]
    best = min(costs, default=(99.0, 0))
    pronoun = _pronoun(text, group, values)
    misfit = costs and mentions[best[1]].role not in roles and best[0] > _MISFIT + 2
    if best[0] > _REACH or misfit or (pronoun and pronoun[0] < best[0]):
        wanted = [role for role in pronoun[1] if role] if pronoun else []
        meant = (topic.best(wanted) if wanted else None) or topic.best(roles)
        return meant or (mentions[best[1]] if best[0] <= _REACH else None)
    return mentions[best[1]]


_REACH, _MISFIT = 32.0, 14.0


def _pronoun(text: str, group: Sequence[Quantity], values: Sequence[Quantity]) -> tuple[float, tuple[str, ...]] | None:
    """The nearest word before the values that stands for a material, with its cost and the roles that it allows."""
    best = None
    for match in _PRONOUN.finditer(text, 0, group[0].start):
        bare = match.group().lower() in ("it", "they", "its", "their")
        if not match["noun"] and not bare:
            continue
        noun = (match["noun"] or "").lower().rstrip("s")
        cost = 2.0 + _distance(text, match.end(), group[0].start, group, values)
        best = min(best or (99.0, ()), (cost, _NOUN_ROLES.get(noun, ())))
    return best


def listed(text: str, group: Sequence[Quantity], mentions: Sequence[MaterialMention]) -> list[MaterialMention] | None:
    """As many materials in a row as the list has values, where the sentence says "respectively"."""
    if len(group) < 2 or "respectively" not in text:
        return None
    runs: list[list[MaterialMention]] = []
    for mention in mentions:
        joined = runs and _MATE.fullmatch(text[runs[-1][-1].end : mention.start])
        runs[-1].append(mention) if joined else runs.append([mention])
    fitting = [run for run in runs if len(run) == len(group)]
    return min(fitting, key=lambda run: abs(run[0].start - group[0].start), default=None)


# Phases that form, and electrodes that only complete the cell, are not what was measured.
_PRODUCT = re.compile(r"[^.;,]{0,20}\b(?:is|are|was|were) (?:\w+ )?formed|[^.;]{0,25}\b(?:counter|reference)[ -]electrode", re.IGNORECASE)
_BECOMES = re.compile(r"\b(?:reduction|reduced|conver\w+|transform\w+|turn\w*|decompos\w+|formation|forms?|forming) (?:of |in)?(?:to )?(?:\S+ and )?$")
_OTHER_HALF = re.compile(r"\b(?:full|pouch|coin|symmetric)?[ -]?cells? (?:\w+ )?(?:with|using|against|of|employing|containing)(?: an?| the)?(?: \S+ and)? ?$", re.IGNORECASE)


def _aside(text: str, mention: MaterialMention) -> bool:
    """A phase that forms, a counter electrode, or the cathode of the cell in which an anode was measured."""
    before = text[max(0, mention.start - 60) : mention.start]
    return bool(_BECOMES.search(before) or _PRODUCT.match(text, mention.end) or (mention.role == "cathode" and _OTHER_HALF.search(before)))


def _cost(
    text: str, mention: MaterialMention, group: Sequence[Quantity], values: Sequence[Quantity], roles: Sequence[str]
) -> float:
    start, end = group[0].start, group[-1].end
    cost = 3.0 * roles.index(mention.role) if mention.role in roles else _MISFIT
    cost += (10.0 if mention.general else 0.0) + (16.0 if _aside(text, mention) else 0.0)
    if mention.end <= start:
        if _GOES_ON.fullmatch(text[mention.end : start]):
            return cost - 10.0 * mention.general
        cost += 25 if _COMPARED.search(text[: mention.start]) else 0
        return cost + _distance(text, mention.end, start, group, values)
    if mention.start < end:
        return 99.0
    between = text[end : mention.start]
    attached = _FOR.fullmatch(between) and not _NEW_CLAUSE.search(_DONE.sub("", between))
    cost += (2 if attached else 16) + (25 if _COMPARED.search(between) else 0)
    return cost + _distance(text, end, mention.start, group, values)


def _distance(text: str, low: int, high: int, group: Sequence[Quantity], values: Sequence[Quantity]) -> float:
    """Words between two places, with other values of the kind and clauses between them counted as more."""
    between = text[low:high]
    crossed = sum(low <= v.start < high for v in values if v.group != group[0].group and v.kind == group[0].kind)
    return len(between.split()) * 0.6 + 4 * crossed + 6 * len(_BREAK.findall(between))
