"""The exports hold the whole graph, and the same graph gives the same files."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from engines import JARS, clear
from made_up import PAPERS

from graph.engine import Engine, is_outdated
from graph.errors import GraphError
from graph.exports import export, to_networkx
from graph.loading import load
from graph.projection import project, remove
from graph.schema import schema


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
    assert "MitigationClaim" in tables
    assert "Claim" not in tables  # each is of a kind
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


def test_json_ld_is_read_by_rdflib_and_leads_from_a_claim_to_its_sentence_and_study(
    filled: Engine, tmp_path: Path
) -> None:
    rdflib = pytest.importorskip("rdflib")
    export(filled, tmp_path / "graph.jsonld", "jsonld")
    found = rdflib.Graph().parse(tmp_path / "graph.jsonld", format="json-ld")
    ways = found.query("""
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX a: <https://w3id.org/anodegraph/schema#>
        SELECT ?sentence ?paper ?study WHERE {
            ?claim a prov:Entity, a:MitigationClaim ; a:mitigation "nanostructuring" ; a:anode "silicon" ;
                   prov:wasQuotedFrom ?evidence ; prov:hadPrimarySource/dcterms:title ?study ;
                   prov:wasGeneratedBy/prov:wasAssociatedWith ?software .
            ?evidence a:sentence ?sentence ; dcterms:isPartOf/dcterms:title ?paper .
        }
    """)
    assert [tuple(map(str, way)) for way in ways] == [
        ("Wires have room [2].", "Anodes, briefly", "Wires of silicon for anodes")
    ]


def test_tables_for_neo4j_admin_are_typed_and_whole(filled: Engine, tmp_path: Path) -> None:
    count = export(filled, tmp_path, "neo4j")
    tables = [pd.read_csv(tmp_path / name, dtype=str) for name in ("nodes.csv", "relationships.csv")]
    assert sum(map(len, tables)) == count
    nodes, relationships = tables
    assert nodes[":ID"].is_unique
    assert {*relationships[":START_ID"], *relationships[":END_ID"]} <= {*nodes[":ID"]}
    claim = nodes[nodes[":LABEL"] == "Claim;Measurement"].iloc[0]
    assert (claim["value:double"], claim["denied:boolean"]) == ("4200.0", "false")


def test_neo4j_admin_imports_what_was_written_for_it(arcadedb: Engine, neo4j_server: Engine, tmp_path: Path) -> None:
    clear(arcadedb)
    for paper in PAPERS:
        project(arcadedb, paper)
    count = export(arcadedb, tmp_path, "neo4j")
    # The script of the folder, with the class that neo4j-admin starts.
    java = f"java -cp '{JARS}/*' -Dapp.home={tmp_path} org.neo4j.cli.AdminTool"
    script = (tmp_path / "import.sh").read_text().replace("\nneo4j-admin ", f"\n{java} ")
    env = {**os.environ, "NEO4J_HOME": str(tmp_path), "NEO4J_CONF": str(tmp_path)}
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    imported = re.findall(r"(\d+) (?:nodes|relationships)\n", done.stdout.partition("Imported:")[2])
    assert sum(map(int, imported)) == count


def test_networkx_keeps_lists_and_parallel_edges(filled: Engine) -> None:
    graph = to_networkx(filled)
    assert graph.nodes["Anode:silicon"]["labels"] == ["Anode"]
    edges = graph.get_edge_data("Mitigation:artificial_sei_or_coating", "Anode:lithium metal").values()
    assert sorted((edge["type"], edge.get("problem")) for edge in edges) == [
        ("APPLIED_TO", "dendrite_growth"),
        ("TRIED_ON", None),
    ]


def test_equal_graphs_give_equal_files(arcadedb: Engine, neo4j_server: Engine, tmp_path: Path) -> None:
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


def test_a_canonical_export_is_read_back_into_an_empty_graph(filled: Engine, tmp_path: Path) -> None:
    path, again = tmp_path / "graph.jsonl", tmp_path / "again.jsonl"
    count = export(filled, path, "canonical")
    with pytest.raises(GraphError, match="holds papers already"):
        load(filled, path)
    clear(filled)
    assert load(filled, path) == count
    assert not is_outdated(filled)
    export(filled, again, "canonical")
    assert again.read_text() == path.read_text()
    assert not project(filled, PAPERS[0])
    assert remove(filled, PAPERS[0].paper.sha256)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no json", "is no canonical export; write one with"),
        ('{"kind": "node", "labels": ["Anode) DETACH DELETE (n"], "properties": {}}', "is no canonical export"),
        ('{"kind": "node", "labels": ["Anode"], "properties": {"name": "tin"}}', "no canonical export of this version"),
        (
            '{"kind": "node", "labels": ["Graph"], "properties": {"name": "claims", "format": "FORMAT"}}\n'
            '{"kind": "relationship", "type": "MITIGATES", "start": "Mitigation:a", "end": "Problem:b",'
            ' "properties": {}}',
            "nothing of it was kept: The graph took 0 of 1 MITIGATES",
        ),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_export_is_told(engine: Engine, tmp_path: Path, text: str | None, sentence: str) -> None:
    path = tmp_path / "graph.jsonl"
    if text is not None:
        path.write_text(text.replace("FORMAT", schema().format))
    with pytest.raises(GraphError, match=sentence):
        load(engine, path)
    assert not engine.rows("MATCH (n) RETURN n LIMIT 1")


@pytest.mark.parametrize(
    ("name", "form", "place"),
    [
        ("graph.json", "csv", "name a folder"),
        ("graph.csv", "neo4j", "name a folder"),
        ("graph.graphml", "jsonld", "name a file called *.jsonld"),
    ],
)
def test_a_name_that_ends_as_another_format_is_refused(
    arcadedb: Engine, tmp_path: Path, name: str, form: str, place: str
) -> None:
    with pytest.raises(GraphError, match=re.escape(f"{name} does not end as {form} does; {place}, or another format.")):
        export(arcadedb, tmp_path / name, form)
    assert not (tmp_path / name).exists()
