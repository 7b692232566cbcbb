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
