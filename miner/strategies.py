"""Strategies that a text names."""

from __future__ import annotations

from functools import lru_cache

from miner.terms import Term, find, longest


@lru_cache(maxsize=8192)
def strategies(text: str) -> list[Term]:
    """The strategies that a text names, in order."""
    return longest(find(text, "mitigations"))
