"""Which files a user means."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from miner.errors import ReadError, UserError
from miner.ingestion import papers_in
from miner.readers import content_of

NOBODY = 65534


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may read everything, so that it acts as a user without rights."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for parent in (tmp_path, *tmp_path.parents[:3]):
        parent.chmod(0o755)
    for name in ("b.pdf", "deep/a.PDF", "notes.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def test_a_folder_means_the_readable_files_below_it(folder: Path) -> None:
    assert papers_in([folder]) == [folder / "b.pdf", folder / "deep" / "a.PDF"]
    assert papers_in([folder / "*.pdf", folder / "b.pdf"]) == [folder / "b.pdf"]


def test_a_folder_that_may_not_be_read_is_told(folder: Path) -> None:
    closed = folder / "deep"
    closed.chmod(0)
    with unprivileged():
        found = papers_in([folder])
        with pytest.raises(ReadError, match="deep is a folder that may not be read; change its permissions"):
            content_of(closed)
    closed.chmod(0o755)
    assert found == [folder / "b.pdf", closed]


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no file that could be read"):
        papers_in([tmp_path])
