"""Which claims are right by gold, what that says of each rule, and whether beliefs keep what they promise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from miner.belief import combined, kind_of, prior, rule_counts, rules_of
from miner.claims import Claim, Extraction, Measurement
from miner.curation import Judgement
from miner.evaluation.comparison import Item
from miner.evaluation.scores import is_right

_HEAD = """\
# How often each rule is right on development gold, written by `make priors`: `right` of `of` claims, and the prior,
# (right + 1) / (of + 2) by Laplace. "..., agrees" and "..., disagrees" count the claims with that verdict of the second
# reader. `mean` is the prior of rules that made no claim there.
"""
# Ends of the bins of belief.
_BINS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the second reader's verdict on it, its source (the first cited work) and whether it is right."""

    claim: Claim
    verdict: str
    source: str
    right: bool


def judge(gold: Item, extraction: Extraction) -> Iterator[Judged]:
    """The asserted claims that gold is certain about: right where they are in it, wrong where they are not."""
    verdicts = {verdict.claim: verdict.word for verdict in extraction.verdicts}
    for claim in extraction.claims:
        if claim.denied or (isinstance(claim, Measurement) and claim.value is None):
            continue
        right = is_right(kind_of(claim), claim, gold)
        if right is not None:
            yield Judged(claim, verdicts.get(claim.id, ""), str(min(claim.cites, default="")), right)


def learned(judged: Iterable[Judged], by_people: Iterable[Judgement] = ()) -> dict[str, Any]:
    """Each rule's counts and prior, by kind of claim, as `corpus/priors.yaml` has them."""
    counts: dict[str, dict[str, list[int]]] = {}
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    by_gold = [(kind_of(one.claim), rules_of(one.claim, one.verdict), one.right) for one in judged]
    for kind, rules, right in [*by_gold, *((j.kind, (j.rule,), j.verdict == "accepted") for j in by_people)]:
        of_kind = counts.setdefault(kind, {})
        for count in (totals[kind], *(of_kind.setdefault(rule, [0, 0]) for rule in rules)):
            count[0] += right
            count[1] += 1
    return {
        kind: {
            "mean": _laplace(*totals[kind]),
            "rules": {
                rule: {"right": r, "of": of, "prior": _laplace(r, of)} for rule, (r, of) in sorted(rules.items())
            },
        }
        for kind, rules in sorted(counts.items())
    }


def priors_text(judged: Iterable[Judged], by_people: Iterable[Judgement] = ()) -> str:
    """The text of `corpus/priors.yaml`."""
    return _HEAD + yaml.safe_dump(learned(judged, by_people), sort_keys=False, width=120, default_flow_style=None)


def people(by_people: Iterable[Judgement]) -> list[dict[str, Any]]:
    """What people make of each rule's prior: claims that they accepted are right, all others that they judged wrong."""
    counts: dict[tuple[str, str], list[int]] = {}
    for judgement in by_people:
        counts.setdefault((judgement.kind, judgement.rule), [0, 0])[judgement.verdict != "accepted"] += 1
    rows = []
    for (kind, rule), (right, wrong) in sorted(counts.items()):
        was = rule_counts(kind, rule)
        with_people = _laplace(was[0] + right, was[1] + right + wrong)
        judged = {"right": right, "wrong": wrong, "prior": _laplace(*was), "with them": with_people}
        rows.append({"rule": f"{kind}: {rule}", **judged})
    return rows


def calibration(judged: Iterable[Iterable[Judged]]) -> list[dict[str, Any]]:
    """For each bin of belief the number of statements in it, their mean belief and the share that is right."""
    found = [pair for document in judged for pair in _believed(document)]
    rows = []
    for low, high in zip((0.0, *_BINS), _BINS, strict=False):
        inside = [(belief, right) for belief, right in found if low <= belief < high]
        if inside:
            mean, share = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            rows.append(
                {"belief": f"{low:g}-{high:g}", "n": len(inside), "mean": round(mean, 3), "right": round(share, 3)}
            )
    return rows


def _believed(document: Iterable[Judged]) -> Iterator[tuple[float, bool]]:
    """Belief and rightness of each statement of a document, from its claims."""
    statements: dict[str, list[Judged]] = {}
    for one in document:
        statements.setdefault(one.claim.content, []).append(one)
    for claims in statements.values():
        by_source: dict[str, list[float]] = {}
        for one in claims:
            by_source.setdefault(one.source, []).append(prior(one.claim, one.verdict))
        yield combined(by_source), claims[0].right


def _laplace(right: int, of: int) -> float:
    return round((right + 1) / (of + 2), 3)
