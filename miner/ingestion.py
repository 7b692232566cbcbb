"""From files to the claim library: each file is read and mined once a version."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from glob import glob
from pathlib import Path

from miner.claims import Extraction
from miner.errors import UserError
from miner.library import Library, made_by
from miner.parallel import Done, in_order
from miner.readers import READABLE, content_of, read

# Tells those who wait what is being done.
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an extraction, with `new` False where the library had it already, or an error."""

    path: Path
    extraction: Extraction | None = None
    new: bool = False
    error: UserError | None = None


def papers_in(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files named or matched by a glob and those of a readable kind in folders, each once, sorted by name.

    With them what is passed over in folders: files of other kinds, and links to folders. A path that does not exist, or
    a folder that may not be read, is kept, so that reading it says so. Raises UserError where there is nothing to read.
    """
    found: dict[str, Path] = {}
    passed: dict[str, Path] = {}
    for path in paths:
        inside: list[Path] = []
        for match in _matches(path):
            readable, others = _inside(match) if match.is_dir() else ([match], [])
            inside += readable
            passed |= {os.path.realpath(other): other for other in others}
        if not inside:
            raise UserError(f"{path} holds no file that could be read ({', '.join(READABLE)}); name another folder.")
        for file in inside:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values()), list(passed.values())


def _inside(folder: Path) -> tuple[list[Path], list[Path]]:
    """What is to be read in a folder, and what is passed over."""
    closed: list[OSError] = []
    files: list[Path] = []
    links: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        files += [Path(parent, name) for name in names]
        links += [path for name in folders if (path := Path(parent, name)).is_symlink()]
    readable = [path for path in files if path.suffix.lower() in READABLE]
    others = [path for path in files if path.suffix.lower() not in READABLE]
    return sorted([*readable, *(Path(error.filename) for error in closed)]), others + links


def _matches(path: Path) -> list[Path]:
    """The files that a glob which the shell left alone stands for; the path itself where it is none."""
    wild = any(sign in str(path) for sign in "*?[") and not path.exists()
    return sorted(Path(name) for name in glob(str(path), recursive=True)) or [path] if wild else [path]  # noqa: PTH207


@dataclass(frozen=True, slots=True)
class _File:
    """A file to mine, with its content where that is needed, or why it cannot be read."""

    path: Path
    password: str | None
    sha256: str = ""
    content: bytes | None = None
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class _Mined:
    """What was made of a file, and the version that did."""

    made_by: str
    extraction: Extraction


def ingest(
    paths: Iterable[Path], library: Library, password: str | None = None, workers: int = 1, scheduler: str = ""
) -> Iterator[Outcome]:
    """Read and mine the files and add them to the library; one outcome a file, in order.

    They are mined one after the other, by so many processes, or by the Dask cluster of a scheduler ("tcp://..."); what
    is in the library then is the same.
    """
    work = _mine_apart if scheduler or workers > 1 else _mine
    jobs = (_file(path, library, password) for path in paths)
    for done in in_order(work, jobs, lambda job: job.content is not None, workers, scheduler):
        try:
            yield _outcome(done, library)
        except UserError as error:
            yield Outcome(done.job.path, error=error)


def _file(path: Path, library: Library, password: str | None) -> _File:
    try:
        content = content_of(path)
    except UserError as error:
        return _File(path, password, error=error)
    sha256 = hashlib.sha256(content).hexdigest()
    if library.is_current(sha256):
        library.keep(sha256, content)
        return _File(path, password, sha256)
    return _File(path, password, sha256, content)


def _outcome(done: Done[_File, _Mined], library: Library) -> Outcome:
    path, mined = done.job.path, done.result
    if error := done.job.error or done.error:
        return Outcome(path, error=error if path.name in str(error) else UserError(f"{path.name}: {error}"))
    if mined and mined.made_by != made_by():
        raise UserError(f"{path.name} was mined by AnodeGraph {mined.made_by}, this is {made_by()}; install the same.")
    if done.job.content:
        library.keep(done.job.sha256, done.job.content)
    is_new = bool(mined) and library.add(mined.extraction)
    return Outcome(path, library.load(done.job.sha256), new=is_new)


def _mine(file: _File) -> _Mined:
    """What a file states. Raises UserError, so that one file that nobody has foreseen does not cost the others."""
    # spaCy takes a second or two, and is not needed where all is in the library or where other processes mine.
    from miner.extraction import extract
    from miner.second_reader import verdicts

    try:
        _log.info("reading")
        document = read(file.path, file.password, file.content)
        _log.info("mining")
        # A name need not be UTF-8, what is said of the file is.
        extraction = extract(document, file.path.name.encode(errors="replace").decode())
        _log.info("second reading")
        return _Mined(made_by(), replace(extraction, verdicts=verdicts(extraction)))
    except UserError:
        raise
    except Exception as error:
        raise UserError(f"AnodeGraph fails on it ({type(error).__name__}: {error}); please report the file.") from error


def _mine_apart(file: _File) -> _Mined:
    """Mine on a machine that may not see the path: the content came along."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.path.name
        path.write_bytes(file.content or b"")
        return _mine(replace(file, path=path))
