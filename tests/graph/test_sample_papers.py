"""Every named query has an answer in the sample papers, the same on both engines."""

import runpy
from pathlib import Path

import pytest
from engines import clear

from graph.answers import run
from graph.engine import Engine
from graph.engine import run as engine_run
from graph.named import Query, queries
from graph.projection import project
from miner import extract, read

PAPERS = sorted((Path(__file__).parents[2] / "corpus" / "papers").glob("*.pdf"))
# No sample paper cites another one.
WITHOUT_ANSWER = {"contradictions", "second_hand"}
OF_TYPE = {"string": "x", "float": "1", "boolean": "true", "Material": "garnet"}
PAGE = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "queries.py"))
GIVEN = PAGE["GIVEN"] | {"problem": "dendrite growth"}  # in words, too


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
    assert embedded.rows or query.name in WITHOUT_ANSWER
    assert (embedded.columns, embedded.rows) == (server.columns, server.rows)


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_all_its_conditions_together_run_on_both_engines(engines: tuple[Engine, Engine], query: Query) -> None:
    given = {p.name: GIVEN.get(p.name, OF_TYPE.get(p.type)) for p in query.parameters if p.default in (None, False)}
    embedded, server = (run(engine, query.name, given) for engine in engines)
    assert embedded.rows == server.rows


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_neo4j_explains_it(engines: tuple[Engine, Engine], query: Query) -> None:
    text = query.cypher({p.name: True for p in query.parameters})
    parameters = {p.name: None for p in query.parameters} | {"rows": 10, "top": 10}
    plan = engines[1].read(lambda transaction: engine_run(transaction, "EXPLAIN " + text, parameters).consume().plan)
    assert plan


def test_the_page_of_queries_is_up_to_date(engines: tuple[Engine, Engine]) -> None:
    assert PAGE["page"](engines[0]) == PAGE["PAGE"].read_text("utf-8"), "run python docs/queries.py"
