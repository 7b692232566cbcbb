"""Strategies that a document says relieve a problem of an anode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from miner.claims import Mitigation
from miner.document import Document
from miner.evidence import evidence_of
from miner.materials import Materials
from miner.polarity import Finding, findings, words_between
from miner.sentences import Sentence
from miner.strategies import can_relieve, strategies
from miner.table_problems import table_mitigations
from miner.terms import Term, find
from miner.topic import Topics
from miner.vocabulary import entries

_MEANS = re.compile(
    r"\b(?:by|through|via|using|with|owing to|due to|thanks to|because of|from|employing|upon|when|after|if|based on|in|on)\b"
    r"[^;:]{0,60}$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:(?:moreover|furthermore|in addition|additionally|also|thus|hence|therefore|consequently|as a result|"
                      r"in consequence|specifically|here|similarly|finally|besides|meanwhile|again),?\s)*", re.IGNORECASE)


# A text of fewer sentences is an abstract, and the strategy of its title is what all of it is about.
_SHORT = 40


def mitigations(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Mitigation]:
    """The strategies that the text ties to the problem of an anode, or of anodes in general (`anode` None)."""
    topics = Topics(document, sentences, materials)
    passage = _Passage(sentences, document.title)
    yield from table_mitigations(document, materials)
    for number, sentence in enumerate(sentences):
        if sentence.kind != "paragraph" or _says(str(sentence.text), "meta"):
            continue
        seen = set()
        for strategy, problem, anode, rule in _claims(passage, topics, number):
            if (strategy, problem, anode) not in seen:
                seen.add((strategy, problem, anode))
                yield Mitigation(
                    evidence=evidence_of(sentence),
                    cites=sentence.cites or sentence.study,
                    rule=rule,
                    strategy=strategy,
                    problem=problem,
                    anode=anode,
                )


def _claims(passage: _Passage, topics: Topics, number: int) -> Iterator[tuple[str, str, str | None, str]]:
    text = str(passage.sentences[number].text)
    for finding in findings(text):
        if finding.sense == "bad" or topics.belongs_to_component(text, finding.end):
            continue
        anodes = topics.of(number, finding.start, finding.end) or [None]
        if topics.of_cathode(text) or topics.foreign and anodes == [None]:
            continue
        for term, tie in passage.agents(number, finding):
            if can_relieve(term.label, finding.problem) and _holds(tie, finding, anodes):
                for anode in anodes:
                    yield term.label, finding.problem, anode, f"{tie}: {finding.kind} {finding.sense}{' relieved' if finding.relieved else ''} {finding.by}"
    for finding, back in passage.issues(number):
        for anode in topics.of(back, finding.start, finding.end) or [None]:
            for term in strategies(text):
                if can_relieve(term.label, finding.problem):
                    yield term.label, finding.problem, anode, "issue"


_OF_ALL = {"interfacial_instability", "interfacial_resistance", "dendrite_growth", "volume_change", "safety_hazard", "side_reactions",
    "high_cost", "scalability", "environmental_impact", "mechanical_degradation"}


# What an element is praised for, with whatever strategy.
_OF_THE_MATERIAL = {"high_cost", "safety_hazard", "environmental_impact", "scalability", "complexity", "slow_kinetics"}


def _holds(tie: str, finding: Finding, anodes: list) -> bool:
    if tie == "central" and finding.problem in _OF_THE_MATERIAL:
        return False
    if finding.by in ("much", "give") or (finding.sense == "denied" and tie != "subject"):
        return False
    if anodes == [None] and finding.problem not in _OF_ALL and not finding.relieved:
        return False
    if finding.problem in ("low_capacity", "complexity") and not finding.relieved and finding.by != "raise":
        return False
    return True


def _says(text: str, label: str) -> bool:
    return any(cue.label == label for cue in find(text, "polarity"))


class _Passage:
    """The sentences of a document with the strategies that each speaks of."""

    def __init__(self, sentences: Sequence[Sentence], title: str) -> None:
        self.sentences = sentences
        named = strategies(title) if len(sentences) < _SHORT else []
        self._central = named[:1] if len({term.label for term in named}) == 1 else []
        self._strategies: dict[int, list[Term]] = {}

    def agents(self, number: int, finding: Finding) -> Iterator[tuple[Term, str]]:
        """The strategies that bring a relief about, each with how it is tied to it."""
        text = str(self.sentences[number].text)
        own = [t for t in self.strategies(number) if t.end <= finding.start or t.start >= finding.end]
        own = [t for t in own if not _is_setting(text, t)]
        before = [t for t in own if t.start < finding.start]
        if before:
            yield from ((t, "subject") for t in _nearest_group(text, before))
            return
        for t in own:
            if _MEANS.search(text[finding.end : t.start]):
                yield t, "means"
            elif _PURPOSE.search(text[: finding.start]):
                yield t, "purpose"
            else:
                yield t, "after"
        if own:
            return
        if _anaphoric(text):
            found = self._before(number, 1)
            yield from ((t, "carried") for t in found)
            if found:
                return
        yield from ((t, "central") for t in self._central)

    def issues(self, number: int) -> Iterator[tuple[Finding, int]]:
        """The problems that the sentence says it answers ("to address this, ..."), with the number of their sentence."""
        if not _answers(str(self.sentences[number].text)):
            return
        for back in range(number - 1, max(-1, number - 3), -1):
            if self.sentences[back].paragraph != self.sentences[number].paragraph:
                return
            bad = [f for f in findings(str(self.sentences[back].text)) if f.sense == "bad"]
            if bad:
                yield from ((f, back) for f in bad)
                return

    def strategies(self, number: int) -> list[Term]:
        """The strategies that a sentence names, also by a noun that takes up an earlier one ("the shell")."""
        if number not in self._strategies:
            text = str(self.sentences[number].text)
            own = strategies(text)
            for noun in find(text, "strategy_nouns"):
                if any(t.start < noun.end and noun.start < t.end for t in own) or not _DEFINITE.search(text[: noun.start]):
                    continue
                labels = _MEANT[noun.label]
                own += [Term(noun.start, noun.end, t.label, "taken up") for t in self._before(number, 2) if t.label in labels or "*" in labels]
            self._strategies[number] = sorted(own, key=lambda t: (t.start, t.end, t.label))
        return self._strategies[number]

    def _before(self, number: int, reach: int) -> list[Term]:
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.sentences[back].paragraph != self.sentences[number].paragraph:
                break
            found = self.strategies(back)
            if found:
                return found
        return []


_DEFINITE = re.compile(r"(?:\b(?:the|this|these|those|both|such|each|two|three|its|their)\s(?:(?:two|three|resulting|engineered|outer|inner|thin|whole|so|new|\w+ed)\s)?)$", re.IGNORECASE)
_PURPOSE = re.compile(r"\b(?:to|for|against|aim\w* at|toward)\s(?:\S+\s){0,6}$", re.IGNORECASE)
_MEANT = {entry["label"]: entry["labels"] for entry in entries("strategy_nouns")}


_MADE_OF = re.compile(r"\b(?:made|composed|consist\w*|prepared) (?:from|of|up of)\b[^.;]{0,60}$", re.IGNORECASE)
_SETTING = re.compile(r"\b(?:with|between|against|and|to|through|into|of|in|on|toward|towards|at|for|under|or)\s(?:(?:the|a|an|various|high|rigid|conventional|certain|commercial)\s){0,2}$", re.IGNORECASE)
_SETTINGS = {"solid_electrolyte", "current_control", "pressure", "separator_modification"}


def _is_setting(text: str, term: Term) -> bool:
    """The strategy's words only tell what else is in the cell or how it was run ("with solid electrolytes", "at a high current")."""
    if _MADE_OF.search(text[: term.start]):
        return True
    return term.label in _SETTINGS and term.kind == "names" and bool(_SETTING.search(text[: term.start]))


