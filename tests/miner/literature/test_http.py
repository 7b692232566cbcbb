"""The client against a server on this machine that does all that goes wrong on the network."""

import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from literature_server import Server, reply

from miner.errors import UserError
from miner.literature.errors import HttpError
from miner.literature.http import Client, Limits
from miner.literature.public import _is_public

LIMITS = Limits(connect=2, silence=0.4, total=1.0, size=200_000, tries=3, pause=0.01)


def _hits(found: dict[str, Any]) -> int:
    return found["hitCount"]


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(40):
        try:
            handler.wfile.write(b"x")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def _endless(handler: BaseHTTPRequestHandler, code: int = 200) -> None:
    handler.send_response(code)
    handler.send_header("Content-Length", str(2 * 1024**3))
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(bytes(65536))
    except OSError:
        return


def _cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"%PDF-1.7")
    handler.close_connection = True


def _status(code: int, headers: dict[str, str] | None = None):
    return lambda handler: reply(handler, code, b"no", headers)


def _to(url: str):
    return _status(302, {"Location": url})


@pytest.mark.parametrize(
    ("failure", "reason", "passing"),
    [
        (_status(404), "answered 404", False),
        (_status(403), "answered 403", False),
        (_status(503), "answered 503", True),
        (_status(429), "answered 429", True),
        (_drip, "was not done within 1 s", True),
        (_endless, "sent more than 0.2 MB", False),
        (_cut, "broke off after 8 bytes", True),
        (lambda handler: time.sleep(0.7), "did not answer in time", True),
        (_to("http://example.org/a.pdf"), "not asked without TLS", False),
        (_to("https://10.0.0.1/a.pdf"), "an address that is not public", False),
        (_to("https://127.0.0.1:1/a.pdf"), "an address that is not public", False),
        (_to("https://[::1]/a.pdf"), "an address that is not public", False),
        (_to("https://169.254.169.254/latest"), "an address that is not public", False),
        (_to("https://localhost/a.pdf"), "an address that is not public", False),
        (_to("file:///etc/passwd"), "InvalidSchema", False),
        (_to("/files/paper"), "TooManyRedirects", False),
    ],
)
def test_each_failure_has_its_reason(server: Server, client: Client, failure, reason: str, passing: bool) -> None:
    server.failures["/files/paper"] = failure
    with pytest.raises(HttpError, match=reason) as raised:
        client.file(f"{server.url}/files/paper")
    assert raised.value.passing is passing


def test_another_try_waits_as_long_as_the_service_wants(server: Server, client: Client) -> None:
    start = time.monotonic()
    server.failures["/crossref/works"] = lambda handler: (
        reply(handler, 429, b"", {"Retry-After": "1"})
        if server.seen["/crossref/works"] == 1
        else reply(handler, 200, b'{"message": 5}')
    )
    assert client.json(f"{server.url}/crossref/works", dict) == {"message": 5}
    assert server.seen["/crossref/works"] == 2
    assert time.monotonic() - start >= 1


def test_answers_are_kept_and_files_are_not(server: Server, client: Client, tmp_path: Path) -> None:
    server.files["a"] = ("application/pdf", b"%PDF-1.7")
    for _ in range(2):
        assert client.file(f"{server.url}/files/a").content == b"%PDF-1.7"
        assert client.json(f"{server.url}/europepmc/search", _hits, {"query": "DOI", "mailto": str(_)}) == 0
    assert server.seen == {"/files/a": 2, "/europepmc/search": 1}
    again = Client(server.services, tmp_path / "cache", LIMITS)
    assert again.json(f"{server.url}/europepmc/search", _hits, {"query": "DOI", "mailto": "c"}) == 0
    again.close()
    assert server.seen["/europepmc/search"] == 1


def test_what_is_not_there_is_none_and_what_is_not_json_an_error(server: Server, client: Client) -> None:
    assert client.json(f"{server.url}/crossref/nothing", dict) is None
    server.files["page"] = ("text/html", b"<html>")
    with pytest.raises(HttpError, match="not JSON"):
        client.json(f"{server.url}/files/page", dict)
    with pytest.raises(HttpError, match="in a shape that is not known"):
        client.json(f"{server.url}/europepmc/search?query=DOI", lambda found: found["message"]["items"])


def test_what_breaks_off_once_is_asked_again(server: Server, client: Client) -> None:
    server.failures["/files/a"] = lambda handler: (
        _cut(handler) if server.seen["/files/a"] == 1 else reply(handler, 200, b"%PDF-1.7")
    )
    assert client.file(f"{server.url}/files/a").content == b"%PDF-1.7"


def test_an_endless_error_is_cut_as_well(server: Server, client: Client) -> None:
    server.failures["/files/a"] = lambda handler: _endless(handler, 503)
    with pytest.raises(HttpError, match="sent more than"):
        client.file(f"{server.url}/files/a")


def test_the_cache_needs_a_place(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be written"):
        Client(server.services, tmp_path / "file" / "cache")


def test_nobody_there(tmp_path: Path) -> None:
    client = Client(Server(url="http://127.0.0.1:9").services, tmp_path / "cache", LIMITS)
    with pytest.raises(HttpError, match="cannot be reached"):
        client.json("http://127.0.0.1:9/crossref/works", dict)
    # A host that is away is not waited for again.
    with pytest.raises(HttpError, match="cannot be reached"):
        client.json("http://127.0.0.1:9/crossref/other", dict)
    client.close()


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "100.64.0.1",
        "0.0.0.0",
        "::",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "fc00::1",
    ],
)
def test_private_addresses(address: str) -> None:
    assert not _is_public(address)


def test_public_addresses() -> None:
    assert _is_public("193.62.193.80")
    assert _is_public("2600::1")
