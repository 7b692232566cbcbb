"""The projection: claims into the graph, one transaction a paper, so that readers see a paper whole or not at all.

What a document owns is written anew. What papers share (anodes, problems, works, the short edges with their counts) is
brought from what the document said before to what it says now, and nothing else is touched. The graph is thus the same
after any order of ingests and removals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from secrets import token_hex

import neo4j

from graph.descriptions import describe, name_also
from graph.engine import Engine, is_outdated, run
from graph.errors import GraphError
from graph.forgetting import Forgotten, forget, spoken_elsewhere
from graph.identity import UNJUDGED, Names
from graph.rows import Links, Nodes, PaperRows, Row, paper_rows
from graph.schema import schema
from graph.support import Says, settle
from miner.claims import Extraction

# Rows of a statement, and papers of a transaction in a rebuild.
BATCH, TOGETHER = 1000, 50
# What shared nodes count of each paper.
COUNTS = ("claims", "measurements")


def project(engine: Engine, extraction: Extraction, names: Names = UNJUDGED) -> bool:
    """Bring what the graph says of one document up to date; False where it says so already. Raises GraphError."""
    rows = paper_rows(extraction, names)
    return _write(engine, lambda transaction: _project(Runner(transaction), [rows]))


def remove(engine: Engine, sha256: str) -> bool:
    """Take a document out of the graph, with all that only it supports; False where it is not in it."""
    return _write(engine, lambda transaction: _remove(Runner(transaction), sha256))


def rebuild(engine: Engine, extractions: Iterable[Extraction], names: Names = UNJUDGED) -> int:
    """Make the graph say exactly what the `extractions` (one a document) say; returns their number.

    Readers see each paper's old or new version, never a half; a graph by another schema is cleared first. What another
    process adds meanwhile stays. Raises GraphError where the graph then lacks documents or claims.
    """
    if is_outdated(engine):
        clear(engine)
    before = documents(engine)
    wanted: dict[str, int] = {}
    for group in _ahead(_groups(paper_rows(extraction, names) for extraction in extractions)):
        wanted |= {rows.sha256: rows.claims for rows in group}
        _write(engine, lambda transaction, group=group: _project(Runner(transaction), group))
    for sha256 in sorted(before - wanted.keys()):
        remove(engine, sha256)
    [claims] = engine.rows("MATCH (n:Claim) RETURN count(n) AS n")
    held, expected = documents(engine), sum(wanted.values())
    if wanted.keys() - held or claims["n"] < expected or (held == wanted.keys() and claims["n"] != expected):
        raise GraphError(f"The graph holds {claims['n']} claims, not {expected}; rebuild it once more.")
    return len(wanted)


def documents(engine: Engine) -> set[str]:
    """The SHA-256 of each file whose claims are in the graph."""
    return {row["sha256"] for row in engine.rows("MATCH (d:Document) RETURN d.sha256 AS sha256")}


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs texts that unwind `$rows` in one transaction, in batches."""

    transaction: neo4j.ManagedTransaction

    def __call__(self, text: str, rows: list[Row]) -> list[Row]:
        """All rows that the text gives for all batches."""
        batches = (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))
        return [row for batch in batches for row in run(self.transaction, text, {"rows": batch}).data()]


def _groups(papers: Iterable[PaperRows]) -> Iterator[list[PaperRows]]:
    """Papers to write in one transaction: few, and no two files of one paper."""
    group: dict[str, PaperRows] = {}
    for rows in papers:
        if len(group) == TOGETHER or rows.paper in group:
            yield list(group.values())
            group = {}
        group[rows.paper] = rows
    if group:
        yield list(group.values())


def _ahead(groups: Iterator[list[PaperRows]]) -> Iterator[list[PaperRows]]:
    """The groups, each made while the engine is busy with the one before."""
    with ThreadPoolExecutor(1) as pool:
        following = pool.submit(next, groups, None)
        while group := following.result():
            following = pool.submit(next, groups, None)
            yield group


def _write(engine: Engine, work: Callable[[neo4j.ManagedTransaction], bool]) -> bool:
    """Run `work` with the graph's node locked: counts must see all claims that other writers have added."""

    def locked(transaction: neo4j.ManagedTransaction) -> bool:
        # Neo4j locks what is written to; on ArcadeDB two transactions collide only where the value is a new one.
        text = """
            MERGE (g:Graph {name: 'claims'}) ON CREATE SET g.format = $format
            SET g.software = $software, g.turn = $turn
        """
        made = {"format": schema().format, "software": version("anodegraph"), "turn": token_hex(8)}
        run(transaction, text, made).consume()
        return work(transaction)

    return engine.write(locked)


def clear(engine: Engine) -> None:
    """Delete all that is ours, in batches; at last the node that tells by which schema it was made."""
    for label in sorted(schema().labels, key=lambda name: name == "Graph"):
        text = f"MATCH (n:{label}) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS n"
        while engine.write(lambda transaction, text=text: run(transaction, text, {}).data())[0]["n"]:
            pass


def _project(run: Runner, papers: list[PaperRows]) -> bool:
    text = "UNWIND $rows AS row MATCH (d:Document {sha256: row.sha256}) RETURN d.sha256 AS sha256, d.digest AS digest"
    held = {row["sha256"]: row["digest"] for row in run(text, [{"sha256": rows.sha256} for rows in papers])}
    papers = [rows for rows in papers if held.get(rows.sha256) != rows.digest]
    before, after = Forgotten(), Says()
    for rows in papers:
        if rows.sha256 in held:
            forget(run, rows.sha256, before)
    nodes, links = _joined(papers)
    others = spoken_elsewhere(run, {rows.sha256: rows.paper for rows in papers})
    for rows in papers:
        after.add(rows.said, others[rows.sha256])
    for each in nodes:
        if not _is_owned(each):
            _write_shared(run, each)
    settle(run, before.says, after)
    ones = [each for each in links if schema().relationship(each.type, each.start, each.end).one]
    for each in nodes:
        if _is_owned(each):
            _write_owned(run, each, [one for one in ones if one.start == each.labels[0]])
    for each in links:
        if each not in ones:
            write_links(run, each)
    _tidy(run, papers, before)
    return bool(papers)


