"""Which names mean one thing: by the vocabulary of materials, and by what people have judged.

Judgements stand beside the claim library in `HOME/judgements.jsonl`, which only grows, so they survive whatever is
mined again: `{"kind": "Material", "name": "Si dots", "into": "silicon nanoparticles", "reason": "...", "who": "...",
"when": "..."}`. The last record on a name holds; with `into` equal to `name` the name stands for itself, and with
`into` null no judgement holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path

from graph.engine import Engine
from graph.errors import GraphError, unknown
from miner.appendlog import append, records
from miner.claims import Claim, Measurement
from miner.vocabulary import entries

KINDS = {"Anode": "anode", "Problem": "problem", "Mitigation": "strategy", "Material": "material"}
"""The labels that can be merged, with the field of a claim that has their name."""

# Words, not formulas; and what a material is used as.
_ORDINARY = re.compile(r"\b[A-Z][a-z]{2,}\b")
_ROLE = re.compile(r"\s+(?:anode|electrode|material)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that is called `name` is the node `into`, because of `reason`; `who` said so, and `when`."""

    kind: str
    name: str
    into: str | None
    reason: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The `name` of a node, and where a claim calls it otherwise what it `said`, with the `reason` for the name."""

    name: str
    said: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """The names of what claims are about, with the judgements that hold by kind and name."""

    judged: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)

    def of(self, claim: Claim) -> dict[str, Named]:
        """How the graph calls the claim's anode, problem, mitigation and material, by kind, and its "Electrolyte"."""
        found: dict[str, Named] = {}
        for kind, field_ in KINDS.items():
            if said := getattr(claim, field_, None):
                found[kind] = self.material(said) if kind == "Material" else self.follow(kind, said, said, None)
        if isinstance(claim, Measurement) and claim.electrolyte:
            found["Electrolyte"] = self.material(claim.electrolyte)
        return found

    def material(self, names: Sequence[str]) -> Named:
        """How the graph calls a material with these names, the one of the sample first."""
        said = material_name(names[0])
        usual = None if ("Material", said) in self.judged else _usual(names)
        reason = f"the vocabulary has both as {usual!r}" if usual else None
        return self.follow("Material", said, usual or said, reason)

    def follow(self, kind: str, said: str, name: str, reason: str | None) -> Named:
        """Where judgements lead from a name to, with the reason of the last one."""
        while (found := self.judged.get((kind, name))) and found.into and found.into != name:
            name, reason = found.into, found.reason
        return Named(name) if name == said else Named(name, said, reason)


UNJUDGED = Names()
"""The names by the vocabulary alone."""


def names(home: Path) -> Names:
    """The names by the judgements below `home`."""
    last = {(r["kind"], r["name"]): Judgement(**r) for r in records(_file(home))}
    return Names({key: judgement for key, judgement in last.items() if judgement.into})


def merge(home: Path, kind: str, name: str, into: str, reason: str, who: str = "") -> None:
    """Judge that two names mean one thing, the node `into`. Raises GraphError where that cannot be."""
    _check(kind)
    if not (name.strip() and into.strip() and reason.strip()) or name == into:
        raise GraphError("A merge needs two different names and a reason; give all three.")
    known = names(home)
    end = known.follow(kind, into, into, None).name
    if name in (into, end):
        raise GraphError(f"{into!r} is already merged into {name!r}; split it first.")
    _write(home, Judgement(kind, name, into, reason, who))


def split(home: Path, kind: str, name: str, reason: str, who: str = "") -> None:
    """Withdraw the judgement on a name; where there is none, judge that the material stands for itself.

    Raises GraphError for a name of another kind that nobody has merged: the vocabulary merges materials only.
    """
    _check(kind)
    into = None if (kind, name) in names(home).judged else name
    if into and kind != "Material":
        raise GraphError(f"{name!r} is merged into nothing, so there is nothing to split.")
    _write(home, Judgement(kind, name, into, reason, who))


def check_named(engine: Engine, home: Path, kind: str, *given: str) -> None:
    """Raise GraphError for a name that no node of the graph has, none of its aliases and no judgement."""
    _check(kind)
    held = engine.rows(f"MATCH (n:{kind}) RETURN n.name AS name, n.aliases AS aliases")
    known = {name for row in held for name in (row["name"], *(row["aliases"] or ()))}
    known |= {name for judged_kind, name in names(home).judged if judged_kind == kind}
    for name in given:
        if name not in known:
            raise unknown(kind.lower(), name, known)


@lru_cache(100_000)
def material_name(name: str) -> str:
    """How the graph calls a material: "Lithium Metal Anodes" and "lithium metal" are one, "Co" and "CO" are two."""
    plain = _ROLE.sub("", _ORDINARY.sub(lambda word: word[0].lower(), name)).strip()
    return plain or name


def _check(kind: str) -> None:
    if kind not in KINDS:
        raise unknown("kind of node to merge", kind, KINDS)


def _write(home: Path, judgement: Judgement) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
        append(_file(home), asdict(replace(judgement, when=datetime.now(UTC).isoformat(timespec="seconds"))))
    except OSError as error:
        raise GraphError(
            f"{home} cannot be written ({error.strerror}); set ANODEGRAPH_HOME to a folder of yours."
        ) from None


def _file(home: Path) -> Path:
    return home / "judgements.jsonl"


def _usual(names: Sequence[str]) -> str | None:
    """The vocabulary's name, where it has the first name as another for it and the claim says that it means it.

    The first name alone would not do: "P" may be a phase.
    """
    first = material_name(names[0])
    for name in names[1:]:
        usual = material_name(name)
        if usual != first and first in _spellings().get(usual, ()):
            return usual
    return None


@cache
def _spellings() -> dict[str, frozenset[str]]:
    return {
        material_name(entry["name"]): frozenset(material_name(also) for also in entry.get("also", ()))
        for entry in entries("materials")
        # A class has its members' names for other words of its own.
        if not entry.get("general")
    }
