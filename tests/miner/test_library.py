"""The claim library: one file a paper, append-only; the last whole record holds."""

import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from miner import library as library_module
from miner.claims import Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper, Verdict
from miner.document import Box, Defect, Reference
from miner.errors import UserError
from miner.jsonform import extraction_from_json, extraction_json
from miner.library import Library

EVIDENCE = Evidence("Lithium grows dendrites [2].", "2.1 Lithium", 3, (Box(3, 50, 60, 200, 70),), "")
EXTRACTION = Extraction(
    paper=Paper(
        "doi:10.1234/x", "ab" * 32, "A review of anodes", ("Ott",), 2024, "10.1234/x", "J. Anodes", "review.pdf"
    ),
    measurements=(
        Measurement(
            evidence=EVIDENCE,
            material=("silicon", "Si"),
            property="specific_capacity",
            value=3579.0,
            unit="mAh/g",
            printed="3,579 mAh g-1",
            qualifier="theoretical",
            conditions={"cycles": 10},
            anode="silicon",
        ),
        Measurement(
            evidence=EVIDENCE, material=("alloy",), property="specific_capacity", value=None, unit="", printed="Varies"
        ),
    ),
    has_problem=(
        HasProblem(evidence=EVIDENCE, cites=(2,), anode="lithium metal", problem="dendrite_growth"),
        HasProblem(evidence=EVIDENCE, anode="lithium titanate", problem="dendrite_growth", denied=True),
    ),
    mitigations=(Mitigation(evidence=EVIDENCE, strategy="binder", problem="volume_change"),),
    named_studies=(2,),
    references=(Reference(1, "Ott, J. Anodes 2020", year=2020), Reference(2, "Uhl, J. Anodes 2021", pages="12-19")),
    defects=(Defect("figure not read", "What figures plot is not read.", 2),),
)


def test_an_extraction_survives_the_disk(tmp_path: Path) -> None:
    library = Library(tmp_path)
    assert library.add(EXTRACTION)
    assert library.load(EXTRACTION.paper.sha256) == EXTRACTION
    assert list(library.extractions()) == [EXTRACTION]


def test_a_range_that_ends_at_zero_survives_the_disk(tmp_path: Path) -> None:
    change = replace(EXTRACTION.measurements[0], property="volume_change", value=-3.0, value_to=0.0, unit="%")
    library = Library(tmp_path)
    library.add(replace(EXTRACTION, measurements=(change,)))
    [found] = library.load(EXTRACTION.paper.sha256).measurements
    assert (found.value, found.value_to, found.id) == (-3.0, 0.0, change.id)


def test_verdicts_are_written_whatever_the_locale(tmp_path: Path) -> None:
    verdict = Verdict(EXTRACTION.measurements[0].id, "another reader", agrees=False, detail="5 Ω")
    code = "import sys; from miner.library import Library; from pathlib import Path; import pickle;"
    (tmp_path / "extraction").write_bytes(pickle.dumps(replace(EXTRACTION, verdicts=(verdict,))))
    code += "Library(Path(sys.argv[1])).add(pickle.loads(Path(sys.argv[1], 'extraction').read_bytes()))"
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, tmp_path], env=plain, check=True)
    assert Library(tmp_path).load(EXTRACTION.paper.sha256).verdicts == (verdict,)


