"""What the graph holds of a paper, before any database is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up import FIRST, SECOND, problem

from graph.identity import material_name
from graph.rows import cited_key, paper_rows
from miner.claims import Extraction, Paper
from miner.document import Reference


def rows(extraction: Extraction, label: str) -> list[dict]:
    return [row for nodes in paper_rows(extraction).nodes if label in nodes.labels for row in nodes.rows]


def test_claims_and_evidence_belong_to_one_file() -> None:
    for label in ("Claim", "Evidence"):
        first, second = ({row["id"] for row in rows(paper, label)} for paper in (FIRST, SECOND))
        assert first
        assert not first & second


def test_the_order_of_claims_changes_nothing() -> None:
    turned = replace(
        FIRST, measurements=FIRST.measurements[::-1], mitigations=FIRST.mitigations[::-1], references=FIRST.references
    )
    assert paper_rows(turned) == paper_rows(FIRST)
    assert paper_rows(replace(FIRST, mitigations=())).digest != paper_rows(FIRST).digest


def test_the_same_claim_found_by_two_rules_is_one() -> None:
    claim = problem("tin", "volume_change", "Tin swells.")
    twice = Extraction(Paper("k", "f" * 64), has_problem=(replace(claim, rule="b"), replace(claim, rule="a")))
    assert [row["rule"] for row in rows(twice, "ProblemClaim")] == ["a"]


def test_a_number_that_the_list_lacks_stays_on_the_claim() -> None:
    claim = problem("tin", "volume_change", "Tin swells [7].", cites=(7,))
    paper = Extraction(Paper("k", "f" * 64), has_problem=(claim,))
    assert rows(paper, "ProblemClaim")[0]["cites"] == [7]
    assert [links.rows for links in paper_rows(paper).links if links.type == "ATTRIBUTED_TO"] == [[]]


def test_repeated_entries_are_one_work_and_empty_ones_are_each_their_own() -> None:
    entries = (
        Reference(1, "A", title="A study of tin and its oxides"),
        Reference(2, "ibid.", same_as=1),
        Reference(3, ""),
        Reference(4, ""),
    )
    paper = Extraction(Paper("k", "f" * 64), references=entries)
    keys = [cited_key(paper, entry) for entry in entries]
    assert keys[0] == keys[1]
    assert keys[2:] == ["k#3", "k#4"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Lithium Metal Anodes", "lithium metal"),
        ("lithium metal", "lithium metal"),
        ("Tin (Sn)", "tin (Sn)"),
        ("Co", "Co"),
        ("CO", "CO"),
        ("Si/C electrode", "Si/C"),
        ("Anode", "anode"),
    ],
)
def test_names_of_materials_meet_where_only_the_print_differs(printed: str, name: str) -> None:
    assert material_name(printed) == name


def test_words_of_labels_are_titles() -> None:
    assert rows(FIRST, "Problem")[0] == {"name": "dendrite_growth", "title": "dendrite growth", "claims": 5}
