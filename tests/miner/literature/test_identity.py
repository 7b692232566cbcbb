"""Which DOI a paper and its references get, and which of them meet."""

from dataclasses import replace
from pathlib import Path

import pytest

from miner.claims import Extraction, Paper
from miner.document import Reference
from miner.errors import UserError
from miner.literature.identity import identified
from miner.literature.records import FullText, Literature, Resolution
from miner.literature.works import OpenCopy, Work

PRINTED = Reference(1, "Ott, A study of anodes, 2020", title="A study of anodes that is cited", year=2020)
AGAIN = Reference(2, "Ott, A study, 2021", title="A study of anodes, misprinted somehow", year=2021, same_as=1)
PREPRINT = Reference(3, "Ott, chemRxiv", title="A study of anodes", doi="10.9999/Pre")
PAPER = Extraction(Paper("title:x", "a" * 64, "A title"), references=(PRINTED, AGAIN, PREPRINT))
WORK = Work(doi="10.9999/ott", copies=(OpenCopy("https://a.example/a.pdf", "pdf"),))


@pytest.fixture
def known(tmp_path: Path) -> Literature:
    return Literature(tmp_path)


def test_all_entries_for_a_work_get_its_doi(known: Literature) -> None:
    known.add(Resolution(AGAIN.key, WORK))
    known.add(Resolution(PREPRINT.key, Work(doi="10.9999/pre", kind="posted-content", published_as="10.9999/ott")))
    assert {reference.key for reference in identified(PAPER, known).references} == {"doi:10.9999/ott"}


def test_a_file_is_the_work_as_which_it_was_mined(known: Literature) -> None:
    assert identified(PAPER, known) == PAPER
    known.add(FullText("10.9999/ott", "mined", sha256="a" * 64))
    known.add(FullText("10.9999/ott", "mined", sha256="b" * 64))
    for sha256 in ("a" * 64, "b" * 64):
        paper = replace(PAPER, paper=replace(PAPER.paper, sha256=sha256))
        assert identified(paper, known).paper.key == "doi:10.9999/ott"


def test_records_come_back_from_the_disk_and_the_last_one_holds(known: Literature, tmp_path: Path) -> None:
    for record in (
        Resolution(PRINTED.key, reason="a service failed", passing=True),
        Resolution(PRINTED.key, WORK),
        FullText("10.9999/ott", "fetched", file="a.pdf", copy=WORK.copies[0]),
    ):
        known.add(record)
        known.add(record)
    again = Literature(tmp_path)
    assert again.resolutions == {PRINTED.key: Resolution(PRINTED.key, WORK)}
    assert again.texts == known.texts
    assert len((tmp_path / "literature.jsonl").read_text().splitlines()) == 3
    assert again.find("doi:10.9999/ott") == again.find(PRINTED.key)


def test_the_record_needs_a_place(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="cannot be written"):
        Literature(tmp_path / "file").add(Resolution("x"))
