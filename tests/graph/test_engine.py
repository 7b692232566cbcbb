"""A server that cannot be reached is one sentence."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from commandline import runner
from engines import PASSWORD
from made_up import PAPERS

from graph.contents import canonical_export
from graph.embedded import down
from graph.engine import Engine, is_outdated, open_embedded, open_neo4j
from graph.errors import GraphError
from graph.projection import rebuild


@pytest.mark.parametrize(
    ("uri", "sentence"),
    [
        ("bolt://127.0.0.1:9", "No graph server answers at bolt://127.0.0.1:9"),
        ("neo4j://127.0.0.1:9", "No graph server answers"),
        ("localhost:7687", "no address of a Neo4j"),
        ("http://127.0.0.1:9", "no address of a Neo4j"),
    ],
)
def test_a_server_that_does_not_answer(uri: str, sentence: str) -> None:
    with pytest.raises(GraphError, match=sentence):
        open_neo4j(uri, "neo4j", "x")


def test_an_embedded_server_that_dies(tmp_path: Path) -> None:
    engine = open_embedded(tmp_path)
    assert engine.server
    os.kill(engine.server.pid, signal.SIGKILL)
    with pytest.raises(GraphError, match="stopped while it worked; run the same again"):
        engine.rows("RETURN 1 AS one")
    engine.close()


def test_a_wrong_password(neo4j_server: Engine) -> None:
    with pytest.raises(GraphError, match="check GRAPH_USER and GRAPH_PASSWORD"):
        open_neo4j(neo4j_server.where, "neo4j", PASSWORD + "!")


def test_a_cluster_address_is_routed(neo4j_server: Engine) -> None:
    engine = open_neo4j(neo4j_server.where.replace("bolt://", "neo4j://"), "neo4j", PASSWORD)
    assert engine.rows("RETURN 1 AS one") == [{"one": 1}]
    engine.close()


def test_a_graph_by_another_schema_is_told_and_made_anew(engine: Engine) -> None:
    rebuild(engine, PAPERS)
    wanted = canonical_export(engine)
    assert not is_outdated(engine)
    old = "MATCH (g:Graph) SET g.format = 'old' WITH g MATCH (n:Anode) SET n.claims = 99"
    engine.write(lambda transaction: transaction.run(old).consume())
    assert is_outdated(engine)
    rebuild(engine, PAPERS)
    assert not is_outdated(engine)
    assert canonical_export(engine) == wanted


def test_an_outdated_graph_is_one_sentence_on_the_command_line(tmp_path: Path) -> None:
    anodegraph = runner(tmp_path)
    engine = open_embedded(tmp_path / "graph")
    rebuild(engine, PAPERS)
    engine.write(lambda transaction: transaction.run("MATCH (g:Graph) REMOVE g.format").consume())
    refused = anodegraph("query", "anodes")
    assert refused.returncode == 1
    assert "another version of AnodeGraph" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert anodegraph("graph", "rebuild").returncode == 0
    assert anodegraph("query", "anodes").returncode == 0
    engine.close()
    down(tmp_path / "graph")
