"""From a paper to the papers that it cites: resolve, fetch, mine, one reference after the other.

Each step is on the disk before the next begins, so that a run that was killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from miner.claims import Extraction
from miner.document import Reference
from miner.ingestion import ingest
from miner.library import Library
from miner.literature.fetch import fetch
from miner.literature.http import Client
from miner.literature.recognise import holds
from miner.literature.records import FullText, Literature, Resolution
from miner.literature.relevance import Entry, entries
from miner.literature.resolve import resolve, resolve_doi
from miner.literature.works import Work


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one reference of the paper `citing` (its SHA-256), or of a DOI that was asked for.

    `text` is None where the entry could not be resolved, or where nothing was to be fetched.
    """

    name: str
    resolution: Resolution
    text: FullText | None = None
    citing: str = ""


def resolve_all(client: Client, library: Library, extraction: Extraction) -> Iterator[Step]:
    """Resolve all references of a paper; one step a work."""
    for entry in entries(extraction):
        yield Step(_name(entry), resolved(client, library.literature, entry), citing=extraction.paper.sha256)


def follow(
    client: Client, library: Library, extraction: Extraction, *, depth: int = 1, most: int = 50, only: str = ""
) -> Iterator[Step]:
    """Follow the references of a paper, and of the papers found `depth` levels deep, `most` works in all.

    Raises UserError where `only` names no anode.
    """
    seen: set[str] = set()
    held = _held(library)
    level: Iterable[Extraction] = [extraction]
    for _ in range(depth):
        deeper: list[str] = []
        for paper in level:
            for entry in entries(paper, only):
                if seen & {reference.key for reference in entry}:
                    continue
                if len(seen) >= most:
                    return
                seen.add(entry[0].key)
                resolution = resolved(client, library.literature, entry)
                text = obtain(client, library, resolution.work, held) if resolution.work else None
                yield Step(_name(entry), resolution, text, paper.paper.sha256)
                if text and text.state == "mined":
                    deeper.append(text.sha256)
        level = map(library.load, deeper)


def get(client: Client, library: Library, doi: str) -> Step:
    """Resolve a DOI, fetch its full text and mine it."""
    known = library.literature.find(f"doi:{doi.lower()}")
    if not known or not known.work or known.passing:
        library.literature.add(known := resolve_doi(client, doi))
    return Step(doi, known, obtain(client, library, known.work, _held(library)) if known.work else None)


def resolved(client: Client, literature: Literature, entry: Entry) -> Resolution:
    """What an entry is, by the record or by the services; of several for one work the first that is found counts."""
    found = [_resolved(client, literature, entry[0])]
    for reference in entry[1:]:
        if found[-1].work:
            break
        found.append(_resolved(client, literature, reference))
    return found[-1] if found[-1].work else found[0]


def _resolved(client: Client, literature: Literature, reference: Reference) -> Resolution:
    known = literature.find(reference.key)
    if known and not known.passing:
        return known
    literature.add(found := resolve(client, reference))
    return found


def obtain(client: Client, library: Library, work: Work, held: Mapping[str, str]) -> FullText:
    """The full text of a work: mined, if it can be had and read; `held` are the library's papers by key."""
    literature = library.literature
    known = literature.texts.get(work.doi)
    if known and known.state == "mined" and not library.has(known.sha256):
        known = replace(known, state="fetched")  # it was taken out of the library since
    # A service that failed before may now know of a copy.
    opened = known and known.state == "closed" and work.copies
    if known and known.state != "fetched" and not known.passing and not opened:
        return known
    if sha256 := held.get(f"doi:{work.published_as}") or held.get(f"doi:{work.doi}"):
        text = FullText(work.doi, "mined", sha256=sha256)
    elif known and known.state == "fetched" and (literature.papers / known.file).is_file():
        text = mine(library, literature.papers / known.file, work, known)
    else:
        text = fetch(client, work, literature.papers)
        literature.add(text)
        if text.state == "fetched":
            text = mine(library, literature.papers / text.file, work, text)
    literature.add(text)
    return text


def mine(library: Library, path: Path, work: Work, text: FullText) -> FullText:
    """Read the file and add its claims to the library, if it holds the work."""
    outcome = next(iter(ingest([path], library)))
    if not outcome.extraction:
        return replace(text, state="failed", reason=str(outcome.error))
    if not holds(outcome.extraction.paper, work):
        if outcome.new:
            library.remove(outcome.extraction.paper.sha256)
        title = outcome.extraction.paper.title
        return replace(text, state="failed", reason=f"the file holds another paper, {title!r}")
    return replace(text, state="mined", sha256=outcome.extraction.paper.sha256)


def _held(library: Library) -> dict[str, str]:
    """The SHA-256 of the library's papers by their keys."""
    return {extraction.paper.key: extraction.paper.sha256 for extraction in library.extractions()}


def _name(entry: Entry) -> str:
    reference = entry[0]
    return f"[{reference.number}] {reference.title or reference.text}"
