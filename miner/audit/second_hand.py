"""What a paper says of a study, beside what the study says itself, where the library holds both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miner.audit.disagreements import exclude
from miner.audit.finding import Finding, Verdict, amount, finding
from miner.claims import Claim, Extraction, HasProblem, Measurement, Mitigation

# So many of a study's values are named where none is the one credited to it.
_NAMED = 3


def second_hand(papers: Sequence[Extraction]) -> Iterator[Finding]:
    """A finding on each claim that is credited to a study of which the library holds the paper itself.

    Measurements are confirmed, or the study has other values, or none like it; problems and mitigations are confirmed
    or denied. Where a claim is credited to several studies, only what one of them confirms or denies is said.
    """
    by_key = {paper.paper.key: paper for paper in papers}
    for paper in papers:
        keys = {reference.number: reference.key for reference in paper.references}
        for claim in paper.claims:
            cited = [by_key[key] for key in dict.fromkeys(keys.get(n) for n in claim.cites) if key in by_key]
            for study in (study for study in cited if study is not paper):
                if found := _compared(paper, claim, study, alone=len(claim.cites) == 1):
                    yield found


def _compared(paper: Extraction, claim: Claim, study: Extraction, *, alone: bool) -> Finding | None:
    if isinstance(claim, Measurement):
        return _measured(paper, claim, study, alone=alone) if claim.value is not None else None
    stated = [own for own in study.claims if _content(own) == _content(claim) and own.attribution != "cited"]
    if not stated:
        return None
    agrees = any(own.denied == claim.denied for own in stated)
    own = next(own for own in stated if (own.denied == claim.denied) == agrees)
    says = "says so itself" if agrees else "says the contrary"
    message = f"{_words(claim)}, credited to {_title(study)}: the paper {says}."
    return _finding("confirmed" if agrees else "denied", message, paper, claim, study, [own])


def _measured(paper: Extraction, claim: Measurement, study: Extraction, *, alone: bool) -> Finding | None:
    like = [own for own in study.measurements if _is_like(claim, own)]
    same = [own for own in like if not exclude(claim, own)]
    said = f"{claim.property.replace('_', ' ')} of {claim.material[0]}, {_value(claim)}, credited to {_title(study)}"
    if same:
        own = max(same, key=lambda own: (own.anode == claim.anode, bool(own.conditions)))
        return _finding("confirmed", f"The {said}: the paper itself says {_value(own)}.", paper, claim, study, [own])
    if not alone:
        return None
    if not like:
        message = f"The {said}: no such value was found in the paper itself."
        return _finding("not in the study", message, paper, claim, study, [])
    near = sorted(like, key=lambda own: abs((own.value or 0.0) - (claim.value or 0.0)))[:_NAMED]
    values = ", ".join(dict.fromkeys(map(_value, near)))
    return _finding("other value", f"The {said}: the paper itself says {values}.", paper, claim, study, near)


def _is_like(claim: Measurement, own: Measurement) -> bool:
    """Whether a study's own measurement can be the one that is credited to it."""
    if own.attribution == "cited" or own.denied or own.value is None:
        return False
    names = {name.lower() for name in claim.material} & {name.lower() for name in own.material}
    about = bool(names) or (claim.anode is not None and claim.anode == own.anode)
    silent = not claim.qualifier or not own.qualifier
    same = (own.property, own.unit) == (claim.property, claim.unit)
    return about and same and (silent or claim.qualifier == own.qualifier)


def _content(claim: Claim) -> tuple[str | None, ...] | None:
    match claim:
        case HasProblem():
            return "problem", claim.anode, claim.problem
        case Mitigation():
            return "mitigation", claim.strategy, claim.problem, claim.anode
        case _:
            return None


def _words(claim: Claim) -> str:
    _, *labels = _content(claim) or ("",)
    return " / ".join(label.replace("_", " ") for label in labels if label)


def _value(claim: Measurement) -> str:
    conditions = ", ".join(f"{value}" for _, value in sorted(claim.conditions.items()))
    return f"{amount(claim)} {claim.unit}" + (f" ({conditions})" if conditions else "")


def _title(study: Extraction) -> str:
    return repr(study.paper.title or study.paper.source)


def _finding(
    verdict: Verdict, message: str, paper: Extraction, claim: Claim, study: Extraction, own: Sequence[Claim]
) -> Finding:
    return finding("second hand", verdict, message, [(paper, claim), *((study, one) for one in own)])
