"""Whose knowledge a claim is."""

from __future__ import annotations

import pytest
from passages import passage

from miner.attribution import is_review
from miner.claims import Claim
from miner.document import Block, Citation, Document, Text
from miner.extraction import extract
from miner.sentences import sentences

SWELLS = "Silicon anodes suffer from a large volume change."
DELIVERS = "The silicon anode delivers a capacity of 1500 mAh g−1 after 100 cycles."


def article(*parts: tuple[str, str], title: str = "Silicon in a cage") -> Document:
    """A document of sections: heading and text."""
    blocks = [Block("title", Text(title))]
    for heading, text in parts:
        blocks += [Block("heading", Text(heading)), Block("paragraph", Text(text), (heading,))]
    return Document("", "text", title=title, blocks=tuple(blocks))


def of(document: Document, words: str) -> set[str]:
    claims: tuple[Claim, ...] = extract(document).claims
    return {claim.attribution for claim in claims if words in claim.evidence.sentence}


def test_results_of_an_article_are_its_own() -> None:
    document = article(("1. Introduction", SWELLS), ("3. Results and discussion", DELIVERS))
    assert of(document, "delivers") == {"own"}
    assert of(document, "suffer") == {"general"}


def test_an_introduction_speaks_of_its_own_from_its_first_word_of_itself() -> None:
    document = article(("Introduction", f"{DELIVERS} Herein, we made a cage. {DELIVERS.replace('1500', '1900')}"))
    assert of(document, "1500") == {"general"}
    assert of(document, "1900") == {"own"}


def test_what_an_abstract_measured_is_its_own_but_its_problems_are_those_of_the_field() -> None:
    document = passage(f"{SWELLS} {DELIVERS}")
    assert of(document, "delivers") == {"own"}
    assert of(document, "suffer") == {"general"}


def test_a_citation_makes_a_claim_another_study_s() -> None:
    text = Text("Silicon anodes suffer from a large volume change [3].", citations=(Citation(49, 52, (3,)),))
    document = Document("", "text", blocks=(Block("paragraph", text, ("Results",)),))
    assert of(document, "suffer") == {"cited"}


def test_what_a_review_states_without_citation_is_general() -> None:
    document = article(("2. Silicon", f"{SWELLS} {DELIVERS}"), title="Silicon anodes: a review")
    assert of(document, "Silicon") == of(document, "delivers") == {"general"}


def test_a_theoretical_value_is_nobody_s_own() -> None:
    document = article(("Results", "Graphite has a theoretical specific capacity of 372 mAh g−1."))
    assert of(document, "372") == {"general"}


@pytest.mark.parametrize(
    ("title", "text", "heading", "expected"),
    [
        ("Recent progress in silicon anodes", SWELLS, "2. Silicon", True),
        ("Silicon", "In this review, binders are compared.", "2. Binders", True),
        ("Silicon", "We review the binders of ten years.", "2. Binders", True),
        ("Recent progress in silicon anodes", SWELLS, "Experimental section", False),
        ("Silicon", "The review by Obrovac covers alloys.", "2. Binders", False),
        ("Silicon in a cage", DELIVERS, "2. Cages", False),
    ],
)
def test_a_review_says_that_it_is_one(title: str, text: str, heading: str, expected: bool) -> None:
    document = article((heading, text), title=title)
    assert is_review(document, list(sentences(document))) is expected
