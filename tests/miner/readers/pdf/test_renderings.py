"""One review in its renderings, scored against its text as `../shared` scores it."""

import json
import re
import subprocess
import sys

import pytest

from miner.errors import ReadError
from miner.jsonform import document_json
from miner.readers import read
from miner.readers.pdf import ocr, read_pdf

LEAST = {
    "sentences intact": 403,
    "headings": 39,
    "captions": 7,
    "references exact": 166,
    "Table 1 cells": 40,
}


def rendering(review, name):
    return next((review / "pdf").glob(f"{name}_*"))


@pytest.mark.parametrize("name", ["a1", "a2", "a3", "b1", "b2"])
def test_a_rendering_is_read_as_it_was_written(review, tmp_path, name):
    (tmp_path / "read.json").write_text(json.dumps(document_json(read_pdf(rendering(review, name)))))
    command = [sys.executable, str(review / "score_reading.py"), str(tmp_path / "read.json")]
    scores = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for what, least in LEAST.items():
        assert int(re.search(rf"{what}\s+(\d+)", scores)[1]) >= least, scores
    assert re.search(r"running heads in body 0\b", scores), scores


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("c1", "no text layer"),
        ("d3", "encrypted"),
        ("e1", "damaged"),
        ("e4", "damaged"),
        ("e9", "no text layer"),
        ("f1", "no text layer"),
        ("g1", "no text layer"),
    ],
)
def test_why_a_file_is_not_read(review, monkeypatch, name, reason):
    monkeypatch.setattr(ocr, "available", lambda: False)
    with pytest.raises(ReadError) as caught:
        read_pdf(rendering(review, name))
    assert caught.value.reason == reason


@pytest.mark.parametrize(("name", "reason"), [("e5", "not a PDF"), ("e6", "empty")])
def test_what_is_no_pdf_is_told_before_a_process_is_started_for_it(review, name, reason):
    with pytest.raises(ReadError) as caught:
        read(rendering(review, name))
    assert caught.value.reason == reason


@pytest.mark.parametrize(("name", "password"), [("d1", "secret"), ("d2", None), ("d3", "secret"), ("e7", None)])
def test_what_is_locked_or_damaged_but_readable_is_read(review, name, password):
    document = read_pdf(rendering(review, name), password)
    assert (document.pages, len(document.references)) == (14, 167)


def test_a_page_without_text_is_counted(review, monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: False)
    document = read_pdf(rendering(review, "c3"))
    (defect,) = [d for d in document.defects if d.code == "no text layer"]
    assert (defect.count, "pip install" in defect.message) == (1, True)


def test_the_paper_names_itself(review):
    document = read_pdf(rendering(review, "a1"))
    assert document.title == "Anode Solutions for Solid-State Lithium-Ion Batteries: A Comprehensive Review"
    assert document.authors[0] == "Paul Uchechukwu Nzereogu"
    assert (document.year, document.doi, len(document.references)) == (2024, "10.5555/ijaem.2024.101041", 167)
    assert "Li4Ti5O12" in " ".join(cell.text for row in document.tables[0].rows for cell in row)
