"""Words of a vocabulary found in running text.

Vocabulary patterns are regular expressions matched from word to word, without regard to case, in which "*" after a
letter is the rest of a word, a space is white space, a hyphen or a slash, and "~" is up to three words between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from miner.vocabulary import entries

_GAP = r"(?:[^\w.;:()]+\w+){0,3}?[^\w.;:()]+"
_DASH = r"[\s\-–‐‑/]"
_CAPITAL = re.compile(r"\\.|[A-Z]")


@dataclass(frozen=True, slots=True)
class Term:
    """Characters `start` to `end` (exclusive) of a text are a word of the vocabulary, of this `label` and `kind`."""

    start: int
    end: int
    label: str
    kind: str


def expression(pattern: str) -> str:
    """A vocabulary pattern as a regular expression."""
    out = re.sub(r"(?<!\\[wdS])(?<=[a-zA-Z])\*", r"\\w*", pattern)
    out = out.replace(r" \w+", r"[^\w.;:(),]{1,3}\w+").replace(" ?", f"{_DASH}*").replace(" ", f"{_DASH}+")
    return re.sub(r"\((?!\?)", "(?:", out.replace("~", _GAP))


def compile_all(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of the patterns in `small` text, the first that fits where two start together.

    Small letters on both sides, because the engine tries the letters of an alternative first only where case counts.
    """
    either = "|".join(map(expression, patterns))
    return re.compile(rf"(?<!\w)(?:{_CAPITAL.sub(_lower, either)})(?!\w)")


def small(text: str) -> str:
    """The text in small letters, each at its place."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _lower(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("\\") else match[0].lower()


# The keys of an entry that hold patterns.
_KINDS = ("names", "agents", "words", "harms", "hazards", "platings", "gains", "aspects", "amounts", "costs")


@cache
def expressions(vocabulary: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The (label, kind, expression) of every list of patterns in a vocabulary."""
    return tuple(
        (entry["label"], kind, compile_all(patterns))
        for entry in entries(vocabulary)
        for kind, patterns in entry.items()
        if kind in _KINDS
    )


@lru_cache(maxsize=16384)
def find(text: str, vocabulary: str) -> tuple[Term, ...]:
    """All terms of a vocabulary in a text, in order; they may overlap."""
    lowered = small(text)
    found = [
        Term(m.start(), m.end(), label, kind)
        for label, kind, pattern in expressions(vocabulary)
        for m in pattern.finditer(lowered)
    ]
    return tuple(sorted(found, key=lambda term: (term.start, term.end, term.label, term.kind)))


def longest(terms: Sequence[Term]) -> list[Term]:
    """The terms that overlap with no longer one, in order; of terms of the same place all are kept."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.start - t.end, t.start)):
        if all(term.end <= k.start or k.end <= term.start or (term.start, term.end) == (k.start, k.end) for k in kept):
            kept.append(term)
    return sorted(kept, key=lambda t: (t.start, t.end, t.label, t.kind))
