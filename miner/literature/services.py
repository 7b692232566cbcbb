"""Where the services are and who asks."""

from __future__ import annotations

from dataclasses import dataclass

from miner.settings import Settings


@dataclass(frozen=True, slots=True)
class Services:
    """Base URLs without a slash at the end; `mailto` is the address of the polite pools, `openalex_key` a free key."""

    crossref: str
    openalex: str
    unpaywall: str
    europepmc: str
    mailto: str = ""
    openalex_key: str = ""

    @property
    def urls(self) -> tuple[str, ...]:
        """Those of all services."""
        return self.crossref, self.openalex, self.unpaywall, self.europepmc


def services(chosen: Settings) -> Services:
    """The services that the user has set."""
    return Services(
        crossref=chosen.crossref_url.rstrip("/"),
        openalex=chosen.openalex_url.rstrip("/"),
        unpaywall=chosen.unpaywall_url.rstrip("/"),
        europepmc=chosen.europepmc_url.rstrip("/"),
        mailto=chosen.mailto,
        openalex_key=chosen.openalex_key.get_secret_value(),
    )
