"""What gold says of rules and of beliefs."""

from __future__ import annotations

from dataclasses import replace

from made_up import FIRST, capacity, problem

from miner.belief import prior
from miner.claims import Verdict
from miner.evaluation.judged import calibration, judge, learned

RIGHT = replace(problem("tin", "volume_change", "Tin swells."), rule="stated")
WRONG = replace(problem("tin", "dendrite_growth", "Tin grows."), rule="stated")
VALUE = replace(capacity("tin", 994.0, "994 mAh g-1"), rule="by unit")
GOLD = {
    "measurements": [{"material": ["tin"], "property": "specific_capacity", "value": 994, "unit": "mAh/g"}],
    "has_problem": [{"anode": "tin", "problem": "volume_change"}],
    "mitigations": [],
}
PAPER = replace(
    FIRST,
    measurements=(VALUE,),
    has_problem=(RIGHT, WRONG),
    mitigations=(),
    verdicts=(Verdict(VALUE.id, "reader", True),),
)


def test_claims_are_right_where_gold_has_them() -> None:
    assert [(one.claim, one.right) for one in judge(GOLD, PAPER)] == [(VALUE, True), (RIGHT, True), (WRONG, False)]


def test_what_gold_doubts_or_the_paper_denies_is_not_judged() -> None:
    doubtful = {**GOLD, "has_problem": [{"anode": "tin", "problem": "volume_change", "doubtful": True}]}
    paper = replace(PAPER, measurements=(), has_problem=(RIGHT, replace(WRONG, denied=True)))
    assert list(judge(doubtful, paper)) == []


def test_priors_are_smoothed_and_count_the_second_reader_apart() -> None:
    found = learned(judge(GOLD, PAPER))
    assert found["has_problem"] == {"mean": 0.5, "rules": {"stated": {"right": 1, "of": 2, "prior": 0.5}}}
    assert list(found["measurements"]["rules"]) == ["by unit", "by unit, agrees"]
    assert found["measurements"]["mean"] == 0.667


def test_statements_are_put_into_bins_by_belief() -> None:
    [bin_] = calibration([list(judge(GOLD, replace(PAPER, measurements=())))])
    assert (bin_["n"], bin_["right"], bin_["mean"]) == (2, 0.5, prior(RIGHT))
