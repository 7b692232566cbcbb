"""Both engines for the tests of the graph: an embedded ArcadeDB, and a Neo4j Community server of the tests' own.

Neo4j's jars are those of tests/neo4j/pom.xml, which tests/fetch.sh puts into .cache/neo4j/lib.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import ServiceUnavailable

from graph.engine import Engine, open_embedded, open_neo4j

JARS = Path(__file__).parents[1] / ".cache" / "neo4j" / "lib"
PASSWORD = "only-for-tests"
# Each engine lives for a minute or two: to compile its code well would take half of that time. Servers that the
# commands start heed it, too.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@pytest.fixture(scope="session")
def arcadedb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_embedded(tmp_path_factory.mktemp("arcadedb"))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    from conftest import not_tested

    if not list(JARS.glob("neo4j-server-*.jar")):
        not_tested("the graph on Neo4j", "its jars are missing; tests/fetch.sh gets them with mvn")
    if not shutil.which("java"):
        not_tested("the graph on Neo4j", "java is not installed")
    with _running(tmp_path_factory.mktemp("neo4j")) as uri:
        engine = open_neo4j(uri, "neo4j", PASSWORD)
        yield engine
        engine.close()


@pytest.fixture(params=["arcadedb", "neo4j_server"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """An empty graph, once on each engine."""
    engine = request.getfixturevalue(request.param)
    clear(engine)
    return engine


def clear(engine: Engine) -> None:
    """Delete everything, in batches: ArcadeDB stops a statement after 30 s."""
    text = "MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS n"
    while engine.write(lambda transaction: transaction.run(text).data())[0]["n"]:
        pass


@contextmanager
def _running(home: Path) -> Iterator[str]:
    """The Bolt URI of a new Neo4j whose data are in `home`; its user is neo4j with `PASSWORD`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\nserver.https.enabled=false\ndbms.usage_report.enabled=false\n"
        "server.memory.pagecache.size=128m\n"
        "dbms.cypher.min_replan_interval=1h\n"  # each test fills the graph anew, which plans need not follow
    )
    command = ["java", "-Xmx1g", "-cp", f"{JARS}/*", "org.neo4j.server.CommunityEntryPoint"]
    with (home / "neo4j.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--home-dir", home, "--config-dir", home / "conf"], stdout=log, stderr=log
        )
    try:
        _set_password(f"bolt://127.0.0.1:{port}", process, home / "neo4j.log")
        yield f"bolt://127.0.0.1:{port}"
    finally:
        process.kill()  # nothing of it is kept
        process.wait()


def _set_password(uri: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers, and change its first password, without which it does nothing else."""
    deadline = time.monotonic() + 120
    while True:
        try:
            with (
                neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD).consume()
            return
        except ServiceUnavailable:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"Neo4j did not start:\n{log.read_text()}") from None
            time.sleep(0.3)
