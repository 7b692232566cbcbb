"""The first rows of many claims: the same whether all are sorted or a query walks to them, on both engines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engines import clear
from made_up_library import library

from graph.answers import run
from graph.engine import Engine
from graph.projection import rebuild

CHOSEN: list[tuple[str, dict[str, object]]] = [
    ("evidence", {}),
    ("evidence", {"anode": "lithium metal"}),
    ("evidence", {"anode": "lithium metal", "problem": "dendrite_growth"}),
    ("evidence", {"mitigation": "artificial_sei_or_coating"}),
    (
        "evidence",
        {"anode": "lithium metal", "mitigation": "artificial_sei_or_coating", "problem": "dendrite_growth"},
    ),
    ("evidence", {"problem": "dendrite_growth", "general": True}),
    ("measurements", {}),
    ("measurements", {"anode": "lithium metal"}),
    ("measurements", {"anode": "lithium metal", "property": "specific_capacity"}),
    ("measurements", {"property": "specific_capacity", "at_least": 100.0, "at_most": 1000.0}),
]


@pytest.fixture(scope="module")
def larger_graphs(arcadedb: Engine, neo4j_server: Engine) -> list[Engine]:
    papers = list(library(6))
    # A second file of a paper, whose pages stand among those of the first.
    papers.append(replace(papers[2], paper=replace(papers[2].paper, sha256="0" * 64)))
    for engine in (arcadedb, neo4j_server):
        clear(engine)
        rebuild(engine, papers)
    return [arcadedb, neo4j_server]


@pytest.mark.parametrize(("name", "given"), CHOSEN, ids=lambda part: part if isinstance(part, str) else ", ".join(part))
def test_the_first_of_many_are_the_same_whether_sorted_or_walked_to(
    larger_graphs: list[Engine], monkeypatch: pytest.MonkeyPatch, name: str, given: dict[str, object]
) -> None:
    found = []
    for many in (1, 1_000_000):
        monkeypatch.setattr("graph.answers._many", lambda _, many=many: many)
        found += [run(engine, name, given, 25) for engine in larger_graphs]
    assert found[0].rows
    assert [one.rows for one in found] == [found[0].rows] * 4
