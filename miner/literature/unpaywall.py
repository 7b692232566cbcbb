"""Unpaywall: open copies of a DOI. Written from its documentation (v2) and not tested against the service itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from miner.literature.errors import HttpError
from miner.literature.http import Client
from miner.literature.works import OpenCopy


def open_copies(client: Client, doi: str) -> tuple[OpenCopy, ...]:
    """The PDFs that Unpaywall knows, its best first. Raises HttpError, also without `mailto`, which it asks for."""
    if not client.services.mailto:
        raise HttpError("Unpaywall is not asked without ANODEGRAPH_MAILTO", passing=True)
    url = f"{client.services.unpaywall}/{quote(doi, safe='/')}"
    return client.json(url, _copies, {"email": client.services.mailto}) or ()


def _copies(found: dict[str, Any]) -> tuple[OpenCopy, ...]:
    places = [found["best_oa_location"], *(found.get("oa_locations") or ())]
    copies = (
        OpenCopy(p["url_for_pdf"], "pdf", p.get("license") or "", p.get("version") or "", "Unpaywall")
        for p in places
        if p and p.get("url_for_pdf")
    )
    return tuple(dict.fromkeys(copies))
