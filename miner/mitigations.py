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

_ISSUE = re.compile(
    r"\b(?:this|these|those|the|such|both)\s(?:\w+\s){0,2}(?:issues?|challenges?|problems?|drawbacks?|obstacles?|limitations?|hurdles?|"
    r"shortcomings?|difficult(?:y|ies)|weakness(?:es)?|concerns?|disadvantages?|troubles?)\b|\b(?:address|overcome|counteract|solve) (?:this|these|them)\b",
    re.IGNORECASE,
)


def mitigations(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Mitigation]:
    """The strategies that the text ties to the problem of an anode, or of anodes in general (`anode` None)."""
    topics = Topics(document, sentences, materials)
    title = strategies(document.title)
    for number, sentence in enumerate(sentences):
        if sentence.kind != "paragraph":
            continue
        text = str(sentence.text)
        seen = set()
        good = [f for f in findings(text) if f.sense != "bad"]
        for finding in good:
            for strategy in _agents(sentences, number, finding, title):
                for anode in topics.of(number, finding.start, finding.end) or [None]:
                    key = (strategy, finding.problem, anode)
                    if key not in seen:
                        seen.add(key)
                        yield _claim(sentence, *key, "relief" if finding.relieved else "gain")


def strategies(text: str) -> list[Term]:
    """The strategies that a text names."""
    return longest(find(text, "mitigations"))


def _agents(sentences: Sequence[Sentence], number: int, finding: Finding, title: Sequence[Term]) -> list[str]:
    """The strategies that bring a relief about: named in the sentence, else just before it."""
    own = strategies(str(sentences[number].text))
    own = [t for t in own if t.end <= finding.start or t.start >= finding.end]
    before = [t for t in own if t.start < finding.start]
    if before or own:
        return list(dict.fromkeys(t.label for t in before or own))
    for back in range(number - 1, max(-1, number - 3), -1):
        if sentences[back].paragraph != sentences[number].paragraph:
            break
        earlier = strategies(str(sentences[back].text))
        if earlier:
            return list(dict.fromkeys(t.label for t in earlier))
    return list(dict.fromkeys(t.label for t in title))


def _claim(sentence: Sentence, strategy: str, problem: str, anode: str | None, rule: str) -> Mitigation:
    return Mitigation(
        evidence=evidence_of(sentence),
        cites=sentence.cites or sentence.study,
        rule=rule,
        strategy=strategy,
        problem=problem,
        anode=anode,
    )
