"""Claims credited to papers whose titles name only other anodes."""

import pytest
from claimed import capacity, paper

from miner.audit.credits import other_subjects
from miner.audit.finding import Finding
from miner.claims import Extraction
from miner.document import Reference

PHOSPHORUS = "A phosphorus film as an ultrastable anode for lithium-ion batteries"


def audited(sentence: str, anode: str, *titles: str) -> list[Finding]:
    references = tuple(Reference(n, title, title=title) for n, title in enumerate(titles, start=1))
    claim = capacity(anode, 660, sentence, anode=anode, cites=tuple(r.number for r in references))
    extraction: Extraction = paper(claim, references=references)
    return list(other_subjects(extraction))


def test_antimony_credited_to_a_title_on_phosphorus() -> None:
    (found,) = audited("Antimony stores 660 mAh/g [1].", "antimony", PHOSPHORUS)
    assert found.verdict == "another subject"
    assert (
        found.message
        == f"What is said of antimony is credited to titles that name only other anodes: [1] {PHOSPHORUS}."
    )


@pytest.mark.parametrize(
    "titles",
    [
        ("Antimony anodes for sodium-ion batteries",),
        (PHOSPHORUS, "Antimony anodes"),  # one of two carries it
        (PHOSPHORUS, "Lithium-ion batteries: state of the art"),  # so may this
        ("Anode materials for lithium-ion batteries: a review",),
        ("The promise of alloy anodes",),  # a class that antimony belongs to
        ("A composite anode for lithium metal batteries",),  # the kind of battery, not the anode
        ("Two-dimensional anodes for non-lithium metal-ion batteries",),
        ("Storage in phosphorus",),  # not on anodes as such
        ("",),
    ],
)
def test_titles_that_may_carry_the_claim(titles: tuple[str, ...]) -> None:
    assert not audited("Antimony stores 660 mAh/g [1,2].", "antimony", *titles)


def test_a_sentence_that_compares_cites_for_either() -> None:
    assert not audited("Antimony stores less than phosphorus, 660 mAh/g [1].", "antimony", PHOSPHORUS)


def test_a_sentence_that_only_goes_on_about_a_study_is_left_alone() -> None:
    assert not audited("Antimony stores 660 mAh/g.", "antimony", PHOSPHORUS)
