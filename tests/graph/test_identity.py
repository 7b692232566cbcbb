"""What is one thing under two names: by the vocabulary where a claim means it, and by judgement."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_up import FIRST, PAPERS, SECOND, capacity

from graph.answers import run
from graph.contents import canonical_export
from graph.engine import Engine
from graph.errors import GraphError
from graph.identity import check_named, merge, names, split
from graph.projection import project, rebuild, remove

SHORT = replace(capacity("silicon", 2700.0, "2700 mAh/g"), material=("Si NPs", "silicon nanoparticles", "SiNPs"))
LONG = replace(capacity("silicon", 2600.0, "2600 mAh/g"), material=("Silicon nanoparticles", "silicon nanoparticles"))
DOTS = replace(capacity("silicon", 2500.0, "2500 mAh/g"), material=("Si dots",))
PHASE = replace(capacity("tin", 150.0, "150 mAh/g"), material=("P",))
ELEMENT = replace(capacity("phosphorus", 2596.0, "2596 mAh/g"), material=("Phosphorus", "phosphorus", "red phosphorus"))
ONE = replace(FIRST, measurements=(SHORT, PHASE))
TWO = replace(SECOND, measurements=(LONG, DOTS, ELEMENT))


def materials(engine: Engine) -> dict[str, list[str] | None]:
    rows = engine.rows("MATCH (n:Material) RETURN n.name AS name, n.aliases AS aliases ORDER BY name")
    return {row["name"]: row["aliases"] for row in rows}


def test_abbreviation_and_full_name_meet_and_a_phase_does_not_meet_an_element(engine: Engine) -> None:
    project(engine, ONE)
    project(engine, TWO)
    assert materials(engine) == {"P": None, "Si dots": None, "phosphorus": None, "silicon nanoparticles": ["Si NPs"]}
    (kept,) = engine.rows("MATCH (:Claim)-[r:ABOUT]->(:Material) WHERE r.said IS NOT NULL RETURN properties(r) AS r")
    assert kept["r"] == {"said": "Si NPs", "reason": "the vocabulary has both as 'silicon nanoparticles'"}
    assert len(run(engine, "measurements", {"material": "Si NPs"}).rows) == 2


def test_aliases_go_with_the_paper_that_uses_them(engine: Engine) -> None:
    project(engine, TWO)
    before = canonical_export(engine)
    project(engine, ONE)
    remove(engine, ONE.paper.sha256)
    assert canonical_export(engine) == before


def test_a_judgement_holds_in_a_rebuild_and_is_taken_back(engine: Engine, tmp_path: Path) -> None:
    papers = (ONE, TWO)
    rebuild(engine, papers, names(tmp_path))
    before = canonical_export(engine)
    merge(tmp_path, "Material", "Si dots", "silicon nanoparticles", "their Table S1")
    rebuild(engine, papers, names(tmp_path))
    assert materials(engine)["silicon nanoparticles"] == ["Si NPs", "Si dots"]
    split(tmp_path, "Material", "Si dots", "")
    rebuild(engine, papers, names(tmp_path))
    assert canonical_export(engine) == before
    assert len((tmp_path / "judgements.jsonl").read_text().splitlines()) >= 2


def test_merged_strategies_share_their_edges(engine: Engine, tmp_path: Path) -> None:
    merge(tmp_path, "Mitigation", "electrolyte_additive", "artificial_sei_or_coating", "a test")
    rebuild(engine, PAPERS, names(tmp_path))
    (edge,) = engine.rows(
        "MATCH (:Mitigation)-[r:MITIGATES]->(:Problem {name: 'dendrite_growth'}) RETURN r.claims AS n"
    )
    assert edge["n"] == 4
    assert run(engine, "studies_of_mitigation", {"mitigation": "electrolyte additive"}).rows


def test_the_vocabulary_can_be_kept_from_merging(engine: Engine, tmp_path: Path) -> None:
    split(tmp_path, "Material", "Si NPs", "coated ones")
    rebuild(engine, (ONE, TWO), names(tmp_path))
    assert {"Si NPs", "silicon nanoparticles"} <= set(materials(engine))


def test_a_circle_and_an_unknown_kind_are_one_sentence(tmp_path: Path) -> None:
    merge(tmp_path, "Material", "a", "b", "one thing")
    with pytest.raises(GraphError, match="already merged"):
        merge(tmp_path, "Material", "b", "a", "one thing")
    with pytest.raises(GraphError, match="needs two different names and a reason"):
        merge(tmp_path, "Material", "a", "c", " ")
    with pytest.raises(GraphError, match="'graphite' is merged into nothing"):
        split(tmp_path, "Anode", "graphite", "no reason")
    with pytest.raises(GraphError, match="did you mean 'Material'"):
        merge(tmp_path, "Materials", "a", "b", "one thing")


def test_only_names_of_the_graph_can_be_merged(engine: Engine, tmp_path: Path) -> None:
    rebuild(engine, (ONE, TWO))
    check_named(engine, tmp_path, "Material", "Si NPs", "silicon nanoparticles")
    with pytest.raises(GraphError, match="no material called 'silicon nanoparticle'; did you mean 'silicon nanop"):
        check_named(engine, tmp_path, "Material", "silicon nanoparticle")
    merge(tmp_path, "Material", "Si dots", "Si NPs", "one thing")
    check_named(engine, tmp_path, "Material", "Si dots")
