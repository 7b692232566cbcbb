"""Defects of a reference list: entries for one work, and numbers that lead nowhere or that nothing leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miner.audit.finding import Finding, Verdict
from miner.claims import Extraction
from miner.document import Reference

_VERDICTS: dict[str, Verdict] = {
    "citation out of range": "out of range",
    "citation not found": "not found",
    "reference never cited": "never cited",
    "no reference list": "no reference list",
}
_FIELDS = ("authors", "title", "journal", "year", "volume", "issue", "pages", "doi")


def list_defects(extraction: Extraction) -> Iterator[Finding]:
    """Each group of entries for one work, with the claims credited to any of them; then the defects of citations."""
    for group in _groups(extraction.references):
        numbers = [reference.number for reference in group]
        claims = [claim for claim in extraction.claims if set(numbers) & set(claim.cites)]
        yield Finding(
            "citation",
            "duplicate entry",
            f"References {' = '.join(map(str, numbers))} {_likeness(group)}: {group[0].title or group[0].text}.",
            (extraction.paper.sha256,),
            tuple(claim.id for claim in claims),
            tuple(claim.evidence for claim in claims),
        )
    for defect in extraction.defects:
        if verdict := _VERDICTS.get(defect.code):
            yield Finding("citation", verdict, defect.message, (extraction.paper.sha256,))


def _groups(references: tuple[Reference, ...]) -> list[list[Reference]]:
    by_first: dict[int, list[Reference]] = {}
    for reference in references:
        by_first.setdefault(reference.same_as or reference.number, []).append(reference)
    return [group for group in by_first.values() if len(group) > 1]


def _likeness(group: list[Reference]) -> str:
    """Whether the entries are printed alike, and if not, in which fields they differ."""
    if len({_letters(reference.text) for reference in group}) == 1:
        return "are one work, printed alike"
    fields = [name for name in _FIELDS if len({_letters(getattr(reference, name)) for reference in group}) > 1]
    return f"seem to be one work, though they differ in {', '.join(fields)}" if fields else "are one work"


def _letters(value: object) -> str:
    return re.sub(r"[\W_]", "", str(value)).lower()
