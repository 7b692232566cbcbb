"""The whole graph on disk and in memory: tables, JSON Lines, GraphML and networkx. Equal graphs give equal files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import networkx as nx

from graph.contents import LinkRecord, NodeRecord, json_lines, links, nodes
from graph.engine import Engine
from graph.errors import GraphError, unknown
from graph.linked_data import write_jsonld
from graph.schema import schema


def export(engine: Engine, target: Path, form: str) -> int:
    """Write the graph as "csv" or "neo4j" (folders), "jsonl", "graphml", "jsonld" or "canonical" (files).

    Returns the number of nodes and relationships. "canonical" are JSON Lines with all that the graph holds. Raises
    GraphError for another form, for a `target` that ends as another form does, and where it cannot be written.
    """
    if form not in _FORMS:
        raise unknown("export format", form, _FORMS)
    fitting = _ENDINGS.get(form, ())
    if target.suffix.lower() in {".csv", *chain(*_ENDINGS.values())} - {*fitting}:
        place = f"a file called *{fitting[0]}" if fitting else "a folder"
        raise GraphError(f"{target} does not end as {form} does; name {place}, or another format.")
    found, joined = nodes(engine, support=form == "canonical"), links(engine)
    try:
        _FORMS[form](target, found, joined)
    except OSError as error:
        raise GraphError(f"{target} cannot be written ({error.strerror}); name another place.") from None
    return len(found) + len(joined)


def to_networkx(engine: Engine) -> nx.MultiDiGraph[str]:
    """The whole graph; nodes have `labels`, edges `type`, and both their properties."""
    return _networkx(nodes(engine, support=False), links(engine))


def _networkx(found: list[NodeRecord], joined: list[LinkRecord]) -> nx.MultiDiGraph[str]:
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
    general = {label.extends for label in schema().labels.values()}  # each such node is in the table of its own label
    for label in (one for one in schema().labels.values() if one.owner != "count" and one.name not in general):
        rows = [{"node": node.id, **node.properties} for node in found if node.labels[-1] == label.name]
        _write_table(target / f"{label.name}.csv", ["node", *label.properties], rows)
    columns: dict[str, dict[str, None]] = {}
    for relationship in schema().relationships:
        columns.setdefault(relationship.type, {}).update(dict.fromkeys(relationship.properties))
    for type_, properties in columns.items():
        rows = [{"start": link.start, "end": link.end, **link.properties} for link in joined if link.type == type_]
        _write_table(target / f"{type_}.csv", ["start", "end", *properties], rows)


def _write_neo4j(target: Path, found: list[NodeRecord], joined: list[LinkRecord]) -> None:
    """What `neo4j-admin database import` reads: nodes.csv and relationships.csv with typed headers, and import.sh."""
    target.mkdir(parents=True, exist_ok=True)
    types: dict[str, str] = {}
    for owner in (*schema().labels.values(), *schema().relationships):
        types |= {name: _NEO4J_TYPES[one.type] for name, one in owner.properties.items()}
    head = {name: f"{name}:{type_}" for name, type_ in sorted(types.items())}
    rows = [{":ID": one.id, ":LABEL": ";".join(one.labels), **_typed(head, one.properties)} for one in found]
    _write_table(target / "nodes.csv", [":ID", ":LABEL", *head.values()], rows)
    ends = [(link, {":START_ID": link.start, ":END_ID": link.end, ":TYPE": link.type}) for link in joined]
    rows = [{**place, **_typed(head, link.properties)} for link, place in ends]
    _write_table(target / "relationships.csv", [":START_ID", ":END_ID", ":TYPE", *head.values()], rows)
    (target / "import.sh").write_text(_NEO4J_IMPORT, encoding="utf-8", newline="\n")


def _typed(head: dict[str, str], properties: dict[str, Any]) -> dict[str, Any]:
    return {head[name]: _delimited(value) for name, value in properties.items()}


def _delimited(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return "\x1f".join(map(str, value)) if isinstance(value, list) else value


def _write_table(path: Path, columns: list[str], rows: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, lineterminator="\n")
        table.writeheader()
        table.writerows({name: _scalar(value) for name, value in row.items()} for row in rows)


def _scalar(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


_NEO4J_TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string[]",
    "integers": "long[]",
}
_NEO4J_IMPORT = """#!/bin/sh
# Loads this folder into the empty database neo4j of a stopped server, from whose bin/ neo4j-admin is.
neo4j-admin database import full neo4j --id-type=string --array-delimiter=U+001F --multiline-fields=true \\
  --nodes=nodes.csv --relationships=relationships.csv
"""
# Of the forms that are files; the others are folders.
_ENDINGS = {
    "jsonl": (".jsonl", ".ndjson", ".json"),
    "graphml": (".graphml", ".xml"),
    "jsonld": (".jsonld", ".json"),
    "canonical": (".jsonl", ".ndjson", ".json"),
}
_FORMS: dict[str, Callable[[Path, list[NodeRecord], list[LinkRecord]], None]] = {
    "csv": _write_csv,
    "jsonl": _write_json_lines,
    "graphml": _write_graphml,
    "jsonld": write_jsonld,
    "neo4j": _write_neo4j,
    "canonical": _write_json_lines,
}