def _nearest_group(text: str, before: Sequence[Term]) -> list[Term]:
    """Of the strategies before a place those of its own clause: back to where another problem is spoken of."""
    said = [f.end for f in findings(text)]
    group = [before[-1]]
    for term in reversed(before[:-1]):
        if any(term.end <= end <= group[-1].start for end in said):
            break
        group.append(term)
    return group[::-1]


def _anaphoric(text: str) -> bool:
    """The sentence opens by taking up what was named before; not a finding or an issue."""
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    cues = find(text, "polarity")
    ends = [cue.end for cue in cues if cue.label == "anaphor" and cue.start == at]
    return bool(ends) and not any(c.label == "report" and words_between(text, ends[0], c.start) <= 1 for c in cues if c.start > ends[0])


def _answers(text: str) -> bool:
    """The sentence says what is done about what was said before."""
    cues = find(text, "polarity")
    for issue in (cue for cue in cues if cue.label == "issue"):
        for cue in cues:
            before, after = words_between(text, cue.end, issue.start), words_between(text, issue.end, cue.start)
            if cue.label in ("relieve", "cut") and ((cue.end <= issue.start and before <= 4) or cue.start == issue.start):
                return not any(c.label == "fail" and c.end <= cue.start and words_between(text, c.end, cue.start) <= 2 for c in cues)
            if cue.label == "ended" and cue.start >= issue.end and after <= 4:
                return True
    return False
