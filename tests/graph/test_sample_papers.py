"""Every named query has an answer in the sample papers, the same on both engines."""

from pathlib import Path

import pytest
from engines import clear

from graph.answers import run
from graph.engine import Engine
from graph.named import Query, queries
from graph.projection import project
from miner import extract, read

PAPERS = sorted((Path(__file__).parents[2] / "corpus" / "papers").glob("*.pdf"))
GIVEN = {
    "anode": "lithium metal",
    "problem": "dendrite growth",
    "mitigation": "nanostructuring",
    "paper": "solid-state-anodes.pdf",
    "text": "silicon",
}


@pytest.fixture(scope="module")
def engines(arcadedb: Engine, neo4j_server: Engine) -> tuple[Engine, Engine]:
    """Both engines, with the sample papers."""
    extractions = [extract(read(path), path.name) for path in PAPERS]
    for engine in (arcadedb, neo4j_server):
        clear(engine)
        for extraction in extractions:
            project(engine, extraction)
    return arcadedb, neo4j_server


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_a_named_query_gives_the_same_rows_on_both_engines(engines: tuple[Engine, Engine], query: Query) -> None:
    given = {p.name: GIVEN[p.name] for p in query.parameters if p.required}
    embedded, server = (run(engine, query.name, given) for engine in engines)
    assert embedded.rows
    assert (embedded.columns, embedded.rows) == (server.columns, server.rows)
