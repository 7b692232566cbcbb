"""What a document takes with it: what it owns is deleted, and its part of what is shared is noted and taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.descriptions import described
from graph.identity import KINDS
from graph.rows import COUNTED, Row, Run
from graph.said import Key, said
from graph.schema import schema
from graph.support import Says

_CLAIMS = """
    UNWIND $rows AS row
    MATCH (c:Claim {document: row.sha256})
    OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
    RETURN c.id AS id, c.content AS content, c.paper AS paper, c.mitigation AS mitigation, c.problem AS problem,
           c.anode AS anode, c.denied AS denied, c.prior AS prior, c.band AS band, c.denies AS denies,
           collect(s.key) AS studies
"""
_OTHER_FILES = """
    UNWIND $rows AS row
    MATCH (:Paper {key: row.key})<-[:READS]-(d:Document)
    WHERE d.sha256 <> row.sha256
    RETURN row.sha256 AS of, d.sha256 AS sha256
"""
_CLAIM, _DOCUMENT = "MATCH (c:Claim {document: row.sha256})", "MATCH (d:Document {sha256: row.sha256})"


@dataclass(slots=True)
class Forgotten:
    """What documents that are written anew said: keys of shared nodes by label, those with other names, and works."""

    says: Says = field(default_factory=Says)
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    aliased: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    described: set[str] = field(default_factory=set)


def forget(run: Run, sha256: str, forgotten: Forgotten) -> None:
    """Delete what a document owns but its node, take its part of the counts away, and note what is to be settled."""
    one: list[Row] = [{"sha256": sha256}]
    [work] = run(f"UNWIND $rows AS row {_DOCUMENT}-[:READS]->(p:Paper) RETURN p.key AS key", one)
    others = spoken_elsewhere(run, {sha256: work["key"]})
    forgotten.says.add(said(run(_CLAIMS, one)), others[sha256])
    forgotten.described |= set(described(run, sha256))
    found = run(f"UNWIND $rows AS row {_DOCUMENT}-[:READS|LISTS]->(p:Paper) RETURN DISTINCT p.key AS key", one)
    forgotten.keys["Paper"] |= {row["key"] for row in found}
    for label in KINDS:
        text = f"UNWIND $rows AS row {_CLAIM}-[r:ABOUT|PAIRED_WITH]->(n:{label}) RETURN n.name AS key, r.said AS said"
        found = run(text, one)
        forgotten.keys[label] |= {row["key"] for row in found}
        forgotten.aliased[label] |= {row["key"] for row in found if row["said"] is not None}
    for label in (*KINDS, "Paper"):
        _uncount(run, one, label, "claims", "true")
    _uncount(run, one, "Anode", "measurements", "c.property IS NOT NULL")
    for label in schema().labels.values():
        if label.owner == "document" and "document" in label.properties and not label.extends:
            run(f"UNWIND $rows AS row MATCH (n:{label.name} {{document: row.sha256}}) DETACH DELETE n", one)
    # The document itself stays: a reader who has just found it would look at nothing.
    run(f"UNWIND $rows AS row {_DOCUMENT}-[r]->() DELETE r", one)


def spoken_elsewhere(run: Run, works: Mapping[str, str]) -> dict[str, frozenset[Key]]:
    """For each file, by its hash and the key of its work: what other files of the same work in the graph speak of."""
    keys: dict[str, set[Key]] = {sha256: set() for sha256 in works}
    for row in run(_OTHER_FILES, [{"sha256": sha256, "key": key} for sha256, key in works.items()]):
        keys[row["of"]] |= said(run(_CLAIMS, [{"sha256": row["sha256"]}])).keys()
    return {sha256: frozenset(found) for sha256, found in keys.items()}


def _uncount(run: Run, one: list[Row], label: str, name: str, which: str) -> None:
    text = f"""
        UNWIND $rows AS row
        {_CLAIM}-[:{"|".join(COUNTED)}]->(n:{label}) WHERE {which}
        WITH n, count(c) AS gone
        SET n.{name} = n.{name} - gone
    """
    run(text, one)
