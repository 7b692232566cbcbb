"""The works that an answer names, in the order in which it names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.answers import Result
from graph.engine import Engine

_WORKS = """
    MATCH (p:Paper)
    OPTIONAL MATCH (d:Document)-[:READS]->(p)
    WITH p, collect(d.sha256) AS files, collect(d.source) AS sources
    RETURN p.key AS key, p.title AS title, p.authors AS authors, p.year AS year, p.doi AS doi, p.journal AS journal,
           p.text AS text, files, sources
    ORDER BY key
"""


def works(engine: Engine, result: Result) -> list[dict[str, Any]]:
    """The properties of each Paper whose key, title, DOI, printed entry or file stands in a cell of the answer."""
    by_name: dict[str, list[dict[str, Any]]] = {}
    for row in engine.rows(_WORKS):
        names = {row["key"], row["title"], row["doi"], row["text"], *row["files"], *row["sources"]}
        for name in names - {None, ""}:
            by_name.setdefault(name, []).append(row)
    named = (work for row in result.rows for name in _strings(list(row)) for work in by_name.get(name, ()))
    return list({work["key"]: work for work in named}.values())


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _strings(item)
        case dict():
            yield from _strings(list(value.values()))
        case _:
            return
