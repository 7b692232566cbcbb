"""Strategies that a text names."""

from __future__ import annotations

import re
from functools import lru_cache

from miner.materials.cells import in_cell
from miner.problems.terms import Term, find, longest
from miner.vocabulary import entries

_EXAMPLES = re.compile(
    r"(?:\s\w+){0,3},?\s?\(?(?:such as|e\.g\.,?|for example,?|for instance,?|like)\s"
    r"(?:(?!\b(?:but|which|that|when|because|while|whereas|so|is|are|was|were|can)\b)[^.;:()]){0,80}",
    re.IGNORECASE,
)
# A framework inside an electrolyte makes that a composite, and is no host of the metal.
_OF_ELECTRODES = ("3d_architecture", "conductive_matrix")
# "A layer of carbon was coated" names one coating.
_CARBON_COATS = ("carbon_coating", "doped_carbon_coating")
_COATED = re.compile(r" (?:is|are|was|were) (?:\w+ )?coated", re.IGNORECASE)
_SHAPES = ("nanostructuring", "porous_structure", "3d_architecture")
_AFTER_ELECTROLYTE = re.compile(
    r"\belectrolytes?\s(?:membrane\s)?(?:with|containing|comprising|having|based on|reinforced (?:by|with))\s"
    r"(?:[\w-]+\s){0,5}$",
    re.IGNORECASE,
)
_BEFORE_ELECTROLYTE = re.compile(
    r"(?:[-\s](?!(?:and|or|with|in|of|for|by|from|to|on)\b)\w+){0,6}[-\s]electrolytes?\b", re.IGNORECASE
)
# "Carbon-coated cathodes", "doping of the cathode"
_OF_CATHODE = re.compile(
    r"[-\s](?:(?:of|on|in)\s(?:the\s|a\s)?)?(?:[\w.]+\s)?(?:cathodes?|positive electrodes?)\b", re.IGNORECASE
)
_ENTRIES = {entry["label"]: entry for entry in entries("mitigations")}


@lru_cache(maxsize=8192)
def strategies(text: str) -> list[Term]:
    """The strategies that a text names, in order, without the examples of one ("spacers (e.g., carbon nanotubes)")."""
    found: list[Term] = []
    for term in longest([term for term in find(text, "mitigations") if term.kind == "names"]):
        if _in_another_part(text, term):
            continue
        if not (found and _EXAMPLES.fullmatch(text, found[-1].end, term.start)):
            found.append(term)
    carbon = [term.end for term in found if term.label in _CARBON_COATS]
    return [term for term in found if not any(_COATED.fullmatch(text, end, term.end) for end in carbon)]


def _in_another_part(text: str, term: Term) -> bool:
    """It is of a cathode or the framework of an electrolyte ("an electrolyte with a 3D network").

    Or it stands in the notation of a cell ("Na|NASICON|Na", "Zn|CNT@MnO2"), which tells what was tested.
    """
    if in_cell(text, term.start, term.end) or _OF_CATHODE.match(text, term.end):
        return True
    return term.label in _OF_ELECTRODES and bool(
        _AFTER_ELECTROLYTE.search(text[: term.start]) or _BEFORE_ELECTROLYTE.match(text, term.end)
    )


@lru_cache(maxsize=8192)
def agents(text: str) -> list[Term]:
    """What may stand for a strategy where it brings a relief about ("the felt", "the pores"), and no name covers."""
    named = strategies(text)
    found = longest([term for term in find(text, "mitigations") if term.kind == "agents"])
    return [
        agent
        for agent in found
        if not _in_another_part(text, agent)
        and not any(agent.start < term.end + _behind(agent) and term.start < agent.end for term in named)
        and not any(_EXAMPLES.fullmatch(text, term.end, agent.start) for term in named if term.end <= agent.start)
    ]


def _behind(agent: Term) -> int:
    """How many characters behind a name it is still a part of it: a word for a shape is ("carbon nanotube cages")."""
    return 2 if agent.label in _SHAPES else 0


def can_relieve(strategy: str, problem: str) -> bool:
    """The strategy can be a remedy for the problem at all."""
    entry = _ENTRIES[strategy]
    return problem in entry.get("relieves", [problem]) and problem not in entry.get("never", ())


def against(strategy: str, problem: str) -> str:
    """What the strategy is against a problem (particles that keep sheets apart are spacers)."""
    return _ENTRIES[strategy].get("acts_as", {}).get(problem, strategy)


def suits(strategy: str, anode: str | None) -> bool:
    """The strategy is one for the anode: of none that its words may as well mean, nor one for plated metals alone."""
    entry = _ENTRIES[strategy]
    if anode is None or anode in entry.get("itself", ()):
        return anode is None
    return not entry.get("of_metals") or anode.endswith("metal") or anode == "graphite"
