"""The parameters of a query that a question names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.identity import material_name
from graph.named import Query
from miner.measurements.properties import properties
from miner.names import Name
from miner.quantities import Quantity

# Of two names of the same words the one that stands first here counts, where a query takes both.
KINDS = ("property", "electrolyte", "family", "material", "anode", "problem", "mitigation", "paper")
_LEAST, _MOST = {">", ">="}, {"<", "<="}


def covered(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the spans has a character from `start` to `end`."""
    return any(low < end and start < high for low, high in spans)


def touching(name: Name, others: Sequence[Name]) -> bool:
    """Whether a name shares characters with another one."""
    return covered(name.start, name.end, [(other.start, other.end) for other in others])


def inside(start: int, end: int, names: Iterable[Name]) -> bool:
    """Whether one of the names holds all characters from `start` to `end`."""
    return any(name.start <= start and end <= name.end for name in names)


def bounds(found: Iterable[Quantity]) -> list[Quantity]:
    """The quantities that are the least or the most of what is asked for: "above 1000 mAh/g", "1 to 2 Ah/g"."""
    return [quantity for quantity in found if quantity.relation in _LEAST | _MOST or quantity.value_to is not None]


def chosen_names(found: Sequence[Name], takes: Sequence[str]) -> dict[str, Name]:
    """The name for each parameter: of overlapping names the longest counts, and one that leaves another its own."""
    orders = (KINDS, (*KINDS[::-1],))
    return max((_in_order(found, takes, order) for order in orders), key=len)


def _in_order(found: Sequence[Name], takes: Sequence[str], order: Sequence[str]) -> dict[str, Name]:
    chosen: dict[str, Name] = {}
    for name in sorted(found, key=lambda n: (n.start - n.end, order.index(n.kind))):
        rivals = [other for other in chosen.values() if other.start < name.end and name.start < other.end]
        # "Tin expands" names a problem, and the anode that has it.
        nested = name.kind == "anode" and all(other.kind != "mitigation" for other in rivals)
        if name.kind in takes and name.kind not in chosen and (not rivals or nested):
            chosen[name.kind] = name
    return chosen


def named_params(
    query: Query, limits: Sequence[Quantity], chosen: Mapping[str, Name], materials: Mapping[str, str]
) -> dict[str, Any]:
    """The parameters by the names chosen for them and by bounds; a material is one of the graph."""
    params: dict[str, Any] = {kind: name.labels[0] for kind, name in chosen.items()}
    if "material" in chosen:
        spellings = (material_name(label).lower() for label in chosen["material"].labels)
        in_graph = [materials[spelling] for spelling in spellings if spelling in materials]
        if in_graph or "anode" not in params:
            params["material"] = (in_graph or [params["material"]])[0]
            if "anode" in params and touching(chosen["anode"], [chosen["material"]]):
                del params["anode"]
        else:
            del params["material"]
    if any(parameter.name == "at_least" for parameter in query.parameters):
        params |= _in_units(limits, params)
    return params


def _in_units(limits: Sequence[Quantity], params: dict[str, Any]) -> dict[str, Any]:
    """The bounds of a property, from the quantity that limits it ("above 1000 mAh/g"), which may name it, too."""
    found: dict[str, Any] = {}
    for quantity in limits:
        for known in properties():
            told = known.always or sum(quantity.kind in other.kinds for other in properties()) == 1
            named = params.get("property") == known.label or ("property" not in params and told)
            if named and quantity.kind in known.kinds:
                least, most = _sides(quantity)
                found |= {"property": known.label}
                found |= {"at_least": known.scaled(least)} if least is not None else {}
                found |= {"at_most": known.scaled(most)} if most is not None else {}
                break
    return found


def _sides(quantity: Quantity) -> tuple[float | None, float | None]:
    """The least and the most that a quantity leaves."""
    if quantity.value_to is not None:
        return quantity.value, quantity.value_to
    return (quantity.value, None) if quantity.relation in _LEAST else (None, quantity.value)
