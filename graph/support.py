"""What stands behind short edges and statements, source by source, so that a paper changes only what it speaks of.

How many independent sources an edge has, and how far it can be believed, cannot be told from its counts and one more
paper: has that source spoken before? A node `Support` for each edge and source remembers it, and the edge keeps sums,
whole numbers that do not depend on the order of papers. Nothing is counted again, however much the graph holds.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import log1p

from graph.rows import Row, Run
from graph.said import Key, Said

# Doubt is kept in billionths, as sums of fractions would depend on their order; no prior is surer than this.
FINE, SUREST = 1_000_000_000, 1 - 1e-9

_READ = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) RETURN s.id AS id, s.claims AS claims, s.priors AS priors"
_CREATE = "UNWIND $rows AS row CREATE (s:Support) SET s = row"
_WRITE = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) SET s.claims = row.claims, s.priors = row.priors"
_DELETE = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) DELETE s"
_BELIEF = "round((1 - exp(-{0}.doubt / 1000000000.0)) * 10000) / 10000"

_EDGES = {
    "HAS_PROBLEM": ("Anode", "Problem", ("claims", "papers", "studies", "doubt", "bare"), ", r.stated = r.bare > 0"),
    "MITIGATES": (
        *("Mitigation", "Problem"),
        ("claims", "papers", "studies", "doubt", "general_claims", "general_papers", "general_studies"),
        "",
    ),
    "APPLIED_TO": ("Mitigation", "Anode", ("claims", "papers", "studies", "doubt"), ""),
    "TRIED_ON": ("Mitigation", "Anode", ("claims", "papers"), ""),
}
# Counted without their sources.
_PLAIN = ("TRIED_ON", "Band", "Denial")


@dataclass(slots=True)
class Says:
    """What documents say: their claims' words for each key, and how many papers they add to those that speak of it."""

    said: defaultdict[Key, list[Said]] = field(default_factory=lambda: defaultdict(list))
    papers: Counter[Key] = field(default_factory=Counter)

    def add(self, found: Mapping[Key, list[Said]], elsewhere: Collection[Key]) -> None:
        """Add what one document says; `elsewhere` are the keys that another file of its paper speaks of."""
        self.papers.update(found.keys() - elsewhere)
        for key, words in found.items():
            self.said[key] += words

    def of(self, key: Key) -> tuple[list[Said], int]:
        """The words for a key in an order of their own, and the papers."""
        return sorted(self.said.get(key, ())), self.papers[key]


@dataclass(slots=True)
class _Step:
    """What one source says more (or less) for a key: claims, and by prior those that it is the first source of."""

    claims: int = 0
    priors: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))


def settle(run: Run, before: Says, after: Says) -> None:
    """Bring edges, statements and their support from what a document said `before` to what it says `after`.

    `run` runs a text that unwinds `$rows`.
    """
    keys = before.said.keys() | after.said.keys()
    # Few documents are written anew: most keys have no word to take back.
    changed = sorted(key for key in keys if key not in before.said or before.of(key) != after.of(key))
    sums = {key: _sums(key, before, after) for key in changed}
    _count_sources(run, before, after, sums)
    edges: defaultdict[str, dict[Key, Row]] = defaultdict(dict)
    for (kind, *names), sum_ in sums.items():
        if kind == "GENERAL":
            general = {f"general_{name}": number for name, number in sum_.items()}
            edges["MITIGATES"].setdefault(tuple(names), {}).update(general)
        else:
            edges[kind].setdefault(tuple(names), {}).update(sum_)
    for kind, texts in TEXTS.items():
        rows = [_row(names, sum_) for names, sum_ in edges[kind].items()]
        for text in texts:
            run(text, rows)


def _row(names: Key, sums: Row) -> Row:
    start, *rest = names
    return {**_NOTHING, **sums, "start": start, "end": rest[0] if rest else None, "problem": rest[-1] if rest else None}


def _sums(key: Key, before: Says, after: Says) -> Row:
    old, new = before.said.get(key, ()), after.said.get(key, ())
    bare = sum(word.bare for word in new) - sum(word.bare for word in old)
    papers = after.papers[key] - before.papers[key]
    return {"claims": len(new) - len(old), "bare": bare, "papers": papers, "studies": 0, "doubt": 0}


