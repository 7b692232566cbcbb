"""Which property a quantity states: its kind, and the words that name a property near it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from miner.measurements.conditions import KINDS
from miner.quantities import Quantity
from miner.vocabulary import entries


@dataclass(frozen=True, slots=True)
class Property:
    """A property as the vocabulary has it; `roles` are those of the materials that have it, the likeliest first.

    `under` are the conditions that it depends on, None for all of them; `windowed` says that the voltage window of the
    whole passage is one of them; `namesake` finds what is called alike. Where
    the text has just the `plain` word, the property of an electrode is that with the label `in_electrodes`.
    """

    label: str
    unit: str
    scale: float
    kinds: frozenset[str]
    always: bool
    roles: tuple[str, ...]
    under: frozenset[str] | None
    windowed: bool
    cue: re.Pattern[str]
    verb: re.Pattern[str]
    namesake: re.Pattern[str]
    plain: re.Pattern[str]
    in_electrodes: str | None

    def hold(self, under: Mapping[str, Any]) -> dict[str, Any]:
        """Those of the conditions that the property depends on; the cycles of a cycle life are its value."""
        own = {"cycles"} if self.label == "cycle_life" else set()
        own |= set() if "share" in self.kinds else {"per_cycles"}
        return {k: v for k, v in under.items() if k not in own and (self.under is None or k in self.under)}

    def of(self, role: str, cue: str) -> Property:
        """The property meant of a material of this role: the plain "conductivity" of an electrode is electronic."""
        if not self.in_electrodes or role not in ("anode", "cathode") or not self.plain.fullmatch(cue):
            return self
        return next(known for known in properties() if known.label == self.in_electrodes)

    def scaled(self, value: float) -> float:
        """A value in the unit of its kind, in the unit of the property."""
        return float(f"{value * self.scale:.10g}")


@dataclass(frozen=True, slots=True)
class Cue:
    """A property named at characters `start` to `end` of a text; `verb` says that only a verb hints at it."""

    start: int
    end: int
    property: Property
    verb: bool = False


@cache
def properties() -> tuple[Property, ...]:
    """The properties of the vocabulary, in its order."""
    return tuple(
        Property(
            entry["label"],
            entry["unit"],
            entry.get("scale", 1),
            frozenset(entry["kinds"]),
            entry.get("always", False),
            tuple(entry["of"]),
            frozenset(entry["under"]) if "under" in entry else None,
            entry.get("windowed", False),
            _pattern(entry["cues"]),
            _pattern(entry.get("verbs", ["(?!)"])),
            _pattern(entry.get("not", ["(?!)"])),
            _pattern(entry.get("plain", ["(?!)"])),
            entry.get("in_electrodes"),
        )
        for entry in entries("properties")
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(?:" + "|".join(words) + ")", re.IGNORECASE)


def cues(text: str, kinds: set[str]) -> list[Cue]:
    """Where a text names a property that a quantity of one of these kinds can state."""
    found = [
        Cue(match.start(), match.end(), candidate, pattern is candidate.verb)
        for candidate in properties()
        if candidate.kinds & kinds
        for pattern in (candidate.cue, candidate.verb)
        for match in pattern.finditer(text)
        if not any(
            other.start() < match.end() and match.start() < other.end() for other in candidate.namesake.finditer(text)
        )
    ]
    return sorted(found, key=lambda cue: (cue.start, -cue.end))


def assign(
    text: str, group: Sequence[Quantity], others: Sequence[Quantity], found: Sequence[Cue]
) -> Cue | Property | None:
    """The property that a list of values states: the cue that names it, or the property if the kind tells it."""
    kind = group[0].kind
    near = [(_cost(text, cue, group, others), cue) for cue in found if kind in cue.property.kinds]
    best = min(near, key=lambda pair: (pair[0], -(pair[1].end - pair[1].start), pair[1].start), default=None)
    if best and best[0] <= _REACH:
        return best[1]
    return next((candidate for candidate in properties() if candidate.always and kind in candidate.kinds), None)


_REACH = 14.0
_AFTER = re.compile(
    r"(?:\W|\b(?:of|its|the|a|an|in|average|initial|high|capacity|stable|reversible|thick|their|specific|mean|long|and)\b)*"
)
_OF_VALUE = re.compile(r"(?: \([^()]*\))? of (?:[a-z]+ )?[~∼≈>]?")
# ", and" joins clauses, or the last of several materials to the others ("A, B, and C are").
_BREAK = re.compile(
    r";|:|, (?:while|whereas|but|with|which)\b|, and\b(?! (?!it|they|this|these|that)\S+ (?:is|are|was|were)\b)"
    r"|\b(?:while|whereas|but)\b|\.\s"
)


def _cost(text: str, cue: Cue, group: Sequence[Quantity], others: Sequence[Quantity]) -> float:
    """How far a name is from the values, in words; other values of the kind and clauses between count as more."""
    start, end = group[0].start, group[-1].end
    if cue.end <= start:
        between, low, high = text[cue.end : start], cue.end, start
        cost = float(_words(between)) + 2 * len(re.findall(r"\band\b", between))
    elif cue.start >= end:
        between, low, high = text[end : cue.start], end, cue.start
        cost = _words(between) * 2 + (0.0 if _AFTER.fullmatch(between) else 4.0)
        cost += 3 * len(re.findall(r"\b(?:and|or)\b|,", between))
    else:
        return 1.0
    if _is_taken(text, cue, group, others) or _names_the_next(text, cue, group, others):
        return _REACH + 1
    crossed = sum(
        low <= other.start < high for other in others if other.kind == group[0].kind and other.group != group[0].group
    )
    return cost + 3 * cue.verb + 6 * crossed + 4 * len(_BREAK.findall(between))


def _is_taken(text: str, cue: Cue, group: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """It names the value right before it ("0.9 µm thick"), and the others are in no contrast to that one."""
    if cue.end > group[0].start or _BREAK.search(text[cue.end : group[0].start]):
        return False
    before = [o for o in others if o.end <= cue.start and o.group != group[0].group]
    # "A 200-cycle retention", "at 1C capacity retention is".
    before = [o for o in before if o.kind not in KINDS or o.kind in cue.property.kinds]
    return any(re.fullmatch(r"[\s-]?(?:in )?", text[o.end : cue.start]) for o in before)


def _names_the_next(text: str, cue: Cue, group: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Behind a comma it names the value that follows it ("above 16%, an average efficiency of 99.8% is kept")."""
    if cue.start < group[-1].end or "," not in text[group[-1].end : cue.start]:
        return False
    later = [o for o in others if o.start >= cue.end and o.kind == group[0].kind and o.group != group[0].group]
    return any(_OF_VALUE.fullmatch(text, cue.end, o.start) for o in later)


def _words(text: str) -> int:
    return len(re.findall(r"[A-Za-z]+", text))
