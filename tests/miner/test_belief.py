"""How far claims can be believed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up import FIRST, capacity, problem

from miner.belief import combined, prior, priors, rules_of
from miner.claims import Verdict


def test_independent_sources_are_wrong_together_only() -> None:
    assert combined({"one": [0.8]}) == 0.8
    assert combined({"one": [0.8], "two": [0.5]}) == 0.9


def test_a_source_counts_once_by_its_best_claim() -> None:
    assert combined({"one": [0.8, 0.6, 0.8]}) == 0.8


def test_a_rule_never_seen_has_the_mean_of_its_kind() -> None:
    claim = problem("tin", "volume_change", "Tin swells.")
    assert prior(replace(claim, rule="no such rule")) == prior(replace(claim, rule="nor this"))
    assert prior(replace(claim, rule="table")) != prior(replace(claim, rule="no such rule"))


def test_the_second_reader_s_agreement_counts() -> None:
    claim = replace(capacity("tin", 994.0, "994 mAh g-1"), rule="named in the sentence")
    assert prior(claim, "agrees") > prior(claim) == prior(claim, "open")
    paper = replace(FIRST, measurements=(claim,), verdicts=(Verdict(claim.id, "reader", True),))
    assert priors(paper)[claim.id] == prior(claim, "agrees")


@pytest.mark.parametrize(
    ("verdict", "rules"), [("agrees", ("table, agrees", "table")), ("open", ("table",)), ("", ("table",))]
)
def test_rules_are_counted_apart_where_the_second_reader_decided(verdict: str, rules: tuple[str, ...]) -> None:
    assert rules_of(replace(capacity("tin", 994.0, "994"), rule="table"), verdict) == rules


def test_every_prior_leaves_room_for_doubt() -> None:
    assert all(0 < found < 1 for found in priors(FIRST).values())
