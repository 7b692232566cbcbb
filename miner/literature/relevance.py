"""Which references to follow first: those behind the most claims, on the anodes that are asked for."""

from __future__ import annotations

import re
from collections import Counter

from miner.claims import Claim, Extraction
from miner.document import Reference
from miner.errors import UserError
from miner.names import names

# The word for all of them.
_ANY = "anode"
_ON_ANODES = re.compile(r"\b(?:anode|negative electrode)s?\b", re.IGNORECASE)
Entry = tuple[Reference, ...]


def entries(extraction: Extraction, only: str = "") -> list[Entry]:
    """The works of a reference list, each with all entries for it, those behind most claims first, then by number.

    `only` leaves those behind a claim about that anode, or whose title names it; "anode" means any.
    Raises UserError where `only` names no anode.
    """
    groups: dict[int, list[Reference]] = {}
    for reference in extraction.references:
        groups.setdefault(reference.same_as or reference.number, []).append(reference)
    wanted = _labels(only) if only else frozenset()
    works = [tuple(group) for group in groups.values()]
    cited = Counter(number for claim in extraction.claims if not claim.denied for number in set(claim.cites))
    about = {n for claim in extraction.claims if _is_about(claim, wanted) for n in claim.cites}
    chosen = [work for work in works if not only or _numbers(work) & about or _names_one(work[0].title, wanted)]
    return sorted(chosen, key=lambda work: (-sum(cited[n] for n in _numbers(work)), work[0].number))


def _labels(only: str) -> frozenset[str]:
    """The anodes that are asked for; none stands for all."""
    if only.lower().rstrip("s") == _ANY:
        return frozenset()
    found = _anodes(only)
    if not found:
        raise UserError(f"--only {only!r} names no anode; write for example --only silicon, or --only anode for any.")
    return found


def _numbers(work: Entry) -> set[int]:
    return {reference.number for reference in work}


def _is_about(claim: Claim, wanted: frozenset[str]) -> bool:
    anode = getattr(claim, "anode", None)
    return bool(anode) and (not wanted or anode in wanted)


def _names_one(title: str, wanted: frozenset[str]) -> bool:
    found = _anodes(title)
    return bool(found & wanted) if wanted else bool(found or _ON_ANODES.search(title))


def _anodes(text: str) -> frozenset[str]:
    return frozenset(name.labels[0] for name in names(text) if name.kind == "anode")
