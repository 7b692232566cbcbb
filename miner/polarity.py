"""Whether a sentence asserts a problem, tells of its relief, or denies it.

Every word for a problem starts with a sense of its own (a harm is bad, a gain is good, a quantity is neither), and the cues
before it, from the nearest outwards and as far as the clause reaches, turn it: "low conductivity" is bad, "overcome the low
conductivity" good, "cannot overcome the low conductivity" bad again. Cues after it count where they are its predicate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from miner.terms import Term, find, longest

Sense = Literal["bad", "good", "denied", "neutral"]

# Beyond these a cue is not of the same clause.
_BOUNDARY = re.compile(
    r"[;:()]|\s[—–]\s|,?\s(?:but|yet|while|whereas|although|though|however|unlike|which|that|because|since|so|where|when|"
    r"until|after|before|then|thereby|thus|hence)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s\-–—‐]+")
# How many words may stand between a cue and what it acts on.
_REACH = {
    "little": 2, "much": 2, "better": 5, "poor": 6, "raise": 8, "give": 8, "keep": 8, "be": 8, "small": 3, "cut": 8, "relieve": 8, "cause": 8, "negate": 3, "fail": 4, "wish": 4,
    "ended": 10, "absent": 2, "falls": 6, "rises": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` of a sentence speak of `problem`: that it is there ("bad"), relieved ("good") or denied.

    `stated` says that something in the clause asserts it, beyond the bare word; `relieved` that a cue of relief turned it.
    """

    start: int
    end: int
    problem: str
    kind: str
    sense: Sense
    stated: bool = False
    relieved: bool = False
    by: str = ""


@lru_cache(maxsize=8192)
def judged(text: str) -> tuple[Finding, ...]:
    """All that a sentence says of problems, in order, words for quantities that nothing qualifies ("neutral") included."""
    terms = longest(find(text, "problems"))
    if not terms:
        return ()
    cues, bounds = find(text, "polarity"), clause_bounds(text)
    return tuple(_judge(text, term, cues, bounds) for term in terms)


def findings(text: str) -> tuple[Finding, ...]:
    """What a sentence asserts, relieves or denies of problems, in order."""
    return tuple(finding for finding in judged(text) if finding.sense != "neutral")


def words_between(text: str, start: int, end: int) -> int:
    """How many words stand at `start:end`."""
    return len(_WORD.findall(text, start, end))


