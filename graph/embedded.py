"""The embedded graph as its clients see it: one server process a data folder, shared by all of them.

The first client starts the server (see `graph.server`), the others join it, and it ends by itself soon after the last
one. Nobody is fooled by what a crashed server left behind: a client has joined only when the server greets it.
"""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from graph.errors import GraphError
from graph.lifeline import GREETING

START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Joined:
    """A running server that stays at least as long as `lifeline` is open."""

    pid: int
    bolt_port: int
    password: str = field(repr=False)
    reader_password: str = field(repr=False)
    lifeline: socket.socket

    @property
    def is_alive(self) -> bool:
        """Whether the server still holds its end of the lifeline."""
        return not select.select([self.lifeline], [], [], 0)[0]

    def ask(self, wish: str) -> None:
        """Ask the server to "stay" when all clients are gone, or to "stop" now."""
        self.lifeline.sendall(f"{self.password} {wish}\n".encode())
        self.lifeline.recv(16)


def join(folder: Path) -> Joined:
    """Join the server of `folder`, starting it where none runs. Raises GraphError where it cannot be started."""
    _make(folder)
    with FileLock(folder / "start.lock"):
        return _running(folder) or _start(folder)


def down(folder: Path) -> bool:
    """Stop the server of `folder` and wait for its end; False where none ran."""
    _make(folder)
    with FileLock(folder / "start.lock"):
        server = _running(folder)
        if not server:
            return False
        with server.lifeline:
            server.ask("stop")
        _wait_for_end(folder)
        return True


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise GraphError(
            f"{folder} cannot be made ({error.strerror}); set ANODEGRAPH_HOME to another folder."
        ) from None
    if not os.access(folder, os.W_OK):
        raise GraphError(f"{folder} cannot be written; set ANODEGRAPH_HOME to a folder of yours.")


def _running(folder: Path) -> Joined | None:
    """Join the server that server.json speaks of; None where it is gone or about to go."""
    try:
        state = json.loads((folder / "server.json").read_text())
        lifeline = socket.create_connection(("127.0.0.1", state.pop("lifeline_port")), timeout=5)
    except (OSError, ValueError, KeyError):
        return None
    try:
        if lifeline.recv(len(GREETING)) == GREETING:
            return Joined(**state, lifeline=lifeline)
    except (OSError, TypeError):
        pass
    lifeline.close()
    return None


def _start(folder: Path) -> Joined:
    _wait_for_end(folder)
    (folder / "server.json").unlink(missing_ok=True)
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph.server", str(folder.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder,
            # Not ended by the terminal of whoever started it: a session of its own, on Windows DETACHED_PROCESS.
            start_new_session=True,
            creationflags=0x208 if sys.platform == "win32" else 0,
        )
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        if server := _running(folder):
            return server
        time.sleep(0.02)
    process.kill()
    raise GraphError(
        f"The embedded graph did not start; {log} says why. If it is damaged, delete {folder} and run "
        "`anodegraph graph rebuild`: the claim library has all of it."
    )


def _wait_for_end(folder: Path) -> None:
    """Wait until no server holds the folder: one that is stopping still writes."""
    try:
        FileLock(folder / "server.lock").acquire(timeout=START_SECONDS).lock.release()
    except Timeout:
        raise GraphError(f"Another process holds {folder}; end it, or set ANODEGRAPH_HOME to another folder.") from None
