"""What claims say for short edges and statements: each names the sources that stand behind it.

Claims are joined as they were stated, never edge by edge: what A says of B and B of C nobody may have said of A and C.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

Key: TypeAlias = "tuple[str, ...]"
"""A type of edge with its names, ("STATES", content), ("GENERAL", mitigation, problem), or one of a count's nodes:
("Band", name), ("Denial", name)."""


class Said(NamedTuple):
    """One claim's word for a key.

    `sources` are the keys of the works that it cites, in order, or its paper; `prior` is the probability that it was
    read rightly; `bare` claims name no mitigation.
    """

    sources: tuple[str, ...]
    prior: float
    bare: bool


def said(claims: Iterable[Mapping[str, Any]]) -> dict[Key, list[Said]]:
    """What claims say, each a row with the works that it is attributed to as `studies`.

    A claim on a mitigation presupposes that the anode has the problem.
    """
    found: defaultdict[Key, list[Said]] = defaultdict(list)
    for claim in claims:
        sources = tuple(sorted({*claim["studies"]})) or (claim["paper"],)
        word = Said(sources, claim["prior"], claim.get("mitigation") is None)
        # The first by key stands for all that one claim cites; with it a statement counts its sources.
        found["STATES", claim["content"]].append(word if len(sources) == 1 else word._replace(sources=sources[:1]))
        for key in _edges(claim):
            found[key].append(word)
    return dict(found)


def _edges(claim: Mapping[str, Any]) -> list[Key]:
    mitigation, problem, anode = (claim.get(name) for name in ("mitigation", "problem", "anode"))
    keys: list[Key] = []
    if band := claim.get("band"):
        keys.append(("Band", band))
    if denial := claim.get("denies"):
        keys.append(("Denial", denial))
    if problem and not claim["denied"]:
        if anode:
            keys.append(("HAS_PROBLEM", anode, problem))
        if mitigation:
            keys.append(("MITIGATES", mitigation, problem))
            if anode:
                keys += [("APPLIED_TO", mitigation, anode, problem), ("TRIED_ON", mitigation, anode)]
            else:
                keys.append(("GENERAL", mitigation, problem))
    return keys
