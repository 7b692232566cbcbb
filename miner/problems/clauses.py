"""Where the clauses of a sentence meet, and how many words lie between two places of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Beyond these a cue is not of the same clause.
_BOUNDARY = re.compile(
    r"[;:]|(?<!\w)\((?!(?-i:[A-Z]{2,4})\))|(?<!\(\w)(?<!\(\w\w)(?<!\((?-i:[A-Z]{3}))(?<!\((?-i:[A-Z]{4}))\)|\s[—–]\s"
    r"|,?\s(?:but|yet|while|whereas|whereby|although|though|however|unlike|which|that|because|since|so|where|when|until|after|before|then|(?<!and\s)(?:thereby|thus|hence))\s|,\s(?:and|or)\s(?=(?:it|they|its|their|this|the)\s)"
    r"|,\s(?=the \w+ of which\s)|\sat the (?:expense|cost) of\s|,\s(?=making\s(?:it|them)\s)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s\-–—‐]+")


def words_between(text: str, start: int, end: int) -> int:
    """How many words stand at `start:end`."""
    return len(_WORD.findall(text, start, end))


def clause_bounds(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence meet."""
    return [(m.start(), m.end()) for m in _BOUNDARY.finditer(text)]


def clause_start(bounds: Sequence[tuple[int, int]], place: int) -> int:
    """Where the clause around a place opens."""
    return max((high for _, high in bounds if high <= place), default=0)


def same_clause(bounds: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """No boundary of a clause lies between two places."""
    return not any(start <= low and high <= end for low, high in bounds)
