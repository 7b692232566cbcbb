"""Whether a sentence asserts a problem, tells of its relief, or denies it.

Every word for a problem starts with a sense of its own (a harm is bad, a gain is good, a quantity is neither), and the
cues before it, from the nearest outwards and as far as the clause reaches, turn it: "low conductivity" is bad,
"overcome the low conductivity" good, "cannot overcome the low conductivity" bad again. Cues after it are predicates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from miner.problems.clauses import clause_bounds, clause_start, same_clause, words_between
from miner.problems.strategies import agents, strategies
from miner.problems.terms import Term, find, longest
from miner.vocabulary import entries

Sense = Literal["bad", "good", "denied", "neutral"]

_RELATIVE = re.compile(
    r"(?: (?:in|of|during|upon|on) \w+(?: \w+)?)?,? (?:which|that) (?:(?:can|could|may|might|will|would) )?"
)
# "Corrosion follows the acidity and can be held back by ...", of what the sentence is about.
_GOES_ON = re.compile(
    r"(?: (?:in|of|on|at) [^,;:]*?)? (?:(?:is|are|was|were|depends?|follows?|occurs?|arises?|remains?)\b)"
    r"[^,;:]*?,? (?:and|but|yet)(?: (?:it|they))? (?:thus |therefore |also )?(?:can|could|may|might|has|have) "
    r"(?:also |however |thus |largely |effectively )?"
)
# "It cannot suppress A, preserve B, and ensure C" denies all of them.
_DENIED_LIST = re.compile(
    r"\b(?:cannot|can not|could not|fails? to|failed to|unable to)\b"
    r"(?:(?!\b(?:but|which|that|while|whereas|thus|thereby|so|is|are|was|were|it|they|this|to|by)\b)[^;:.])*"
    r"(?:,|,? (?:and|or)) $"
)
# Cues, and what they meet, that act on the first word for a problem only ("low conductivity, volume change").
_SPOKEN_FOR = (("negate", "good"), ("little", "harms"))
_DENYING = ("negate", "poor")
_WITHOUT = re.compile(
    r"(?:not|without|instead of|rather than|lacking|lacks|devoid of|free (?:of|from)|absence of)", re.IGNORECASE
)
_SHARE = re.compile(r" of (?:about |around |ca\. |approximately |[~∼≈])?(\d+(?:\.\d+)?) ?%")
_SHARE_BEFORE = re.compile(r"(?:<|\b(?:less than|below|under|only|merely|just|at most))\s?(\d+(?:\.\d+)?) ?% (?:of )?$")
_FEW_PERCENT = 10.0
# So many words may stand before what a sentence is about.
_SUBJECT = 4
_HARDLY = re.compile(r"(?<!^)\b(?:hardly|barely|scarcely)\b(?! (?:any|half|a |one |\d))")
_NEVER = re.compile(r"\b(?:never|not|nor|seldom|rarely|(?:hardly|barely|scarcely) (?:exceed|reach|surpass)\w*)\b")
# "Does not fade" is a gain as it stands, "the SEI is never stable" none.
_DOES_NOT = re.compile(r"(?:(?:do|does|did|will) )?not\b", re.IGNORECASE)
# "Diffusion is hindered and the particles crack": such a verb speaks of what stands before it.
_AND = re.compile(r"(?:,? and|,|/) ?")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
# "A reduced life, fires": a participle that stands as an attribute reaches no further than its noun.
_ATTRIBUTE = re.compile(r"(?:\b(?:an?|in|to|from|including)|,)\s\w+ed$")
# "The limited supply raises the cost": nor beyond the verb.
_OF_SUBJECT = re.compile(r"\b(?:the|its|their|this|these|an?) \w+ed$", re.IGNORECASE)
# "To reverse the decrease in quality, costly steps are needed".
_IN_ITSELF = re.compile(r"\sin\s[^,;]*,")
_OF_OTHERS = re.compile(r"\s(?:from|against|to|of|by|with)\b")
_ACTIVE = ("raise", "keep", "relieve", "cut")
_START: dict[str, Sense] = {"harms": "bad", "hazards": "bad", "platings": "bad", "gains": "good"}
_CUES = {entry["label"]: entry for entry in entries("polarity")}
# These arise between the anode and its electrolyte, whichever of the two the sentence speaks of.
SHARED = {"interfacial_instability", "interfacial_resistance", "side_reactions"}
# The cues that are verbs of what makes something better.
BETTERING = ("relieve", "cut", "raise", "keep", "give")
_VERBS = ("raise", "cut")
# "Maintains a high conductivity" is more than praise.
_RAISING = ("raise", "keep")
_ENDING = ("relieve", "cut")
# "The control without it delaminated".
_HAPPENED = re.compile(r"\w+ed\b")
# "Suppressing dendrites is crucial": what shall be ended is there.
_CALLED_FOR = re.compile(r"(?:[\w-]+,\s)?(?:the\s)?(?:\w+ly\s)?\w+(?:ing|ion|ment)\b", re.IGNORECASE)
_WISHES = ("wish", "called for")
# A predicate says itself how things are ("the reduction is irreversible").
_IS = re.compile(r"(?:is|are|was|were)\b")
_ORDER = {label: order for order, label in enumerate(_CUES)}


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` of a sentence speak of `problem`: it is there ("bad"), relieved ("good") or denied.

    `kind` is that of the words (see problems.yaml); `stated` says that something in the clause asserts the problem,
    beyond the bare word; `relieved` that something relieves what is bad; `by` is the cue that had the last word.
    """

    start: int
    end: int
    problem: str
    kind: str
    sense: Sense
    stated: bool = False
    relieved: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class _Clauses:
    """A sentence with its words for problems and its cues, in order, and the places where its clauses meet."""

    text: str
    terms: tuple[Term, ...]
    cues: tuple[Term, ...]
    bounds: tuple[tuple[int, int], ...]


