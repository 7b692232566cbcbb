"""The process of the embedded graph: ArcadeDB serving Bolt on 127.0.0.1, started by `graph.embedded`.

It ends by itself when no client holds its lifeline any more (see `graph.lifeline`).
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import signal
import socket
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

from filelock import FileLock

from graph.lifeline import Lifeline

COMMAND_SECONDS = 30
DATABASE = "anodegraph"

_RECORD = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


GROUPS = {
    "databases": {
        "*": {
            "groups": {
                "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], _RECORD),
                "reader": _group([], ["readRecord"]),
                "*": _group([], []),
            }
        }
    },
    "version": 2,
}


def serve(folder: Path) -> None:
    """Serve the graph of `folder` until nobody needs it; what clients must know stands in its server.json (0600)."""
    with FileLock(folder / "server.lock", timeout=10):
        bolt, http = _free_port(), _free_port()
        passwords = {"password": secrets.token_urlsafe(24), "reader_password": secrets.token_urlsafe(24)}
        server = _start(folder, passwords["password"], bolt, http)
        _create_reader(http, passwords)
        lifeline = Lifeline(passwords["password"])
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: threading.Thread(target=lifeline.stop, daemon=True).start())
        ports = {"bolt_port": bolt, "lifeline_port": lifeline.server_address[1]}
        _write_private(folder / "server.json", {"pid": os.getpid(), **ports, **passwords})
        lifeline.wait_until_unused()
        (folder / "server.json").unlink(missing_ok=True)
        server.stop()


def _start(folder: Path, password: str, bolt: int, http: int) -> Any:
    os.environ.update(ARCADEDB_LOG_DIR=str(folder / "log"), ARCADEDB_LOG_CONSOLE="0")
    from arcadedb.server import create_server

    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    # Users are made anew with the passwords of this run.
    (config / "server-users.jsonl").unlink(missing_ok=True)
    (config / "server-groups.json").write_text(json.dumps(GROUPS), encoding="utf-8")
    bolt_plugin = {
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_host": "127.0.0.1",  # the default is every interface
        "bolt_port": bolt,
    }
    server = create_server(str(folder), password, {"host": "127.0.0.1", "http_port": http, **bolt_plugin})
    server.start()
    database = server.create_database(DATABASE)
    database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {COMMAND_SECONDS * 1000}")
    return server


def _create_reader(http: int, passwords: dict[str, str]) -> None:
    """A user that may read records and nothing else; only the HTTP interface makes users."""
    user = {"name": "reader", "password": passwords["reader_password"], "databases": {DATABASE: ["reader"]}}
    token = base64.b64encode(f"root:{passwords['password']}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{http}/api/v1/server",
        json.dumps({"command": "create user " + json.dumps(user)}).encode(),
        {"Authorization": "Basic " + token, "Content-Type": "application/json"},
    )
    # Without a proxy, whatever the environment says.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    opener.open(request, timeout=30).close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _write_private(path: Path, content: dict[str, Any]) -> None:
    """Write whole or not at all, readable by the owner only."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file)
    draft.replace(path)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
