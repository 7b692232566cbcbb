"""Which files a user means."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from miner.claims import Extraction
from miner.document import Document
from miner.errors import ReadError, UserError
from miner.extraction import extract
from miner.ingestion import ingest, papers_in
from miner.library import Library
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
    assert papers_in([folder]) == ([folder / "b.pdf", folder / "deep" / "a.PDF"], [folder / "notes.docx"])
    assert papers_in([folder / "*.pdf", folder / "b.pdf"]) == ([folder / "b.pdf"], [])


def test_a_glob_that_matches_a_folder_means_the_files_below_it(folder: Path) -> None:
    (folder / "deep" / "picture.png").write_text("x")
    read, passed = papers_in([folder / "*"])
    assert read == [folder / "b.pdf", folder / "deep" / "a.PDF", folder / "notes.docx"]
    assert passed == [folder / "deep" / "picture.png"]


def test_a_paper_that_is_named_twice_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "link.pdf").symlink_to(folder / "b.pdf")
    monkeypatch.chdir(folder)
    assert papers_in([Path("b.pdf"), folder / "deep" / ".." / "b.pdf", Path("link.pdf")]) == ([Path("b.pdf")], [])


def test_a_link_to_a_folder_is_passed_over_and_told(folder: Path) -> None:
    (folder / "again").symlink_to(folder)
    assert papers_in([folder])[1] == [folder / "notes.docx", folder / "again"]


def test_a_folder_that_may_not_be_read_is_told(folder: Path) -> None:
    closed = folder / "deep"
    closed.chmod(0)
    with unprivileged():
        found, _ = papers_in([folder])
        with pytest.raises(ReadError, match="deep is a folder that may not be read; change its permissions"):
            content_of(closed)
    closed.chmod(0o755)
    assert found == [folder / "b.pdf", closed]


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no file that could be read"):
        papers_in([tmp_path])


def test_a_file_that_nobody_has_foreseen_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(document: Document, source: str) -> Extraction:
        if source == "b.md":
            raise ValueError("of a kind")
        return extract(document, source)

    monkeypatch.setattr("miner.extraction.extract", fails)
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(f"# {name}\n\nSilicon suffers from volume expansion.\n")
    bad, *good = sorted(
        ingest(papers_in([tmp_path])[0], Library(tmp_path / "home")), key=lambda outcome: not outcome.error
    )
    assert str(bad.error) == "b.md: AnodeGraph fails on it (ValueError: of a kind); please report the file."
    assert all(outcome.extraction for outcome in good)


def test_a_name_that_is_not_utf8_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.md")
    path.write_text("Silicon suffers from volume expansion.")
    (outcome,) = ingest([path], Library(tmp_path / "home"))
    assert outcome.extraction
    assert outcome.extraction.paper.source == "bad?.md"
