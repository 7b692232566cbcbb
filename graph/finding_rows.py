"""What the audit finds in one paper, as nodes and relationships.

What two papers say against each other belongs to neither; `anodegraph audit` tells that.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from miner.audit import Finding, audit
from miner.claims import Extraction


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding with its key and the ids of the claims that it concerns, as the graph has them."""

    id: str
    finding: Finding
    claims: tuple[str, ...]


def findings(extraction: Extraction) -> list[FoundRow]:
    """The findings on one paper by key."""
    prefix = extraction.paper.sha256[:16]
    found: dict[str, FoundRow] = {}
    for one in audit([extraction]):
        words = "\n".join((one.kind, one.verdict, one.message, *one.claims))
        key = f"{prefix}-{hashlib.sha256(words.encode()).hexdigest()[:20]}"
        found[key] = FoundRow(key, one, tuple(f"{prefix}-{claim}" for claim in dict.fromkeys(one.claims)))
    return [found[key] for key in sorted(found)]
