"""The whole audit: one order for all findings, and the review that has everything."""

import json
from itertools import permutations
from pathlib import Path

from claimed import capacity, paper

from miner import extract, read
from miner.audit import audit, finding_json

ONE = paper(capacity("silicon", 4200))
OTHER = paper(capacity("silicon", 3579), capacity("tin", 1200), name="b")
THIRD = paper(capacity("Si/C", 1500), name="c")


def test_findings_come_in_one_order_whatever_the_order_of_papers() -> None:
    found = audit([ONE, OTHER, THIRD])
    assert [f.verdict for f in found] == ["confirmed", "confirmed", "questioned", "unchecked", "between papers"]
    assert all(audit(order) == found for order in permutations([ONE, OTHER, THIRD]))


def test_a_finding_is_json_with_its_evidence() -> None:
    data = json.loads(json.dumps(finding_json(audit([ONE])[0])))
    assert data["kind"] == "theoretical capacity"
    assert data["evidence"][0]["sentence"] == "silicon stores 4200 mAh/g."


def test_the_review(review: Path) -> None:
    found = audit([extract(read(review / "pdf" / "a1_twocol_latex.pdf"))])
    capacities = [f for f in found if f.kind == "theoretical capacity"]
    assert len(capacities) >= 14
    assert {f.verdict for f in capacities} == {"confirmed"}
    duplicates = [f.message for f in found if f.verdict == "duplicate entry"]
    assert len(duplicates) == 10
    assert sum("printed alike" in message for message in duplicates) == 9
    assert any(message.startswith("References 6 = 16 = 80 are") for message in duplicates)
    assert any(
        message.startswith("References 74 = 78 seem to be one work, though they differ") for message in duplicates
    )


def test_a_paper_from_its_text_to_its_findings(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_text(
        "# Anodes\n\nGraphite has a theoretical capacity of 372 mAh/g [1]. Tin anodes have a theoretical capacity of "
        "1200 mAh/g [2], and they suffer from a volume change of 260% [7].\n\n# References\n\n"
        "[1] Ott, A. (2020). Graphite anodes for lithium-ion batteries. J. Anodes, 1, 1–9.\n\n"
        "[2] Uhl, B. (2021). Phosphorus as an anode for sodium-ion batteries. J. Anodes, 2, 1–9.\n\n"
        "[3] Ott, A. (2020). Graphite anodes for lithium-ion batteries. J. Anodes, 1, 1–9.\n"
    )
    found = {f.verdict: f.message for f in audit([extract(read(source))])}
    assert found == {
        "confirmed": "The theoretical capacity of Graphite, 372 mAh/g, fits LiC6 (1 electron per C6, 372 mAh/g).",
        "questioned": "The theoretical capacity of Tin anodes, 1200 mAh/g, fits no product; "
        "the nearest is Li22Sn5 (4.4 electrons per Sn, 993 mAh/g).",
        "duplicate entry": "References 1 = 3 are one work, printed alike: Graphite anodes for lithium-ion batteries.",
        "out of range": "Cited, but not among the 3 references: 7.",
        "never cited": "In the list, but never cited: 3.",
        "another subject": "What is said of tin is credited to titles that name only other anodes: "
        "[2] Phosphorus as an anode for sodium-ion batteries.",
    }
