"""The projection: claims into the graph, one transaction a paper, so that readers see a paper whole or not at all.

What a document owns is written anew; what papers share (anodes, problems, works, the short edges with their counts) is
worked out again from the claims wherever the old or the new version of the document touches it, and nowhere else. The
graph is thus the same after any order of ingests and removals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from secrets import token_hex
from typing import Any

import neo4j

from graph.engine import Engine, run
from graph.identity import KINDS, UNJUDGED, Names
from graph.rows import Links, Nodes, PaperRows, Row, paper_rows
from graph.schema import schema
from graph.short_edges import BELIEVE_STATEMENTS, SHORT_EDGES
from miner.claims import Extraction

BATCH = 1000

# A work is described by its own file, else by the reference that says most; then by hash, so that no order of ingest
# makes a difference.
_DESCRIBE = """
    UNWIND $rows AS row
    MATCH (p:Paper {key: row.key})<-[r:READS|LISTS]-(d:Document)
    WITH p, d.sha256 AS sha256, r.number AS number, type(r) = 'READS' AS own,
         CASE WHEN type(r) = 'READS' THEN properties(d) ELSE properties(r) END AS said
    ORDER BY own DESC, said.doi IS NULL, said.title IS NULL, said.year IS NULL, sha256, number
    WITH p, head(collect(own)) AS mined, head(collect(said)) AS said
    SET p.mined = mined, p.title = said.title, p.authors = said.authors, p.year = said.year, p.doi = said.doi,
        p.journal = said.journal, p.text = said.text
"""
# The other names by which claims call a node.
_ALIASES = """
    UNWIND $rows AS row
    MATCH (n:{label} {{name: row.key}})
    OPTIONAL MATCH (n)<-[r:ABOUT|PAIRED_WITH]-(:Claim)
    WITH n, r.said AS said ORDER BY said
    WITH n, collect(DISTINCT said) AS aliases
    SET n.aliases = CASE WHEN size(aliases) > 0 THEN aliases ELSE null END
"""


@dataclass(slots=True)
class Touched:
    """What a document shares: keys of nodes by label, and the (mitigation, problem, anode) of its claims.

    `aliased` are the keys, by label, of the nodes that it calls by other names.
    """

    keys: dict[str, set[str]] = field(default_factory=dict)
    triples: set[tuple[str | None, str, str | None]] = field(default_factory=set)
    aliased: dict[str, set[str]] = field(default_factory=dict)


def project(engine: Engine, extraction: Extraction, names: Names = UNJUDGED) -> bool:
    """Bring what the graph says of one document up to date; False where it says so already. Raises GraphError."""
    rows = paper_rows(extraction, names)
    return _write(engine, lambda transaction: _project(transaction, rows))


def remove(engine: Engine, sha256: str) -> bool:
    """Take a document out of the graph, with all that only it supports; False where it is not in it."""
    return _write(engine, lambda transaction: _remove(transaction, sha256))


def rebuild(engine: Engine, extractions: Iterable[Extraction], names: Names = UNJUDGED) -> int:
    """Make the graph say exactly what the `extractions` (one a document) say; returns their number.

    Readers see each paper's old or new version, never a half: documents are replaced one by one.
    """
    wanted = set()
    for extraction in extractions:
        wanted.add(extraction.paper.sha256)
        project(engine, extraction, names)
    for row in engine.rows("MATCH (d:Document) RETURN d.sha256 AS sha256"):
        if row["sha256"] not in wanted:
            remove(engine, row["sha256"])
    return len(wanted)


def _write(engine: Engine, work: Callable[[neo4j.ManagedTransaction], bool]) -> bool:
    """Run `work` with the graph's node locked: counts must see all claims that other writers have added."""

    def locked(transaction: neo4j.ManagedTransaction) -> bool:
        # Neo4j locks what is written to; on ArcadeDB two transactions collide only where the value is a new one.
        text = "MERGE (g:Graph {name: 'claims'}) SET g.software = $software, g.turn = $turn"
        _run(transaction, text, software=version("anodegraph"), turn=token_hex(8))
        return work(transaction)

    return engine.write(locked)


def _project(transaction: neo4j.ManagedTransaction, rows: PaperRows) -> bool:
    found = _run(transaction, "MATCH (d:Document {sha256: $sha256}) RETURN d.digest AS digest", sha256=rows.sha256)
    if found and found[0]["digest"] == rows.digest:
        return False
    touched = Touched()
    if found:
        _note(transaction, rows.sha256, touched)
        _delete_own(transaction, rows.sha256)
    for nodes in rows.nodes:
        _write_nodes(transaction, nodes)
    for links in rows.links:
        _merge_links(transaction, links)
    _note(transaction, rows.sha256, touched)
    _settle(transaction, touched)
    return True


def _remove(transaction: neo4j.ManagedTransaction, sha256: str) -> bool:
    if not _run(transaction, "MATCH (d:Document {sha256: $sha256}) RETURN d.sha256", sha256=sha256):
        return False
    touched = Touched()
    _note(transaction, sha256, touched)
    _delete_own(transaction, sha256)
    _settle(transaction, touched)
    return True


