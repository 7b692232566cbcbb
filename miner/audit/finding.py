"""What an audit finds out about claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from miner.claims import Claim, Evidence, Extraction, Measurement
from miner.jsonform import Json, evidence_json

Kind = Literal["theoretical capacity", "disagreement", "citation", "second hand"]
Verdict = Literal[
    "confirmed",
    "questioned",
    "unchecked",
    "within a paper",
    "between papers",
    "duplicate entry",
    "out of range",
    "not found",
    "never cited",
    "no reference list",
    "another subject",
    "other value",
    "denied",
    "not in the study",
]

_RELATIONS = {"<": "below ", "<=": "up to ", ">": "above ", ">=": "at least ", "~": "about "}


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about claims; `claims` are their ids, `evidence` where each stands, `papers` the files' SHA-256.

    Findings about a reference list as a whole have no claims.
    """

    kind: Kind
    verdict: Verdict
    message: str
    papers: tuple[str, ...]
    claims: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def finding(kind: Kind, verdict: Verdict, message: str, of: Iterable[tuple[Extraction, Claim]]) -> Finding:
    """A finding about these claims of these papers."""
    of = list(of)
    papers = tuple(dict.fromkeys(extraction.paper.sha256 for extraction, _ in of))
    return Finding(
        kind, verdict, message, papers, tuple(claim.id for _, claim in of), tuple(claim.evidence for _, claim in of)
    )


def amount(claim: Measurement) -> str:
    """What is stated in words: "about 300 to 400"."""
    upper = "" if claim.value_to is None else f" to {claim.value_to:g}"
    return f"{_RELATIONS.get(claim.relation, '')}{claim.value:g}{upper}"


def finding_json(found: Finding) -> Json:
    """The finding for programs, its evidence as in the claims (docs/claims.md)."""
    return asdict(found) | {"evidence": [evidence_json(evidence) for evidence in found.evidence]}
