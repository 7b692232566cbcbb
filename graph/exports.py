"""The whole graph on disk and in memory: CSV, JSON Lines, GraphML and networkx. Equal graphs give equal files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from graph.contents import LinkRecord, NodeRecord, json_lines, links, nodes
from graph.engine import Engine
from graph.errors import GraphError, unknown
from graph.schema import schema


def export(engine: Engine, target: Path, form: str) -> int:
    """Write the graph as "csv" (a folder), "jsonl" or "graphml"; returns the number of nodes and relationships.

    Raises GraphError for another form, and where `target` cannot be written.
    """
    if form not in _FORMS:
        raise unknown("export format", form, _FORMS)
    found, joined = nodes(engine, support=False), links(engine)
    try:
        _FORMS[form](target, found, joined)
    except OSError as error:
        raise GraphError(f"{target} cannot be written ({error.strerror}); name another place.") from None
    return len(found) + len(joined)


def to_networkx(engine: Engine) -> nx.MultiDiGraph:
    """The whole graph; nodes have `labels`, edges `type`, and both their properties."""
    return _networkx(nodes(engine, support=False), links(engine))


def _networkx(found: list[NodeRecord], joined: list[LinkRecord]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for node in found:
        graph.add_node(node.id, labels=list(node.labels), **node.properties)
    for link in joined:
        graph.add_edge(link.start, link.end, type=link.type, **link.properties)
    return graph


def _write_json_lines(target: Path, found: list[NodeRecord], joined: list[LinkRecord]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("".join(json_lines(found, joined)), encoding="utf-8", newline="\n")


def _write_graphml(target: Path, found: list[NodeRecord], joined: list[LinkRecord]) -> None:
    """GraphML knows no lists: they are JSON."""
    graph = _networkx(found, joined)
    for _, properties in (*graph.nodes(data=True), *((ends, data) for *ends, data in graph.edges(data=True))):
        properties.update({name: _scalar(value) for name, value in properties.items()})
    target.parent.mkdir(parents=True, exist_ok=True)
    nx.write_graphml(graph, target)


def _write_csv(target: Path, found: list[NodeRecord], joined: list[LinkRecord]) -> None:
    """A table for each kind of node and each type of relationship."""
    target.mkdir(parents=True, exist_ok=True)
    for label in (label for label in schema().labels.values() if label.owner != "count"):
        rows = [{"node": node.id, **node.properties} for node in found if node.labels[-1] == label.name]
        _write_table(target / f"{label.name}.csv", ["node", *label.properties], rows)
    columns: dict[str, dict[str, None]] = {}
    for relationship in schema().relationships:
        columns.setdefault(relationship.type, {}).update(dict.fromkeys(relationship.properties))
    for type_, properties in columns.items():
        rows = [{"start": link.start, "end": link.end, **link.properties} for link in joined if link.type == type_]
        _write_table(target / f"{type_}.csv", ["start", "end", *properties], rows)


def _write_table(path: Path, columns: list[str], rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, lineterminator="\n")
        table.writeheader()
        table.writerows({name: _scalar(value) for name, value in row.items()} for row in rows)


def _scalar(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


_FORMS: dict[str, Callable[[Path, list[NodeRecord], list[LinkRecord]], None]] = {
    "csv": _write_csv,
    "jsonl": _write_json_lines,
    "graphml": _write_graphml,
}