def same_clause(bounds: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """No boundary of a clause lies between two places."""
    return not any(start <= lo and hi <= end for lo, hi in bounds)


def clause_bounds(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a sentence meet."""
    return [(m.start(), m.end()) for m in _BOUNDARY.finditer(text)]


_START: dict[str, Sense] = {"harms": "bad", "hazards": "bad", "gains": "good", "aspects": "neutral", "amounts": "neutral", "costs": "neutral"}
# What a cue makes of a sense: (kind of term, sense) -> {cue: new sense}; the first cue that fits counts.
_TURN: dict[tuple[str, Sense], dict[str, Sense]] = {
    ("harms", "bad"): {"relieve": "good", "cut": "good", "negate": "denied", "little": "denied"},
    ("hazards", "bad"): {"relieve": "good", "cut": "good", "negate": "denied", "little": "denied"},
    ("aspects", "neutral"): {"better": "good", "raise": "good", "keep": "good", "give": "good", "poor": "bad", "little": "bad", "cut": "bad", "much": "good", "relieve": "good"},
    ("aspects", "bad"): {"relieve": "good", "cut": "good", "negate": "denied"},
    ("amounts", "neutral"): {"better": "good", "raise": "good", "little": "bad", "poor": "bad", "much": "good"},
    ("amounts", "bad"): {"relieve": "good", "cut": "good", "negate": "denied"},
    ("costs", "neutral"): {"cut": "good", "little": "good", "relieve": "good", "better": "bad", "raise": "bad", "give": "bad", "keep": "bad", "much": "bad", "poor": "bad", "cause": "bad"},
    ("costs", "bad"): {"relieve": "good", "cut": "good", "negate": "denied"},
}  # fmt: skip
_UNDONE: dict[str, Sense] = {"fail": "bad", "negate": "bad", "wish": "neutral"}


def _judge(text: str, term: Term, cues: Sequence[Term], bounds: Sequence[tuple[int, int]]) -> Finding:
    sense, stated, relieved, by = _START[term.kind], False, False, ""
    at = term.start
    if _hardly(text, term) or _compared(cues, text, term):
        return Finding(term.start, term.end, term.label, term.kind, "denied" if _hardly(text, term) else "neutral")
    for start, kinds in _leftwards(cues, term):
        end = max(cue.end for cue in cues if cue.start == start and cue.end <= at or cue.start == start)
        gap = words_between(text, min(end, at), at)
        if not same_clause(bounds, end, at):
            break
        usable = {kind for kind in kinds if gap <= _REACH.get(kind, 0)}
        turns = _UNDONE if sense == "good" else _TURN.get((term.kind, sense), {})
        turn = next((kind for kind in turns if kind in usable), None)
        if turn:
            relieved |= turn in ("relieve", "cut") and turns[turn] == "good"
            stated |= turns[turn] == "bad"
            sense, at, by = turns[turn], start, turn
            if sense == "denied":
                break
        elif sense == "good" and usable & {"raise", "give", "keep", "better", "much"}:
            at = start
        elif usable & {"cause", "raise", "give", "keep", "be"}:
            stated |= sense == "bad"
            break
        elif usable & {"much", "better", "poor"}:
            stated |= sense == "bad"
            at = start
    sense, stated, relieved = _after(text, term, cues, bounds, sense, stated, relieved)
    return Finding(term.start, term.end, term.label, term.kind, sense, stated, relieved, by)


def _hardly(text: str, term: Term) -> bool:
    """A harm that hardly happens ("it hardly swells")."""
    return term.kind == "harms" and bool(re.search(r"(?<!^)\b(?:hardly|barely|scarcely)\b", text[term.start : term.end]))


def _compared(cues: Sequence[Term], text: str, term: Term) -> bool:
    """A harm is only what something else is compared with ("faster than dendrites grow")."""
    return term.kind == "harms" and any(
        cue.label == "rival" and cue.end <= term.start and words_between(text, cue.end, term.start) <= 2 for cue in cues
    )


_BEFORE = {"little", "much", "better", "poor", "raise", "give", "keep", "cut", "relieve", "cause", "be", "negate", "fail", "wish"}


def _leftwards(cues: Sequence[Term], term: Term) -> Iterator[tuple[int, set[str]]]:
    """The places of cues before the term, the nearest first, each with all kinds that it may be."""
    before = longest([cue for cue in cues if cue.end <= term.start and cue.label in _BEFORE])
    for start in sorted({cue.start for cue in before}, reverse=True):
        yield start, {cue.label for cue in before if cue.start == start}


def _after(
    text: str,
    term: Term,
    cues: Sequence[Term],
    bounds: Sequence[tuple[int, int]],
    sense: Sense,
    stated: bool,
    relieved: bool,
) -> tuple[Sense, bool, bool]:
    """The sense with what the term's predicate adds."""
    for cue in cues:
        if cue.start < term.end or not same_clause(bounds, term.end, cue.start):
            continue
        if words_between(text, term.end, cue.start) > _REACH.get(cue.label, -1):
            continue
        if cue.label == "ended" and sense == "bad":
            return "good", stated, True
        if cue.label == "small" and term.kind == "harms" and sense == "bad":
            return "good", stated, True
        if cue.label == "absent" and term.kind == "harms" and sense == "bad":
            return "denied", stated, relieved
        if cue.label in ("falls", "rises") and sense == "neutral":
            good = (cue.label == "rises") == (term.kind != "costs")
            return ("good" if good else "bad"), not good, relieved
    return sense, stated, relieved
