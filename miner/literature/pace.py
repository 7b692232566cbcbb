"""How often a host may be asked: as often as its answers say, else ten times a second."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping

_DEFAULT = 0.1


class Pace:
    """Waits before a request so long that the host's rate limit is kept."""

    def __init__(self) -> None:
        self._gap: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Sleep until the host may be asked again."""
        time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
        self._next[host] = time.monotonic() + self._gap.get(host, _DEFAULT)

    def note(self, host: str, headers: Mapping[str, str]) -> None:
        """Take the rate from an answer (`X-Rate-Limit-Limit` requests in `X-Rate-Limit-Interval`, as Crossref says)."""
        limit, interval = headers.get("X-Rate-Limit-Limit", ""), headers.get("X-Rate-Limit-Interval", "")
        seconds = re.fullmatch(r"(\d+)s", interval)
        if limit.isdigit() and int(limit) and seconds:
            self._gap[host] = int(seconds[1]) / int(limit)
