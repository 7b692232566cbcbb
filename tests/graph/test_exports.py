"""The exports hold the whole graph, and the same graph gives the same files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from made_up import PAPERS

from graph.engine import Engine
from graph.errors import GraphError
from graph.exports import export, to_networkx
from graph.projection import project


@pytest.fixture
def filled(engine: Engine) -> Engine:
    for paper in PAPERS:
        project(engine, paper)
    return engine


def test_csv_is_ready_for_pandas(filled: Engine, tmp_path: Path) -> None:
    count = export(filled, tmp_path, "csv")
    tables = {path.stem: pd.read_csv(path) for path in tmp_path.glob("*.csv")}
    assert sum(map(len, tables.values())) == count
    measured = tables["Measurement"]
    assert measured[measured.anode == "silicon"].value.tolist() == [4200.0, 4200.0]
    assert json.loads(tables["Document"].authors[0]) == ["Doe"]
    known = {node for label in ("Mitigation", "Problem") for node in tables[label].node}
    assert set(tables["MITIGATES"].start) | set(tables["MITIGATES"].end) <= known


def test_json_lines_hold_every_node_and_relationship(filled: Engine, tmp_path: Path) -> None:
    count = export(filled, tmp_path / "new" / "graph.jsonl", "jsonl")
    lines = [json.loads(line) for line in (tmp_path / "new" / "graph.jsonl").read_text().splitlines()]
    assert len(lines) == count
    ids = {line["id"] for line in lines if line["kind"] == "node"}
    assert all({line["start"], line["end"]} <= ids for line in lines if line["kind"] == "relationship")


def test_graphml_is_read_back_by_networkx(filled: Engine, tmp_path: Path) -> None:
    count = export(filled, tmp_path / "graph.graphml", "graphml")
    graph = nx.read_graphml(tmp_path / "graph.graphml")
    assert graph.number_of_nodes() + graph.number_of_edges() == count
    assert graph.nodes["Anode:silicon"]["name"] == "silicon"


def test_networkx_keeps_lists_and_parallel_edges(filled: Engine) -> None:
    graph = to_networkx(filled)
    assert graph.nodes["Anode:silicon"]["labels"] == ["Anode"]
    applied = graph.get_edge_data("Mitigation:artificial_sei_or_coating", "Anode:lithium metal")
    assert [edge["problem"] for edge in applied.values()] == ["dendrite_growth"]


def test_equal_graphs_give_equal_files(arcadedb: Engine, neo4j_server: Engine, tmp_path: Path) -> None:
    from engines import clear

    for name, engine in (("a", arcadedb), ("b", neo4j_server)):
        clear(engine)
        for paper in PAPERS:
            project(engine, paper)
        export(engine, tmp_path / name, "csv")
        export(engine, tmp_path / f"{name}.graphml", "graphml")
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
        with path.open() as file:
            assert next(csv.reader(file))


def test_an_unknown_form_and_a_bad_place_are_one_sentence(filled: Engine, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="did you mean 'graphml'"):
        export(filled, tmp_path, "grapml")
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphError, match="cannot be written"):
        export(filled, tmp_path / "file" / "graph.jsonl", "jsonl")
