"""Questions to the graph: named queries and free Cypher, both reading only, both with plain values as answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship

from graph.engine import Engine
from graph.engine import run as engine_run
from graph.errors import GraphError, unknown
from graph.named import Query, named
from graph.readonly import check
from graph.schema import schema

ROWS = 1000


@dataclass(frozen=True, slots=True)
class Summary:
    """`more` says that there are more rows than were asked for; `seconds` is the time that the graph took."""

    rows: int
    more: bool
    seconds: float
    engine: str


@dataclass(frozen=True, slots=True)
class Result:
    """The columns and rows of an answer. Values are JSON values; nodes and relationships are objects."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    summary: Summary

    def records(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def run(engine: Engine, name: str, parameters: Mapping[str, Any], limit: int = ROWS) -> Result:
    """The first `limit` rows of a named query. Raises GraphError."""
    query = named(name)
    bound = _resolve(engine, query, query.bind(parameters))
    result = _answer(engine, query.cypher(bound), {**bound, "rows": limit + 1, "many": _many(limit + 1)}, limit)
    # ArcadeDB names no columns where there is no row.
    return replace(result, columns=query.columns)


def cypher(engine: Engine, text: str, parameters: Mapping[str, Any], limit: int = ROWS) -> Result:
    """The first `limit` rows of a query of the user's, which can only read. Raises GraphError."""
    if not text.strip():
        raise GraphError("There is no Cypher statement in this; write for example MATCH (a:Anode) RETURN a.name.")
    try:
        check(engine, text, parameters)
    except OverflowError:
        raise GraphError("A parameter is a whole number of more than 64 bits; write it with a point.") from None
    return _answer(engine, text, parameters, limit)


def _answer(engine: Engine, text: str, parameters: Mapping[str, Any], limit: int) -> Result:
    def work(transaction: neo4j.ManagedTransaction) -> tuple[tuple[str, ...], list[neo4j.Record]]:
        result = engine_run(transaction, text, parameters)
        # One row more than asked for tells whether there are more.
        return tuple(result.keys()), result.fetch(limit + 1)

    start = time.perf_counter()
    columns, records = engine.read(work)
    seconds = round(time.perf_counter() - start, 3)
    rows = tuple(tuple(_plain(value) for value in record.values()) for record in records[:limit])
    return Result(columns, rows, Summary(len(rows), len(records) > limit, seconds, engine.kind))


def _many(rows: int) -> int:
    """So many claims take about as long to sort as the first `rows` of them take to find by walking in order.

    A walk passes by claims on other things, the more of them the fewer are found; so it grows with the root (the factor
    was measured on ArcadeDB with 1,000,000 claims). `evidence` takes twice as many, for it walks through all claims and
    not through measurements alone.
    """
    return round(400 * sqrt(rows))


def _resolve(engine: Engine, query: Query, parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters with names as the graph spells them: "Dendrite growth" is dendrite_growth."""
    for parameter in query.parameters:
        value = parameters[parameter.name]
        if parameter.type in schema().labels and value is not None:
            parameters[parameter.name] = _name(engine, parameter.type, value)
    return parameters


def _name(engine: Engine, label: str, value: str) -> str:
    if engine.rows(f"MATCH (n:{label} {{name: $value}}) RETURN n.name AS name", {"value": value}):
        return value
    rows = engine.rows(f"MATCH (n:{label}) RETURN n.name AS name, n.title AS title, n.aliases AS also ORDER BY name")
    spellings = {_loose(also): row["name"] for row in rows for also in row["also"] or ()}
    spellings |= {_loose(row["title"] or row["name"]): row["name"] for row in rows}
    spellings |= {_loose(row["name"]): row["name"] for row in rows}
    known = {row["name"] for row in rows}
    found = spellings.get(_loose(value)) or next(_linked(label, value, known), None)
    if not found:
        raise unknown(label.lower(), value, known)
    return found


def _linked(label: str, value: str, known: set[str]) -> Iterator[str]:
    """The labels in the graph that the vocabularies link the words to: "Sn" is tin."""
    from miner.names import names  # the language model takes a second to load

    yield from (name.labels[0] for name in names(value) if name.kind == label.lower() and name.labels[0] in known)


def _loose(name: str) -> str:
    return name.lower().replace("_", " ").strip()


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple():
            return [_plain(item) for item in value]
        case Node():
            return {"name": _key(value), "labels": sorted(value.labels), "properties": _plain(dict(value))}
        case Relationship():
            ends = {"start": _key(value.start_node), "end": _key(value.end_node)}
            return {"type": value.type, **ends, "properties": _plain(dict(value))}
        case Path():
            return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
        case dict():
            return {str(name): _plain(item) for name, item in value.items()}
        case _:
            return str(value)


def _key(node: Node | None) -> str:
    """A node's name as in `to_networkx`: "Anode:silicon"; empty where the answer holds only the relationship."""
    keys = {name: label.key for name, label in schema().labels.items() if not label.extends}
    return next((f"{name}:{node.get(keys[name])}" for name in sorted(node.labels) if name in keys), "") if node else ""
