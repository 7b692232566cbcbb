"""What stands behind short edges and statements, source by source, so that a paper changes only what it speaks of.

How many independent sources an edge has, and how far it can be believed, cannot be told from its counts and one more
paper: has that source spoken before? A node `Support` for each edge and source remembers it, and the edge keeps sums,
whole numbers that do not depend on the order of papers. Nothing is counted again, however much the graph holds.

Claims are joined as they were stated, never edge by edge: what A says of B and B of C nobody may have said of A and C.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log1p
from typing import TypeAlias

from graph.rows import Row, Run

Key: TypeAlias = "tuple[str, ...]"

# Doubt is kept in billionths, as sums of fractions would depend on their order; no prior is surer than this.
FINE, SUREST = 1_000_000_000, 1 - 1e-9

_READ = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) RETURN s.id AS id, s.claims AS claims, s.priors AS priors"
_CREATE = "UNWIND $rows AS row CREATE (s:Support) SET s = row"
_WRITE = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) SET s.claims = row.claims, s.priors = row.priors"
_DELETE = "UNWIND $rows AS row MATCH (s:Support {id: row.id}) DELETE s"
_BELIEF = "round((1 - exp(-{0}.doubt / 1000000000.0)) * 10000) / 10000"

_EDGES = {
    "HAS_PROBLEM": (
        "Anode",
        "Problem",
        "",
        ("claims", "papers", "studies", "doubt", "bare"),
        ", r.stated = r.bare > 0",
    ),
    "MITIGATES": (
        *("Mitigation", "Problem", ""),
        ("claims", "papers", "studies", "doubt", "general_claims", "general_papers", "general_studies"),
        "",
    ),
    "APPLIED_TO": ("Mitigation", "Anode", " {problem: row.problem}", ("claims", "papers", "studies", "doubt"), ""),
    "TRIED_ON": ("Mitigation", "Anode", "", ("claims", "papers"), ""),
}
# Counted without their sources.
_PLAIN = ("TRIED_ON", "BAND")


@dataclass(slots=True)
class Share:
    """What is said for a key: claims, those not on a mitigation, the sources cited, and the first of them by prior."""

    claims: int = 0
    bare: int = 0
    cited: Counter[str] = field(default_factory=Counter)
    first: Counter[tuple[str, float]] = field(default_factory=Counter)


@dataclass(slots=True)
class Says:
    """What documents say: a share for each key, and how many papers they add to those that speak of it."""

    shares: dict[Key, Share] = field(default_factory=dict)
    papers: Counter[Key] = field(default_factory=Counter)

    def add(self, found: Mapping[Key, Share], elsewhere: Collection[Key]) -> None:
        """Add the shares of one document; `elsewhere` are the keys that another file of its paper speaks of."""
        self.papers.update(key for key in found if key not in elsewhere)
        for key, share in found.items():
            sum_ = self.shares.setdefault(key, Share())
            sum_.claims, sum_.bare = sum_.claims + share.claims, sum_.bare + share.bare
            sum_.cited.update(share.cited)
            sum_.first.update(share.first)


def shares(claims: Iterable[Row]) -> dict[Key, Share]:
    """The shares of claims, each a row with the works that it is attributed to as `studies`.

    A key is a type of edge with its names, or ("STATES", content). A claim on a mitigation presupposes that the anode
    has the problem.
    """
    found: defaultdict[Key, Share] = defaultdict(Share)
    for claim in claims:
        studies = sorted({*claim["studies"]}) or [claim["paper"]]
        for key in _keys(claim):
            share = found[key]
            share.claims += 1
            share.bare += claim.get("mitigation") is None
            # The first by key stands for all that one claim cites; with it a statement counts its sources.
            share.cited.update(studies if key[0] != "STATES" else studies[:1])
            share.first[studies[0], claim["prior"]] += 1
    return dict(found)


def _keys(claim: Row) -> list[Key]:
    mitigation, problem, anode = (claim.get(name) for name in ("mitigation", "problem", "anode"))
    keys: list[Key] = [("STATES", claim["content"])]
    if band := claim.get("band"):
        keys.append(("BAND", band))
    if problem and not claim["denied"]:
        if anode:
            keys.append(("HAS_PROBLEM", anode, problem))
        if mitigation:
            keys.append(("MITIGATES", mitigation, problem))
            if anode:
                keys += [("APPLIED_TO", mitigation, anode, problem), ("TRIED_ON", mitigation, anode)]
            else:
                keys.append(("GENERAL", mitigation, problem))
    return keys


def settle(run: Run, before: Says, after: Says) -> None:
    """Bring edges, statements and their support from what a document said `before` to what it says `after`.

    `run` runs a text that unwinds `$rows`.
    """
    keys = before.shares.keys() | after.shares.keys()
    changed = sorted(key for key in keys if _part(before, key) != _part(after, key))
    sums = {key: _sums(key, before, after) for key in changed}
    _count_sources(run, before, after, sums)
    edges: defaultdict[str, dict[Key, Counter[str]]] = defaultdict(dict)
    for (kind, *names), sum_ in sums.items():
        if kind == "GENERAL":
            general = Counter({f"general_{name}": number for name, number in sum_.items()})
            edges["MITIGATES"].setdefault(tuple(names), Counter()).update(general)
        else:
            edges[kind].setdefault(tuple(names), Counter()).update(sum_)
    for kind, text in TEXTS.items():
        run(text, [_row(names, sum_) for names, sum_ in edges[kind].items()])


def _part(says: Says, key: Key) -> tuple[Share | None, int]:
    return says.shares.get(key), says.papers[key]


def _row(names: Key, sums: Counter[str]) -> Row:
    numbers = {name: sums[name] for name in _NUMBERS}
    start, *rest = names
    return {"start": start, "end": rest[0] if rest else None, "problem": rest[-1] if rest else None, **numbers}


def _sums(key: Key, before: Says, after: Says) -> Counter[str]:
    old, new = before.shares.get(key, Share()), after.shares.get(key, Share())
    papers = after.papers[key] - before.papers[key]
    return Counter({"claims": new.claims - old.claims, "bare": new.bare - old.bare, "papers": papers})


def _count_sources(run: Run, before: Says, after: Says, sums: dict[Key, Counter[str]]) -> None:
    """Add to the sums what changes by source, and write the support anew."""
    steps: defaultdict[tuple[Key, str], list[tuple[int, Share]]] = defaultdict(list)
    for sign, says in ((-1, before), (1, after)):
        for key in (key for key in says.shares.keys() & sums.keys() if key[0] not in _PLAIN):
            for source in says.shares[key].cited:
                steps[key, source].append((sign, says.shares[key]))
    ids = {_id(key, source): (key, source) for key, source in steps}
    known = {row["id"]: row for row in run(_READ, [{"id": id_} for id_ in sorted(ids)])}
    new, written, gone = [], [], []
    for id_, (key, source) in sorted(ids.items()):
        row = known.get(id_, {"claims": 0, "priors": "{}"})
        claims, priors = row["claims"], Counter(json.loads(row["priors"]))
        old_doubt = _doubt(priors)
        for sign, share in steps[key, source]:
            claims += sign * share.cited[source]
            priors.update({repr(p): sign * n for (first, p), n in share.first.items() if first == source})
        sums[key]["studies"] += (claims > 0) - (row["claims"] > 0)
        sums[key]["doubt"] += _doubt(priors) - old_doubt
        left = {prior: number for prior, number in sorted(priors.items()) if number}
        rows = gone if not claims else written if id_ in known else new
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


def _text(type_: str) -> str:
    """Adds the numbers of a row to an edge, and deletes it where no claim is left."""
    start, end, more, numbers, also = _EDGES[type_]
    add = ", ".join(f"r.{name} = coalesce(r.{name}, 0) + row.{name}" for name in numbers)
    belief = f"SET r.belief = {_BELIEF.format('r')}{also}" if "doubt" in numbers else ""
    return f"""
        UNWIND $rows AS row
        MATCH (a:{start} {{name: row.start}}) MATCH (b:{end} {{name: row.end}})
        MERGE (a)-[r:{type_}{more}]->(b)
        SET {add}
        {belief}
        WITH r WHERE r.claims = 0
        DELETE r
    """


_NUMBERS = tuple(dict.fromkeys(name for edge in _EDGES.values() for name in edge[3]))
TEXTS = {type_: _text(type_) for type_ in _EDGES} | {
    "STATES": f"""
        UNWIND $rows AS row
        MERGE (t:Statement {{content: row.start}})
        SET t.claims = coalesce(t.claims, 0) + row.claims, t.sources = coalesce(t.sources, 0) + row.studies,
            t.doubt = coalesce(t.doubt, 0) + row.doubt
        SET t.belief = {_BELIEF.format("t")}
        WITH t WHERE t.claims = 0
        DELETE t
    """,
    "BAND": """
        UNWIND $rows AS row
        MERGE (b:Band {name: row.start})
        SET b.claims = coalesce(b.claims, 0) + row.claims
        WITH b WHERE b.claims = 0
        DELETE b
    """,
}
