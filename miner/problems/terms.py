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
# How many of a word's letters tell which patterns may begin there.
_FIRST = 3
_BEGINS = re.compile(r"(?<!\w)(?:\w|\()")
_LETTERS = re.compile(r"(?:[^\W_](?![?*{]))*")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A list of patterns of a vocabulary's entry, as one expression; `begin` are the first letters of what fits."""

    label: str
    kind: str
    expression: re.Pattern[str]
    begin: frozenset[str]


@cache
def _lists(vocabulary: str) -> tuple[_Patterns, ...]:
    return tuple(
        _Patterns(entry["label"], kind, compile_all(patterns), frozenset().union(*map(beginnings, patterns)))
        for entry in entries(vocabulary)
        for kind, patterns in entry.items()
        if kind in _KINDS
    )


@cache
def _tried(vocabulary: str, letters: str) -> list[tuple[int, _Patterns]]:
    """The lists, numbered, that may hold a pattern for text which begins so."""
    begin = {letters[:n] for n in range(_FIRST + 1)}
    return [(number, patterns) for number, patterns in enumerate(_lists(vocabulary)) if patterns.begin & begin]


@lru_cache(maxsize=16384)
def find(text: str, vocabulary: str) -> tuple[Term, ...]:
    """All terms of a vocabulary in a text, in order; they may overlap, but not those of one list of patterns."""
    lowered, found = small(text), list[Term]()
    ends: dict[int, int] = {}
    for place in _BEGINS.finditer(lowered):
        start = place.start()
        for number, patterns in _tried(vocabulary, lowered[start : start + _FIRST]):
            if start >= ends.get(number, 0) and (match := patterns.expression.match(lowered, start)):
                ends[number] = match.end()
                found.append(Term(start, match.end(), patterns.label, patterns.kind))
    return tuple(sorted(found, key=lambda term: (term.start, term.end, term.label, term.kind)))


def beginnings(pattern: str) -> set[str]:
    """The letters, at most three, with which a text begins that a vocabulary pattern fits; "" where it may be any."""
    found: set[str] = set()
    for one in _split(pattern):
        while one.startswith(("(?<", "(?!", "(?=")):  # what stands around
            one = one[_group(one) :]
        if one.startswith("("):
            inside, rest = one[1 : _group(one) - 1], one[_group(one) :]
            found |= {""} if rest.startswith("{") else beginnings(inside)
            if rest.startswith(("?", "*")):
                found |= beginnings(rest[1:])
        elif one.startswith("\\d"):
            found |= set("0123456789")
        else:
            letters = _LETTERS.match(one)
            found.add("(" if one.startswith("[(]") else letters[0][:_FIRST].lower() if letters else "")
    return found


def _split(pattern: str) -> list[str]:
    """A pattern's alternatives."""
    depth, found = 0, [""]
    for character in pattern:
        depth += (character == "(") - (character == ")")
        if character == "|" and not depth:
            found.append("")
        else:
            found[-1] += character
    return found


def _group(pattern: str) -> int:
    """Where the group ends with which a pattern begins."""
    depth = 0
    for at, character in enumerate(pattern, 1):
        depth += (character == "(") - (character == ")")
        if not depth:
            return at
    return len(pattern)


def longest(terms: Sequence[Term]) -> list[Term]:
    """The terms that overlap with no longer one, in order; of terms of the same place all are kept."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.start - t.end, t.start)):
        if all(term.end <= k.start or k.end <= term.start or (term.start, term.end) == (k.start, k.end) for k in kept):
            kept.append(term)
    return sorted(kept, key=lambda t: (t.start, t.end, t.label, t.kind))
