"""Connections go to public addresses only, also where a name resolves to another address in between."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from urllib3.exceptions import NameResolutionError

from miner.literature import public
from miner.literature.errors import HttpError
from miner.literature.public import PublicPool


@pytest.fixture
def inside() -> Iterator[socket.socket]:
    """A listener on this machine, which is not public."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        yield listener


def get(host: str, port: int) -> None:
    PublicPool(host, port, timeout=5).urlopen("GET", "/", retries=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_address_is_not_even_connected_to(inside: socket.socket, host: str) -> None:
    with pytest.raises(HttpError, match=f"{host} leads to an address that is not public"):
        get(host, inside.getsockname()[1])
    with pytest.raises(TimeoutError):
        inside.accept()


def test_a_name_that_changes_its_mind_gets_no_byte(inside: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "_addresses", lambda host, port: ["193.62.193.80"])
    with pytest.raises(HttpError, match="not public"):
        get("127.0.0.1", inside.getsockname()[1])
    connection, _ = inside.accept()
    with connection:
        assert connection.recv(1) == b""


def test_a_name_without_an_address_fails_as_it_does_elsewhere() -> None:
    with pytest.raises(NameResolutionError):
        get("nowhere.invalid", 443)
