"""From files to the claim library: each file is read and mined once a version."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path

from miner.claims import Extraction
from miner.errors import UserError
from miner.extraction import extract
from miner.library import Library
from miner.readers import content_of, read
from miner.second_reader import verdicts

# Tells those who wait what is being done.
_log = logging.getLogger(__name__)
READABLE = (".pdf", ".xml", ".nxml", ".html", ".htm", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an extraction, with `new` False where the library had it already, or an error."""

    path: Path
    extraction: Extraction | None = None
    new: bool = False
    error: UserError | None = None


def papers_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, those that a glob matches, and those of a readable kind in folders; each once, sorted by name.

    A path that does not exist is kept, so that reading it says so. Raises UserError for a folder with nothing to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in READABLE) if path.is_dir() else _matches(path)
        if not inside:
            raise UserError(f"{path} holds no file that could be read ({', '.join(READABLE)}); name another folder.")
        found |= dict.fromkeys(inside)
    return list(found)


def _matches(path: Path) -> list[Path]:
    """The files that a glob which the shell left alone stands for; the path itself where it is none."""
    wild = any(sign in str(path) for sign in "*?[") and not path.exists()
    return sorted(Path(name) for name in glob(str(path), recursive=True)) or [path] if wild else [path]  # noqa: PTH207


def ingest(paths: Iterable[Path], library: Library, password: str | None = None) -> Iterator[Outcome]:
    """Read and mine the files one after the other, and add them to the library; one outcome a file, in order."""
    for path in paths:
        try:
            yield _ingest(path, library, password)
        except UserError as error:
            yield Outcome(path, error=error)


def _ingest(path: Path, library: Library, password: str | None) -> Outcome:
    content = content_of(path)
    sha256 = hashlib.sha256(content).hexdigest()
    if library.is_current(sha256):
        library.keep(sha256, content)
        return Outcome(path, library.load(sha256))
    _log.info("reading")
    document = read(path, password, content)
    _log.info("mining")
    extraction = extract(document, path.name)
    _log.info("second reading")
    extraction = replace(extraction, verdicts=verdicts(extraction))
    library.keep(sha256, content)
    library.add(extraction)
    return Outcome(path, library.load(sha256), new=True)
