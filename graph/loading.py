"""A graph read back from its canonical export, for who has the export and not the papers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

from graph.engine import Engine
from graph.errors import GraphError
from graph.projection import Runner, clear, write_links
from graph.rows import Links, Row
from graph.schema import schema

# Rows of a transaction.
_TOGETHER = 5000
_Kind = tuple[str, ...]


def load(engine: Engine, source: Path) -> int:
    """Fill an empty graph with what `export` wrote as "canonical"; returns the number of nodes and relationships.

    The node that tells the graph's schema is written last: a graph that is only half read back counts as outdated.
    Raises GraphError for a graph that holds papers, another schema's export, and a file that is none.
    """
    if engine.rows("MATCH (d:Document) RETURN d.sha256 LIMIT 1"):
        raise GraphError("The graph holds papers already; read an export into an empty one (another ANODEGRAPH_HOME).")
    nodes, links = _read(source)
    graph = nodes.pop(("Graph",), [])
    if not graph or graph[0].get("format") != schema().format:
        raise GraphError(f"{source} is no canonical export of this version; write it with `export --canonical`.")
    if ("Claim" in {kind[0] for kind in nodes}) != ("Band" in {kind[0] for kind in nodes}):
        raise GraphError(f"{source} lacks the counts of a canonical export; write it with `export --canonical`.")
    try:
        _fill(engine, nodes, links, [{**graph[0], "turn": token_hex(8)}])
    except GraphError as error:
        clear(engine)
        raise GraphError(f"{source} is no whole export, and nothing of it was kept: {error}") from error
    return sum(map(len, (*nodes.values(), *links.values(), graph)))


def _fill(engine: Engine, nodes: dict[_Kind, list[Row]], links: dict[_Kind, list[Row]], graph: list[Row]) -> None:
    for kind, batch in _batches(nodes):
        text = f"UNWIND $rows AS row CREATE (n:{':'.join(kind)}) SET n = row"
        engine.write(lambda transaction, text=text, batch=batch: Runner(transaction)(text, batch))
    for (type_, start, end), batch in _batches(links):
        joined = Links(type_, start, end, batch)
        engine.write(lambda transaction, joined=joined: write_links(Runner(transaction), joined))
    engine.write(
        lambda transaction: Runner(transaction)(
            "UNWIND $rows AS row MERGE (g:Graph {name: row.name}) SET g = row", graph
        )
    )


def _read(source: Path) -> tuple[dict[_Kind, list[Row]], dict[_Kind, list[Row]]]:
    """The nodes by their labels, and the relationships by type and the labels of their ends."""
    nodes: dict[_Kind, list[Row]] = {}
    links: dict[_Kind, list[Row]] = {}
    try:
        with source.open(encoding="utf-8") as file:
            for line in file:
                one = json.loads(line)
                if one["kind"] == "node":
                    nodes.setdefault(_known(one["labels"]), []).append(one["properties"])
                else:
                    (start, start_key), (end, end_key) = (one[side].split(":", 1) for side in ("start", "end"))
                    schema().relationship(one["type"], start, end)
                    row = {"start": start_key, "end": end_key, "properties": one["properties"]}
                    links.setdefault((one["type"], start, end), []).append(row)
    except OSError as error:
        raise GraphError(f"{source} cannot be read ({error.strerror}); check the path.") from None
    except (ValueError, KeyError, TypeError):
        raise GraphError(f"{source} is no canonical export; write one with `export --canonical`.") from None
    return nodes, links


def _known(labels: list[str]) -> _Kind:
    """The labels, where the schema has them all: they become part of a statement. Raises KeyError."""
    return tuple(schema().labels[label].name for label in labels)


def _batches(of: dict[_Kind, list[Row]]) -> Iterator[tuple[_Kind, list[Row]]]:
    for kind, rows in of.items():
        yield from ((kind, rows[at : at + _TOGETHER]) for at in range(0, len(rows), _TOGETHER))
