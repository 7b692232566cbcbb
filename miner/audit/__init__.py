"""Checks claims against physics, against each other, and against the papers that they are credited to."""

from __future__ import annotations

from collections.abc import Iterable

from miner.audit.capacities import theoretical_capacities
from miner.audit.credits import other_subjects
from miner.audit.disagreements import disagreements
from miner.audit.finding import Finding, finding_json
from miner.audit.reference_list import list_defects
from miner.audit.second_hand import second_hand
from miner.claims import Extraction

__all__ = ["Finding", "audit", "finding_json"]


def audit(extractions: Iterable[Extraction]) -> tuple[Finding, ...]:
    """All findings: theoretical capacities paper by paper, disagreements, citations paper by paper, second-hand claims.

    Papers are taken by their SHA-256, whatever the order they come in.
    """
    papers = sorted(extractions, key=lambda extraction: extraction.paper.sha256)
    return (
        *(found for paper in papers for found in theoretical_capacities(paper)),
        *disagreements(papers),
        *(found for paper in papers for found in (*list_defects(paper), *other_subjects(paper))),
        *second_hand(papers),
    )
