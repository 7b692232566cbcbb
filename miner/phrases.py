"""Groups of words of `corpus/vocabulary/phrases.yaml`, to build patterns from."""

from __future__ import annotations

from functools import cache

from miner.vocabulary import entries


@cache
def words(name: str) -> str:
    """The alternatives of a group as one regular expression, the longest first."""
    found = next(entry["words"] for entry in entries("phrases") if entry["name"] == name)
    return "(?:" + "|".join(sorted(found, key=lambda word: (-len(word), word))) + ")"
