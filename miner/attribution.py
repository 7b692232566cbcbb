"""Whose knowledge a claim is: a cited study's, the paper's own, or everybody's.

A claim that carries citations is theirs. Without any, a review states general knowledge, and so does any paper with a
theoretical value. A research article gives its own results; only its introduction, and its abstract where that tells of
problems, begin with what is known, until they speak of the paper itself ("Herein, we ...", "In this work ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from miner.claims import Attribution, Claim, Evidence, HasProblem, Measurement
from miner.document import Document
from miner.evidence import evidence_of
from miner.phrases import words
from miner.sentences import Sentence

AnyClaim = TypeVar("AnyClaim", bound=Claim)


def attributed(document: Document, sentences: Sequence[Sentence], claims: Iterable[AnyClaim]) -> Iterator[AnyClaim]:
    """The claims with their `attribution`, by where they stand among the sentences of their document."""
    review = is_review(document, sentences)
    known = _known(sentences)
    for claim in claims:
        yield replace(claim, attribution=_attribution(claim, review, known))


def is_review(document: Document, sentences: Iterable[Sentence]) -> bool:
    """Whether the document reviews others' work: it, or its title, says so, and no heading announces results."""
    headings = [str(block.text) for block in document.blocks if block.kind == "heading"]
    if any(_heading("heading of own work").match(heading) for heading in headings):
        return False
    said = re.compile(rf"\b{words('speaks of itself as a review')}\b", re.IGNORECASE)
    called = re.compile(rf"\b{words('in the title of a review')}\b", re.IGNORECASE)
    return bool(called.search(document.title)) or any(said.search(str(s.text)) for s in sentences)


def _attribution(claim: Claim, review: bool, known: Mapping[Evidence, str]) -> Attribution:
    if claim.cites:
        return "cited"
    theoretical = isinstance(claim, Measurement) and claim.basis == "theoretical"
    of_the_field = known.get(claim.evidence)
    # An abstract tells what was measured and done; its problems are those of the field.
    if review or theoretical or of_the_field == "introduction" or (of_the_field and isinstance(claim, HasProblem)):
        return "general"
    return "own"


def _known(sentences: Iterable[Sentence]) -> dict[Evidence, str]:
    """Where abstract and introduction tell what is known, before they speak of the paper itself."""
    found: dict[Evidence, str] = {}
    spoken: set[tuple[str, ...]] = set()
    for sentence in sentences:
        section = sentence.section[:1]
        if sentence.kind != "paragraph" or not (opening := _opening(section)):
            continue
        if _own_voice().search(str(sentence.text)):
            spoken.add(section)
        if section not in spoken:
            found[evidence_of(sentence)] = opening
    return found


def _opening(section: tuple[str, ...]) -> str:
    """Which opening a section is; text before the first heading, or without any, is taken for an abstract."""
    if not section:
        return "abstract"
    return next(
        (name for name in ("abstract", "introduction") if _heading(f"heading of an {name}").match(section[0])), ""
    )


@cache
def _heading(name: str) -> re.Pattern[str]:
    return re.compile(rf"[\dIVX.\s]*{words(name)}\b", re.IGNORECASE)


@cache
def _own_voice() -> re.Pattern[str]:
    return re.compile(rf"\b{words('speaks of itself')}\b", re.IGNORECASE)