def _remove(run: Runner, sha256: str) -> bool:
    if not run("UNWIND $rows AS row MATCH (d:Document {sha256: row.sha256}) RETURN d.sha256", [{"sha256": sha256}]):
        return False
    before = Forgotten()
    forget(run, sha256, before)
    run("UNWIND $rows AS row MATCH (d:Document {sha256: row.sha256}) DELETE d", [{"sha256": sha256}])
    settle(run, before.says, Says())
    _tidy(run, [], before)
    return True


def _tidy(run: Runner, papers: list[PaperRows], before: Forgotten) -> None:
    """Describe what is shared anew, and delete what nothing points at any more."""
    describe(run, papers, before.described)
    name_also(run, papers, before.aliased)
    for label, keys in before.keys.items():
        key = schema().labels[label].key
        text = f"UNWIND $rows AS row MATCH (n:{label} {{{key}: row.key}}) WHERE NOT (n)--() DELETE n"
        run(text, [{"key": key} for key in sorted(keys)])


def _joined(papers: list[PaperRows]) -> tuple[list[Nodes], list[Links]]:
    """The nodes and relationships of papers, of each kind together; what they share once, with its counts added up."""
    nodes: dict[tuple[str, ...], list[Row]] = {}
    links: dict[tuple[str, str, str], list[Row]] = {}
    for paper in papers:
        for each in paper.nodes:
            nodes.setdefault(each.labels, []).extend(each.rows)
        for each in paper.links:
            links.setdefault((each.type, each.start, each.end), []).extend(each.rows)
    return [Nodes(labels, _once(labels[0], rows)) for labels, rows in nodes.items()], [
        Links(*kind, rows) for kind, rows in links.items()
    ]


def _once(label: str, rows: list[Row]) -> list[Row]:
    if schema().labels[label].owner != "shared":
        return rows
    found: dict[str, Row] = {}
    for row in rows:
        known = found.setdefault(row[schema().labels[label].key], {})
        counts = {name: known.get(name, 0) + row[name] for name in COUNTS if name in row}
        known.update(row | counts)
    return list(found.values())


def _is_owned(nodes: Nodes) -> bool:
    """Whether a document owns them, so that its old ones are gone; its own node stays."""
    return schema().labels[nodes.labels[0]].owner == "document" and nodes.labels[0] != "Document"


def _write_owned(run: Runner, nodes: Nodes, ones: list[Links]) -> None:
    """Create nodes together with those relationships of which each has one, so that none is looked up for them."""
    # CREATE, as ArcadeDB looks through all nodes for one of two labels to merge.
    keys = {label.name: label.key for label in schema().labels.values()}
    text = f"""
        UNWIND $rows AS row
        {" ".join(f"MATCH (e{at}:{one.end} {{{keys[one.end]}: row.ends[{at}]}})" for at, one in enumerate(ones))}
        CREATE (n:{":".join(nodes.labels)}) SET n = row.properties
        {" ".join(f"CREATE (n)-[:{one.type}]->(e{at})" for at, one in enumerate(ones))}
        RETURN count(n) AS n
    """
    ends, key = [{row["start"]: row["end"] for row in one.rows} for one in ones], keys[nodes.labels[0]]
    rows = [{"properties": row, "ends": [found[row[key]] for found in ends]} for row in nodes.rows]
    _check(":".join(nodes.labels), rows, run(text, rows))


def _write_shared(run: Runner, nodes: Nodes) -> None:
    label = schema().labels[nodes.labels[0]]
    if label.name == "Document":
        text, rows = "MERGE (n:Document {sha256: row.sha256}) SET n = row", nodes.rows
    else:
        counts = [name for name in COUNTS if nodes.rows and name in nodes.rows[0]]
        add = "".join(f", n.{name} = coalesce(n.{name}, 0) + row.{name}" for name in counts)
        text = f"MERGE (n:{label.name} {{{label.key}: row.key}}) SET n += row.properties{add}"
        rows = [_shared(row, label.key, counts) for row in nodes.rows]
    _check(nodes.labels[0], rows, run(f"UNWIND $rows AS row {text} RETURN count(n) AS n", rows))


def _shared(row: Row, key: str, counts: list[str]) -> Row:
    properties = {name: value for name, value in row.items() if name not in counts}
    return {"key": row[key], "properties": properties, **{name: row[name] for name in counts}}


def write_links(run: Runner, links: Links) -> None:
    """Write relationships that the graph does not have: those of a paper start at what its document owns.

    Raises GraphError where it does not take all of them.
    """
    labels = schema().labels
    text = f"""
        UNWIND $rows AS row
        MATCH (a:{links.start} {{{labels[links.start].key}: row.start}})
        MATCH (b:{links.end} {{{labels[links.end].key}: row.end}})
        CREATE (a)-[r:{links.type}]->(b)
        SET r = row.properties
        RETURN count(r) AS n
    """
    _check(links.type, links.rows, run(text, links.rows))


def _check(kind: str, rows: list[Row], counted: list[Row]) -> None:
    """Raise GraphError where the graph did not take every row: the transaction is then undone."""
    taken = sum(row["n"] for row in counted)
    if taken != len(rows):
        raise GraphError(f"The graph took {taken} of {len(rows)} {kind}; nothing was changed. Rebuild it.")
