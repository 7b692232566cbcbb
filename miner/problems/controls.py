"""Counterfactuals: what goes wrong without a strategy is what the strategy is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from miner.problems.clauses import words_between
from miner.problems.polarity import Finding, cues
from miner.problems.terms import Term

# Between a word like "without" and the strategy: "without such a thin", "omitting the".
_NEAR = 3
_PRONOUN = re.compile(r"\s(?:it|them|this|these|either|both|any treatment|treatment|modification)\b", re.IGNORECASE)
# "Instead of inserting between the layers" tells what happens, not what was left out.
_DOING = re.compile(r"\s(?!us|add|apply|employ|introduc)\w+ing\s", re.IGNORECASE)
_NOT = re.compile(r"\bnot (?:been )?$", re.IGNORECASE)
_VALUE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\()")
_STATEMENT = re.compile(r"[;:]\s|,\s(?:but|while|whereas)\s", re.IGNORECASE)


def left_out(text: str, finding: Finding, named: Sequence[Term]) -> Iterator[Term]:
    """The strategies of those `named` without which a sentence says that a problem arises."""
    low, high = _bounds(text, finding)
    here = [term for term in named if low <= term.start and term.end <= high]
    for term in here:
        others = [other.end for other in here if other.end <= term.start]
        before = (c.end for c in cues(text, "lacking") if max((low, *others)) <= c.start and c.end <= term.start)
        after = (cue.start for cue in cues(text, "omitted") if term.end <= cue.start and cue.end <= high)
        near = any(
            words_between(text, end, term.start) <= _NEAR
            and "," not in text[end : term.start]
            and not _DOING.match(text, end, term.start)
            for end in before
        )
        if (
            near
            or _NOT.search(text[: term.start])
            or any(words_between(text, term.end, start) <= _NEAR for start in after)
        ):
            yield term


def is_worse(text: str, finding: Finding) -> bool:
    """The sentence says that a problem is there, or gives values of a sample and of one without something."""
    if finding.sense == "bad":
        return True
    compared = finding.sense == "neutral" and finding.kind in ("costs", "aspects")
    return compared and len(_VALUE.findall(text, finding.end)) > 1


def is_control(text: str, finding: Finding) -> bool:
    """The problem is one of a sample without what the paper is about ("bare lithium shorted")."""
    low, high = _bounds(text, finding)
    last = finding.start if finding.sense == "bad" else high
    if any(low <= cue.start < last for cue in cues(text, "control")):
        return True
    return any(low <= cue.start < high and _PRONOUN.match(text, cue.end) for cue in cues(text, "lacking"))


def _bounds(text: str, finding: Finding) -> tuple[int, int]:
    """Where the statement around a finding starts and ends."""
    low = max((m.end() for m in _STATEMENT.finditer(text) if m.end() <= finding.start), default=0)
    return low, min((m.start() for m in _STATEMENT.finditer(text) if m.start() >= finding.end), default=len(text))