def _steps(before: Says, after: Says, keys: Collection[Key]) -> dict[tuple[Key, str], _Step]:
    """What changes for each key and source."""
    steps: defaultdict[tuple[Key, str], _Step] = defaultdict(_Step)
    for sign, says in ((-1, before), (1, after)):
        for key in keys:
            for sources, prior, _ in says.said.get(key, ()):
                for source in sources:
                    steps[key, source].claims += sign
                steps[key, sources[0]].priors[repr(prior)] += sign
    return steps


def _count_sources(run: Run, before: Says, after: Says, sums: dict[Key, Row]) -> None:
    """Add to the sums what changes by source, and write the support anew."""
    steps = _steps(before, after, [key for key in sums if key[0] not in _PLAIN])
    ids = {_id(key, source): (key, source) for key, source in steps}
    known = {row["id"]: row for row in run(_READ, [{"id": id_} for id_ in sorted(ids)])}
    new, written, gone = [], [], []
    for id_, (key, source) in sorted(ids.items()):
        step, row = steps[key, source], known.get(id_)
        old_claims, priors = (row["claims"], Counter(json.loads(row["priors"]))) if row else (0, Counter())
        old_doubt = _doubt(priors)
        priors.update(step.priors)
        claims = old_claims + step.claims
        sums[key]["studies"] += (claims > 0) - (old_claims > 0)
        sums[key]["doubt"] += _doubt(priors) - old_doubt
        left = {prior: number for prior, number in sorted(priors.items()) if number}
        rows = gone if not claims else written if row else new
        rows.append({"id": id_, "claims": claims, "priors": json.dumps(left)})
    run(_CREATE, new)
    run(_WRITE, written)
    run(_DELETE, gone)


def _doubt(priors: Mapping[str, int]) -> int:
    """-ln of the probability that the source was misread: its best claim decides."""
    best = max((float(prior) for prior, number in priors.items() if number), default=0.0)
    return round(-log1p(-min(best, SUREST)) * FINE)


def _id(key: Key, source: str) -> str:
    return hashlib.sha256("\n".join((*key, source)).encode()).hexdigest()[:24]


def _texts(type_: str) -> tuple[str, ...]:
    """Add the numbers of a row to an edge, which is made where it is not there and deleted where no claim is left."""
    start, end, numbers, also = _EDGES[type_]
    nodes = f"UNWIND $rows AS row MATCH (a:{start} {{name: row.start}}) MATCH (b:{end} {{name: row.end}})"
    add = ", ".join(f"r.{name} = coalesce(r.{name}, 0) + row.{name}" for name in numbers)
    belief = f"SET r.belief = {_BELIEF.format('r')}{also}" if "doubt" in numbers else ""
    settled = f"SET {add} {belief} WITH r WHERE r.claims = 0 DELETE r"
    if type_ != "APPLIED_TO":
        return (f"{nodes} MERGE (a)-[r:{type_}]->(b) {settled}",)
    # One edge a problem: to merge by a property, ArcadeDB reads all edges of a node, not those between the two.
    old = f"MATCH (a)-[r:{type_}]->(b) WHERE r.problem = row.problem"
    return (
        f"{nodes} OPTIONAL {old} WITH a, b, row, r WHERE r IS NULL CREATE (a)-[:{type_} {{problem: row.problem}}]->(b)",
        f"{nodes} {old} {settled}",
    )


_NOTHING = {name: 0 for edge in _EDGES.values() for name in edge[2]}
TEXTS = {type_: _texts(type_) for type_ in _EDGES}
_STATED = f"""
    UNWIND $rows AS row
    MERGE (t:Statement {{content: row.start}})
    SET t.claims = coalesce(t.claims, 0) + row.claims, t.sources = coalesce(t.sources, 0) + row.studies,
        t.doubt = coalesce(t.doubt, 0) + row.doubt
    SET t.belief = {_BELIEF.format("t")}
    WITH t WHERE t.claims = 0
    DELETE t
"""
TEXTS["STATES"] = (_STATED,)


def _counted(label: str) -> str:
    """Adds the numbers of a row to a node that counts claims, and deletes it where none is left."""
    return f"""
        UNWIND $rows AS row
        MERGE (n:{label} {{name: row.start}})
        SET n.claims = coalesce(n.claims, 0) + row.claims
        WITH n WHERE n.claims = 0
        DELETE n
    """


TEXTS.update((label, (_counted(label),)) for label in ("Band", "Denial"))
