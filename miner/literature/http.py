"""Requests to services and publishers: retried, paced, bounded in time and size, and kept away from private networks.

Answers of services are cached on disk; files are not, as they are kept anyway.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
from requests import Response
from requests.adapters import HTTPAdapter
from requests_cache import DO_NOT_CACHE, CachedSession
from urllib3 import HTTPResponse, Retry
from urllib3.exceptions import HTTPError, ReadTimeoutError

from miner.errors import UserError
from miner.literature.errors import HttpError
from miner.literature.pace import Pace
from miner.literature.public import PublicPool
from miner.literature.services import Services

_AGAIN = (429, 500, 502, 503, 504)
_CHUNK = 1 << 16
T = TypeVar("T")
# Seconds, whatever a service wants.
_LONGEST_PAUSE = 120.0


class _BrokenOffError(HttpError):
    pass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, to wait for a byte and for a whole answer, bytes of an answer, and tries of a request.

    `pause` is the wait in seconds before the second try, doubled before each further one, where the service names none.
    """

    connect: float = 10
    silence: float = 30
    total: float = 300
    size: int = 100_000_000
    tries: int = 4
    pause: float = 1.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back from a URL, redirects followed."""

    url: str
    type: str
    content: bytes


class Client:
    """One session for all requests of a run; the services are trusted hosts, all others must be public and use TLS."""

    def __init__(self, services: Services, cache: Path, limits: Limits | None = None) -> None:
        self.services = services
        self._limits = limits or Limits()
        self._away: set[str] = set()
        self._session = _session(cache)
        self._session.headers["User-Agent"] = _user_agent(services.mailto)
        pace = Pace()
        public = _PublicAdapter(self._limits, pace)
        self._session.mount("https://", public)
        self._session.mount("http://", public)
        for base in services.urls:
            self._session.mount(_root(base), _Adapter(self._limits, pace))

    def json(self, url: str, shape: Callable[[Any], T], params: Mapping[str, str | int] | None = None) -> T | None:
        """What `shape` makes of the JSON at a service's URL, None where there is no such record (404).

        Raises HttpError, also for JSON of a shape that is not known.
        """
        response = self._get(url, params=params)
        if response.status_code == 404:
            return None
        try:
            return shape(_checked(response).json())
        except requests.JSONDecodeError:
            raise HttpError(f"{_host(url)} answered with something that is not JSON", passing=True) from None
        except (AttributeError, IndexError, KeyError, TypeError):
            raise HttpError(f"{_host(url)} answered in a shape that is not known") from None

    def file(self, url: str) -> Reply:
        """The file at a URL, by TLS unless a service hands it out. Raises HttpError."""
        if not any(url.startswith(_root(base)) for base in self.services.urls):
            url = url.replace("http://", "https://", 1)
        response = _checked(self._get(url, expire_after=DO_NOT_CACHE))
        return Reply(str(response.url), response.headers.get("Content-Type", ""), response.content)

    def close(self) -> None:
        """Give connections and the cache back."""
        self._session.close()

    def _get(self, url: str, **options: Any) -> Response:
        host = _host(url)
        if host in self._away:
            raise HttpError(f"{host} cannot be reached", passing=True)
        try:
            return self._session.get(url, timeout=(self._limits.connect, self._limits.silence), **options)
        except requests.Timeout:
            raise HttpError(f"{host} did not answer in time", passing=True) from None
        except requests.ConnectionError:
            self._away.add(host)
            raise HttpError(f"{host} cannot be reached", passing=True) from None
        except requests.RequestException as error:
            raise HttpError(f"{host}: {type(error).__name__}") from None


class _Adapter(HTTPAdapter):
    """Asks again where that may help, and reads whole answers, as far as time and size allow."""

    def __init__(self, limits: Limits, pace: Pace) -> None:
        self._limits, self._pace = limits, pace
        super().__init__(max_retries=0)

    def send(self, request: requests.PreparedRequest, stream: bool = True, *args: Any, **options: Any) -> Response:  # noqa: ARG002
        """Send at the host's pace, and read the body. Raises HttpError, and what requests raises."""
        for pause in (self._limits.pause * 2**n for n in range(self._limits.tries - 1)):
            try:
                response = self._once(request, *args, **options)
                if response.status_code not in _AGAIN:
                    return response
                pause = min(Retry().get_retry_after(response.raw) or pause, _LONGEST_PAUSE)
            except (requests.ConnectionError, requests.Timeout, _BrokenOffError):
                pass
            time.sleep(pause)
        return self._once(request, *args, **options)

    def _once(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> Response:
        host = _host(request.url or "")
        self._pace.wait(host)
        response = super().send(request, True, *args, **options)
        self._pace.note(host, response.headers)
        raw = response.raw
        headers = {name: value for name, value in raw.headers.items() if name.lower() != "content-encoding"}
        content = self._body(host, raw)
        response.raw = HTTPResponse(BytesIO(content), headers, raw.status, reason=raw.reason, preload_content=False)
        return response

    def _body(self, host: str, raw: HTTPResponse) -> bytes:
        deadline = time.monotonic() + self._limits.total
        content = bytearray()
        try:
            # read1 comes back with what is there, so that a drip cannot hold a read for ever.
            while chunk := raw.read1(_CHUNK, decode_content=True):
                content += chunk
                if len(content) > self._limits.size:
                    raise HttpError(f"{host} sent more than {self._limits.size / 1e6:g} MB")
                if time.monotonic() > deadline:
                    raise HttpError(f"{host} was not done within {self._limits.total:g} s", passing=True)
        except ReadTimeoutError:
            raise HttpError(f"{host} did not answer in time", passing=True) from None
        except HTTPError:
            raise _BrokenOffError(f"{host} broke off after {len(content)} bytes", passing=True) from None
        finally:
            raw.close()
        return bytes(content)


class _PublicAdapter(_Adapter):
    """For hosts that a service or a redirect names: with TLS, and public ones only."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Connections of the pool check the address that they lead to."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"https": PublicPool}

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> Response:
        """As for services. Raises HttpError for a URL without TLS."""
        if urlsplit(request.url or "").scheme != "https":
            raise HttpError(f"{_host(request.url or '')} is not asked without TLS")
        return super().send(request, *args, **options)


def _session(cache: Path) -> CachedSession:
    """A session whose answers are kept for a month. Raises UserError where the disk refuses."""
    try:
        return CachedSession(
            cache,
            backend="sqlite",
            serializer="json",
            expire_after=timedelta(days=30),
            ignored_parameters=["mailto", "email", "api_key"],
        )
    except (OSError, sqlite3.Error):
        raise UserError(f"{cache} cannot be written; set ANODEGRAPH_HOME to a folder of yours.") from None


def _checked(response: Response) -> Response:
    if response.status_code != 200:
        raise HttpError(
            f"{_host(str(response.url))} answered {response.status_code}", passing=response.status_code in _AGAIN
        )
    return response


def _user_agent(mailto: str) -> str:
    return f"anodegraph/{version('anodegraph')}" + (f" (mailto:{mailto})" if mailto else "")


def _root(base: str) -> str:
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}/"


def _host(url: str) -> str:
    return urlsplit(url).netloc or url
