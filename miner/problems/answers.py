"""Sentences that answer problems told of before ("to address this, ..."), and the strategies that they answer with."""

from __future__ import annotations

from itertools import combinations

from miner.problems.clauses import words_between
from miner.problems.polarity import cues, findings
from miner.problems.terms import Term
from miner.problems.ties import tied


def is_answer(text: str) -> bool:
    """The sentence says what is done about what was said before, and that it helps."""
    return any(_is_answered(text, issue) for issue in cues(text, "issue"))


def without_own(text: str, named: list[Term]) -> list[Term]:
    """The strategies of a sentence that it does not tie to reliefs of their own ("by doping, which adds ...")."""
    own: dict[str, set[str]] = {}
    for finding in findings(text):
        for label, _ in tied(text, finding, named) if finding.sense == "good" else ():
            own.setdefault(label, set()).add(finding.problem)
    apart = any(not first & second for first, second in combinations(own.values(), 2))
    return [term for term in named if not (apart and term.label in own)]


def _is_answered(text: str, issue: Term) -> bool:
    for cue in (*cues(text, "relieve"), *cues(text, "cut")):
        if cue.start == issue.start or (cue.end <= issue.start and words_between(text, cue.end, issue.start) <= 4):
            failed = (fail.end for fail in cues(text, "fail") if fail.end <= cue.start)
            return not any(words_between(text, end, cue.start) <= 2 for end in failed)
    ended = (cue.start for cue in cues(text, "ended") if cue.start >= issue.end)
    return any(words_between(text, issue.end, start) <= 4 for start in ended)
