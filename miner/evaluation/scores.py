"""The score of one extraction: how much of the gold it found, and how much of what it says is right.

Both are dictionaries in the form of the gold annotations. Items marked `doubtful` in the gold count neither way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from miner.evaluation.comparison import Item, conditions, group, names, quantity, same_material, same_quantity
from miner.evaluation.evidence import support
from miner.evaluation.tally import References, Support, Tally

Errors = tuple[list[Any], list[Any]]
_FIELDS = ("authors", "year", "title", "journal", "volume", "first_page", "doi")


@dataclass(frozen=True, slots=True)
class Report:
    """The tallies of each part; `mistakes` holds for each what was wrong and what was missed."""

    parts: dict[str, Tally]
    references: References
    evidence: Support
    mistakes: dict[str, Errors]

    def __add__(self, other: Report) -> Report:
        """Both reports as one: the counts are added up (micro average)."""
        parts = {name: self.parts.get(name, Tally()) + tally for name, tally in other.parts.items()}
        mistakes = {
            name: (self.mistakes.get(name, ([], []))[0] + wrong, self.mistakes.get(name, ([], []))[1] + missed)
            for name, (wrong, missed) in other.mistakes.items()
        }
        return Report(parts, self.references + other.references, self.evidence + other.evidence, mistakes)

    def figures(self) -> dict[str, dict[str, Any]]:
        """The figures of each part by name."""
        parts = {name: tally.figures() for name, tally in self.parts.items()}
        return parts | {"references": self.references.figures(), "evidence": self.evidence.figures()}

    def errors(self, limit: int) -> dict[str, dict[str, list[Any]]]:
        """Up to `limit` wrong and missed items of each part that has any."""
        return {
            name: {"wrong": wrong[:limit], "missed": missed[:limit]}
            for name, (wrong, missed) in self.mistakes.items()
            if wrong or missed
        }


def score(gold: Item, extraction: Item, source: str | None = None) -> Report:
    """Score an extraction; `source` is the text of the paper, in which each evidence sentence should stand."""
    scored = _measurements(gold["measurements"], extraction.get("measurements", []))
    for name, key in _SETS.items():
        part = name.split("/")[0]
        scored[name] = _sets(key, gold.get(part) or [], extraction.get(part) or [])
    mistakes = {name: errors for name, (_, errors) in scored.items() if errors is not None}
    return Report(
        {name: tally for name, (tally, _) in scored.items()},
        _references(gold.get("references", {}), extraction.get("references", {})),
        support(extraction, source),
        mistakes,
    )


_LEVELS: dict[str, Callable[[Item, Item], bool]] = {
    "value": lambda g, p: g["property"] == p.get("property") and same_quantity(g, p),
    "triple": lambda g, p: _LEVELS["value"](g, p) and same_material(g, p),
    "triple+relation": lambda g, p: _LEVELS["triple"](g, p) and g.get("relation", "=") == (p.get("relation") or "="),
}


def _measurements(gold: list[Item], found: list[Item]) -> dict[str, tuple[Tally, Errors | None]]:
    scored: dict[str, tuple[Tally, Errors | None]] = {
        f"measurements/{level}": _matched(match, gold, found) for level, match in _LEVELS.items()
    }
    for name, of in (("conditions", conditions), ("cites", _cites)):
        scored[f"measurements/{name}"] = _attached(of, _sure(gold), found), None
    return scored


def _matched(match: Callable[[Item, Item], bool], gold: list[Item], found: list[Item]) -> tuple[Tally, Errors]:
    """Measurements by `match`; what is predicted twice counts once, so that repeats cost nothing."""
    once = list({_identity(p): p for p in reversed(found)}.values())[::-1]
    right = [p for p in once if any(match(g, p) for g in _sure(gold))]
    open_ = [p for p in once if p not in right and any(match(g, p) for g in gold if g.get("doubtful"))]
    missed = [g for g in _sure(gold) if not any(match(g, p) for p in found)]
    wrong = [p for p in once if p not in right and p not in open_]
    sure = len(_sure(gold))
    return Tally(len(right), len(once) - len(open_), sure - len(missed), sure), (wrong, missed)


def is_right(kind: str, claim: object, gold: Item) -> bool | None:
    """Whether gold has the claim: material, property and value, or its labels by group; None where gold is in doubt."""
    found = _plain(claim)
    if kind == "measurements":
        matching = [g for g in gold[kind] if _LEVELS["triple"](g, found)]
    else:
        key = _SETS[f"{kind}/group"]
        matching = [g for g in gold.get(kind) or [] if key(g) == key(found)]
    if matching and all(map(_is_doubtful, matching)):
        return None
    return bool(matching)


def _plain(claim: object) -> Item:
    names = ("material", "property", "value", "value_to", "unit", "anode", "problem", "strategy")
    return {name: getattr(claim, name) for name in names if hasattr(claim, name)}


def _sure(gold: Iterable[Item]) -> list[Item]:
    return [g for g in gold if not g.get("doubtful")]


def _identity(p: Item) -> tuple[Hashable, ...]:
    head = (next(iter(names(p)), ""), p.get("property"))
    try:
        return *head, *quantity(p.get("value"), p.get("unit", ""))
    except (TypeError, ValueError):
        return *head, str(p.get("value")), p.get("unit")


def _attached(of: Callable[[Item], set[Any]], gold: list[Item], found: list[Item]) -> Tally:
    """What is attached to the measurements that were found, on the best match of each."""
    tally = Tally()
    for g in gold:
        matches = [p for p in found if _LEVELS["value"](g, p)]
        matches = [p for p in matches if same_material(g, p)] or matches
        if matches:
            want = of(g)
            got = max((of(p) for p in matches), key=lambda s: (len(s & want), -len(s - want)))
            right = len(want & got)
            tally += Tally(right, len(got), right, len(want))
    return tally


def _cites(item: Item) -> set[str]:
    return {str(number) for number in item.get("cites") or []}


def _by_group(*kinds: str) -> Callable[[Item], Hashable]:
    return lambda item: tuple(group(kind, item.get(kind)) for kind in kinds)


_SETS: dict[str, Callable[[Any], Hashable]] = {
    "has_problem/strict": lambda item: (item.get("anode"), item.get("problem")),
    "has_problem/group": _by_group("anode", "problem"),
    "mitigations/strict": lambda item: (item.get("strategy"), item.get("problem"), item.get("anode")),
    "mitigations/group": _by_group("strategy", "problem", "anode"),
    "mitigations/pair": _by_group("strategy", "problem"),
    "named_studies": str,
}


def _sets(key: Callable[[Any], Hashable], gold: list[Any], found: list[Any]) -> tuple[Tally, Errors]:
    sure = {key(g) for g in gold if not _is_doubtful(g)}
    got = {key(p) for p in found} - ({key(g) for g in gold if _is_doubtful(g)} - sure)
    right = len(got & sure)
    return Tally(right, len(got), right, len(sure)), (sorted(map(str, got - sure)), sorted(map(str, sure - got)))


def _is_doubtful(item: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("doubtful"))


def _references(gold: Item, found: Item) -> References:
    entries = {entry.get("n"): entry for entry in found.get("entries", [])}
    counts = {name: [0, 0] for name in _FIELDS}
    for wanted in gold.get("entries", []):
        for name in _FIELDS:
            if wanted.get(name) not in (None, "", []):
                counts[name][0] += _same_field(name, wanted[name], entries.get(wanted["n"], {}).get(name))
                counts[name][1] += 1
    fields = tuple((name, right, of) for name, (right, of) in counts.items())
    return References(gold.get("count"), found.get("count", len(found.get("entries", []))), fields)


def _same_field(name: str, wanted: Any, found: Any) -> bool:
    if name == "authors":
        got = [_letters(str(author).split(",")[0]) for author in found or []]
        return bool(got) and all(any(_letters(author) in other for other in got) for author in wanted)
    length = 60 if name == "title" else None
    return _letters(found or "")[:length] == _letters(wanted)[:length]


def _letters(text: object) -> str:
    ascii_ = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", ascii_.lower())
