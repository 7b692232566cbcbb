"""Named queries and free Cypher: the same rows on both engines, and one clear sentence where something is wrong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from engines import clear
from made_up import FIRST, PAPERS, capacity, problem

from graph.answers import cypher, run
from graph.engine import Engine
from graph.errors import GraphError
from graph.named import named, queries
from graph.projection import project
from miner.claims import Extraction, Paper

GIVEN = {
    "anode": "silicon",
    "problem": "dendrite_growth",
    "mitigation": "artificial_sei_or_coating",
    "paper": "first.pdf",
    "text": "lithium",
    "first": "first.pdf",
    "second": "second.pdf",
    "property": "specific_capacity",
}
# Says the contrary of the first paper, and gives other values.
OTHER = Extraction(
    Paper("doi:10.1/other", "d" * 64, "Anodes, otherwise", ("Low",), 2023, "10.1/other", "J. Tests", "other.pdf"),
    (
        capacity("silicon", 1800.0, "1800 mAh g-1", "theoretical"),
        replace(capacity("tin", 260.0, "260%"), property="volume_change", unit="%"),
    ),
    (problem("graphite", "dendrite_growth", "Fast charging grows dendrites on graphite."),),
)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    for paper in PAPERS:
        project(engine, paper)
    return engine


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_each_named_query_gives_the_same_rows_on_both_engines(
    arcadedb: Engine, neo4j_server: Engine, query_graphs: None, query
) -> None:
    given = {p.name: GIVEN[p.name] for p in query.parameters if p.required}
    embedded, server = (run(engine, query.name, given) for engine in (arcadedb, neo4j_server))
    assert embedded.rows, "a made-up paper should have an answer to every query"
    assert (embedded.columns, embedded.rows) == (server.columns, server.rows)
    assert json.dumps(embedded.records())


@pytest.fixture(scope="module")
def query_graphs(arcadedb: Engine, neo4j_server: Engine) -> None:
    for engine in (arcadedb, neo4j_server):
        clear(engine)
        for paper in (*PAPERS, OTHER):
            project(engine, paper)


def test_claims_beside_those_that_deny_them(arcadedb: Engine, query_graphs: None) -> None:
    (found,) = run(arcadedb, "contradictions", {"anode": "graphite"}).rows
    assert found == ("graphite", "dendrite_growth", None, 1, 1, "No dendrites on graphite.")
    assert not run(arcadedb, "contradictions", {"mitigation": "nanostructuring"}).rows


def test_values_of_one_material_that_are_apart(arcadedb: Engine, query_graphs: None) -> None:
    (found,) = run(arcadedb, "values_that_disagree", {}).records()
    assert (found["material"], found["least"], found["most"], found["papers"]) == ("silicon", 1800.0, 4200.0, 3)
    assert not run(arcadedb, "values_that_disagree", {"factor": 3}).rows


def test_what_one_review_says_and_another_does_not(arcadedb: Engine, query_graphs: None) -> None:
    found = run(arcadedb, "differences_of_papers", {"first": "first.pdf", "second": "Anodes again"}).records()
    both = [(row["anode"], row["mitigation"]) for row in found if row["in"] == "both"]
    assert both == [("lithium metal", None), ("lithium metal", "artificial_sei_or_coating")]
    assert [row["anode"] for row in found if row["in"] == "second"] == ["tin"]


def test_problems_that_nobody_has_tried_to_solve(arcadedb: Engine, query_graphs: None) -> None:
    (found,) = run(arcadedb, "research_gaps", {}).records()
    assert (found["anode"], found["problem"], found["mitigations_elsewhere"]) == ("graphite", "dendrite_growth", 2)


def test_what_mitigates_a_problem_with_studies_and_a_sentence(filled: Engine) -> None:
    first, *_ = run(
        filled, "mitigations_of_problem", {"problem": "Dendrite growth", "anode": "Lithium Metal"}
    ).records()
    assert first["mitigation"] == "artificial_sei_or_coating"
    assert (first["claims"], first["papers"], first["studies"]) == (3, 3, 1)
    assert first["cited"] == ["[1] A skin for lithium metal", "[9] A skin for lithium metal"]
    assert (first["sentence"], first["page"], first["paper"]) == ("A skin helps [1].", 4, "Anodes, briefly")


def test_words_of_conditions_are_found_by_how_they_begin(filled: Engine) -> None:
    assert {row["conditions"] for row in run(filled, "capacity_table", {"condition": "C/5"}).records()} == {
        '{"c_rate": "C/5"}'
    }
    assert run(filled, "capacity_table", {"condition": "c_rate"}).rows
    assert not run(filled, "capacity_table", {"condition": "5"}).rows


def test_a_capacity_without_a_number_is_shown_too(filled: Engine) -> None:
    rows = run(filled, "anodes_by_capacity", {}).records()
    assert [(row["anode"], row["value"], row["printed"]) for row in rows][-1] == ("alloy", None, "Varies")


def test_denied_statements_stand_beside_the_claims_for_them(filled: Engine) -> None:
    rows = run(filled, "denied_statements", {}).records()
    assert [(row["anode"], row["problem"], row["claims_for"]) for row in rows] == [
        ("graphite", "dendrite_growth", 0),
        ("graphite", "dendrite_growth", 0),
    ]


def test_the_parts_of_an_answer(filled: Engine) -> None:
    text = "MATCH (a:Anode) WHERE a.name <> $not RETURN a.name AS anode, 1.5 AS n ORDER BY anode"
    result = cypher(filled, text, {"not": "alloy"}, limit=2)
    assert result.columns == ("anode", "n")
    assert result.rows == (("graphite", 1.5), ("lithium metal", 1.5))
    assert result.summary.more
    assert result.summary.rows == 2
    assert not cypher(filled, text, {"not": "alloy"}, limit=4).summary.more


def test_nodes_relationships_and_paths_are_json(filled: Engine) -> None:
    text = "MATCH way = (a:Anode {name: 'silicon'})-[h:HAS_PROBLEM]->(p) RETURN a, h, way, date('2024-01-02') AS day"
    a, h, way, day = cypher(filled, text, {}).rows[0]
    properties = {"name": "silicon", "claims": 3, "measurements": 2}
    assert a == {"name": "Anode:silicon", "labels": ["Anode"], "properties": properties}
    assert (h["type"], h["start"], h["end"]) == ("HAS_PROBLEM", "Anode:silicon", "Problem:volume_change")
    assert [node["labels"] for node in way["nodes"]] == [["Anode"], ["Problem"]]
    assert day == "2024-01-02"


def test_an_empty_answer_has_its_columns(engine: Engine) -> None:
    result = run(engine, "denied_statements", {})
    assert (result.rows, result.columns[:2]) == ((), ("anode", "problem"))


MISTAKES = {
    "unknown query": (lambda e: run(e, "mitigation_of_problem", {}), "did you mean 'mitigations_of_problem'"),
    "unknown parameter": (lambda e: run(e, "papers", {"x": 1}), "no parameter of papers called 'x'"),
    "missing parameter": (lambda e: run(e, "problems_of_anode", {}), "needs the parameter 'anode'"),
    "wrong type": (lambda e: run(e, "short_edges", {"studies": "many"}), "must be of type integer"),
    "unknown name": (lambda e: run(e, "problems_of_anode", {"anode": "silicone"}), "did you mean 'silicon'"),
    "syntax": (lambda e: cypher(e, "MATCH (a:Anode RETURN a", {}), "Cypher syntax error"),
    "no parameter": (lambda e: cypher(e, "RETURN $x AS x", {}), "x"),
    "no such function": (lambda e: cypher(e, "RETURN nothing.like.this(1)", {}), "nothing.like.this"),
    "no query": (lambda e: cypher(e, " ", {}), "There is no Cypher statement in this"),
    "no number": (lambda e: run(e, "anodes_by_capacity", {"at_least": "nan"}), "must be of type float, not 'nan'"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gets_one_sentence(engine: Engine, mistake: str) -> None:
    project(engine, FIRST)
    ask, sentence = MISTAKES[mistake]
    with pytest.raises(GraphError) as raised:
        ask(engine)
    assert sentence in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_query_that_takes_too_long_is_stopped(neo4j_server: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    # ArcadeDB has the limit, of 30 s, as a setting of the database.
    monkeypatch.setattr("graph.engine.COMMAND_SECONDS", 0.5)
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(*) AS n"
    with pytest.raises(GraphError, match=r"longer than 0\.5 s"):
        cypher(neo4j_server, text, {})


def test_parameters_are_cast_from_text() -> None:
    assert named("short_edges").bind({"studies": "2"}) == {"name": None, "studies": 2}
    assert named("evidence").bind({"general": "true"})["general"] is True