def test_a_paper_is_found_by_its_doi_as_people_paste_it(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    for name in ("10.1234/x", "https://doi.org/10.1234/X", "doi:10.1234/x"):
        assert library.find(name).paper.doi == "10.1234/x"


def test_what_is_denied_or_has_no_number_stands_apart_in_json() -> None:
    data = extraction_json(EXTRACTION)
    assert [m["value"] for m in data["measurements"]] == [3579.0]
    assert [p["anode"] for p in data["has_problem"]] == ["lithium metal"]
    assert [m["printed"] for m in data["set_aside"]["measurements"]] == ["Varies"]
    assert [p["anode"] for p in data["set_aside"]["has_problem"]] == ["lithium titanate"]
    assert extraction_from_json(json.loads(json.dumps(data))) == EXTRACTION


def test_evidence_has_the_page_and_the_boxes_of_its_lines() -> None:
    evidence = extraction_json(EXTRACTION)["has_problem"][0]["evidence"]
    assert evidence["page"] == 3
    assert evidence["bbox"] == [50, 60, 200, 70]
    assert evidence["boxes"] == [[3, 50, 60, 200, 70]]


def test_the_same_version_adds_a_paper_once(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    before = (library.folder / f"{EXTRACTION.paper.sha256}.jsonl").read_bytes()
    assert not library.add(EXTRACTION)
    assert (library.folder / f"{EXTRACTION.paper.sha256}.jsonl").read_bytes() == before


def test_a_newer_version_supersedes_and_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    before = (library.folder / f"{EXTRACTION.paper.sha256}.jsonl").read_bytes()
    monkeypatch.setattr(library_module, "made_by", lambda: "9.9.9")
    newer = Extraction(paper=EXTRACTION.paper)
    assert library.add(newer)
    assert library.load(EXTRACTION.paper.sha256) == newer
    assert (library.folder / f"{EXTRACTION.paper.sha256}.jsonl").read_bytes().startswith(before)


def test_a_removed_paper_is_gone_until_it_is_added_again(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    library.remove(EXTRACTION.paper.sha256)
    assert library.papers() == []
    with pytest.raises(UserError, match="anodegraph status"):
        library.load(EXTRACTION.paper.sha256)
    assert library.add(EXTRACTION)
    assert library.papers() == [EXTRACTION.paper.sha256]


@pytest.mark.parametrize("cut", [1, 40, 400])
def test_a_record_cut_short_by_a_crash_does_not_count(tmp_path: Path, cut: int) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    path = library.folder / f"{EXTRACTION.paper.sha256}.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:-cut])
    assert library.load(EXTRACTION.paper.sha256) == EXTRACTION
    library.remove(EXTRACTION.paper.sha256)
    assert library.papers() == []


@pytest.mark.parametrize("name", ["10.1234/X", "a review of anodes", "review.pdf", "ababab"])
def test_a_paper_is_found_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    assert library.find(name) == EXTRACTION


def test_a_name_that_no_paper_has_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No paper in the library for 'x'"):
        Library(tmp_path).find("x")


def test_a_home_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UserError, match="set ANODEGRAPH_HOME to a folder of yours"):
        Library(tmp_path / "file").add(EXTRACTION)


def test_a_copy_of_the_pdf_stays_until_the_paper_is_removed(tmp_path: Path) -> None:
    library, sha256 = Library(tmp_path), EXTRACTION.paper.sha256
    library.add(EXTRACTION)
    library.keep(sha256, b"plain text")
    assert library.source(sha256) is None
    library.keep(sha256, b"%PDF-1.7 ...")
    assert library.source(sha256)
    library.remove(sha256)
    assert library.source(sha256) is None


def test_a_file_without_a_whole_record_is_told(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    path = library.folder / f"{EXTRACTION.paper.sha256}.jsonl"
    assert library.damaged() == []
    path.write_bytes(path.read_bytes()[:-200])
    assert library.papers() == []
    assert library.damaged() == [path]


@pytest.mark.parametrize("name", [".jsonl", ".verdicts.json"])
def test_a_damaged_file_is_one_clear_error(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    (library.folder / f"{EXTRACTION.paper.sha256}{name}").write_text(
        '{"extraction": {"document": 5}, "made_by": "x"}\n'
    )
    with pytest.raises(UserError, match="is damaged; delete it, and ingest the paper again"):
        library.load(EXTRACTION.paper.sha256)


@pytest.mark.parametrize("name", ["", "a", "ababa"])
def test_too_short_a_name_means_no_paper(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path)
    library.add(EXTRACTION)
    with pytest.raises(UserError, match="No paper in the library"):
        library.find(name)
