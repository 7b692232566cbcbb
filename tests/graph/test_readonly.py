"""What a user's query may not do is refused by the engine, on both engines, and changes nothing."""

from __future__ import annotations

import pytest
from engines import clear
from made_up import FIRST

from graph.answers import cypher
from graph.contents import canonical_export
from graph.engine import Engine
from graph.errors import GraphError
from graph.projection import project

WRITES = [
    "CREATE (:Anode {name: 'unobtainium'})",
    "MERGE (:Anode {name: 'unobtainium'})",
    "MERGE (a:Anode {name: 'silicon'}) ON MATCH SET a.name = 'x' RETURN a",
    "MATCH (a:Anode) SET a.name = 'x'",
    "MATCH (a:Anode) SET a = {} RETURN a",
    "MATCH (a:Anode) SET a += {x: 1} RETURN a",
    "MATCH (a:Anode) SET a:Problem RETURN a",
    "MATCH (a:Anode) REMOVE a.name RETURN a",
    "MATCH (a:Anode) REMOVE a:Anode RETURN a",
    "MATCH (a:Anode) DETACH DELETE a",
    "MATCH (a:Anode)-[r]-() DELETE r",
    "MATCH (a:Anode), (p:Problem) CREATE (a)-[:HAS_PROBLEM]->(p)",
    "MATCH (a:Anode), (p:Problem) MERGE (a)-[:WANTS]->(p) RETURN a",
    "FOREACH (x IN [1] | CREATE (:Anode {name: 'x'}))",
    "MATCH (a:Anode) FOREACH (x IN [1] | SET a.x = x)",
    "MATCH (a:Anode) CALL { WITH a SET a.x = 1 RETURN 1 AS one } RETURN one",
    "UNWIND [1] AS x CALL { CREATE (:X) } RETURN x",
    "RETURN 1 AS x UNION CREATE (n:X) RETURN 2 AS x",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS",
    "// just reading\nCREATE (:X)",
    "/* MATCH */ CREATE (:X) RETURN 1",
    "PROFILE CREATE (:X)",
]
SCHEMA = [
    "CREATE INDEX i FOR (n:Anode) ON (n.x)",
    "CREATE CONSTRAINT c FOR (n:Anode) REQUIRE n.x IS UNIQUE",
    "DROP CONSTRAINT anode_name",
    "DROP INDEX claim_document",
    "CREATE TEXT INDEX i FOR (n:Anode) ON (n.name)",
    "CREATE LOOKUP INDEX i FOR (n) ON EACH labels(n)",
]
FILES = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line",
    "MATCH (a:Anode) LOAD CSV FROM 'file:///etc/hosts' AS line RETURN a, line",
    "CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
    "UNWIND ['file:///etc/passwd'] AS f CALL { WITH f LOAD CSV FROM f AS l RETURN l } RETURN l",
    "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "CALL apoc.export.csv.all('/tmp/x.csv', {}) YIELD file RETURN file",
]
SERVER = [
    "SHOW USERS",
    "SHOW CURRENT USER",
    "SHOW TRANSACTIONS",
    "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW SETTINGS",
    "SHOW PROCEDURES",
    "SHOW FUNCTIONS",
    "SHOW DATABASES",
    "SHOW PRIVILEGES",
    "CREATE USER mallory SET PASSWORD 'longenough'",
    "ALTER USER neo4j SET PASSWORD 'longenough'",
    "ALTER CURRENT USER SET PASSWORD FROM 'only-for-tests' TO 'longenough'",
    "DROP USER neo4j",
    "CREATE DATABASE mine",
    "DROP DATABASE neo4j",
    "STOP DATABASE neo4j",
    "GRANT ROLE admin TO neo4j",
]
PROCEDURES = [
    "CALL dbms.listConfig()",
    "CALL dbms.setConfigValue('a', 'b')",
    "CALL dbms.killConnection('bolt-1')",
    "CALL dbms.listConnections()",
    "CALL dbms.listActiveLocks('x')",
    "CALL db.createLabel('X')",
    "CALL db.createProperty('x')",
    "CALL db.clearQueryCaches()",
    "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
    "CALL tx.setMetaData({x: 1})",
    "MATCH (a:Anode) CALL dbms.queryJmx('*:*') YIELD name RETURN name",
    "CALL apoc.cypher.runWrite('CREATE (:X)', {}) YIELD value RETURN value",
    "CALL sql('DELETE FROM Anode')",
    "CALL jwt.security.clearAuthCache()",
]
ATTACKS = [*WRITES, *SCHEMA, *FILES, *SERVER, *PROCEDURES]


@pytest.fixture(scope="module", params=["arcadedb", "neo4j_server"])
def filled(request: pytest.FixtureRequest) -> Engine:
    """A graph with a paper, once on each engine: no test may change it."""
    engine: Engine = request.getfixturevalue(request.param)
    clear(engine)
    project(engine, FIRST)
    return engine


@pytest.fixture(scope="module")
def untouched(filled: Engine) -> tuple[object, ...]:
    return state(filled)


@pytest.mark.parametrize("text", ATTACKS)
def test_what_is_more_than_reading_is_refused(filled: Engine, untouched: tuple[object, ...], text: str) -> None:
    with pytest.raises(GraphError):
        cypher(filled, text, {})
    assert state(filled) == untouched


def state(engine: Engine) -> tuple[object, ...]:
    """What the graph holds, all nodes whatever their label, and the indexes."""
    names = engine.rows("SHOW INDEXES YIELD name RETURN name ORDER BY name") if engine.kind == "Neo4j" else []
    labels = engine.rows("MATCH (n) RETURN labels(n) AS labels, count(n) AS n ORDER BY labels")
    return canonical_export(engine), labels, names


READS = [
    "MATCH (a:Anode) RETURN a.name ORDER BY a.name LIMIT 1;",
    "// CREATE nothing\nMATCH (a:Anode) WHERE a.name <> 'CREATE (x)' RETURN count(a) AS n",
    "CALL db.labels() YIELD label RETURN label",
    "MATCH (a:Anode) CALL { WITH a MATCH (a)-[r]->() RETURN count(r) AS n } RETURN a.name, n",
    "MATCH p = shortestPath((:Anode {name: 'silicon'})-[*..4]-(:Problem {name: 'volume_change'})) RETURN length(p)",
    "RETURN 1 AS one UNION RETURN 2 AS one",
    "UNWIND range(1, 3) AS x RETURN sum(x) AS s",
]


@pytest.mark.parametrize("text", READS)
def test_reading_is_not_refused(filled: Engine, text: str) -> None:
    assert cypher(filled, text, {}).rows
