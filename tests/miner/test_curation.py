"""What people say of claims outlives reading them again, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_up import FIRST

from miner import library as library_module
from miner.belief import JUDGED, priors, rule_counts
from miner.claims import HasProblem
from miner.curation import Curation, Judgement, stated
from miner.errors import UserError
from miner.evaluation import people, priors_text
from miner.library import Library

CAPACITY, GROWS = FIRST.measurements[0], FIRST.has_problem[0]
SHA256 = FIRST.paper.sha256


def judged(library: Library, claim: str, verdict: str, **changes: object) -> None:
    library.curation.add(Judgement(SHA256, claim, verdict, "Ada", changes))  # pyright: ignore[reportArgumentType]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path)
    library.add(FIRST)
    return library


def test_what_is_rejected_is_gone_until_it_is_withdrawn(library: Library) -> None:
    before = library.load(SHA256)
    judged(library, GROWS.id, "rejected")
    assert GROWS not in library.load(SHA256).has_problem
    judged(library, GROWS.id, "withdrawn")
    assert library.load(SHA256) == before


def test_a_judgement_survives_reading_the_paper_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(library, GROWS.id, "rejected")
    monkeypatch.setattr(library_module, "made_by", lambda: "9.9.9")
    assert library.add(FIRST)
    assert [GROWS in found.has_problem for found in library.extractions()] == [False]


def test_what_is_corrected_says_something_else_in_the_same_sentence(library: Library) -> None:
    judged(library, CAPACITY.id, "corrected", value=4199.0, material="Li22Si5")
    judged(library, GROWS.id, "corrected", problem="safety_hazard")
    found = library.load(SHA256)
    assert found.measurements[0].id == replace(CAPACITY, value=4199.0, material=("Li22Si5", "silicon")).id
    assert found.has_problem[0].problem == "safety_hazard"
    assert found.judgements[found.measurements[0].id].claim == CAPACITY.id


def test_what_is_accepted_is_believed(library: Library) -> None:
    assert priors(library.load(SHA256))[GROWS.id] < JUDGED
    judged(library, GROWS.id, "accepted")
    assert priors(library.load(SHA256))[GROWS.id] == JUDGED


def test_nobody_judges_without_a_name(library: Library) -> None:
    with pytest.raises(UserError, match="Say who judges"):
        library.curation.add(Judgement(SHA256, GROWS.id, "rejected", " "))


def test_what_a_judgement_cannot_do_is_a_clear_error(library: Library) -> None:
    with pytest.raises(UserError, match="accepted, rejected or corrected"):
        judged(library, GROWS.id, "corrected", evidence="elsewhere")


def test_who_and_when_are_kept(library: Library) -> None:
    judged(library, GROWS.id, "rejected")
    (one,) = library.curation.all()
    assert (one.who, one.when[:2], one.when[-6:]) == ("Ada", "20", "+00:00")


def test_rejected_claims_lower_the_prior_of_their_rule(tmp_path: Path) -> None:
    curation, rule = Curation(tmp_path), "problem harms"
    right, of = rule_counts("has_problem", rule)
    for number in range(3):
        curation.add(Judgement(SHA256, str(number), "rejected", "Ada", kind="has_problem", rule=rule))
    holding = curation.holding().values()
    (row,) = people(holding)
    assert (row["wrong"], row["with them"]) == (3, round((right + 1) / (of + 5), 3))
    assert row["with them"] < row["prior"]
    assert "problem harms: {right: 0, of: 3, prior: 0.2}" in priors_text((), holding)


def reject_and_mine_again(library: Library, again: HasProblem, monkeypatch: pytest.MonkeyPatch) -> None:
    """The claim GROWS is rejected, and another version reads `again` in its place."""
    where = {"sentence": GROWS.evidence.sentence, "stated": stated(GROWS)}
    library.curation.add(Judgement(SHA256, GROWS.id, "rejected", "Ada", said="grows", **where))
    monkeypatch.setattr(library_module, "made_by", lambda: "9.9.9")
    library.add(replace(FIRST, has_problem=(again, *FIRST.has_problem[1:])))


def test_a_judgement_finds_its_claim_though_one_more_citation_is_understood(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = replace(GROWS, cites=(*GROWS.cites, 99))
    reject_and_mine_again(library, again, monkeypatch)
    found = library.load(SHA256)
    assert again not in found.has_problem
    assert not [defect for defect in found.defects if defect.code == "judgement-without-claim"]


def test_a_judgement_whose_claim_says_something_else_now_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = replace(GROWS, problem="safety_hazard")
    reject_and_mine_again(library, again, monkeypatch)
    found = library.load(SHA256)
    assert again in found.has_problem
    [lost] = [defect for defect in found.defects if defect.code == "judgement-without-claim"]
    assert lost.message == "'grows' was rejected by Ada, and is not stated any more as it was; judge it anew."
