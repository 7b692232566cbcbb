"""`anodegraph audit` over a claim library."""

import json
from pathlib import Path

import pytest
from commandline import Run, runner

from miner.claims import Evidence, Extraction, Measurement, Paper
from miner.document import Box
from miner.library import Library


def stating(value: float, sha256: str, title: str) -> Extraction:
    claim = Measurement(
        evidence=Evidence(f"Silicon stores {value:g} mAh/g in theory.", page=2, boxes=(Box(2, 50, 60, 200, 70),)),
        material=("silicon",),
        property="specific_capacity",
        value=value,
        unit="mAh/g",
        printed=f"{value:g} mAh/g",
        qualifier="theoretical",
        basis="theoretical",
    )
    return Extraction(Paper(f"title:{title}", sha256, title=title), (claim,))


@pytest.fixture
def anodegraph(tmp_path: Path) -> Run:
    library = Library(tmp_path)
    library.add(stating(4200, "a" * 64, "High"))
    library.add(stating(3579, "b" * 64, "Low"))
    library.add(stating(1000, "c" * 64, "Wrong"))
    return runner(tmp_path)


def test_all_papers_are_audited_together(anodegraph: Run) -> None:
    found = json.loads(anodegraph("audit", "--json").stdout)
    assert [f["verdict"] for f in found] == ["confirmed", "confirmed", "questioned", "between papers"]
    assert found[0]["evidence"][0]["page"] == 2


def test_one_paper_is_audited_beside_the_others(anodegraph: Run) -> None:
    found = json.loads(anodegraph("audit", "Low", "--json").stdout)
    assert [f["verdict"] for f in found] == ["confirmed", "between papers"]
    assert "fits Li15Si4" in " ".join(anodegraph("audit", "Low", "--all").stdout.split())


def test_a_paper_that_is_not_there_is_one_clear_sentence(anodegraph: Run) -> None:
    done = anodegraph("audit", "No such")
    assert done.returncode == 1
    assert done.stderr.startswith("Error: No paper in the library")