@lru_cache(maxsize=8192)
def judged(text: str) -> tuple[Finding, ...]:
    """All that a sentence says of problems, in order, with words for quantities that nothing qualifies ("neutral")."""
    terms = longest(find(text, "problems"))
    if not terms:
        return ()
    clauses = _Clauses(text, tuple(terms), find(text, "polarity"), tuple(clause_bounds(text)))
    return tuple(finding for term in terms for finding in _with_relief(clauses, _judge(clauses, term)))


def findings(text: str) -> tuple[Finding, ...]:
    """What a sentence asserts, relieves or denies of problems, in order."""
    return tuple(finding for finding in judged(text) if finding.sense != "neutral")


def cues(text: str, label: str) -> list[Term]:
    """The cues of one kind in a text, in order."""
    return [cue for cue in find(text, "polarity") if cue.label == label]


def _with_relief(clauses: _Clauses, finding: Finding) -> Iterator[Finding]:
    """The finding, and its relief where a relative clause tells of one ("swelling, which can be relieved by ...")."""
    yield finding
    told = finding.sense == "bad"
    relative = (_RELATIVE.match(clauses.text, finding.end) or _goes_on(clauses, finding)) if told else None
    ended = (cue for cue in clauses.cues if relative and cue.label == "ended" and cue.start == relative.end())
    if any(not _NEVER.search(clauses.text, cue.start, cue.end) for cue in ended):
        yield replace(finding, sense="good", relieved=True, by="ended")


def _goes_on(clauses: _Clauses, finding: Finding) -> re.Match[str] | None:
    """What follows the finding up to a second predicate of the sentence, where the finding is its only problem."""
    match = _GOES_ON.match(clauses.text, finding.end)
    alone = match and not any(t.kind == "harms" and finding.end <= t.start < match.end() for t in clauses.terms)
    return match if alone and words_between(clauses.text, 0, finding.start) <= _SUBJECT else None


def _judge(clauses: _Clauses, term: Term) -> Finding:
    finding = Finding(term.start, term.end, term.label, term.kind, _START.get(term.kind, "neutral"))
    if term.kind == "harms" and _HARDLY.search(clauses.text[term.start : term.end]):
        return replace(finding, sense="denied")
    words = clauses.text[term.start : term.end]
    if term.kind == "gains" and term.label != "safety_hazard" and _NEVER.search(words) and not _DOES_NOT.match(words):
        return replace(finding, sense="bad", stated=True)
    if term.kind == "harms" and (_compared(clauses, term) or _is_slight(clauses.text, term)):
        return replace(finding, sense="neutral")
    return _predicated(clauses, _denied_in_list(clauses, _governed(clauses, finding)))


