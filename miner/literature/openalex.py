"""OpenAlex: title search, records of DOIs, and open copies. Shapes as recorded; since 2026 it wants a free key."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from miner.document import Reference
from miner.literature.http import Client
from miner.literature.works import OpenCopy, Work, inverted, plain_doi, plain_title, surname


def find(client: Client, reference: Reference) -> tuple[Work, ...]:
    """The works whose titles have the words of the reference's; none without a title. Raises HttpError."""
    # A comma or a bar would begin another filter.
    words = " ".join(re.findall(r"[^\W_]+", reference.title))
    if not words:
        return ()
    params = {"filter": f"title.search:{words}", "per-page": 20, **_polite(client)}
    return client.json(f"{client.services.openalex}/works", _works, params) or ()


def by_doi(client: Client, doi: str) -> Work | None:
    """The work of a DOI, None where OpenAlex does not know it. Raises HttpError."""
    url = f"{client.services.openalex}/works/doi:{quote(doi, safe='/')}"
    return client.json(url, lambda found: _work(found) if found["doi"] else None, _polite(client))


def _polite(client: Client) -> dict[str, str]:
    asked = {"mailto": client.services.mailto, "api_key": client.services.openalex_key}
    return {name: value for name, value in asked.items() if value}


def _works(found: dict[str, Any]) -> tuple[Work, ...]:
    return tuple(_work(item) for item in found["results"] if item.get("doi"))


def _work(item: dict[str, Any]) -> Work:
    biblio, primary = item.get("biblio") or {}, item.get("primary_location") or {}
    return Work(
        doi=plain_doi(item["doi"]),
        title=plain_title(item.get("title") or item.get("display_name")),
        authors=tuple(surname(_name(entry)) for entry in item.get("authorships") or ()),
        names=tuple(inverted(_name(entry)) for entry in item.get("authorships") or ()),
        years=(item["publication_year"],) if item.get("publication_year") else (),
        journal=(primary.get("source") or {}).get("display_name") or "",
        volume=biblio.get("volume") or "",
        issue=biblio.get("issue") or "",
        pages=_pages(biblio),
        kind=item.get("type") or "",
        licence=(item.get("best_oa_location") or primary).get("license") or "",
        service="OpenAlex",
        copies=_copies(item),
    )


def _name(authorship: dict[str, Any]) -> str:
    return (authorship.get("author") or {}).get("display_name") or authorship.get("raw_author_name") or ""


def _pages(biblio: dict[str, Any]) -> str:
    first, last = biblio.get("first_page") or "", biblio.get("last_page") or ""
    return f"{first}-{last}" if last and last != first else first


def _copies(item: dict[str, Any]) -> tuple[OpenCopy, ...]:
    places = [item.get("best_oa_location"), item.get("primary_location"), *(item.get("locations") or ())]
    found = [place for place in places if place and place.get("is_oa") and place.get("pdf_url")]
    copies = (OpenCopy(p["pdf_url"], "pdf", p.get("license") or "", p.get("version") or "", "OpenAlex") for p in found)
    return tuple(dict.fromkeys(copies))
