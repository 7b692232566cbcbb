"""A server of the tests' own, and a client that asks it within the `LIMITS` of the test's module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from literature_server import Server, running

from miner.literature.http import Client


@pytest.fixture
def server() -> Iterator[Server]:
    with running(Server()) as server:
        yield server


@pytest.fixture
def client(request: pytest.FixtureRequest, server: Server, tmp_path: Path) -> Iterator[Client]:
    client = Client(server.services, tmp_path / "cache", request.module.LIMITS)
    yield client
    client.close()
