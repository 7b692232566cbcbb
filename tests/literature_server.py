"""A server on this machine that speaks as Crossref, OpenAlex, Unpaywall and Europe PMC do, with files of its own.

`failures` maps a path to what happens there instead: a callable that gets the request's handler.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from miner.literature.services import Services

NAMES = ("crossref", "openalex", "unpaywall", "europepmc")
Failure = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """`crossref` and `openalex` are their records, `texts` the full texts of Europe PMC by PMCID, `files` contents by
    name with their type, `seen` counts paths."""

    url: str = ""
    crossref: list[dict[str, Any]] = field(default_factory=list)
    openalex: list[dict[str, Any]] = field(default_factory=list)
    europepmc: dict[str, dict[str, Any]] = field(default_factory=dict)
    unpaywall: dict[str, dict[str, Any]] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    asked: list[str] = field(default_factory=list)
    decoys_first: Callable[[str], bool] | None = None

    @property
    def services(self) -> Services:
        return Services(*(f"{self.url}/{name}" for name in NAMES), mailto="a@b.example")

    @property
    def environment(self) -> dict[str, str]:
        return {f"{name.upper()}_URL": f"{self.url}/{name}" for name in NAMES} | {"ANODEGRAPH_MAILTO": "a@b.example"}

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, str, bytes]:
        service, _, rest = path.strip("/").partition("/")
        if service == "files" and rest in self.files:
            return 200, *self.files[rest]
        if (text := self.texts.get(rest.removesuffix("/fullTextXML"))) is not None:
            return 200, "application/xml", text
        found = getattr(self, f"_{service}", lambda *_: None)(rest, query)
        if found is None:
            return 404, "text/plain", b"Resource not found."
        return 200, "application/json", json.dumps(found).encode()

    def _crossref(self, rest: str, query: dict[str, list[str]]) -> Any:
        if rest == "works":
            words = query["query.bibliographic"][0]
            items = self._ranked(self.crossref, words, lambda item: " ".join(item.get("title", ())))
            message: Any = {"items": items[: int(query["rows"][0])], "total-results": len(items), "query": {}}
            return {"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message}
        doi = rest.removeprefix("works/").lower()
        found = [item for item in self.crossref if item["DOI"].lower() == doi]
        return {"status": "ok", "message-type": "work", "message": found[0]} if found else None

    def _openalex(self, rest: str, query: dict[str, list[str]]) -> Any:
        if rest == "works":
            words = query["filter"][0].removeprefix("title.search:")
            return {
                "meta": {"count": 1},
                "results": self._ranked(self.openalex, words, lambda item: item["title"])[:20],
            }
        doi = rest.removeprefix("works/doi:").lower()
        return next((item for item in self.openalex if item["doi"].lower().endswith(doi)), None)

    def _unpaywall(self, rest: str, query: dict[str, list[str]]) -> Any:
        return self.unpaywall.get(rest) if query.get("email") else None

    def _europepmc(self, rest: str, query: dict[str, list[str]]) -> Any:
        doi = query["query"][0].removeprefix('DOI:"').removesuffix('"')
        found = [self.europepmc[doi]] if doi in self.europepmc else []
        return {"version": "6.9", "hitCount": len(found), "resultList": {"result": found}}

    def _ranked(self, items: list[dict[str, Any]], words: str, title: Callable[[dict[str, Any]], str]) -> list[Any]:
        """By words in common; in half of the answers what is called a decoy comes before what is not."""
        wanted = _words(words)
        first = bool(self.decoys_first and self.decoys_first(words))
        scored = [(len(wanted & _words(title(item))), item) for item in items]
        best = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])[:40]
        return [item for _, item in sorted(best, key=lambda p: (-p[0], "decoy" in str(p[1].get("DOI")) is not first))]


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server, on a free port of this machine until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            path = unquote(parts.path)
            server.seen[path] += 1
            server.asked.append(self.path)
            if failure := server.failures.get(path):
                failure(self)
                return
            code, kind, content = server.answer(path, parse_qs(parts.query))
            reply(self, code, content, {"Content-Type": kind})

        def log_message(self, *_: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def reply(
    handler: BaseHTTPRequestHandler, code: int, content: bytes = b"", headers: dict[str, str] | None = None
) -> None:
    """A whole answer, with the rate limit that Crossref sends."""
    handler.send_response(code)
    rate = {"X-Rate-Limit-Limit": "1000", "X-Rate-Limit-Interval": "1s", "Content-Length": str(len(content))}
    for name, value in (rate | (headers or {})).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


def crossref_item(
    doi: str, title: str, authors: list[str], year: int | None, journal: str = "", volume: str = "", page: str = ""
) -> dict[str, Any]:
    """A record in Crossref's shape."""
    return {
        "DOI": doi,
        "title": [title],
        "author": [{"given": "A.", "family": name, "sequence": "additional", "affiliation": []} for name in authors],
        "issued": {"date-parts": [[year] if year else [None]]},
        "container-title": [journal] if journal else [],
        **({"volume": volume} if volume else {}),
        **({"page": page} if page else {}),
        "type": "journal-article",
        "score": 1.0,
    }