def _denied_in_list(clauses: _Clauses, finding: Finding) -> Finding:
    """The finding, bad where its verb of relief is a later one of a list that opens with "cannot"."""
    if finding.sense != "good":
        return finding
    verbs = [cue.start for cue in clauses.cues if cue.label in BETTERING and cue.end <= finding.start]
    if any(_DENIED_LIST.search(clauses.text[:place]) for place in (*verbs[-1:], finding.start)):
        return replace(finding, sense="bad", stated=True, relieved=False, by="negate")
    return finding


def _governed(clauses: _Clauses, finding: Finding) -> Finding:
    """The finding as the cues before it turn it."""
    at = finding.start
    for start, end, labels in _leftwards(clauses, finding.start):
        if not same_clause(clauses.bounds, end, at):
            break
        gap = words_between(clauses.text, end, _list_start(clauses, finding, end) if at == finding.start else at)
        state = _state(finding)
        # What a verb made bad ("increasing resistance") only a neighbour of the verb turns again.
        spent = finding.sense == "bad" and finding.by in _VERBS
        acting = [
            label
            for label in labels
            if gap <= (2 if spent else _CUES[label]["reach"])
            and state in _CUES[label]["turns"]
            and not (
                (label, state) in _SPOKEN_FOR and (_another(clauses, end, at) or _is_listed(clauses, end, finding))
            )
            and not (label in _DENYING and _is_left_out(clauses.text, start, end, at, finding))
            and not (label in _ACTIVE and _is_passive(clauses.text, start, end))
            and not (label in _ENDING and _IS.match(clauses.text, finding.start))
            and not (label == "cut" and state in ("harms", "bad") and _is_of_another(clauses, end, at))
            and not (spent and label in _ENDING and _OF_SUBJECT.search(clauses.text[:end]))
        ]
        if not acting:
            continue
        turns = {label: _CUES[label]["turns"][state] for label in acting}
        label = min(acting, key=lambda label: turns[label] in ("pass", "stop"))
        turn = _wished(finding, label, turns[label])
        if turn not in ("pass", "stop"):
            finding = _turned(finding, turn, label)
        elif finding.sense == "good" and finding.kind == "aspects" and label in _RAISING:
            finding = replace(finding, by=label)
        at = start
        finding = replace(finding, stated=finding.stated or finding.sense == "bad")
        if turn in ("stop", "denied"):
            break
    return finding


def _list_start(clauses: _Clauses, finding: Finding, since: int) -> int:
    """Where the aspects begin that are listed before this one ("low conductivity and ion mobility"), after `since`."""
    start = finding.start
    for term in reversed(clauses.terms):
        if finding.kind != "aspects" or term.end > start or not _AND.fullmatch(clauses.text, term.end, start):
            continue
        if term.kind == "harms" and term.start < since <= term.end:  # "low capacity and conductivity"
            return since
        if term.kind == "aspects" and since <= term.start:
            start = term.start
    return start


def _is_passive(text: str, start: int, end: int) -> bool:
    """A verb in the passive, which does not act on what stands behind it."""
    return text[:end].endswith("ed") and bool(_PASSIVE.search(text[:start])) and not _OF_OTHERS.match(text, end)


def _another(clauses: _Clauses, start: int, end: int) -> bool:
    """Another word for a problem ends between two places, and takes a "no" or a "low" for itself."""
    return any(start < term.end <= end for term in clauses.terms)


def _is_listed(clauses: _Clauses, end: int, finding: Finding) -> bool:
    """A harm stands behind a comma from a word for smallness ("low yield, slow transport, and dendrites")."""
    return finding.kind == "harms" and "," in clauses.text[end : finding.start]


def _is_of_another(clauses: _Clauses, end: int, at: int) -> bool:
    """What is cut is a good thing, or one before the comma ("a shorter life, reduced range, and fires")."""
    text = clauses.text
    if _ATTRIBUTE.search(text[:end]) and "," in text[end:at]:
        return True
    if _IN_ITSELF.match(text, end, at):
        return True
    lost = (t for t in clauses.terms if t.kind in ("aspects", "amounts") and end <= t.start and t.end <= at)
    return any(words_between(text, end, term.start) <= 1 and "," not in text[end : term.start] for term in lost)


