"""What stands around an anode, a problem or a mitigation as the nodes and edges of a drawing.

The drawing goes out from its centre in two steps, so that each way through it is one that a paper states: around a
problem stand the anodes that suffer from it, around each of these what helps it against this very problem.
"""

from __future__ import annotations

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
    """Nodes and edges around the one `centre` that all records share, as st-link-analysis takes them."""
    nodes: dict[str, Record] = {}
    edges: dict[str, Record] = {}
    first, second = _STEPS[centre]
    for record in problems:
        _way(record, (centre, first), nodes, edges)
    for record in mitigations:
        _way(record, (centre, first, second), nodes, edges)
    return {"nodes": [{"data": node} for node in nodes.values()], "edges": [{"data": edge} for edge in edges.values()]}


def _way(record: Record, parts: tuple[Part, ...], nodes: dict[str, Record], edges: dict[str, Record]) -> None:
    """Add a way from the centre outwards; the claims of a record are counted on its last edge."""
    names = [_name(record, part) for part in parts]
    for part, name in zip(parts, names, strict=True):
        nodes.setdefault(name, {"id": name, "label": part, "name": title(record, part)})
    for (start, end), (_, part) in zip(pairwise(names), pairwise(parts), strict=True):
        edge = {"id": f"{start}--{end}", "source": start, "target": end, "label": part}
        edges.setdefault(edge["id"], edge)
    last = edges[f"{names[-2]}--{names[-1]}"]
    last["claims"] = last.get("claims", 0) + record["claims"]
    last |= {part: record.get(part) for part in parts}


def _name(record: Record, part: Part) -> str:
    return f"{part}:{record[part] or GENERAL}"
