"""Strategies that a document says relieve a problem of an anode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from miner.claims import Mitigation
from miner.document import Document
from miner.evidence import evidence_of
from miner.materials import Materials
from miner.polarity import Finding, findings
from miner.sentences import Sentence
from miner.terms import Term, find, longest
from miner.topic import Topics

_MEANS = re.compile(
    r"\b(?:by|through|via|using|with|owing to|due to|thanks to|because of|from|employing|upon|when|after|if|based on|in|on)\b"
    r"[^;:]{0,60}$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:(?:moreover|furthermore|in addition|additionally|also|thus|hence|therefore|consequently|as a result|"
                      r"in consequence|specifically|here|similarly|finally|besides|meanwhile|again),?\s)*", re.IGNORECASE)
# A text of fewer sentences is an abstract: all of it speaks of one thing.
_SHORT = 40


def mitigations(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Mitigation]:
    """The strategies that the text ties to the problem of an anode, or of anodes in general (`anode` None)."""
    topics = Topics(document, sentences, materials)
    passage = _Passage(sentences, strategies(document.title))
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
        if finding.sense == "bad":
            continue
        anodes = topics.of(number, finding.start, finding.end) or [None]
        if topics.foreign and anodes == [None]:
            continue
        for term, tie in passage.agents(number, finding):
            if _holds(tie, finding, anodes):
                for anode in anodes:
                    yield term.label, finding.problem, anode, f"{tie}: {finding.kind} {finding.sense}{' relieved' if finding.relieved else ''} {finding.by}"
    for finding, back in passage.issues(number):
        for anode in topics.of(back, finding.start, finding.end) or [None]:
            for term in strategies(text):
                yield term.label, finding.problem, anode, "issue"


_OF_ALL = {"interfacial_instability", "interfacial_resistance", "dendrite_growth", "volume_change", "safety_hazard", "side_reactions",
    "high_cost", "scalability", "environmental_impact", "mechanical_degradation"}


def _holds(tie: str, finding: Finding, anodes: list) -> bool:
    if finding.by in ("much", "give") or (finding.sense == "denied" and tie != "subject"):
        return False
    if anodes == [None] and finding.problem not in _OF_ALL and not finding.relieved:
        return False
    if finding.problem in ("low_capacity", "complexity") and not finding.relieved and finding.by != "raise":
        return False
    return True


def strategies(text: str) -> list[Term]:
    """The strategies that a text names."""
    return longest(find(text, "mitigations"))


def _says(text: str, label: str) -> bool:
    return any(cue.label == label for cue in find(text, "polarity"))


class _Passage:
    """The sentences of a document with the strategies that each speaks of."""

    def __init__(self, sentences: Sequence[Sentence], title: Sequence[Term]) -> None:
        self.sentences = sentences
        self._title = title
        self._short = len(sentences) < _SHORT

    def agents(self, number: int, finding: Finding) -> Iterator[tuple[Term, str]]:
        """The strategies that bring a relief about, each with how it is tied to it."""
        text = str(self.sentences[number].text)
        own = [t for t in strategies(text) if t.end <= finding.start or t.start >= finding.end]
        before = [t for t in own if t.start < finding.start]
        if before:
            yield from ((t, "subject") for t in before)
            return
        for t in own:
            yield t, "means" if _MEANS.search(text[finding.end : t.start]) else "after"
        if own:
            return
        if _anaphoric(text):
            yield from ((t, "carried") for t in self._before(number, 1))
        elif self._short:
            if self._title:
                yield from ((t, "title") for t in self._title)
            else:
                yield from ((t, "near") for t in self._before(number, 1))

    def issues(self, number: int) -> Iterator[tuple[Finding, int]]:
        """The problems that the sentence says it answers ("to address this, ..."), with the number of their sentence."""
        if not _says(str(self.sentences[number].text), "issue"):
            return
        for back in range(number - 1, max(-1, number - 3), -1):
            if self.sentences[back].paragraph != self.sentences[number].paragraph:
                return
            bad = [f for f in findings(str(self.sentences[back].text)) if f.sense == "bad"]
            if bad:
                yield from ((f, back) for f in bad)
                return

    def _before(self, number: int, reach: int) -> list[Term]:
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.sentences[back].paragraph != self.sentences[number].paragraph:
                break
            found = strategies(str(self.sentences[back].text))
            if found:
                return found
        return []


def _anaphoric(text: str) -> bool:
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    return any(cue.label == "anaphor" and cue.start == at for cue in find(text, "polarity"))
