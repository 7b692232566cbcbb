"""Which storage material of known composition a claim's material is, if it is one alone and no composite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from miner.audit.composition import composition
from miner.audit.faraday import Storage, storages
from miner.materials.components import Component, any_of, components
from miner.materials.formulas import FORMULA
from miner.materials.lexicon import Lexicon
from miner.vocabulary import entries

_COMPOSITE = next(entry["composite"] for entry in entries("lithiation") if "composite" in entry)
# What ties another material to the one that is known: "MoS2/C" with a part that is not, "Si-XG2".
_TIED = re.compile(rf"[@⊂/+&|∥‖]|[A-Z]{{2}}|[A-Z][a-z]?\d|\b{any_of(_COMPOSITE)}\b")


def stored_by(material: Sequence[str]) -> tuple[Storage, ...]:
    """What the material of these names, the sample's own first, can turn into; none for composites and unknown ones.

    More than one host among them means that the name is ambiguous ("iron oxide").
    """
    for name in material:
        found = components(name, Lexicon())
        if found:
            return _alone(name, found)
    return ()


def stored_in(text: str) -> tuple[Storage, ...]:
    """What all materials that a text names can turn into, each by itself."""
    return tuple(dict.fromkeys(s for component in components(text, Lexicon()) for s in _of(component)))


def _alone(name: str, found: Sequence[Component]) -> tuple[Storage, ...]:
    """What the one material turns into that all parts of the name mean: "lithium titanate (Li4Ti5O12)"."""
    rest, at = "", 0
    for component in found:
        rest, at = rest + name[at : component.start] + " ", component.end
    if _TIED.search(rest + name[at:]):
        return ()
    named = {storages_ for component in found if (storages_ := _of(component))}
    labels = {component.known.anode for component in found if _of(component)}
    classes = {component.known.anode for component in found if not _of(component)}
    return next(iter(named)) if len(named) == 1 and classes <= labels else ()


@cache
def _of(component: Component) -> tuple[Storage, ...]:
    """What a component turns into: by the name printed, by its main name, else by the formulas among its synonyms."""
    printed, *others = (name.strip("()[] ") for name in component.known.names)
    variable = FORMULA.fullmatch(printed) and composition(printed) is None and not storages(printed)
    if component.known.general or variable:
        return ()
    for names in ((printed,), _main_names(printed) or others[:1]):
        if found := tuple(dict.fromkeys(s for name in names for s in storages(name))):
            return found
    return tuple(dict.fromkeys(s for name in others if composition(name) for s in storages(name)))


def _main_names(printed: str) -> list[str]:
    """The main names of all materials that are called so: "iron oxide" is Fe2O3 and Fe3O4."""
    return [
        entry["name"]
        for entry in entries("materials")
        if printed.lower() in (also.lower() for also in entry.get("also", ()))
    ]
