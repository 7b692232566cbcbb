"""How shared nodes are described: works by what files and lists say of them, the others by the names they are given.

A work is described by its own file, else by the reference that says most; then by hash, so that no order of ingest
makes a difference. It remembers the rank of its description, so that one more reference is compared with that alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.identity import KINDS
from graph.rows import PaperRows, Row, Run

FIELDS = ("title", "authors", "year", "doi", "journal", "text")

_WRITE = f"""
    UNWIND $rows AS row
    MATCH (p:Paper {{key: row.key}}) WHERE p.rank IS NULL OR row.rank < p.rank
    SET p.rank = row.rank, p.mined = row.mined, {", ".join(f"p.{name} = row.{name}" for name in FIELDS)}
"""
_DESCRIBED = """
    UNWIND $rows AS row
    MATCH (:Document {sha256: row.sha256})-[:READS|LISTS]->(p:Paper)
    WHERE p.rank CONTAINS row.sha256
    RETURN DISTINCT p.key AS key
"""
_FORGET = "UNWIND $rows AS row MATCH (p:Paper {key: row.key}) SET p.rank = null"
_CANDIDATES = """
    UNWIND $rows AS row
    MATCH (p:Paper {key: row.key})<-[r:READS|LISTS]-(d:Document)
    RETURN p.key AS key, d.sha256 AS sha256, r.number AS number,
           CASE WHEN type(r) = 'READS' THEN properties(d) ELSE properties(r) END AS said
"""
_NAMES = """
    UNWIND $rows AS row
    MATCH (n:{label} {{name: row.key}})
    OPTIONAL MATCH (n)<-[r:ABOUT|PAIRED_WITH]-(:Claim)
    WITH n, r.said AS said ORDER BY said
    WITH n, collect(DISTINCT said) AS aliases
    SET n.aliases = CASE WHEN size(aliases) > 0 THEN aliases ELSE null END
"""
_KNOWN_NAMES = "UNWIND $rows AS row MATCH (n:{label} {{name: row.key}}) RETURN n.name AS key, n.aliases AS aliases"
_ADD_NAMES = "UNWIND $rows AS row MATCH (n:{label} {{name: row.key}}) SET n.aliases = row.aliases"


def described(run: Run, sha256: str) -> list[str]:
    """The works that this document describes."""
    return [row["key"] for row in run(_DESCRIBED, [{"sha256": sha256}])]


def describe(run: Run, papers: Iterable[PaperRows], again: Iterable[str]) -> None:
    """Describe the works that papers read and list, and `again` those whose description has gone."""
    keys = [{"key": key} for key in sorted(again)]
    run(_FORGET, keys)
    old = [_candidate(row["key"], row["sha256"], row["number"], row["said"]) for row in run(_CANDIDATES, keys)]
    best: dict[str, Row] = {}
    for row in (*old, *(row for paper in papers for row in _candidates(paper))):
        best[row["key"]] = min(row, best.get(row["key"], row), key=lambda one: one["rank"])
    run(_WRITE, [best[key] for key in sorted(best)])


def name_also(run: Run, papers: Iterable[PaperRows], again: Mapping[str, set[str]]) -> None:
    """Note by which other names claims of the papers call a node; look anew at those nodes that lost a claim."""
    said: dict[str, dict[str, set[str]]] = {label: {} for label in KINDS}
    for links in (links for paper in papers for links in paper.links if links.end in KINDS):
        for row in links.rows:
            if other := row["properties"].get("said"):
                said[links.end].setdefault(row["end"], set()).add(other)
    for label, names in said.items():
        known = run(_KNOWN_NAMES.format(label=label), [{"key": key} for key in sorted(names)])
        more = [{**row, "aliases": sorted({*(row["aliases"] or ()), *names[row["key"]]})} for row in known]
        run(_ADD_NAMES.format(label=label), more)
        run(_NAMES.format(label=label), [{"key": key} for key in sorted(again.get(label, ()))])


def _candidates(paper: PaperRows) -> Iterable[Row]:
    document = paper.nodes[0].rows[0]
    for links in paper.links:
        if links.type in ("READS", "LISTS"):
            for row in links.rows:
                number = row["properties"].get("number")
                said = document if links.type == "READS" else row["properties"]
                yield _candidate(row["end"], paper.sha256, number, said)


def _candidate(key: str, sha256: str, number: int | None, said: dict[str, Any]) -> Row:
    lacks = "".join("-" if said.get(name) is None else "+" for name in ("doi", "title", "year"))
    own = number is None
    rank = f"{'own' if own else 'ref'} {lacks} {sha256} {number or 0:06d}"
    return {"key": key, "rank": rank, "mined": own, **{name: said.get(name) for name in FIELDS}}
