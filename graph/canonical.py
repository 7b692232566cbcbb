"""The graph as text that is equal for equal graphs, whichever engine holds it and however it came about."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graph.engine import Engine
from graph.schema import schema


def canonical_export(engine: Engine) -> str:
    """All nodes, then all relationships, one JSON object a line, sorted; nodes are named by label and key."""
    return "".join(f"{line}\n" for lines in (_nodes(engine), _relationships(engine)) for line in sorted(lines))


def _nodes(engine: Engine) -> Iterator[str]:
    for label in schema().labels.values():
        if label.extends:
            continue
        for row in engine.rows(f"MATCH (n:{label.name}) RETURN labels(n) AS labels, properties(n) AS properties"):
            yield _line({"labels": sorted(row["labels"]), "properties": row["properties"]})


def _relationships(engine: Engine) -> Iterator[str]:
    labels = schema().labels
    for link in schema().relationships:
        text = (
            f"MATCH (a:{link.start})-[r:{link.type}]->(b:{link.end}) "
            f"RETURN a.{labels[link.start].key} AS start, b.{labels[link.end].key} AS end, properties(r) AS properties"
        )
        for row in engine.rows(text):
            yield _line({"type": link.type, "between": [link.start, link.end], **row})


def _line(value: dict) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
