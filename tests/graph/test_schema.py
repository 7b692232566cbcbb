"""The graph has what the schema says, and docs/schema.md says what the schema has."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from made_up import FIRST, PAPERS, SECOND, THIRD

from graph.contents import links, nodes
from graph.engine import Engine
from graph.projection import project
from graph.schema import schema

DOCS = Path(__file__).parents[2] / "docs"
TYPES = {"string": str, "integer": int, "float": float, "boolean": bool, "strings": list, "integers": list}


def test_every_property_in_the_graph_is_in_the_schema(engine: Engine) -> None:
    for paper in PAPERS:
        project(engine, paper)
    for node in nodes(engine):
        known = schema().labels[node.labels[-1]].properties
        for name, value in node.properties.items():
            assert type(value) is TYPES[known[name].type], (node.labels, name)
    found = links(engine)
    for link in found:
        known = schema().relationship(link.type, link.start.partition(":")[0], link.end.partition(":")[0]).properties
        for name, value in link.properties.items():
            assert type(value) is TYPES[known[name].type], (link.type, name)
    assert {link.type for link in found} == {r.type for r in schema().relationships}


def test_the_graph_has_nothing_that_the_schema_has_not(engine: Engine) -> None:
    for paper in PAPERS:
        project(engine, paper)
    assert engine.rows("MATCH (n) RETURN count(n) AS n") == [{"n": len(nodes(engine))}]
    assert engine.rows("MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": len(links(engine))}]


def test_keys_are_unique(engine: Engine) -> None:
    indexed = {(label, *properties) for label, *properties in schema().indexes}
    keys = {(label.name, label.key) for label in schema().labels.values() if not label.extends}
    rows = engine.rows("SHOW INDEXES YIELD labelsOrTypes, properties RETURN *")
    found = {(row["labelsOrTypes"][0], *row["properties"]) for row in rows if row["labelsOrTypes"]}
    assert keys | indexed <= found
    duplicate = "CREATE (:Anode {name: 'tin'}), (:Anode {name: 'tin'})"
    with pytest.raises(Exception, match="tin"):
        engine.write(lambda transaction: transaction.run(duplicate).consume())


@pytest.mark.parametrize("label", schema().labels.values(), ids=lambda label: label.name)
def test_the_document_describes_every_label(label) -> None:
    text = (DOCS / "schema.md").read_text()
    section = text.partition(f"### {label.name}\n")[2].partition("\n### ")[0]
    base = schema().labels[label.extends].properties if label.extends else {}
    for name in label.properties.keys() - base.keys():
        assert f"| `{name}` |" in section, (label.name, name)


@pytest.mark.parametrize("relationship", schema().relationships, ids=lambda r: f"{r.start}-{r.type}-{r.end}")
def test_the_document_describes_every_relationship(relationship) -> None:
    rows = [row for row in (DOCS / "schema.md").read_text().splitlines() if row.startswith(f"| `{relationship.type}`")]
    assert any(f"{relationship.start} → {relationship.end}" in row for row in rows)
    assert all(any(f"`{name}`" in row for row in rows) for name in relationship.properties)
    assert f"{relationship.type}" in (DOCS / "schema.md").read_text().partition("```mermaid")[2].partition("```")[0]


# What docs/extending.md asks for is not there yet: tests/test_extending.py adds it.
PAGES = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
PAGES = [page for page in PAGES if page.name != "extending.md"]


def cypher_of(page: Path) -> list[str]:
    return re.findall(r"```cypher\n(.*?)```", page.read_text(), re.DOTALL)


@pytest.mark.parametrize("text", [text for page in PAGES for text in cypher_of(page)])
def test_the_cypher_of_the_documents_runs_and_answers(engine: Engine, text: str) -> None:
    from graph.answers import cypher

    tin = replace(SECOND.mitigations[1], problem="dendrite_growth", strategy="binder")
    for paper in (FIRST, replace(SECOND, mitigations=(*SECOND.mitigations, tin)), THIRD):
        project(engine, paper)
    assert cypher(engine, text, {"problem": "dendrite_growth"}).rows


def test_the_tutorial_has_its_ten_examples() -> None:
    assert len(cypher_of(DOCS / "cypher.md")) >= 10
