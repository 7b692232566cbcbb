"""What people say of claims: accepted, rejected or corrected, by whom and when.

Judgements stand beside the claim library in `HOME/curation.jsonl`, which only grows, so they survive whatever is mined
again: a claim that gets another id, as one more citation of it is understood, is found by what it states in its
sentence. The last judgement on a claim holds; one that is withdrawn leaves the claim as it was mined.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from filelock import FileLock

from miner.appendlog import append, records
from miner.claims import Claim, Extraction
from miner.document import Defect
from miner.errors import UserError

Verdict = Literal["accepted", "rejected", "corrected", "withdrawn"]
CORRECTABLE = ("value", "value_to", "unit", "material", "property", "anode", "problem", "strategy")
"""The fields of claims that people can correct."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `who` said of a claim and `when`.

    `document` and `claim` are the SHA-256 of the file and the claim's id as mined, `changes` the corrected fields,
    `said` is the claim in words; `kind` and `rule` say what found it, for the count of how often a rule is right.
    `sentence` and `stated` (fields of the claim) find it again where it was mined with another id.
    """

    document: str
    claim: str
    verdict: Verdict
    who: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""
    kind: str = ""
    rule: str = ""
    when: str = ""
    sentence: str = ""
    stated: Mapping[str, Any] = field(default_factory=dict)

    def is_on(self, claim: Claim) -> bool:
        """Whether the claim states the same in the same sentence."""
        return bool(self.stated) and claim.evidence.sentence == self.sentence and stated(claim) == self.stated


class Curation:
    """The judgements below `home`."""

    def __init__(self, home: Path) -> None:
        self._path = home / "curation.jsonl"

    def add(self, judgement: Judgement) -> None:
        """Append a judgement, with the time; raises UserError where it cannot hold."""
        if not judgement.who.strip():
            raise UserError("Say who judges: a judgement keeps the name.")
        if judgement.verdict not in get_args(Verdict) or not set(judgement.changes) <= set(CORRECTABLE):
            raise UserError(f"A claim is accepted, rejected or corrected in {', '.join(CORRECTABLE)}; nothing else.")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock")):
                append(self._path, asdict(replace(judgement, when=now)))
        except OSError as error:
            raise UserError(
                f"{self._path} cannot be written ({error.strerror}); set ANODEGRAPH_HOME to a folder of yours."
            ) from error

    def all(self) -> list[Judgement]:
        """Every judgement, the oldest first."""
        return [Judgement(**record) for record in records(self._path)]

    def holding(self) -> dict[tuple[str, str], Judgement]:
        """The judgements that hold, by document and claim."""
        last = {(judgement.document, judgement.claim): judgement for judgement in self.all()}
        return {key: judgement for key, judgement in last.items() if judgement.verdict != "withdrawn"}


def curated(extraction: Extraction, judgements: Iterable[Judgement]) -> Extraction:
    """The extraction as people judged it: without what they rejected, and with what they corrected.

    A judgement whose claim is not there any more is a defect.
    """
    by_claim = {j.claim: j for j in judgements if j.document == extraction.paper.sha256}
    if not by_claim:
        return extraction
    claims = {claim.id: claim for claim in extraction.claims}
    moved = [judgement for id_, judgement in by_claim.items() if id_ not in claims]
    found_again = {id_: j for j in moved for id_, claim in claims.items() if id_ not in by_claim and j.is_on(claim)}
    lost = [judgement for judgement in moved if judgement not in found_again.values()]
    by_claim |= found_again
    kept: dict[str, Judgement] = {}

    def judged(claims: tuple[Any, ...]) -> tuple[Any, ...]:
        found = []
        for claim in claims:
            judgement = by_claim.get(claim.id)
            if judgement and judgement.verdict == "rejected":
                continue
            if judgement:
                claim = _corrected(claim, judgement.changes)
                kept[claim.id] = judgement
            found.append(claim)
        return tuple(found)

    return replace(
        extraction,
        measurements=judged(extraction.measurements),
        has_problem=judged(extraction.has_problem),
        mitigations=judged(extraction.mitigations),
        judgements=kept,
        defects=(*extraction.defects, *map(_lost, lost)),
    )


def _lost(judgement: Judgement) -> Defect:
    said = f"{judgement.said!r} was {judgement.verdict} by {judgement.who}"
    return Defect("judgement-without-claim", f"{said}, and is not stated any more as it was; judge it anew.")


def stated(claim: Claim) -> dict[str, Any]:
    """What a claim states, by the fields that people can correct; of a material's names the sample's own."""
    found = {name: getattr(claim, name) for name in CORRECTABLE if hasattr(claim, name)}
    return found | ({"material": found["material"][0]} if found.get("material") else {})


def _corrected(claim: Claim, changes: Mapping[str, Any]) -> Claim:
    """The claim with the changes; a new name of its material comes before those that the paper gives it."""
    changes = dict(changes)
    if "material" in changes:
        changes["material"] = (changes["material"], *getattr(claim, "material", ()))
    return replace(claim, **changes)
