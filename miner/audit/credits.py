"""Claims about one anode that are credited to papers whose titles name only another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miner.audit.finding import Finding, finding
from miner.claims import Claim, Extraction, HasProblem, Measurement, Mitigation
from miner.materials.components import METALS, WORDS, components
from miner.materials.lexicon import Lexicon
from miner.vocabulary import entries

_RELATED = frozenset(frozenset((e["anode"], other)) for e in entries("anode_families") for other in e["covers"])
_CARBONS = frozenset(WORDS["carbons"])
# A title that names no anode as such may be about anything.
_ON_ANODES = re.compile(r"\b(?:anode|negative electrode)s?\b", re.IGNORECASE)
# A metal is also what names a battery or its ions.
_AS_ANODE = re.compile(r"[ -](?:metal )?(?:anode|electrode)", re.IGNORECASE)


def other_subjects(extraction: Extraction) -> Iterator[Finding]:
    """Claims whose cited papers are, by all their titles, about other anodes; those of one sentence together.

    Only what is plain counts: each title names an anode as such, none a related one, and the sentence names none of the
    anodes of the titles.
    """
    titles = {reference.number: reference.title for reference in extraction.references}
    found: dict[tuple[str, str, tuple[int, ...]], list[Claim]] = {}
    for claim in extraction.claims:
        anode = _anode(claim)
        if anode and _cites_itself(claim) and _is_elsewhere(anode, claim, [titles.get(n, "") for n in claim.cites]):
            found.setdefault((claim.evidence.sentence, anode, claim.cites), []).append(claim)
    for (_, anode, cites), claims in found.items():
        named = "; ".join(f"[{n}] {titles[n]}" for n in cites)
        message = f"What is said of {anode} is credited to titles that name only other anodes: {named}."
        yield finding("citation", "another subject", message, [(extraction, claim) for claim in claims])


def _cites_itself(claim: Claim) -> bool:
    """Whether the claim's own sentence prints a number that it cites; others go on about a study named before."""
    text = claim.evidence.sentence
    return any(re.search(rf"(?<!\d){number}(?!\d)", text) for number in claim.cites)


def _anode(claim: Claim) -> str | None:
    return claim.anode if isinstance(claim, Measurement | HasProblem | Mitigation) else None


def _is_elsewhere(anode: str, claim: Claim, titles: list[str]) -> bool:
    sentence = claim.evidence.sentence
    spoken_of = _anodes(f"{claim.evidence.context} {sentence}") | {anode}
    return all(map(_ON_ANODES.search, titles)) and not any(_meets(title, anode, spoken_of) for title in titles)


def _meets(title: str, anode: str, spoken_of: frozenset[str]) -> bool:
    """Whether a title names the anode or one like it, or none, or one that the sentence speaks of besides."""
    named = _anodes(title)
    main = named - _CARBONS or named  # carbons only hold another
    likely = any(_are_related(anode, other) for other in named)
    return not named or likely or any(_are_related(a, b) for a in main for b in spoken_of)


def _anodes(text: str) -> frozenset[str]:
    """The anodes that a text names; of metals only those that it calls an anode."""
    found = ((c.known.anode, _AS_ANODE.match(text, c.end)) for c in components(text, Lexicon()))
    return frozenset(anode for anode, called in found if anode and (called or anode not in METALS))


def _are_related(anode: str, other: str) -> bool:
    return anode == other or frozenset((anode, other)) in _RELATED
