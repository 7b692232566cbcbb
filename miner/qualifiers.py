"""Words that say which of a property's values is meant: theoretical, initial discharge, reversible, retained."""

from __future__ import annotations

import re
from functools import cache

from miner.vocabulary import entries


@cache
def _qualifiers() -> list[tuple[str, str | None, re.Pattern[str]]]:
    return [
        (entry["qualifier"], entry.get("basis"), re.compile(r"\b(?:" + "|".join(entry["words"]) + ")", re.IGNORECASE))
        for entry in entries("qualifiers")
    ]


def qualifier_of(text: str) -> tuple[str | None, str | None]:
    """The first qualifier of the vocabulary that a text holds, with the basis that it implies."""
    for qualifier, basis, pattern in _qualifiers():
        if pattern.search(text):
            return qualifier, basis
    return None, None
