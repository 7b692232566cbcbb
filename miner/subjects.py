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
    r"(?: (?:the|that|those|of|other|conventional|traditional|commercial|pure|bare|pristine|anode|materials?|like|its))*\s?$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s?(?:anodes?|electrodes?|cathodes?|materials?|cells?)?\s?(?:\(|:)[^()]{0,40}$", re.IGNORECASE)
_FOR = re.compile(r"[^.;]{0,50}\b(?:for|of|in|by|from|with|using|on|when)\b[^.;]{0,30}$", re.IGNORECASE)
_BREAK = re.compile(r";|, (?:while|whereas|but)\b|\b(?:while|whereas|but)\b")
_MATE = re.compile(r"\s?(?:,|and|or|, and|/|&)?\s?(?:the |an? |those )?(?:[a-z-]+ ){0,2}$")


def nearest(
    text: str,
    group: Sequence[Quantity],
    values: Sequence[Quantity],
    mentions: Sequence[MaterialMention],
    roles: Sequence[str],
) -> MaterialMention | None:
    """The material that a sentence names for a list of values; None where it names none that can have the property."""
    costs = [(_cost(text, mention, group, values, roles), index) for index, mention in enumerate(mentions)]
    best = min(costs, default=None)
    return mentions[best[1]] if best and best[0] <= _REACH else None


_REACH = 32.0


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


def _cost(
    text: str, mention: MaterialMention, group: Sequence[Quantity], values: Sequence[Quantity], roles: Sequence[str]
) -> float:
    start, end = group[0].start, group[-1].end
    cost = 4.0 * roles.index(mention.role) if mention.role in roles else 14.0
    if mention.end <= start:
        between, low, high = text[mention.end : start], mention.end, start
        if _GOES_ON.fullmatch(between):
            return cost
        cost += 25 if _COMPARED.search(text[: mention.start]) else 0
    elif mention.start >= end:
        between, low, high = text[end : mention.start], end, mention.start
        cost += (3 if _FOR.fullmatch(between) else 12) + (25 if _COMPARED.search(between) else 0)
    else:
        return 99.0
    crossed = sum(low <= v.start < high for v in values if v.group != group[0].group and v.kind == group[0].kind)
    return cost + len(between.split()) * 0.7 + 5 * crossed + 6 * len(_BREAK.findall(between))


@dataclass(slots=True)
class Topic:
    """What a passage is about: the materials named so far, the latest and most prominent first."""

    _named: list[tuple[int, float, MaterialMention]] = field(default_factory=list)
    _at: int = 0

    def read(self, text: str, mentions: Sequence[MaterialMention], heading: bool = False) -> None:
        """Take in the next sentence or heading."""
        self._at += 1
        for index, mention in enumerate(mentions):
            weight = 4.0 if index == 0 else 2.0
            weight += min(len(mention.names[0].split()), 4) * 0.5
            weight += (
                2.0
                if re.search(
                    r"\b(?:et al|we|prepared|synthesi[sz]ed|developed|fabricated|investigated|explored)\b", text
                )
                else 0.0
            )
            weight -= 4.0 if _COMPARED.search(text[: mention.start]) else 0.0
            self._named.append((self._at, weight + (1.0 if heading else 0.0), mention))
        self._named = self._named[-40:]

    def best(self, roles: Sequence[str]) -> MaterialMention | None:
        """The material that a value without one belongs to, if its property fits the material's role."""
        fitting = [
            (weight - 1.2 * min(self._at - at, 8) - roles.index(mention.role), at, -index)
            for index, (at, weight, mention) in enumerate(self._named)
            if mention.role in roles
        ]
        return self._named[-max(fitting)[2]][2] if fitting else None
