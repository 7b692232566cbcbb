"""What stands around an anode, a problem or a mitigation as the nodes and edges of a drawing.

The drawing goes out from its centre in two steps, so that each way through it is one that a paper states: around a
problem stand the anodes that suffer from it, around each of these what helps it against this very problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Any

from st_link_analysis import NodeStyle

from ui.answers import Record
from ui.words import GENERAL, Part, title

COLOURS: dict[Part, str] = {"anode": "#0f8aa6", "problem": "#d98324", "mitigation": "#4c8c4a"}
_STEPS: dict[Part, tuple[Part, Part]] = {
    "problem": ("anode", "mitigation"),
    "anode": ("problem", "mitigation"),
    "mitigation": ("problem", "anode"),
}
Elements = dict[str, list[dict[str, Any]]]


class Labelled(NodeStyle):
    """A node whose name can be read at any zoom."""

    def dump(self) -> dict[str, Any]:
        """The style as Cytoscape takes it."""
        style = super().dump()
        style["style"] |= {"font-size": 6, "min-zoomed-font-size": 4, "text-wrap": "wrap", "text-max-width": "60px"}
        return style


def elements(centre: Part, statements: list[Record], hidden: Collection[str] = ()) -> Elements:
    """Nodes and edges around the one `centre` that all statements share, as st-link-analysis takes them.

    Each edge carries the parts that it stands for and the number of `claims` behind them. Nodes of `hidden` kinds, and
    the mitigation of a statement that names none, are left out.
    """
    nodes: dict[str, Record] = {}
    edges: dict[str, Record] = {}
    for statement in statements:
        shown: list[Part] = [p for p in _STEPS[centre] if p not in hidden and (statement[p] or p == "anode")]
        _way(statement, (centre, *shown), nodes, edges)
    return {"nodes": [{"data": node} for node in nodes.values()], "edges": [{"data": edge} for edge in edges.values()]}


def together(drawings: Iterable[Elements]) -> Elements:
    """Several drawings as one: what has one id is one."""
    found: Elements = {"nodes": [], "edges": []}
    known: set[str] = set()
    for drawing in drawings:
        for kind, items in drawing.items():
            found[kind] += [item for item in items if item["data"]["id"] not in known]
            known |= {item["data"]["id"] for item in items}
    return found


def _way(
    record: Record,
    parts: tuple[Part, ...],
    nodes: dict[str, Record],
    edges: dict[str, Record],
) -> None:
    """Add the way from the centre outwards that one record states."""
    values = {part: record[part] or GENERAL for part in parts}
    names = [f"{part}:{value}" for part, value in values.items()]
    for part, name in zip(parts, names, strict=True):
        nodes.setdefault(name, {"id": name, "label": part, "name": title(record, part)})
    for step, (start, end) in enumerate(pairwise(names), 1):
        path = {part: values[part] for part in parts[: step + 1]}
        edge = {"id": f"{start}--{end}", "source": start, "target": end, "label": parts[step], "claims": 0, **path}
        edges.setdefault(edge["id"], edge)["claims"] += record["claims"]
