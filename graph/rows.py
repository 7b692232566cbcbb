"""What the graph holds of one paper: its claims as nodes and relationships, before any database is asked.

Everything a paper owns carries its file's hash, so that two papers (or two files of one paper) never share a claim.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph.finding_rows import FoundRow, findings
from graph.identity import KINDS, UNJUDGED, Named, Names
from graph.said import Key, Said, said
from miner.belief import priors
from miner.claims import Claim, Extraction, HasProblem, Measurement, Mitigation, Verdict
from miner.document import Box, Reference
from miner.vocabulary import entries

Row = dict[str, Any]
Run: TypeAlias = "Callable[[str, list[Row]], list[Row]]"
"""Runs a text that unwinds `$rows`, and returns all rows of the answers."""
About: TypeAlias = "Mapping[str, Mapping[str, Named]]"
"""The names of what claims are about, by id and kind."""
COUNTED = ("ABOUT", "ATTRIBUTED_TO")
"""The relationships by which shared nodes count their claims."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes of the same labels, the first of which has the key; each row is a node's properties."""

    labels: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Links:
    """Relationships of one type between two labels: each row has `start` and `end` (keys) and the own `properties`."""

    type: str
    start: str
    end: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class PaperRows:
    """All of one document, its own node first; `paper` is the key of its work, `digest` a hash of it all.

    `said` is what its claims say for short edges and statements.
    """

    sha256: str
    paper: str
    digest: str
    nodes: tuple[Nodes, ...]
    links: tuple[Links, ...]
    said: Mapping[Key, list[Said]]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return self.nodes[0].rows[0]["claims"]


def paper_rows(extraction: Extraction, names: Names = UNJUDGED) -> PaperRows:
    """The nodes and relationships of one paper; equal for equal extractions and names."""
    claims, found = _unique(extraction.claims), findings(extraction)
    about = {claim.id: names.of(claim) for claim in claims}
    nodes = [*_nodes(extraction, claims, about), Nodes(("Finding",), [_finding(extraction, one) for one in found])]
    links = [*_links(extraction, claims, about), *_finding_links(extraction, found)]
    _count(nodes, links)
    digest = hashlib.sha256(repr([(n.labels, n.rows) for n in nodes] + [(k.type, k.rows) for k in links]).encode())
    nodes[0].rows[0]["digest"] = digest.hexdigest()[:20]
    paper, spoken = extraction.paper, said(_with_studies(nodes, links))
    return PaperRows(paper.sha256, paper.key, nodes[0].rows[0]["digest"], tuple(nodes), tuple(links), spoken)


def _with_studies(nodes: list[Nodes], links: list[Links]) -> Iterator[Row]:
    """The claims, each with the keys of the works that it is attributed to as `studies`."""
    studies: dict[str, list[str]] = {}
    for row in (row for each in links if each.type == "ATTRIBUTED_TO" for row in each.rows):
        studies.setdefault(row["start"], []).append(row["end"])
    for row in (row for each in nodes if each.labels[0] == "Claim" for row in each.rows):
        yield {**row, "studies": studies.get(row["id"], ())}


def _count(nodes: list[Nodes], links: list[Links]) -> None:
    """Put on each shared node how many claims of the paper are about it; the graph adds up."""
    measured = {row["id"] for each in nodes if each.labels[-1] == "Measurement" for row in each.rows}
    ends = [(link.end, row["end"], row["start"]) for link in links if link.type in COUNTED for row in link.rows]
    claims = Counter((label, key) for label, key, _ in ends)
    measurements = Counter(key for label, key, claim in ends if label == "Anode" and claim in measured)
    for each in nodes:
        label = each.labels[0]
        if label in (*KINDS, "Paper"):
            for row in each.rows:
                key = row["key" if label == "Paper" else "name"]
                row["claims"] = claims[label, key]
                if label == "Anode":
                    row["measurements"] = measurements[key]


def cited_key(extraction: Extraction, reference: Reference) -> str:
    """The key of the work that an entry names; repeated entries name the work of the first."""
    by_number = {r.number: r for r in extraction.references}
    first = by_number.get(reference.same_as or 0, reference)
    # An entry of which nothing could be read is a work of its own.
    return first.key if first.doi or first.title or first.text else f"{extraction.paper.key}#{first.number}"