def _is_left_out(text: str, start: int, end: int, at: int, finding: Finding) -> bool:
    """A "without" leaves the problem there: it takes a strategy away, or is of a sample that came to harm."""
    if not _WITHOUT.fullmatch(text, start, end):
        return False
    if text[start:end].lower() == "without" and _HAPPENED.match(text, finding.start):
        return True
    named = (term for term in (*strategies(text), *agents(text)) if end <= term.start and term.end <= at)
    return any(words_between(text, end, term.start) <= 2 and "," not in text[end : term.start] for term in named)


def _leftwards(clauses: _Clauses, before: int) -> Iterator[tuple[int, int, list[str]]]:
    """The cues before a place, the nearest first: start, end and all kinds that each may be, in order."""
    ahead = [cue for cue in clauses.cues if cue.start < before and "turns" in _CUES[cue.label]]
    # "Never forms" reaches into "forms a stable SEI".
    usable = longest([cue for cue in ahead if cue.end <= before or cue.label == "negate"])
    usable = [cue for cue in usable if not _is_spoken_for(clauses, cue)]
    for start, end in sorted({(cue.start, cue.end) for cue in usable}, reverse=True):
        yield start, end, sorted({cue.label for cue in usable if cue.start == start}, key=_ORDER.__getitem__)


def _is_spoken_for(clauses: _Clauses, cue: Term) -> bool:
    """It is itself part of the words for a problem ("cut off from") or a gain ("low cost, and safety")."""
    whole = "harms" if cue.label in _ENDING else "gains" if cue.label == "little" else ""
    return any(term.kind == whole and term.start <= cue.start and cue.end <= term.end for term in clauses.terms)


def _state(finding: Finding) -> str:
    """What a cue meets: the kind of words while nothing has turned them, else their sense."""
    if finding.sense == "good" or finding.by:
        return finding.sense
    return "harms" if finding.kind in ("hazards", "platings") else finding.kind


def _turned(finding: Finding, sense: Sense, by: str) -> Finding:
    relieved = sense == "good" and by in ("relieve", "cut", "ended", "small")
    return replace(finding, sense=sense, by=by, relieved=finding.relieved or relieved)


def _predicated(clauses: _Clauses, finding: Finding) -> Finding:
    """The finding with what its predicate adds."""
    state = _state(finding)
    for cue in clauses.cues:
        turns = _CUES[cue.label].get("after", {})
        if state not in turns or cue.start < finding.end or not same_clause(clauses.bounds, finding.end, cue.start):
            continue
        if words_between(clauses.text, finding.end, cue.start) > _CUES[cue.label]["reach"]:
            continue
        if cue.label in _WISHES and not _CALLED_FOR.match(clauses.text, clause_start(clauses.bounds, finding.start)):
            continue
        turn = _wished(finding, cue.label, turns[state])
        return replace(_turned(finding, turn, cue.label), stated=finding.stated or turn == "bad")
    return finding


def _wished(finding: Finding, label: str, turn: Any) -> Any:
    """What a cue makes of a finding: a harm whose end is wished for is there."""
    return "bad" if label in _WISHES and finding.kind == "harms" and finding.by in _ENDING else turn


def _is_slight(text: str, term: Term) -> bool:
    """A harm of a few percent ("a volume change of 0.2%", "with <5% fading") is a property, no problem."""
    share = _SHARE.match(text, term.end) or _SHARE_BEFORE.search(text[: term.start])
    return share is not None and float(share[1]) < _FEW_PERCENT


def _compared(clauses: _Clauses, term: Term) -> bool:
    """A harm is only what something else is compared with ("faster than dendrites grow")."""
    rivals = (cue for cue in clauses.cues if cue.label == "rival" and cue.end <= term.start)
    rivals = (cue for cue in rivals if same_clause(clauses.bounds, cue.end, term.start))
    return any(words_between(clauses.text, cue.end, term.start) <= 2 for cue in rivals)
