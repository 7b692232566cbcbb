"""Words that say which of a property's values is meant: theoretical, initial discharge, reversible, retained."""

from __future__ import annotations

import re
from functools import cache

from miner.measurements.properties import Property
from miner.vocabulary import entries


@cache
def _qualifiers() -> list[tuple[str, str | None, re.Pattern[str]]]:
    return [
        (entry["qualifier"], entry.get("basis"), re.compile(r"\b(?:" + "|".join(entry["words"]) + ")", re.IGNORECASE))
        for entry in entries("qualifiers")
    ]


def qualifier_of(text: str, prop: Property) -> tuple[str | None, str | None]:
    """The first qualifier of the vocabulary that a text holds, with the basis that it implies."""
    for qualifier, basis, pattern in _qualifiers():
        # A retention is always of the initial capacity, and a resistance after cycles is not what is left of one.
        is_amount = "capacity" in prop.label or "density" in prop.label
        fits = (
            is_amount
            if qualifier == "retained"
            else not (prop.label == "capacity_retention" and qualifier.startswith("initial"))
        )
        if fits and pattern.search(text):
            return qualifier, basis
    return None, None
