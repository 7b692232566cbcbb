"""The claim library: what each paper states, one file a paper, append-only. Everything else is made from it.

`HOME/library/SHA256.jsonl` belongs to the source file with that SHA-256. Each of its lines is one record, and the last
whole record holds: `{"made_by": VERSION, "extraction": {...}}`, or `{"made_by": VERSION, "removed": true}`. A line that
a crash cut short is not whole, so it never counts; docs/claims.md describes the format. `HOME/sources/SHA256.pdf` is a
copy of the PDF, so that each sentence can be shown on its page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from filelock import FileLock

from miner.appendlog import append, records
from miner.claims import Extraction, Verdict
from miner.curation import Curation, Judgement, curated
from miner.errors import UserError
from miner.jsonform import Json, extraction_from_json, extraction_json
from miner.literature.identity import identified
from miner.literature.records import Literature
from miner.literature.works import plain_doi

_START = 6


@cache
def made_by() -> str:
    """The version that mines: the package's, with a hash of all code of `miner` and of the vocabularies."""
    digest = hashlib.sha256()
    for package, pattern in (("miner", "**/*.py"), ("corpus", "vocabulary/*.yaml")):
        for path in sorted(Path(str(files(package))).glob(pattern)):
            digest.update(path.read_bytes())
    return f"{version('anodegraph')}+{digest.hexdigest()[:8]}"


class Library:
    """The claim library below `home`.

    `literature` is what is known of the works behind its papers, `curation` what people say of its claims.
    """

    def __init__(self, home: Path) -> None:
        self.folder = home / "library"
        self.curation = Curation(home)
        self.sources = home / "sources"
        self.literature = Literature(home)

    def add(self, extraction: Extraction) -> bool:
        """Append what a paper states; False where this version has already said so (nothing is written then)."""
        sha256 = extraction.paper.sha256
        with self._writing():
            # Only now, as another process may have added it meanwhile.
            if self.is_current(sha256):
                return False
            # First: claims in the library count as read to the end.
            self._write_verdicts(extraction)
            append(self._file(sha256), _made({"extraction": extraction_json(extraction)}))
        return True

    def keep(self, sha256: str, content: bytes) -> None:
        """Keep a copy of a PDF beside its claims; other formats have no pages to show."""
        path = self.sources / f"{sha256}.pdf"
        if b"%PDF-" in content[:4096] and not path.exists():
            with self._writing():
                self.sources.mkdir(exist_ok=True)
                new = path.with_suffix(".new")
                new.write_bytes(content)
                new.replace(path)

    def source(self, sha256: str) -> Path | None:
        """The copy of the paper's PDF, if there is one."""
        path = self.sources / f"{sha256}.pdf"
        return path if path.exists() else None

    def remove(self, sha256: str) -> None:
        """Append that the paper is no longer part of the library; the copy of its PDF is deleted."""
        with self._writing():
            append(self._file(sha256), _made({"removed": True}))
            (self.sources / f"{sha256}.pdf").unlink(missing_ok=True)

    def is_current(self, sha256: str) -> bool:
        """Whether this version has mined the file."""
        record = self._last(sha256)
        return bool(record and "extraction" in record and record["made_by"] == made_by())

    def papers(self) -> list[str]:
        """The SHA-256 of each paper in the library, sorted."""
        names = sorted(path.stem for path in self.folder.glob("*.jsonl"))
        return [name for name in names if self.has(name)]

    def damaged(self) -> list[Path]:
        """The files without one whole record, whose papers are lost until they are ingested again."""
        return [path for path in sorted(self.folder.glob("*.jsonl")) if path.is_file() and not records(path)]

    def knows(self, sha256: str) -> bool:
        """Whether the paper is, or once was, part of the library."""
        return self._file(sha256).exists()

    def has(self, sha256: str) -> bool:
        """Whether the paper is part of the library."""
        return "extraction" in (self._last(sha256) or {})

    def load(self, sha256: str) -> Extraction:
        """What the paper states, by the version that mined it last, with the DOIs found and the judgements made since.

        Raises UserError where it is not there.
        """
        return self._loaded(sha256, self.curation.holding().values())

    def _loaded(self, sha256: str, judgements: Collection[Judgement]) -> Extraction:
        record = self._last(sha256)
        if not record or "extraction" not in record:
            raise UserError(f"The library holds no paper {sha256}; `anodegraph status` lists what it holds.")
        try:
            extraction = extraction_from_json(record["extraction"])
            extraction = replace(extraction, verdicts=self._read_verdicts(sha256), made_by=record["made_by"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UserError(
                f"{self.folder}/{sha256[:12]}* is damaged; delete it, and ingest the paper again."
            ) from error
        return curated(identified(extraction, self.literature), judgements)

    def extractions(self) -> Iterator[Extraction]:
        """What each paper states, in the order of `papers`."""
        judgements = self.curation.holding().values()
        return (self._loaded(sha256, judgements) for sha256 in self.papers())

    def find(self, name: str) -> Extraction:
        """The one paper with this DOI, title, file name or start of its SHA-256 (six digits or more).

        Raises UserError where there is none.
        """
        wanted = plain_doi(name) or name.lower()
        start = wanted if len(wanted) >= _START else "none"
        found = [e for e in self.extractions() if wanted in _names(e) or e.paper.sha256.startswith(start)]
        if len(found) != 1:
            count = "No paper" if not found else f"{len(found)} papers"
            raise UserError(f"{count} in the library for {name!r}; `anodegraph status` lists titles, DOIs and hashes.")
        return found[0]

    def _write_verdicts(self, extraction: Extraction) -> None:
        """Put what the second reader found beside the claims of a paper, in the place of what it found before."""
        path = self._verdicts(extraction.paper.sha256)
        new = path.with_suffix(".new")
        verdicts = json.dumps([asdict(verdict) for verdict in extraction.verdicts], ensure_ascii=False, indent=1)
        new.write_text(verdicts, encoding="utf-8")
        new.replace(path)

    def _read_verdicts(self, sha256: str) -> tuple[Verdict, ...]:
        path = self._verdicts(sha256)
        return tuple(Verdict(**item) for item in json.loads(path.read_text(encoding="utf-8"))) if path.exists() else ()

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        """Hold the library for one writer; what the disk refuses is the user's to mend."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / ".lock"):
                yield
        except OSError as error:
            why = f"{self.folder} cannot be written ({error.strerror})"
            raise UserError(f"{why}; mend that, or set ANODEGRAPH_HOME to a folder of yours.") from error

    def _verdicts(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.verdicts.json"

    def _last(self, sha256: str) -> Json | None:
        """The last whole record of a paper."""
        try:
            whole = records(self._file(sha256))
        except OSError as error:
            why = f"{self._file(sha256)} cannot be read ({error.strerror})"
            raise UserError(f"{why}; mend that, or delete it and ingest the paper again.") from error
        return whole[-1] if whole else None

    def _file(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.jsonl"


def _made(record: Json) -> Json:
    return {"made_by": made_by(), **record}


def _names(extraction: Extraction) -> set[str]:
    paper = extraction.paper
    return {text.lower() for text in (paper.doi, paper.title, paper.source, paper.key) if text}
