"""The nodes and relationships of an answer as a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from st_link_analysis import EdgeStyle, st_link_analysis

from graph.answers import Result
from ui.drawing import COLOURS, Labelled

MOST = 300
"""So many nodes can be told apart."""
_OTHERS = ("#8a6bb1", "#b4552d", "#5b7f95", "#a3a13b", "#7a6a5c")


def has_graph(result: Result) -> bool:
    """Whether there is a node among the values."""
    return any("labels" in item for item in _items(result.rows))


def draw(result: Result) -> None:
    """Draw the first `MOST` nodes, and the relationships between them."""
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[str, dict[str, Any]] = {}
    for item in _items(result.rows):
        if "labels" in item and len(nodes) < MOST:
            label = item["name"].partition(":")[0]
            words = item["properties"].get("title") or item["name"].partition(":")[2]
            nodes[item["name"]] = {"id": item["name"], "label": label, "name": str(words)[:60]}
        elif "type" in item:
            name = f"{item['start']} {item['type']} {item['end']}"
            edges[name] = {"id": name, "label": item["type"], "source": item["start"], "target": item["end"]}
    joined = [edge for edge in edges.values() if edge["source"] in nodes and edge["target"] in nodes]
    labels = sorted({node["label"] for node in nodes.values()})
    known = {part.capitalize(): colour for part, colour in COLOURS.items()}
    others = [label for label in labels if label not in known]
    colours = known | {label: _OTHERS[number % len(_OTHERS)] for number, label in enumerate(others)}
    st_link_analysis(
        {"nodes": [{"data": node} for node in nodes.values()], "edges": [{"data": edge} for edge in joined]},
        layout="fcose",
        node_styles=[Labelled(label, colours[label], caption="name") for label in labels],
        edge_styles=[EdgeStyle(label, "#8a9ba3", directed=True) for label in {edge["label"] for edge in joined}],
        height=560,
        key=f"result {hash(tuple(sorted(nodes)))}",
    )


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """The nodes and relationships in a value, however deep."""
    if isinstance(value, dict) and ("labels" in value or "start" in value):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _items(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _items(inner)
