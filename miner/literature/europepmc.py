"""Europe PMC: full texts as JATS. Written from its documentation and not tested against the service itself."""

from __future__ import annotations

from miner.literature.http import Client
from miner.literature.works import OpenCopy, plain_doi


def open_copies(client: Client, doi: str) -> tuple[OpenCopy, ...]:
    """The JATS file of an open-access article, if Europe PMC has it. Raises HttpError."""
    params = {"query": f'DOI:"{doi}"', "format": "json", "resultType": "core"}
    found = client.json(f"{client.services.europepmc}/search", params) or {}
    results = (found.get("resultList") or {}).get("result") or ()
    return tuple(
        OpenCopy(
            f"{client.services.europepmc}/{result['pmcid']}/fullTextXML",
            "xml",
            result.get("license") or "",
            "publishedVersion",
            "Europe PMC",
        )
        for result in results
        if plain_doi(result.get("doi")) == doi and result.get("pmcid") and result.get("isOpenAccess") == "Y"
    )
