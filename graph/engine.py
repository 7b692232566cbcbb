"""The connection to the graph: one code path over the official driver for Neo4j and for the embedded ArcadeDB."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from shutil import disk_usage
from typing import Any, Literal, LiteralString, TypeAlias, TypeVar, cast

import neo4j
from filelock import FileLock
from neo4j.exceptions import DriverError, Neo4jError

from graph import embedded
from graph.errors import GraphError, no_room, of_engine
from graph.schema import schema
from graph.server import COMMAND_SECONDS, DATABASE
from miner.settings import settings

T = TypeVar("T")
Work: TypeAlias = Callable[[neo4j.ManagedTransaction], T]
Kind = Literal["Neo4j", "ArcadeDB"]
SCHEMES = {scheme + end for scheme in ("bolt", "neo4j") for end in ("", "+s", "+ssc")}
ATTEMPTS = 20
# How long the driver tries again what another transaction, or a server that does not answer, keeps from being done.
READER_SECONDS = 3.0
WRITER_SECONDS = 60.0

# Less room on the disk may be why a transaction could not be written.
SPARE_BYTES = 32 << 20

# Retries are no news for a user.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Engine:
    """Two drivers to one graph. On ArcadeDB `reader` is a user that may only read; Neo4j enforces it a session.

    `turns` is a file that writers lock one after the other, where the engine would have them collide and try again.
    """

    kind: Kind
    where: str
    database: str | None
    writer: neo4j.Driver
    reader: neo4j.Driver
    server: embedded.Joined | None = None
    turns: Path | None = None

    def read(self, work: Work[T]) -> T:
        """Run `work` in a transaction that can only read, for at most `COMMAND_SECONDS`. Raises GraphError."""
        with self.reader.session(database=self.database, default_access_mode=neo4j.READ_ACCESS) as session:
            return self._run(session.execute_read, neo4j.unit_of_work(timeout=COMMAND_SECONDS)(work))

    def write(self, work: Work[T]) -> T:
        """Run `work` in one transaction, again where another writer got in its way. Raises GraphError."""
        turn = FileLock(self.turns) if self.turns else nullcontext()
        try:
            with turn, self.writer.session(database=self.database) as session:
                return self._run(session.execute_write, work)
        except GraphError as error:
            # ArcadeDB says of a full disk only that it could not commit.
            if self.turns and (left := disk_usage(self.turns.parent).free) < SPARE_BYTES:
                raise no_room(self.turns.parent, left) from error
            raise

    def _run(self, execute: Callable[[Work[T]], T], work: Work[T]) -> T:
        for attempt in count(1):
            try:
                return execute(work)
            except (Neo4jError, DriverError) as error:
                # What the driver does not know for a conflict: ArcadeDB's words for a node that another writer has
                # just made or deleted.
                conflict = (getattr(error, "code", "") or "").endswith(("ConstraintValidationFailed", "EntityNotFound"))
                if not conflict or attempt == ATTEMPTS:
                    raise of_engine(error, None if self.server else self.where, COMMAND_SECONDS) from error
        raise AssertionError

    def rows(self, text: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """All rows of a reading query of our own."""
        return self.read(lambda transaction: run(transaction, text, parameters or {}).data())

    def close(self) -> None:
        """Close the connections; the embedded server then ends unless others use it."""
        self.writer.close()
        self.reader.close()
        if self.server:
            self.server.lifeline.close()


def run(transaction: neo4j.ManagedTransaction, text: str, parameters: Mapping[str, Any]) -> neo4j.Result:
    """Run a query in a transaction."""
    # The driver asks for literal text as a reminder to use parameters; ours comes from files, too.
    return transaction.run(cast("LiteralString", text), dict(parameters))


_current: list[Engine] = []


def connect(*, outdated: bool = False) -> Engine:
    """The graph that the settings name, connected once a process (and again when the embedded server has gone).

    Raises GraphError for a graph that was made by another schema, unless it may be `outdated`.
    """
    if _current and _current[0].server and not _current[0].server.is_alive:
        _current.pop().close()
    if not _current:
        config = settings()
        if config.graph_uri:
            secret = config.graph_password.get_secret_value()
            _current.append(open_neo4j(config.graph_uri, config.graph_user, secret))
        else:
            _current.append(open_embedded(config.home / "graph"))
        if not outdated and is_outdated(_current[0]):
            _current.pop().close()
            raise GraphError(
                "The graph was made by another version of AnodeGraph; make it anew with `anodegraph graph rebuild`."
            )
    return _current[0]


def is_outdated(engine: Engine) -> bool:
    """Whether the graph was made by another schema than this version's; an empty graph is none."""
    made = engine.rows("MATCH (g:Graph {name: 'claims'}) RETURN g.format AS format")
    if not made:
        return bool(engine.rows("MATCH (d:Document) RETURN d.sha256 LIMIT 1"))
    return made[0]["format"] != schema().format


def open_embedded(folder: Path) -> Engine:
    """The embedded graph of a data folder."""
    server = embedded.join(folder)
    uri = f"bolt://127.0.0.1:{server.bolt_port}"
    # Writers take turns, so that what keeps one waiting is a server that has died.
    writer = _driver(uri, "root", server.password, READER_SECONDS)
    reader = _driver(uri, "reader", server.reader_password, READER_SECONDS)
    return _ready(Engine("ArcadeDB", uri, DATABASE, writer, reader, server, folder / "write.lock"))


def open_neo4j(uri: str, user: str, password: str) -> Engine:
    """A Neo4j server or cluster (`neo4j://`). Raises GraphError where none answers."""
    if uri.partition("://")[0] not in SCHEMES:
        raise GraphError(
            f"GRAPH_URI is {uri!r}, which is no address of a Neo4j; write for example bolt://localhost:7687."
        )
    writer = _driver(uri, user, password, WRITER_SECONDS)
    reader = _driver(uri, user, password, READER_SECONDS)
    return _ready(Engine("Neo4j", uri, None, writer, reader))


def up() -> dict[str, str]:
    """Let the embedded graph stay until `down`; returns how to read it over Bolt (of a server: where it is)."""
    engine = connect()
    if not engine.server:
        return {"address": engine.where}
    engine.server.ask("stay")
    return {
        "address": engine.where,
        "database": DATABASE,
        "user": "reader",
        "password": engine.server.reader_password,
        "pid": str(engine.server.pid),
    }


def _driver(uri: str, user: str, password: str, patience: float) -> neo4j.Driver:
    # Notifications are for the authors of queries: an empty graph would print one for every label.
    return neo4j.GraphDatabase.driver(
        uri,
        auth=(user, password),
        notifications_min_severity="OFF",
        connection_timeout=10,
        max_transaction_retry_time=patience,
        initial_retry_delay=0.05,
        retry_delay_multiplier=1.3,
    )


def _ready(engine: Engine) -> Engine:
    """The engine, with the schema's constraints and indexes in place."""
    try:
        with engine.writer.session(database=engine.database) as session:
            for statement in schema().constraints():
                session.run(cast("LiteralString", statement)).consume()
            if engine.kind == "Neo4j":
                session.run("CALL db.awaitIndexes(60)").consume()
    except (Neo4jError, DriverError) as error:
        engine.close()
        raise of_engine(error, None if engine.server else engine.where, COMMAND_SECONDS) from error
    return engine
