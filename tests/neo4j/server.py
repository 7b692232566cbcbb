"""A Neo4j Community server for the tests, out of the jars that tests/fetch.sh has put into .cache/neo4j/lib."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
from neo4j.exceptions import ServiceUnavailable

JARS = Path(__file__).parents[2] / ".cache" / "neo4j" / "lib"
PASSWORD = "only-for-tests"


def missing() -> str:
    """Why Neo4j cannot run here; empty where it can."""
    if not JARS.is_dir():
        return "Neo4j's jars are missing: tests/fetch.sh gets them, with mvn"
    return "" if shutil.which("java") else "java is not installed"


@contextmanager
def running(home: Path) -> Iterator[str]:
    """The Bolt URI of a new server whose data are in `home`; its user is neo4j with `PASSWORD`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\nserver.https.enabled=false\ndbms.usage_report.enabled=false\n"
        "server.memory.pagecache.size=128m\n"
    )
    command = ["java", "-Xmx1g", "-cp", f"{JARS}/*", "org.neo4j.server.CommunityEntryPoint"]
    with (home / "neo4j.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--home-dir", str(home), "--config-dir", str(home / "conf")], stdout=log, stderr=log
        )
    try:
        _set_password(f"bolt://127.0.0.1:{port}", process, home / "neo4j.log")
        yield f"bolt://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _set_password(uri: str, process: subprocess.Popen, log: Path) -> None:
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
