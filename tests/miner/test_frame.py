"""A paper's claims as a DataFrame."""

from miner.claims import Evidence, Extraction, HasProblem, Measurement, Paper
from miner.frame import frame

EVIDENCE = Evidence("Tin swells by 260 % and costs little.", "2.3 Tin")


def test_each_claim_is_a_row_with_its_evidence() -> None:
    extraction = Extraction(
        paper=Paper("title:x", "ab" * 32),
        measurements=(
            Measurement(
                evidence=EVIDENCE,
                material=("tin", "Sn"),
                property="volume_change",
                value=260.0,
                unit="%",
                printed="260 %",
            ),
        ),
        has_problem=(
            HasProblem(evidence=EVIDENCE, anode="tin", problem="volume_change"),
            HasProblem(evidence=EVIDENCE, anode="tin", problem="high_cost", denied=True),
        ),
    )
    table = frame(extraction)
    assert list(table["kind"]) == ["measurements", "has_problem", "has_problem"]
    assert list(table["sentence"]) == [EVIDENCE.sentence] * 3
    assert table["value"][0] == 260
    assert list(table["denied"].fillna(False)) == [False, False, True]


def test_a_paper_without_claims_is_an_empty_table() -> None:
    assert frame(Extraction(paper=Paper("title:x", "ab" * 32))).empty
