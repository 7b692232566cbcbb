"""Europe PMC: full texts as JATS. Written from its documentation and not tested against the service itself."""

from __future__ import annotations

from typing import Any

from miner.literature.http import Client
from miner.literature.works import OpenCopy, plain_doi


def open_copies(client: Client, doi: str) -> tuple[OpenCopy, ...]:
    """The JATS file of an open-access article, if Europe PMC has it. Raises HttpError."""
    params = {"query": f'DOI:"{doi}"', "format": "json", "resultType": "core"}
    return client.json(f"{client.services.europepmc}/search", lambda found: _copies(client, doi, found), params) or ()


def _copies(client: Client, doi: str, found: dict[str, Any]) -> tuple[OpenCopy, ...]:
    results = found["resultList"]["result"]
    open_ones = [
        r for r in results if plain_doi(r.get("doi")) == doi and r.get("isOpenAccess") == "Y" and r.get("pmcid")
    ]
    return tuple(
        OpenCopy(
            f"{client.services.europepmc}/{result['pmcid']}/fullTextXML",
            "xml",
            result.get("license") or "",
            "publishedVersion",
            "Europe PMC",
        )
        for result in open_ones
    )