def _nodes(extraction: Extraction, claims: list[Claim], about: About) -> list[Nodes]:
    evidence = {_evidence_id(extraction, c): _evidence(extraction, c) for c in claims}
    known, verdicts = priors(extraction), {verdict.claim: verdict for verdict in extraction.verdicts}
    return [
        Nodes(("Document",), [_document(extraction, claims)]),
        Nodes(("Paper",), [{"key": key} for key in sorted(_paper_keys(extraction))]),
        Nodes(("Anode",), _named(about, "Anode")),
        Nodes(("Problem",), _titled("problems", _named(about, "Problem"))),
        Nodes(("Mitigation",), _titled("mitigations", _named(about, "Mitigation"))),
        Nodes(("Material",), _named(about, "Material", "Electrolyte")),
        Nodes(("Evidence",), list(evidence.values())),
        *(
            Nodes(
                ("Claim", label),
                [
                    _claim(extraction, c, about[c.id], known[c.id], verdicts.get(c.id)) | _judged(extraction, c)
                    for c in claims
                    if isinstance(c, kind)
                ],
            )
            for label, kind in (
                ("Measurement", Measurement),
                ("ProblemClaim", HasProblem),
                ("MitigationClaim", Mitigation),
            )
        ),
    ]


def _links(extraction: Extraction, stated: list[Claim], about: About) -> list[Links]:
    claims = [(_claim_id(extraction, c), c) for c in stated]
    works = {r.number: cited_key(extraction, r) for r in extraction.references}
    named = set(extraction.named_studies)
    own, sha256 = extraction.paper.key, extraction.paper.sha256
    return [
        Links("READS", "Document", "Paper", [_link(sha256, own)]),
        Links("LISTS", "Document", "Paper", [_listed(extraction, r, works[r.number]) for r in extraction.references]),
        Links("SUPPORTED_BY", "Claim", "Evidence", [_link(i, _evidence_id(extraction, c)) for i, c in claims]),
        Links(
            "STANDS_IN",
            "Evidence",
            "Paper",
            [_link(i, own) for i in sorted({_evidence_id(extraction, c) for _, c in claims})],
        ),
        *(
            Links("ABOUT", "Claim", kind, [_naming(i, found) for i, c in claims if (found := about[c.id].get(kind))])
            for kind in KINDS
        ),
        Links("STATES", "Claim", "Statement", [_link(i, c.content) for i, c in claims]),
        Links(
            "PAIRED_WITH",
            "Claim",
            "Material",
            [
                _naming(i, found, family=c.electrolyte_family)
                for i, c in claims
                if isinstance(c, Measurement) and (found := about[c.id].get("Electrolyte"))
            ],
        ),
        Links(
            "ATTRIBUTED_TO",
            "Claim",
            "Paper",
            [
                _link(i, works[n], number=n, named=n in named)
                for i, c in claims
                for n in dict.fromkeys(c.cites)
                if n in works
            ],
        ),
    ]


def _link(start: str, end: str, **properties: Any) -> Row:
    return {"start": start, "end": end, "properties": _known(properties) if properties else {}}


