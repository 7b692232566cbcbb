"""Folders into which papers are dropped."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from miner.ingestion import Outcome, ingest
from miner.library import Library
from miner.literature.recognise import recognise
from miner.literature.records import FullText
from miner.literature.works import Work
from miner.readers import READABLE

Sizes = dict[Path, tuple[int, int]]


def take_in(library: Library, paths: Iterable[Path]) -> Iterator[tuple[Outcome, Work | None]]:
    """Ingest files; one that holds a work which an entry of a reference list names is linked to it."""
    for outcome in ingest(paths, library):
        work = None
        if outcome.extraction:
            work = recognise(outcome.extraction.paper, library.literature.works.values())
            if work:
                sha256 = outcome.extraction.paper.sha256
                library.literature.add(FullText(work.doi, "mined", file=str(outcome.path.absolute()), sha256=sha256))
        yield outcome, work


def watch(library: Library, folder: Path, every: float = 2.0) -> Iterator[tuple[Outcome, Work | None]]:
    """Take in what is in a folder and what is dropped into it, for ever; a file that still grows is waited for."""
    done: Sizes = {}
    last: Sizes = {}
    while True:
        now = _sizes(folder)
        ready = [path for path in sorted(now) if now[path] == last.get(path) != done.get(path)]
        done |= {path: now[path] for path in ready}
        yield from take_in(library, ready)
        last = now
        time.sleep(every)


def papers_of(folder: Path) -> list[Path]:
    """The readable files in a folder, by name."""
    return sorted(_sizes(folder))


def dropped(library: Library) -> list[Path]:
    """The files in the library's folder of papers that no record knows: the user's own."""
    known = {text.file for text in library.literature.texts.values()}
    return [p for p in papers_of(library.literature.papers) if not {p.name, str(p.absolute())} & known]


def _sizes(folder: Path) -> Sizes:
    """Size and time of each readable file."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in READABLE and path.is_file())
    return {path: ((stat := path.stat()).st_size, stat.st_mtime_ns) for path in found}
