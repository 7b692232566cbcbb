"""Problems that a document says its anodes have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miner.claims import HasProblem
from miner.document import Document
from miner.evidence import evidence_of
from miner.materials import Materials
from miner.problems.polarity import SHARED, Finding, findings
from miner.problems.tables import table_problems
from miner.problems.topic import Topics
from miner.sentences import Sentence


def problems(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[HasProblem]:
    """The problems of anodes that the text states or denies; one claim for each anode, problem and sentence."""
    yield from table_problems(document, materials)
    topics = Topics(document, sentences, materials)
    for number, sentence in enumerate(sentences):
        if sentence.kind != "paragraph" or not sentence.is_mined:
            continue
        seen = set()
        for finding in _unhealed(findings(str(sentence.text))):
            if finding.problem not in SHARED and topics.of_component(number, finding.start, finding.end):
                continue
            for anode in topics.of(number, finding.start, finding.end):
                key = (anode, finding.problem, finding.sense)
                if key not in seen and not (finding.kind == "platings" and anode.endswith("metal")):
                    seen.add(key)
                    yield _claim(sentence, anode, finding)


def _unhealed(found: Sequence[Finding]) -> list[Finding]:
    """What is stated or denied of anodes; a bare word says nothing beside a denial of the same problem."""
    denied = {finding.problem for finding in found if finding.sense == "denied"}
    return [
        finding
        for finding in found
        if finding.sense != "good"
        and finding.kind != "hazards"
        and (finding.sense == "denied" or finding.stated or finding.problem not in denied)
    ]


def _claim(sentence: Sentence, anode: str, finding: Finding) -> HasProblem:
    return HasProblem(
        evidence=evidence_of(sentence),
        cites=sentence.cites or sentence.study,
        denied=finding.sense == "denied",
        rule=f"problem {finding.kind}" + (" stated" if finding.stated else ""),
        anode=anode,
        problem=finding.problem,
    )
