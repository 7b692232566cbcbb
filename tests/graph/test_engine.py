"""A server that cannot be reached is one sentence."""

from __future__ import annotations

import pytest
from engines import PASSWORD

from graph.engine import Engine, open_neo4j
from graph.errors import GraphError


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


def test_a_wrong_password(neo4j_server: Engine) -> None:
    with pytest.raises(GraphError, match="check GRAPH_USER and GRAPH_PASSWORD"):
        open_neo4j(neo4j_server.where, "neo4j", PASSWORD + "!")


def test_a_cluster_address_is_routed(neo4j_server: Engine) -> None:
    engine = open_neo4j(neo4j_server.where.replace("bolt://", "neo4j://"), "neo4j", PASSWORD)
    assert engine.rows("RETURN 1 AS one") == [{"one": 1}]
    engine.close()
