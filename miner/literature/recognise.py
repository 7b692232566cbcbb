"""Which known work a file holds, by what was read of it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import partial_ratio

from miner.claims import Paper
from miner.document import Reference
from miner.literature.matching import agree
from miner.literature.works import Work, surname
from miner.references.names import surname_key

# Of 100: how alike the letters of two titles must be where one may be cut, or run on into what stands beside it.
_ALIKE = 85
# So many authors are no coincidence.
_MANY = 3
# Likeness of title and authors by which a file is told among the works that are known.
_ENOUGH = {("same", "same"), ("close", "same"), ("same", "unknown")}


def holds(paper: Paper, work: Work) -> bool:
    """Whether a file that was fetched as a work can be it: it has its DOI, its title or its authors, or no title."""
    if paper.doi.lower() == work.doi or not paper.title:
        return True
    found = agree(_reference(paper), work)
    likeness = partial_ratio(surname_key(paper.title), surname_key(work.title))
    by_them = found.authors == "same" and len(paper.authors) >= _MANY
    return found.title in ("same", "close", "unknown") or by_them or likeness >= _ALIKE


def recognise(paper: Paper, works: Iterable[Work]) -> Work | None:
    """The one work that a file, wherever it comes from, holds: by its DOI, else by its title and authors."""
    works = list(works)
    if paper.doi and (same := [work for work in works if work.doi == paper.doi.lower()]):
        return same[0]
    found = [(agree(_reference(paper), work), work) for work in works]
    fits = [work for a, work in found if not a.differing and (a.title, a.authors) in _ENOUGH]
    return fits[0] if len({work.doi for work in fits}) == 1 else None


def _reference(paper: Paper) -> Reference:
    """As an entry would name the paper; its year is left out, as a PDF's may be that of the file."""
    authors = tuple(surname(name) for name in paper.authors)
    return Reference(0, "", authors=authors, title=paper.title, journal=paper.journal)
