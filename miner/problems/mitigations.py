"""Strategies that a document says relieve a problem of an anode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miner.claims import Mitigation
from miner.document import Document
from miner.evidence import evidence_of
from miner.language import parse_ahead
from miner.materials import Materials
from miner.problems.agents import Agents
from miner.problems.anodes import can_have
from miner.problems.controls import is_worse
from miner.problems.polarity import SHARED, Finding, cues, findings, judged
from miner.problems.problems import is_of_component
from miner.problems.strategies import strategies, suits
from miner.problems.tables import table_mitigations
from miner.problems.ties import is_attributed, lists_ways
from miner.problems.topic import Topics
from miner.sentences import Sentence

# What holds of anodes in general where none is named; other gains without an anode are of something else.
_OF_ANY_ANODE = {
    "interfacial_instability", "interfacial_resistance", "dendrite_growth", "volume_change", "mechanical_degradation",
    "side_reactions", "safety_hazard", "high_cost", "scalability", "environmental_impact",
}  # fmt: skip
# What a material is praised for in itself, whatever the strategy of the title.
_OF_THE_MATERIAL = {
    "high_cost", "scalability", "complexity", "environmental_impact", "safety_hazard",
}  # fmt: skip
# No control shows these.
_NOT_TESTED = _OF_THE_MATERIAL - {"safety_hazard"}
# Plain praise ("a good rate capability") is no improvement.
_PRAISE = ("much", "fine", "give")
# Of these only a relief or a rise is worth a claim: "a high capacity", "a simple method" say nothing of a strategy.
_ONLY_RAISED = ("low_capacity", "complexity")
# Metals that are plated: what is praised for its strength is around them.
_SOFT = {"lithium metal", "sodium metal", "zinc metal", "magnesium metal", "other: potassium metal"}
# Its absence is a result of what was done, whether or not the sentence says so ("no dendrites were seen").
_LOOKED_FOR = ("dendrite_growth",)

_Said = tuple[str, str, str | None, str]


def mitigations(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Mitigation]:
    """The strategies that the text ties to the problem of an anode, or of anodes in general (`anode` None).

    One claim for each strategy, problem, anode and sentence or table cell; the tables come first.
    """
    yield from table_mitigations(document, materials)
    topics = Topics(document, sentences, materials)
    agents = Agents(document, sentences, materials.definitions)
    told = [
        (number, sentence)
        for number, sentence in enumerate(sentences)
        if sentence.kind == "paragraph" and sentence.is_mined and not _only_announces(str(sentence.text))
    ]
    parse_ahead(text for _, sentence in told if _may_tie(text := str(sentence.text)))
    for number, sentence in told:
        if topics.of_cathode(number):
            continue
        said: dict[tuple[str, str, str | None], str] = {}
        for strategy, problem, anode, rule in (
            *_relieved(topics, agents, number, sentence),
            *_answered(topics, agents, number),
            *_missed(topics, agents, number, sentence),
        ):
            said.setdefault((strategy, problem, anode), rule)
        for (strategy, problem, anode), rule in said.items():
            yield Mitigation(
                evidence=evidence_of(sentence),
                cites=sentence.cites or sentence.study,
                rule=rule,
                strategy=strategy,
                problem=problem,
                anode=anode,
            )


def _only_announces(text: str) -> bool:
    """It plans or announces, and names no ways of reaching anything."""
    return bool(cues(text, "meta")) and not lists_ways(text)


def _may_tie(text: str) -> bool:
    """A sentence that names a strategy and a relief, whose tie its tree will tell."""
    return any(finding.sense != "bad" for finding in findings(text)) and bool(strategies(text))


def _relieved(topics: Topics, agents: Agents, number: int, sentence: Sentence) -> Iterator[_Said]:
    """What the sentence says is relieved or gained, with the strategies behind it."""
    text = str(sentence.text)
    for finding in findings(text):
        if finding.sense == "bad":
            continue
        if finding.problem not in SHARED and topics.belongs_to_component(text, finding.end):
            continue
        anodes = topics.of(number, finding.start, finding.end) or [None]
        if anodes == [None] and (topics.foreign or not topics.has_cells):
            continue
        if not _is_gain(text, finding, anodes) or (not finding.by and cues(text, "announced")):
            continue
        for strategy, rule in agents.of(number, finding):
            if _holds(rule, finding):
                kind = "relief" if finding.relieved else finding.kind
                able = (anode for anode in anodes if anode is None or can_have(anode, finding.problem))
                helped = (anode for anode in able if suits(strategy, anode))
                yield from ((strategy, finding.problem, anode, f"{rule}, {kind}") for anode in helped)


def _answered(topics: Topics, agents: Agents, number: int) -> Iterator[_Said]:
    """What the sentence does about the problems that those before it told of."""
    for strategy, finding, back in agents.answers(number):
        if is_of_component(topics, back, finding):
            continue
        anodes = topics.of(back, finding.start, finding.end) or [None]
        yield from ((strategy, finding.problem, anode, "answer") for anode in anodes if suits(strategy, anode))


def _missed(topics: Topics, agents: Agents, number: int, sentence: Sentence) -> Iterator[_Said]:
    """What goes wrong where a strategy is left out."""
    text = str(sentence.text)
    for finding in judged(text):
        if not is_worse(text, finding) or finding.problem in _NOT_TESTED:
            continue
        for strategy in agents.missing(number, finding):
            for anode in topics.of(number, finding.start, finding.end):
                if can_have(anode, finding.problem) and suits(strategy, anode):
                    yield strategy, finding.problem, anode, "control"


def _is_gain(text: str, finding: Finding, anodes: Sequence[str | None]) -> bool:
    """The relief is one of an anode, and more than praise."""
    if finding.by in _PRAISE and not is_attributed(text, finding):
        return False
    if finding.relieved:
        return True
    if finding.problem in _ONLY_RAISED and finding.by != "raise":
        return False
    if finding.problem == "mechanical_degradation" and anodes[0] in _SOFT:
        return False
    return finding.problem in _OF_ANY_ANODE or anodes[0] is not None


def _holds(rule: str, finding: Finding) -> bool:
    """The way in which a strategy is tied to a relief is enough for it."""
    tied = rule.startswith(("agent as", "agent before"))
    if finding.sense == "denied" and finding.problem not in _LOOKED_FOR and not tied:
        return False
    return finding.relieved or rule != "agent of title" or finding.problem not in (*_OF_THE_MATERIAL, "aggregation")
