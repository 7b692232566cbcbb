"""What became of the references and their full texts so far, in figures and one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from miner.claims import Extraction
from miner.literature.records import Literature
from miner.literature.works import surname
from miner.references.names import surname_key


@dataclass(frozen=True, slots=True)
class Missed:
    """An entry that was not resolved, or a work whose full text was not had, and why."""

    state: str
    name: str
    doi: str
    reason: str


@dataclass(frozen=True, slots=True)
class Twin:
    """Papers of the library (SHA-256) that are one work, or seem to be."""

    why: str
    papers: tuple[str, ...]


def counts(known: Literature) -> dict[str, int]:
    """Figures by name; empty where no service was ever asked."""
    states = Counter(text.state for text in known.texts.values())
    resolved = sum(1 for found in known.resolutions.values() if found.work)
    figures = {
        "references resolved": resolved,
        "references not resolved": len(known.resolutions) - resolved,
        "works with an open copy": sum(1 for work in known.works.values() if work.copies),
        "full texts fetched": sum(1 for text in known.texts.values() if text.copy),
        "full texts mined": states["mined"],
        "full texts closed": states["closed"],
        "full texts failed": states["failed"],
    }
    return figures if known.resolutions or known.texts else {}


def missed(known: Literature) -> list[Missed]:
    """Closed and failed works with their DOIs, then the entries that were not resolved."""
    works = known.works
    texts = [
        Missed(text.state, works[doi].title if doi in works else "", doi, text.reason)
        for doi, text in sorted(known.texts.items())
        if text.state in ("closed", "failed")
    ]
    unresolved = [found for _, found in sorted(known.resolutions.items()) if not found.work]
    entries = [Missed("unresolved", found.printed or found.entry, "", found.reason) for found in unresolved]
    return sorted(texts, key=lambda m: m.state) + entries


def twins(extractions: Iterable[Extraction]) -> list[Twin]:
    """Files of one work (their claims count as one study), and works that share title and first author.

    Those may be a preprint and its published version; with their DOIs apart, they count as two.
    """
    by_key: dict[str, list[str]] = {}
    by_title: dict[tuple[str, str], dict[str, str]] = {}
    for extraction in extractions:
        paper = extraction.paper
        by_key.setdefault(paper.key, []).append(paper.sha256)
        title = surname_key(paper.title)
        if len(title) >= 20 and paper.authors:
            by_title.setdefault((title, surname_key(surname(paper.authors[0]))), {}).setdefault(paper.key, paper.sha256)
    same = [Twin("one work", tuple(papers)) for papers in by_key.values() if len(papers) > 1]
    alike = [Twin("same title and first author", tuple(p.values())) for p in by_title.values() if len(p) > 1]
    return same + alike
