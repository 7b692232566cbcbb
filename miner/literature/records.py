"""What is known of the works behind the library's papers, in one append-only file: `HOME/literature.jsonl`.

Each line is one record: what an entry of a reference list turned out to be, or what became of a work's full text. Of an
entry or a work the last record holds. Without the file the library is as if nothing had been asked.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock

from miner.appendlog import append, records
from miner.errors import UserError
from miner.literature.works import OpenCopy, Work, work_from_json


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an entry (`Reference.key`, `printed` as its title or text) turned out to be: a work, or the reason why not.

    `passing` says that a service failed, so that the next run asks again.
    """

    entry: str
    work: Work | None = None
    reason: str = ""
    passing: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class FullText:
    """What became of the full text of the work with this DOI.

    `closed`: no open copy is known; `failed`: it could not be had or read, for this `reason`, which may be `passing`;
    `fetched`: it is in the file `file` of the folder of papers; `mined`: its claims are in the library.
    """

    doi: str
    state: Literal["closed", "failed", "fetched", "mined"]
    reason: str = ""
    passing: bool = False
    file: str = ""
    sha256: str = ""
    copy: OpenCopy | None = None


@dataclass(slots=True)
class _Known:
    """The last records by entry and by DOI, the works, and the DOI of each file that was mined, by its SHA-256."""

    resolutions: dict[str, Resolution] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    texts: dict[str, FullText] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def take(self, record: Resolution | FullText) -> None:
        if isinstance(record, Resolution):
            self.resolutions[record.entry] = record
            if record.work:
                self.works[record.work.doi] = record.work
            return
        self.texts[record.doi] = record
        if record.state == "mined":
            self.files[record.sha256] = record.doi


class Literature:
    """The records below `home`, and the folder of full texts."""

    def __init__(self, home: Path) -> None:
        self._path = home / "literature.jsonl"
        self.papers = home / "papers"

    @cached_property
    def _known(self) -> _Known:
        known = _Known()
        for record in map(_from_json, records(self._path)):
            known.take(record)
        return known

    @property
    def resolutions(self) -> dict[str, Resolution]:
        """By entry."""
        return self._known.resolutions

    @property
    def texts(self) -> dict[str, FullText]:
        """By DOI."""
        return self._known.texts

    @property
    def works(self) -> dict[str, Work]:
        """All works that entries turned out to be, by DOI."""
        return self._known.works

    def find(self, entry: str) -> Resolution | None:
        """What is known of an entry, be it the one printed or the DOI that it got."""
        known = self.resolutions.get(entry)
        return known or next((r for r in self.resolutions.values() if r.work and f"doi:{r.work.doi}" == entry), None)

    def doi(self, entry: str) -> str:
        """The DOI of the work that an entry turned out to be, of its published version if it is a preprint, or ""."""
        found = self.resolutions.get(entry)
        return (found.work.published_as or found.work.doi) if found and found.work else ""

    def doi_of_file(self, sha256: str) -> str:
        """The DOI of the work in a file, or ""."""
        doi = self._known.files.get(sha256, "")
        work = self.works.get(doi)
        return (work.published_as if work else "") or doi

    def add(self, record: Resolution | FullText) -> None:
        """Append a record, unless the last one says the same. Raises UserError where the disk refuses."""
        is_resolution = isinstance(record, Resolution)
        if (self.resolutions.get(record.entry) if is_resolution else self.texts.get(record.doi)) == record:
            return
        kind = "resolution" if is_resolution else "text"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock")):
                append(self._path, {kind: asdict(record)})
        except OSError as error:
            raise UserError(
                f"{self._path} cannot be written ({error.strerror}); set ANODEGRAPH_HOME to a folder of yours."
            ) from error
        self._known.take(record)


def _from_json(record: dict[str, Any]) -> Resolution | FullText:
    if found := record.get("resolution"):
        return Resolution(**{**found, "work": work_from_json(found["work"]) if found["work"] else None})
    text = record["text"]
    return FullText(**{**text, "copy": OpenCopy(**text["copy"]) if text["copy"] else None})
