"""What stands around an anode, a problem or a mitigation as the nodes and edges of a drawing.

The drawing goes out from its centre in two steps, so that each way through it is one that a paper states: around a
problem stand the anodes that suffer from it, around each of these what helps it against this very problem.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any

from ui.answers import Record
from ui.words import GENERAL, Part, title

COLOURS: dict[Part, str] = {"anode": "#0f8aa6", "problem": "#d98324", "mitigation": "#4c8c4a"}
_STEPS: dict[Part, tuple[Part, Part]] = {
    "problem": ("anode", "mitigation"),
    "anode": ("problem", "mitigation"),
    "mitigation": ("problem", "anode"),
}
Elements = dict[str, list[dict[str, Any]]]


def elements(centre: Part, mitigations: list[Record], problems: list[Record]) -> Elements:
    """Nodes and edges around the one `centre` that all records share, as st-link-analysis takes them.

    Each edge carries the parts that it stands for and the number of `claims` behind them.
    """
    nodes: dict[str, Record] = {}
    edges: dict[str, Record] = {}
    first, second = _STEPS[centre]
    for record in problems:
        _way(record, (centre, first), nodes, edges)
    counted = set(edges)  # claims on a mitigation are among the claims on its problem
    for record in mitigations:
        _way(record, (centre, first, second), nodes, edges, counted)
    return {"nodes": [{"data": node} for node in nodes.values()], "edges": [{"data": edge} for edge in edges.values()]}


def _way(
    record: Record,
    parts: tuple[Part, ...],
    nodes: dict[str, Record],
    edges: dict[str, Record],
    counted: AbstractSet[str] = frozenset(),
) -> None:
    """Add the way from the centre outwards that one record states."""
    values = {part: record[part] or GENERAL for part in parts}
    names = [f"{part}:{value}" for part, value in values.items()]
    for part, name in zip(parts, names, strict=True):
        nodes.setdefault(name, {"id": name, "label": part, "name": title(record, part)})
    for step, (start, end) in enumerate(pairwise(names), 1):
        path = {part: values[part] for part in parts[: step + 1]}
        edge = {"id": f"{start}--{end}", "source": start, "target": end, "label": parts[step], "claims": 0, **path}
        edge = edges.setdefault(edge["id"], edge)
        if edge["id"] not in counted:
            edge["claims"] += record["claims"]
