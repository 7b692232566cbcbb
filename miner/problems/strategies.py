"""Strategies that a text names."""

from __future__ import annotations

from functools import lru_cache

from miner.problems.terms import Term, find, longest
from miner.vocabulary import entries

_ENTRIES = {entry["label"]: entry for entry in entries("mitigations")}


@lru_cache(maxsize=8192)
def strategies(text: str) -> list[Term]:
    """The strategies that a text names, in order."""
    return longest(find(text, "mitigations"))


def can_relieve(strategy: str, problem: str) -> bool:
    """The strategy can be a remedy for the problem at all."""
    entry = _ENTRIES[strategy]
    return problem in entry.get("relieves", [problem]) and problem not in entry.get("never", ())
