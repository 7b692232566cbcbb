"""Crossref: bibliographic search and records of DOIs. Shapes as recorded from api.crossref.org in June 2026."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from miner.document import Reference
from miner.literature.http import Client
from miner.literature.works import Work, plain_doi, plain_title

_ROWS = 20
_FIELDS = (
    "DOI,title,subtitle,author,issued,published-print,published-online,container-title,short-container-title,volume,"
    "issue,page,article-number,type,license,relation"
)
_DATES = ("published-print", "issued", "published-online", "published")


def find(client: Client, reference: Reference) -> tuple[Work, ...]:
    """The works that a bibliographic search brings up, as ranked by Crossref. Raises HttpError."""
    words = (reference.title, *reference.authors[:3], str(reference.year or ""), reference.journal)
    query = " ".join(filter(None, words)) if reference.title else reference.text
    params = {"query.bibliographic": query, "rows": _ROWS, "select": _FIELDS, **_polite(client)}
    return client.json(f"{client.services.crossref}/works", _works, params) or ()


def by_doi(client: Client, doi: str) -> Work | None:
    """The work of a DOI, None where Crossref does not know it. Raises HttpError."""
    url = f"{client.services.crossref}/works/{quote(doi, safe='/')}"
    return client.json(url, lambda found: _work(found["message"]), _polite(client))


def _polite(client: Client) -> dict[str, str]:
    return {"mailto": client.services.mailto} if client.services.mailto else {}


def _works(found: dict[str, Any]) -> tuple[Work, ...]:
    return tuple(_work(item) for item in found["message"]["items"] if item.get("DOI"))


def _work(item: dict[str, Any]) -> Work:
    title, subtitle = _first(item, "title"), _first(item, "subtitle")
    if subtitle and subtitle not in title:
        title = f"{title}: {subtitle}"
    published = item.get("relation", {}).get("is-preprint-of", ())
    return Work(
        doi=plain_doi(item["DOI"]),
        title=plain_title(title),
        authors=tuple(a.get("family") or a.get("name", "") for a in item.get("author", ())),
        names=tuple(_name(a) for a in item.get("author", ())),
        years=tuple(dict.fromkeys(year for name in _DATES if (year := _year(item.get(name))))),
        journal=plain_title(_first(item, "container-title")),
        short_journal=plain_title(_first(item, "short-container-title")),
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        pages=item.get("page", ""),
        article=item.get("article-number", ""),
        kind=item.get("type", ""),
        licence=_licence(item),
        published_as=next((plain_doi(entry.get("id")) for entry in published), ""),
        service="Crossref",
    )


def _name(author: dict[str, Any]) -> str:
    return ", ".join(filter(None, (author.get("family") or author.get("name"), author.get("given"))))


def _first(item: dict[str, Any], name: str) -> str:
    return next(iter(item.get(name) or ()), "") or ""


def _year(date: dict[str, Any] | None) -> int | None:
    parts = (date or {}).get("date-parts") or [[None]]
    return parts[0][0] if parts[0] else None


def _licence(item: dict[str, Any]) -> str:
    """The licence of the published version, else any, as a URL."""
    found = item.get("license") or ()
    published = [entry["URL"] for entry in found if entry.get("content-version") == "vor"]
    return next(iter((*published, *(entry["URL"] for entry in found))), "")
