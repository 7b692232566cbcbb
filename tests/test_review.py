"""The main job, end to end: the review's PDF in, its Table 1 and its answers out, by the command line alone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import Run, runner

TABLE_1 = {
    "lithium metal": 3860,
    "silicon": 4200,
    "graphite": 372,
    "tin": 993,
    "germanium": 1624,
    "phosphorus": 2596,
    "antimony": 660,
    "lithium titanate": 175,
}


@pytest.fixture(scope="module")
def anodegraph(review: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """The command in a home where the review is ingested."""
    run = runner(tmp_path_factory.mktemp("home"))
    done = run("ingest", review / "pdf" / "a1_twocol_latex.pdf")
    assert done.returncode == 0, done.stderr
    yield run
    run("graph", "down")


def test_all_ten_anodes_of_table_1_are_there_with_their_capacities(anodegraph: Run) -> None:
    rows = json.loads(anodegraph("query", "anodes_by_capacity", "--json").stdout)
    tabled = {row["anode"]: row for row in rows if "Table 1" in (row["context"] or "")}
    assert {anode: row["value"] for anode, row in tabled.items() if row["value"]} == TABLE_1
    varies = {anode: row["printed"] for anode, row in tabled.items() if not row["value"]}
    assert varies == {"alloy": "Varies", "2D materials": "Varies"}


def test_dendrites_lead_to_mitigations_with_reference_numbers_and_titles(anodegraph: Run) -> None:
    words = ("query", "mitigations_of_problem", "-p", "problem=dendrite_growth", "-p", "anode=lithium metal", "--json")
    rows = json.loads(anodegraph(*words).stdout)
    by_name = {row["mitigation"]: row for row in rows}
    seeding = by_name["lithiophilic_seeding"]
    assert 23 in seeding["references"]
    assert any(title.startswith("[23] ") and len(title) > 30 for title in seeding["cited"])


def test_cypher_sees_the_same(anodegraph: Run) -> None:
    text = (
        "MATCH (a:Anode {name: 'lithium metal'})-[:HAS_PROBLEM]->(p:Problem {name: 'dendrite_growth'})"
        "<-[:MITIGATES]-(m:Mitigation)-[t:APPLIED_TO]->(a) WHERE t.problem = p.name RETURN m.name AS mitigation"
    )
    rows = json.loads(anodegraph("cypher", text, "--format", "json").stdout)
    assert {"lithiophilic_seeding", "artificial_sei_or_coating"} <= {row["mitigation"] for row in rows}
