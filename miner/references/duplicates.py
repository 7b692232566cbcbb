"""Entries of one list that are the same work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from miner.document import Reference
from miner.references.names import surname_key


def mark_duplicates(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """The references, each with `same_as` the number of the first earlier entry for the same work.

    Two entries are one work with the same DOI, or with the same title and first author, wherever and whenever they say
    it appeared; of entries without titles, with the same first author, year, volume and first page.
    """
    first: dict[tuple[str, ...], int] = {}
    out = []
    for reference in references:
        keys = list(_keys(reference))
        earlier = min((first[key] for key in keys if key in first), default=None)
        for key in keys:
            first.setdefault(key, earlier or reference.number)
        out.append(reference if reference.same_as == earlier else replace(reference, same_as=earlier))
    return tuple(out)


def _keys(reference: Reference) -> Iterable[tuple[str, ...]]:
    title = surname_key(reference.title)
    if reference.doi:
        yield "doi", reference.doi.lower()
    if len(title) >= 20:
        yield "title", title, surname_key(reference.authors[0]) if reference.authors else str(reference.year)
    if reference.authors and reference.volume and reference.pages and not reference.title:
        author = surname_key(reference.authors[0])
        yield "place", author, str(reference.year), reference.volume, reference.first_page.lower()
