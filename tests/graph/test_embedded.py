"""The embedded server: one a folder, started by whoever comes first, ended by nobody in particular."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.embedded import Joined, down, join
from graph.engine import open_embedded
from graph.errors import GraphError
from graph.lifeline import Lifeline


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "graph"
    down(tmp_path / "graph")


def test_a_folder_that_may_not_be_written_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir(mode=0o500)
    script = "import pathlib, sys; from graph.embedded import join; join(pathlib.Path(sys.argv[1]))"
    powers = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-all"] if os.geteuid() == 0 else []
    done = subprocess.run([*powers, sys.executable, "-c", script, folder], capture_output=True, text=True, check=False)
    assert "cannot be written; set ANODEGRAPH_HOME" in done.stderr.splitlines()[-1]


def test_clients_share_one_server(folder: Path) -> None:
    first, second = join(folder), join(folder)
    assert first.pid == second.pid
    assert first.is_alive


def test_clients_that_race_share_one_server(folder: Path) -> None:
    script = "import pathlib, sys; from graph.embedded import join; print(join(pathlib.Path(sys.argv[1])).pid)"
    clients = [subprocess.Popen([sys.executable, "-c", script, folder], stdout=subprocess.PIPE) for _ in range(3)]
    assert len({client.communicate(timeout=60)[0] for client in clients}) == 1


def test_only_the_owner_can_read_the_password(folder: Path) -> None:
    server = join(folder)
    assert (folder / "server.json").stat().st_mode & 0o077 == 0
    assert server.password not in repr(server)


def test_nothing_is_reached_from_other_machines(folder: Path) -> None:
    server = join(folder)
    ports = [server.bolt_port, json.loads((folder / "server.json").read_text())["lifeline_port"]]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            pytest.skip("this machine has no other address")
        address = probe.getsockname()[0]
    for port in ports:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection((address, port), timeout=2)


def test_what_was_written_outlives_the_server(folder: Path) -> None:
    engine = open_embedded(folder)
    engine.write(lambda transaction: transaction.run("CREATE (:Anode {name: 'tin'})").consume())
    engine.close()
    assert down(folder)
    assert not down(folder)
    engine = open_embedded(folder)
    assert engine.rows("MATCH (a:Anode) RETURN a.name AS name") == [{"name": "tin"}]
    engine.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_server_that_was_killed_is_replaced_and_loses_nothing(folder: Path) -> None:
    engine = open_embedded(folder)
    assert engine.server
    engine.write(lambda transaction: transaction.run("CREATE (:Anode {name: 'tin'})").consume())
    os.kill(engine.server.pid, signal.SIGKILL)
    _wait(engine.server)
    assert (folder / "server.json").exists()
    again = open_embedded(folder)
    assert again.server
    assert again.server.pid != engine.server.pid
    assert again.rows("MATCH (a:Anode) RETURN count(a) AS n") == [{"n": 1}]
    engine.close()
    again.close()


def test_what_a_dead_server_left_behind_fools_nobody(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        folder.mkdir()
        state = {"pid": 1, "bolt_port": 1, "lifeline_port": stranger.getsockname()[1]}
        (folder / "server.json").write_text(json.dumps(state | {"password": "x", "reader_password": "y"}))
        stranger.settimeout(0)
        assert join(folder).pid != 1


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphError, match="cannot be made"):
        join(tmp_path / "file" / "graph")


def test_a_server_is_needed_while_a_client_lives_and_a_little_longer() -> None:
    lifeline = Lifeline("secret", idle_seconds=0.05)
    client = socket.create_connection(lifeline.server_address)
    assert client.recv(99) == b"anodegraph\n"
    client.sendall(b"guess stop\n")
    assert client.recv(99) == b"no\n"
    assert not lifeline.closing
    client.close()
    lifeline.wait_until_unused()
    assert lifeline.closing
    lifeline.server_close()


def test_a_server_that_was_asked_to_stay_stays_until_it_is_asked_to_stop() -> None:
    lifeline = Lifeline("secret", idle_seconds=0)
    for wish in (b"stay", b"stop"):
        assert not lifeline.closing
        with socket.create_connection(lifeline.server_address) as client:
            client.recv(99)
            client.sendall(b"secret " + wish + b"\n")
            assert client.recv(99) == b"ok\n"
    lifeline.wait_until_unused()
    lifeline.server_close()


def _wait(server: Joined) -> None:
    while server.is_alive:
        time.sleep(0.01)
