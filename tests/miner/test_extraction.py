"""From a PDF to all that it states: right enough on the review, and the same bytes on every run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from miner import extract, read
from miner.evaluation import score
from miner.jsonform import extraction_json

REPO = Path(__file__).parents[2]
SAMPLE = REPO / "corpus" / "papers" / "solid-state-anodes.pdf"
FLOORS = {
    ("measurements/value", "f1"): 0.75,
    ("has_problem/group", "f1"): 0.55,
    ("mitigations/group", "f1"): 0.40,
    ("named_studies", "f1"): 0.90,
    ("references", "field_accuracy"): 0.95,
    ("evidence", "share"): 1.0,
    ("evidence", "value_in_sentence"): 0.98,
    # The text that it is compared with has TeX marks inside formulae ("$\\text{Li}..."), which no page shows.
    ("evidence", "in_source"): 0.95,
}


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, dict[str, float]]:
    """The scores of the review's first rendering against its gold."""
    folder = shared / "papers" / "anode-solutions-review"
    gold = json.loads((shared / "gold" / "anode-solutions-review.json").read_text())
    document = read(folder / "pdf" / "a1_twocol_latex.pdf")
    found = json.loads(json.dumps(extraction_json(extract(document, "a1_twocol_latex.pdf"))))
    return score(gold, found, (folder / "text.txt").read_text()).figures()


@pytest.mark.parametrize(("part", "figure"), FLOORS)
def test_the_review_is_understood_well_enough(figures: dict[str, dict[str, float]], part: str, figure: str) -> None:
    assert figures[part][figure] >= FLOORS[part, figure]


def library(home: Path, papers: list[Path], seed: str) -> dict[str, bytes]:
    """The files of a library that a process of its own made of the papers, in their order."""
    script = (
        "import sys; from pathlib import Path; from miner import Library, ingest;"
        "home, *papers = map(Path, sys.argv[1:]); assert all(o.new for o in ingest(papers, Library(home)))"
    )
    command = [sys.executable, "-c", script, home, *papers]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    return {path.name: path.read_bytes() for path in (home / "library").glob("*.json*")}


def test_the_library_is_the_same_bytes_in_every_process_and_order(tmp_path: Path) -> None:
    papers = sorted(SAMPLE.parent.glob("*.pdf"))
    first, second = library(tmp_path / "a", papers, "1"), library(tmp_path / "b", papers[::-1], "2")
    assert first == second
    assert len(first) == 2 * len(papers)  # claims, and what the second reader says of them


def test_every_claim_shows_its_sentence_on_a_page() -> None:
    extraction = extract(read(SAMPLE), SAMPLE.name)
    assert extraction.measurements
    assert extraction.has_problem
    assert extraction.mitigations
    for claim in extraction.claims:
        assert claim.evidence.sentence
        assert claim.evidence.page
        assert claim.evidence.boxes
