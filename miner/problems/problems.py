"""Problems that a document says its anodes have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from miner.claims import HasProblem
from miner.document import Document
from miner.evidence import evidence_of
from miner.materials import Materials
from miner.problems.anodes import can_have
from miner.problems.clauses import clause_bounds, clause_start, same_clause
from miner.problems.polarity import SHARED, Finding, findings
from miner.problems.tables import table_problems
from miner.problems.topic import Topics
from miner.sentences import Sentence

# What the electrolyte makes poor is not its own.
_SHARED = {*SHARED, "low_coulombic_efficiency"}
# Which electrolyte lets them happen does not make them its own.
_OF_METALS = ("dendrite_growth", "safety_hazard")
# No separator has these.
_AT_THE_METAL = ("interfacial_instability", "side_reactions", "dendrite_growth")
_INSULATES = re.compile(r"insulat", re.IGNORECASE)
# Not the layers of a layered anode, across which it conducts.
_FILM = re.compile(r"\b(?:(?<!across the )layer|film|coating|skin|shell|SEI|interphase)s?\b", re.IGNORECASE)
_PRODUCT = re.compile(
    r"\b(?:product|by-product|crust|deposit|precipitate|sul[fp]hate|oxide|hydroxide|fluoride|LiF|seed)s?\b|"
    + _FILM.pattern,
    re.IGNORECASE,
)
# Characters after a word for conducting badly in which the noun that it stands before begins.
_NEAR = 15
_AND = re.compile(r",|\band\b")
_MEANS = re.compile(
    r"\s*(?:(?:the|these|such|this|most|all|highly|concentrated|fluorinated|noble|precious)\s){0,3}"
    r"(?:gold|silver|platinum|palladium|indium|(?:salt|solvent|additive|electrolyte|coating|precursor|binder|ligand|diluent)s?)\b",
    re.IGNORECASE,
)
_OF_ELECTROLYTE = re.compile(r" of (?:[\w-]+ ){0,2}(?:salt|solvent|additive|electrolyte|diluent)s?\b", re.IGNORECASE)


def problems(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[HasProblem]:
    """The problems of anodes that the text states or denies; one claim for each anode, problem and sentence."""
    yield from table_problems(document, materials)
    topics = Topics(document, sentences, materials)
    for number, sentence in enumerate(sentences):
        if sentence.kind != "paragraph" or not sentence.is_mined or topics.of_cathode(number):
            continue
        seen = set()
        for finding in _unhealed(findings(str(sentence.text))):
            if is_of_component(topics, number, finding):
                continue
            if finding.problem not in _AT_THE_METAL and topics.of_separator(number, finding.start):
                continue
            if _is_of_a_product(str(sentence.text), finding) or _is_price_of_a_means(str(sentence.text), finding):
                continue
            for anode in topics.of(number, finding.start, finding.end):
                key = (anode, finding.problem, finding.sense)
                plated = finding.kind == "platings" and anode.endswith("metal")
                if key not in seen and not plated and can_have(anode, finding.problem):
                    seen.add(key)
                    yield _claim(sentence, anode, finding)


def is_of_component(topics: Topics, number: int, finding: Finding) -> bool:
    """What a sentence finds is a matter of another part of the cell alone ("the electrolyte conducts poorly")."""
    also = finding.problem not in _OF_METALS
    return finding.problem not in _SHARED and topics.of_component(number, finding.start, finding.end, also)


def _is_of_a_product(text: str, finding: Finding) -> bool:
    """What conducts badly is a film or a product of reactions, which often shall insulate, and not the anode."""
    if finding.problem != "low_conductivity":
        return False
    bounds = clause_bounds(text)
    kinds = _PRODUCT if _INSULATES.search(text, finding.start, finding.end) else _FILM
    films = (m for m in kinds.finditer(text) if m.start() < finding.end + _NEAR)
    films = (m for m in films if not _AND.search(text, finding.end, max(finding.end, m.start())))
    return any(same_clause(bounds, *sorted((m.end(), finding.start))) for m in films)


def _is_price_of_a_means(text: str, finding: Finding) -> bool:
    """What is dear is what was put on the anode or into the electrolyte ("gold is too expensive")."""
    if finding.problem not in ("high_cost", "scalability", "environmental_impact"):
        return False
    start = clause_start(clause_bounds(text), finding.start)
    return bool(_MEANS.match(text, start) or _OF_ELECTROLYTE.match(text, finding.end))


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
