"""All that the graph holds, as sorted records: the same for equal graphs, whichever engine holds them.

Nodes are named by label and key ("Anode:silicon"), as the engines' own ids mean nothing outside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.engine import Engine
from graph.schema import Relationship, schema


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """A node: `id` is unique and stable, `labels` has the key's label first."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A relationship between the nodes with the ids `start` and `end`."""

    type: str
    start: str
    end: str
    properties: dict[str, Any]


def nodes(engine: Engine, *, support: bool = True) -> list[NodeRecord]:
    """All nodes, by label and key; without `support` those that only keep counts are left out."""
    found = []
    for label in (label for label in schema().labels.values() if not label.extends):
        if label.owner == "count" and not support:
            continue
        for row in engine.rows(f"MATCH (n:{label.name}) RETURN labels(n) AS labels, properties(n) AS properties"):
            labels = (label.name, *sorted(set(row["labels"]) - {label.name}))
            found.append(NodeRecord(f"{label.name}:{row['properties'][label.key]}", labels, _sorted(row["properties"])))
    return sorted(found, key=lambda node: node.id)


def links(engine: Engine) -> list[LinkRecord]:
    """All relationships, by type, ends and key."""
    found = [link for relationship in schema().relationships for link in _links(engine, relationship)]
    return sorted(found, key=lambda link: (link.type, link.start, link.end, json.dumps(link.properties)))


def canonical_export(engine: Engine) -> str:
    """The graph as text, one JSON object a line: equal for equal graphs."""
    return "".join(json_lines(nodes(engine), links(engine)))


def _links(engine: Engine, link: Relationship) -> Iterator[LinkRecord]:
    labels = schema().labels
    text = (
        f"MATCH (a:{link.start})-[r:{link.type}]->(b:{link.end}) "
        f"RETURN a.{labels[link.start].key} AS start, b.{labels[link.end].key} AS end, properties(r) AS properties"
    )
    for row in engine.rows(text):
        start, end = f"{link.start}:{row['start']}", f"{link.end}:{row['end']}"
        yield LinkRecord(link.type, start, end, _sorted(row["properties"]))


def _sorted(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in sorted(properties.items()) if name != "turn"}


def json_lines(found: Iterable[NodeRecord], joined: Iterable[LinkRecord]) -> Iterator[str]:
    """One JSON object a line for each node, then for each relationship."""
    for node in found:
        yield _json({"kind": "node", "id": node.id, "labels": node.labels, "properties": node.properties})
    for link in joined:
        ends = {"type": link.type, "start": link.start, "end": link.end}
        yield _json({"kind": "relationship", **ends, "properties": link.properties})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