def _naming(start: str, named: Named, **properties: Any) -> Row:
    said = {"said": named.said, "reason": named.reason} if named.said else {}
    return _link(start, named.name, **said, **properties)


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    """The claims by id, each once: of two rules that find the same one the first by name counts."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.id, []).append(claim)
    return [min(same, key=lambda c: (c.rule, repr(c))) for _, same in sorted(found.items())]


def _claim_id(extraction: Extraction, claim: Claim) -> str:
    return f"{extraction.paper.sha256[:16]}-{claim.id}"


def _evidence_id(extraction: Extraction, claim: Claim) -> str:
    return f"{extraction.paper.sha256[:16]}-{claim.evidence.id}"


def _finding(extraction: Extraction, found: FoundRow) -> Row:
    one = found.finding
    own = {"kind": one.kind, "verdict": one.verdict, "message": one.message}
    return {"id": found.id, "document": extraction.paper.sha256, **own}


def _finding_links(extraction: Extraction, found: list[FoundRow]) -> list[Links]:
    return [
        Links("CONCERNS", "Finding", "Claim", [_link(one.id, claim) for one in found for claim in one.claims]),
        Links("STANDS_IN", "Finding", "Paper", [_link(one.id, extraction.paper.key) for one in found]),
    ]


def _paper_keys(extraction: Extraction) -> set[str]:
    return {extraction.paper.key, *(cited_key(extraction, r) for r in extraction.references)}


def _named(about: About, *kinds: str) -> list[Row]:
    names = {named.name for found in about.values() for kind, named in found.items() if kind in kinds}
    return [{"name": name} for name in sorted(names)]


def _titled(vocabulary: str, named: list[Row]) -> list[Row]:
    titles = {entry["label"]: entry.get("title") for entry in entries(vocabulary)}
    return [{**row, "title": titles.get(row["name"]) or _words(row["name"])} for row in named]


def _words(label: str) -> str:
    """A label in words: "dendrite_growth" and "other: tin foil" are "dendrite growth" and "tin foil"."""
    return label.removeprefix("other: ").replace("_", " ")


def _document(extraction: Extraction, claims: list[Claim]) -> Row:
    paper = extraction.paper
    kinds = {"measurements": Measurement, "problems": HasProblem, "mitigations": Mitigation}
    return _known(
        {
            "sha256": paper.sha256,
            "source": paper.source,
            "paper": paper.key,
            "made_by": extraction.made_by,
            **_bibliography(paper),
            "claims": len(claims),
            **{name: sum(isinstance(claim, kind) for claim in claims) for name, kind in kinds.items()},
            "references": len(extraction.references),
            "defects": [f"{d.code}: {d.message} ({d.count})" for d in extraction.defects],
        }
    )


def _listed(extraction: Extraction, entry: Reference, key: str) -> Row:
    number, named = entry.number, entry.number in extraction.named_studies
    printed = {"label": entry.label, "text": entry.text}
    return _link(extraction.paper.sha256, key, number=number, named=named, **printed, **_bibliography(entry))


def _bibliography(work: Any) -> Row:
    return {
        "title": work.title,
        "authors": list(work.authors),
        "year": work.year,
        "doi": work.doi,
        "journal": work.journal,
    }


def _evidence(extraction: Extraction, claim: Claim) -> Row:
    evidence = claim.evidence
    return _known(
        {
            "id": _evidence_id(extraction, claim),
            "document": extraction.paper.sha256,
            "sentence": evidence.sentence,
            "context": evidence.context,
            "section": evidence.section,
            "page": evidence.page,
            "boxes": json.dumps([_box(box) for box in evidence.boxes]) if evidence.boxes else None,
        }
    )


def _box(box: Box) -> list[float]:
    return [box.page, box.x0, box.y0, box.x1, box.y1]


def _claim(
    extraction: Extraction, claim: Claim, about: Mapping[str, Named], prior: float, verdict: Verdict | None
) -> Row:
    names = {kind: named.name for kind, named in about.items()}
    common = {
        "id": _claim_id(extraction, claim),
        "content": claim.content,
        "document": extraction.paper.sha256,
        "paper": extraction.paper.key,
        "denied": claim.denied,
        "cites": list(claim.cites),
        "rule": claim.rule,
        "attribution": claim.attribution,
        "page": claim.evidence.page,
        "prior": prior,
        "anode": names.get("Anode"),
        "problem": names.get("Problem"),
        "mitigation": names.get("Mitigation"),
    }
    if not isinstance(claim, Measurement):
        about_what = (common[name] or "" for name in ("anode", "problem", "mitigation"))
        return _known(common | {"denies": "\t".join(about_what) if claim.denied else None})
    measured = _known(common | _measured(claim, names, verdict))
    return measured | _place(measured)


def _judged(extraction: Extraction, claim: Claim) -> Row:
    """Who judged the claim and when, and the id under which it was judged: a correction makes another claim of it."""
    judgement = extraction.judgements.get(claim.id)
    if not judgement:
        return {}
    judged = {"judged": judgement.verdict, "judged_by": judgement.who, "judged_at": judgement.when}
    return judged | {"judged_as": f"{extraction.paper.sha256[:16]}-{judgement.claim}"}


def _measured(claim: Measurement, names: Mapping[str, str], verdict: Verdict | None) -> Row:
    second = {"second_reader": verdict.word, "second_reading": _reading(verdict)} if verdict else {}
    return second | {
        "electrolyte": names.get("Electrolyte"),
        "electrolyte_family": claim.electrolyte_family,
        "material": names.get("Material"),
        "names": list(claim.material),
        "property": claim.property,
        "value": None if claim.value is None else float(claim.value),
        "value_to": None if claim.value_to is None else float(claim.value_to),
        "unit": claim.unit,
        "relation": claim.relation,
        "printed": claim.printed,
        "qualifier": claim.qualifier,
        "basis": claim.basis,
        "conditions": json.dumps(dict(claim.conditions), sort_keys=True, ensure_ascii=False)
        if claim.conditions
        else None,
    }


def _place(measured: Row) -> Row:
    """The `rank`, which sorts as (property, has no value, unit, value from the highest, material, id), and its `band`.

    The bits of a double sort as the number does, once those of negative ones are turned round; the first 16 tell values
    apart that differ by a sixteenth.
    """
    value = measured.get("value")
    [bits] = struct.unpack(">Q", struct.pack(">d", 0.0 if value is None else value + 0.0))
    falling = f"{bits if bits >> 63 else bits ^ 0x7FFFFFFFFFFFFFFF:016x}"
    band = "\t".join((measured["property"], str(int(value is None)), measured.get("unit", ""), falling[:4]))
    return {"rank": "\t".join((band + falling[4:], measured.get("material", ""), measured["id"])), "band": band}


def _reading(verdict: Verdict) -> str:
    """What the second reader read, in words."""
    value = "" if verdict.value is None else f"{verdict.value:g} {verdict.unit}".strip()
    return " · ".join(part for part in (verdict.reader, value, verdict.detail) if part)


def _known(properties: Row) -> Row:
    """The properties that have a value; a graph has no others."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
