"""Belief in the graph is that of `miner.belief`: a study counts once, however many papers cite it."""

from __future__ import annotations

from made_up import FIRST, PAPERS, SECOND, THIRD, mitigation

from graph.engine import Engine
from graph.projection import project, remove
from miner.belief import combined, prior

SKIN = "artificial_sei_or_coating"
ONE = prior(mitigation(SKIN, "dendrite_growth", "lithium metal", ""))
EDGE = (
    f"MATCH (:Mitigation {{name: '{SKIN}'}})-[r:MITIGATES]->(:Problem {{name: 'dendrite_growth'}}) RETURN r.belief AS b"
)
STATED = """
    MATCH (t:Statement)<-[:STATES]-(:Claim {mitigation: 'artificial_sei_or_coating', anode: 'lithium metal'})
    RETURN DISTINCT t.belief AS belief, t.sources AS sources, t.claims AS claims
"""


def test_papers_that_cite_one_study_and_the_study_itself_are_one_source(engine: Engine) -> None:
    for paper in PAPERS:
        project(engine, paper)
    assert engine.rows(STATED) == [{"belief": combined({"wang": [ONE]}), "sources": 1, "claims": 3}]
    assert engine.rows(EDGE) == [{"b": combined({"wang": [ONE]})}]


def test_independent_papers_raise_belief_and_their_removal_lowers_it(engine: Engine) -> None:
    text = "MATCH (:Anode {name: 'lithium metal'})-[r:HAS_PROBLEM]->({name: 'dendrite_growth'}) RETURN r.belief AS b"
    project(engine, THIRD)
    [alone] = engine.rows(text)
    for paper in (FIRST, SECOND):
        project(engine, paper)
    [together] = engine.rows(text)
    assert together["b"] > alone["b"]
    for paper in (FIRST, SECOND):
        remove(engine, paper.paper.sha256)
    assert engine.rows(text) == [alone]


def test_findings_of_the_audit_concern_their_claims(engine: Engine) -> None:
    project(engine, FIRST)
    rows = engine.rows("MATCH (f:Finding)-[:CONCERNS]->(c:Measurement) RETURN f.verdict AS verdict, c.value AS value")
    assert rows == [{"verdict": "confirmed", "value": 4200.0}]
    assert remove(engine, FIRST.paper.sha256)
    assert engine.rows("MATCH (n) WHERE n:Finding OR n:Statement RETURN n.id AS id") == []
