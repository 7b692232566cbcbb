"""How far a claim can be believed: its rule's precision on gold, and what independent sources say together.

A claim's prior is the share of its rule's claims on development gold that are right; where the second reader agreed or
disagreed with a measurement, of those with the same verdict (`corpus/priors.yaml`, written by `make priors`).
Independent sources of one statement are combined by noisy-or (Gyori et al., INDRA, Mol. Syst. Biol. 13:954, 2017): the
statement is wrong only where all of them are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import prod
from typing import Any

import yaml

from miner.claims import Claim, Extraction, HasProblem, Measurement

READ_BY_BOTH = ("agrees", "disagrees")
JUDGED = 0.99
"""The prior of a claim that a person accepted or corrected: people err, too."""


def kind_of(claim: Claim) -> str:
    """The list of the extraction in which a claim stands."""
    return (
        "measurements"
        if isinstance(claim, Measurement)
        else ("has_problem" if isinstance(claim, HasProblem) else "mitigations")
    )


def rules_of(claim: Claim, verdict: str = "") -> tuple[str, ...]:
    """The names under which a claim's rule is counted, the narrowest first: "table, agrees", "table"."""
    return (f"{claim.rule}, {verdict}", claim.rule) if verdict in READ_BY_BOTH else (claim.rule,)


def priors(extraction: Extraction) -> dict[str, float]:
    """The prior of each claim by its id."""
    verdicts = {verdict.claim: verdict.word for verdict in extraction.verdicts}
    return {
        claim.id: JUDGED if claim.id in extraction.judgements else prior(claim, verdicts.get(claim.id, ""))
        for claim in extraction.claims
    }


def prior(claim: Claim, verdict: str = "") -> float:
    """How probable it is that the claim was read rightly; a rule never seen has the mean of its kind."""
    known = _known()[kind_of(claim)]
    return next(
        (known["rules"][rule]["prior"] for rule in rules_of(claim, verdict) if rule in known["rules"]), known["mean"]
    )


def rule_counts(kind: str, rule: str) -> tuple[int, int]:
    """How many claims of a rule were right on gold, of how many."""
    counts = _known()[kind]["rules"].get(rule, {"right": 0, "of": 0})
    return counts["right"], counts["of"]


def combined(by_source: Mapping[str, Iterable[float]]) -> float:
    """The belief in a statement by the priors of its claims from each source; a source counts once, by its best claim.

    A claim's source is the first by key of the works that it cites, or the paper itself: reviews of one study are one.
    """
    return round(1 - prod(1 - max(found) for found in by_source.values()), 4)


@cache
def _known() -> dict[str, Any]:
    return yaml.load((files("corpus") / "priors.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
