"""From a reference to the work that it names: Crossref, then OpenAlex, and where the full text can be had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from miner.document import Reference
from miner.literature import crossref, europepmc, openalex, unpaywall
from miner.literature.errors import HttpError
from miner.literature.http import Client
from miner.literature.matching import agree, choose
from miner.literature.records import Resolution
from miner.literature.works import OpenCopy, Work


def resolve(client: Client, reference: Reference) -> Resolution:
    """The work that a reference names, with its open copies; a failing service is a reason, not an error."""
    printed = reference.title or reference.text
    reasons: list[str] = []
    failed = False
    for ask in (_printed_doi, _searched(crossref.find), _searched(openalex.find)):
        try:
            work, reason = ask(client, reference)
        except HttpError as error:
            work, reason, failed = None, str(error), failed or error.passing
        if work:
            return replace(located(client, reference.key, work), printed=printed)
        reasons += [reason] if reason and reason not in reasons else []
    reason = "; ".join(reasons) or "nothing to search for"
    return Resolution(reference.key, reason=reason, passing=failed, printed=printed)


def resolve_doi(client: Client, doi: str) -> Resolution:
    """The work of a DOI, with its open copies; a failing service is a reason, not an error."""
    entry = f"doi:{doi.lower()}"
    try:
        work = crossref.by_doi(client, doi) or openalex.by_doi(client, doi)
    except HttpError as error:
        return Resolution(entry, reason=str(error), passing=error.passing)
    return located(client, entry, work) if work else Resolution(entry, reason="no service knows the DOI")


def located(client: Client, entry: str, work: Work) -> Resolution:
    """The work with its open copies, JATS first, then published versions; the reason is a service that failed."""
    copies: list[OpenCopy] = [*work.copies]
    reasons: list[str] = []
    passing = False
    for of in (europepmc.open_copies, _openalex_copies, unpaywall.open_copies):
        try:
            copies += of(client, work.doi)
        except HttpError as error:
            reasons.append(str(error))
            passing = passing or error.passing
    first: dict[str, OpenCopy] = {}
    for copy in sorted(copies, key=lambda c: (c.format != "xml", c.version != "publishedVersion")):
        first.setdefault(copy.url, copy)
    return Resolution(entry, replace(work, copies=tuple(first.values())), "; ".join(reasons), passing)


def _openalex_copies(client: Client, doi: str) -> tuple[OpenCopy, ...]:
    work = openalex.by_doi(client, doi)
    return work.copies if work else ()


def _printed_doi(client: Client, reference: Reference) -> tuple[Work | None, str]:
    """The work of the DOI that the entry prints, unless the rest of the entry belies it."""
    if not reference.doi:
        return None, ""
    work = crossref.by_doi(client, reference.doi) or openalex.by_doi(client, reference.doi)
    if not work:
        return None, f"no service knows the printed DOI {reference.doi}"
    found = agree(reference, work)
    if found.title == "other" and found.authors != "same":
        return None, f"the printed DOI {reference.doi} belongs to another work, {work.title!r}"
    return work, ""


def _searched(
    find: Callable[[Client, Reference], tuple[Work, ...]],
) -> Callable[[Client, Reference], tuple[Work | None, str]]:
    def ask(client: Client, reference: Reference) -> tuple[Work | None, str]:
        choice = choose(reference, find(client, reference))
        return choice.work, choice.reason

    return ask
