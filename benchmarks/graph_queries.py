"""Load rate and times of the named queries on a made-up library, on ArcadeDB and, where its jars are, on Neo4j.

usage: python benchmarks/graph_queries.py [PAPERS] [ROWS]    (300 papers of 100 claims; the first 100 rows of an answer)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from engines import JARS, PASSWORD, _running
from made_up_library import library

from graph.answers import run
from graph.engine import Engine, open_embedded, open_neo4j
from graph.named import Query, queries
from graph.projection import project

ROUNDS = 5
FILTERS = ("Anode", "Problem", "Mitigation")
GIVEN = {
    "anode": "lithium metal",
    "problem": "dendrite_growth",
    "mitigation": "artificial_sei_or_coating",
    "property": "specific_capacity",
    "paper": "review-3.pdf",
    "first": "review-3.pdf",
    "second": "review-4.pdf",
    "text": "silicon",
}


@contextmanager
def engines(folder: Path) -> Iterator[list[Engine]]:
    """The engines at hand, empty."""
    embedded = open_embedded(folder / "arcadedb")
    if not list(JARS.glob("neo4j-server-*.jar")):
        yield [embedded]
        return
    (folder / "neo4j").mkdir()
    with _running(folder / "neo4j") as uri:
        yield [embedded, open_neo4j(uri, "neo4j", PASSWORD)]


def asked(query: Query) -> list[dict[str, Any]]:
    """Its required parameters alone, with each of the filters, and with all of them."""
    required = {p.name: GIVEN[p.name] for p in query.parameters if p.required}
    filters = {
        p.name: GIVEN[p.name]
        for p in query.parameters
        if not p.required and p.type in ("Anode", "Problem", "Mitigation")
    }
    single = [{**required, name: value} for name, value in filters.items()]
    return [required, *single, *([{**required, **filters}] if len(filters) > 1 else [])]


def milliseconds(engine: Engine, name: str, given: dict[str, Any], rows: int) -> list[float]:
    """How long each round took."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run(engine, name, given, rows)
        times.append((time.perf_counter() - start) * 1000)
    return times


def main() -> None:
    """Print papers a second, and p50 and p95 of each query with each filter."""
    papers, rows = (int(word) for word in [*sys.argv[1:], *("300", "100")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as folder, engines(Path(folder)) as found:
        for engine in found:
            start = time.perf_counter()
            for extraction in library(papers):
                project(engine, extraction)
            print(f"{engine.kind}: {papers} papers, {papers / (time.perf_counter() - start):.1f} papers/s")
            for query in queries():
                for given in asked(query):
                    times = milliseconds(engine, query.name, given, rows)
                    cuts = quantiles(times, n=20, method="inclusive")
                    print(f"{cuts[9]:7.0f} {cuts[18]:7.0f} ms  {query.name} {', '.join(given)}")
            engine.close()


if __name__ == "__main__":
    main()