def _note(transaction: neo4j.ManagedTransaction, sha256: str, touched: Touched) -> None:
    """Add to `touched` what the graph's version of the document shares."""
    starts = {
        label: f"(:Claim {{document: $sha256}})-[:ABOUT|STATES|PAIRED_WITH]->(n:{label})" for label in _concepts()
    }
    starts["Paper"] = "(:Document {sha256: $sha256})-[:READS|LISTS]->(n:Paper)"
    for label, pattern in starts.items():
        text = f"MATCH {pattern} RETURN DISTINCT n.{schema().labels[label].key} AS key"
        touched.keys.setdefault(label, set()).update(r["key"] for r in _run(transaction, text, sha256=sha256))
    for label in KINDS:
        text = f"""
            MATCH (c:Claim {{document: $sha256}})-[r:ABOUT|PAIRED_WITH]->(n:{label}) WHERE r.said IS NOT NULL
            RETURN DISTINCT n.name AS key
        """
        touched.aliased.setdefault(label, set()).update(r["key"] for r in _run(transaction, text, sha256=sha256))
    text = """
        MATCH (c:Claim {document: $sha256}) WHERE c.problem IS NOT NULL
        RETURN DISTINCT c.mitigation AS mitigation, c.problem AS problem, c.anode AS anode
    """
    touched.triples |= {(r["mitigation"], r["problem"], r["anode"]) for r in _run(transaction, text, sha256=sha256)}


def _delete_own(transaction: neo4j.ManagedTransaction, sha256: str) -> None:
    for pattern in (
        "Claim {document: $sha256}",
        "Evidence {document: $sha256}",
        "Finding {document: $sha256}",
        "Document {sha256: $sha256}",
    ):
        _run(transaction, f"MATCH (n:{pattern}) DETACH DELETE n", sha256=sha256)


def _settle(transaction: neo4j.ManagedTransaction, touched: Touched) -> None:
    """Work out anew what is shared: short edges, the description of works, and what nothing points at any more."""
    triples = [_triple(*triple) for triple in touched.triples]
    for edge in SHORT_EDGES:
        distinct = {tuple(t[name] for name in edge.triple) for t in triples}
        rows = [dict(zip(edge.triple, key, strict=True)) for key in sorted(k for k in distinct if None not in k)]
        for text in (edge.delete, edge.create, edge.believe):
            _batches(transaction, text, rows)
    _batches(transaction, _DESCRIBE, [{"key": key} for key in sorted(touched.keys["Paper"])])
    _batches(transaction, BELIEVE_STATEMENTS, [{"key": key} for key in sorted(touched.keys["Statement"])])
    for label, keys in touched.aliased.items():
        _batches(transaction, _ALIASES.format(label=label), [{"key": key} for key in sorted(keys)])
    for label, keys in touched.keys.items():
        key = schema().labels[label].key
        text = f"UNWIND $rows AS row MATCH (n:{label} {{{key}: row.key}}) WHERE NOT (n)--() DELETE n"
        _batches(transaction, text, [{"key": key} for key in sorted(keys)])


def _triple(mitigation: str | None, problem: str, anode: str | None) -> dict[str, str | None]:
    return {"mitigation": mitigation, "problem": problem, "anode": anode}


def _concepts() -> list[str]:
    """The shared labels that claims are about."""
    return sorted({r.end for r in schema().relationships if r.start == "Claim" and r.end not in ("Evidence", "Paper")})


def _write_nodes(transaction: neo4j.ManagedTransaction, nodes: Nodes) -> None:
    label = schema().labels[nodes.labels[0]]
    if label.owner == "document":
        # Its old ones are gone, and ArcadeDB looks through all nodes for one of two labels to merge.
        write = f"CREATE (n:{':'.join(nodes.labels)}) SET n = row"
    else:
        write = f"MERGE (n:{label.name} {{{label.key}: row.{label.key}}}) SET n += row"
    _batches(transaction, f"UNWIND $rows AS row {write}", nodes.rows)


def _merge_links(transaction: neo4j.ManagedTransaction, links: Links) -> None:
    labels, link = schema().labels, schema().relationship(links.type, links.start, links.end)
    key = ", ".join(f"{name}: row.properties.{name}" for name in link.key)
    text = f"""
        UNWIND $rows AS row
        MATCH (a:{links.start} {{{labels[links.start].key}: row.start}})
        MATCH (b:{links.end} {{{labels[links.end].key}: row.end}})
        MERGE (a)-[r:{links.type}{f" {{{key}}}" if key else ""}]->(b)
        SET r += row.properties
    """
    _batches(transaction, text, links.rows)


def _batches(transaction: neo4j.ManagedTransaction, text: str, rows: list[Row]) -> None:
    for batch in _cut(rows):
        _run(transaction, text, rows=batch)


def _cut(rows: list[Row]) -> Iterator[list[Row]]:
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))


def _run(transaction: neo4j.ManagedTransaction, text: str, **parameters: Any) -> list[dict[str, Any]]:
    return run(transaction, text, parameters).data()
