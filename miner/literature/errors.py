"""What goes wrong between here and another machine."""

from __future__ import annotations

from miner.errors import UserError


class HttpError(UserError):
    """A request that came to nothing; `passing` says that the next run may have more luck."""

    def __init__(self, reason: str, *, passing: bool = False) -> None:
        self.passing = passing
        super().__init__(reason)
