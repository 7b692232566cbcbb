"""The same quantity with values that exclude each other, within one paper or between papers."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence

from miner.audit.capacities import fitting
from miner.audit.finding import Finding, amount, finding
from miner.audit.hosts import stored_by
from miner.claims import Extraction, Measurement

Stated = tuple[Extraction, Measurement]
Quantity = tuple[str, ...]
# Values closer than this share of them are one value, rounded differently; "about" allows for more.
_ROUNDING = 0.02
_ABOUT = 0.1
# Properties of a material whoever measures it, and the word that a sentence must use for it: an electrode may swell,
# or a binder, without being the material. All other properties belong to the sample of one study.
_INTRINSIC = {"volume_change": "volum"}
# A sample has several of these, each as right as the others.
_MANIFOLD = ("operating_voltage", "particle_size", "thickness")


def disagreements(extractions: Iterable[Extraction]) -> Iterator[Finding]:
    """One finding a quantity whose stated values exclude each other, in the order of their first statement.

    A quantity is a property of a material, with its qualifier: of a pure material anywhere if it is theoretical or a
    constant of the material, else of one sample of one study under the same conditions.
    """
    stated: dict[Quantity, list[Stated]] = {}
    for extraction in extractions:
        studies = {reference.number: reference.key for reference in extraction.references}
        for claim in extraction.measurements:
            quantity = _quantity(extraction, claim, studies)
            if quantity and claim.value is not None and not claim.denied:
                stated.setdefault(quantity, []).append((extraction, claim))
    for claims in stated.values():
        plain = _single(claims)
        if any(exclude(a, b) for _, a in plain for _, b in plain):
            yield _found(plain)


def _quantity(extraction: Extraction, claim: Measurement, studies: dict[int, str]) -> Quantity | None:
    kind = (claim.property, claim.unit, claim.qualifier or "", claim.basis or "")
    word = _INTRINSIC.get(claim.property)
    if claim.basis == "theoretical" or word:
        if word and word not in (claim.evidence.sentence + claim.evidence.context).lower():
            return None
        known = stored_by(claim.material)
        hosts = {storage.host for storage in known}
        if claim.basis == "theoretical" and claim.property == "specific_capacity" and not fitting(claim, known):
            return None  # questioned already
        return (*hosts, *kind) if len(hosts) == 1 else None
    conditions = {key: _plain(str(value)) for key, value in claim.conditions.items()}
    if len(claim.cites) > 1 or not conditions or claim.property in _MANIFOLD:
        return None
    study = studies.get(claim.cites[0], "") if claim.cites else extraction.paper.key
    return study, _plain(claim.material[0]), *kind, json.dumps(conditions, sort_keys=True)


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9./]", "", text.lower())


def _single(claims: Sequence[Stated]) -> list[Stated]:
    """The claims of sentences that state one value: where there are several, each has a reason that is not captured."""
    values: dict[str, set[float | None]] = {}
    for _, claim in claims:
        values.setdefault(_place(claim), set()).add(claim.value)
    return [(extraction, claim) for extraction, claim in claims if len(values[_place(claim)]) == 1]


def _place(claim: Measurement) -> str:
    """The sentence, or the table."""
    return claim.evidence.section if claim.rule == "table" else claim.evidence.sentence


def exclude(a: Measurement, b: Measurement) -> bool:
    """Whether the values of two measurements exclude each other, beyond rounding."""
    (low, high), (other_low, other_high) = _bounds(a), _bounds(b)
    return low > other_high or other_low > high


def _bounds(claim: Measurement) -> tuple[float, float]:
    """What the statement allows for, with room for rounding."""
    value = claim.value or 0.0
    upper = value if claim.value_to is None else claim.value_to
    room = _ABOUT if claim.relation == "~" else _ROUNDING / 2
    low, high = value - room * abs(value), upper + room * abs(upper)
    low = -math.inf if claim.relation in ("<", "<=") else low
    return low, math.inf if claim.relation in (">", ">=") else high


def _found(claims: Sequence[Stated]) -> Finding:
    first, papers = claims[0][1], {extraction.paper.sha256 for extraction, _ in claims}
    by_value: dict[str, str] = {}
    for extraction, claim in claims:
        by_value.setdefault(f"{amount(claim)} {claim.unit}", _where(extraction, claim, named=len(papers) > 1))
    said = " but ".join(f"{printed} ({where})" for printed, where in by_value.items())
    name = " ".join(filter(None, [first.qualifier, first.property.replace("_", " ")]))
    verdict = "within a paper" if len(papers) == 1 else "between papers"
    return finding("disagreement", verdict, f"The {name} of {first.material[0]} is stated as {said}.", claims)


def _where(extraction: Extraction, claim: Measurement, named: bool) -> str:
    """The first place of a value, and what a theoretical capacity is that of."""
    paper = extraction.paper.title or extraction.paper.source
    page = f"p. {claim.evidence.page}" if claim.evidence.page else claim.evidence.section
    product = [s.product for s in fitting(claim, stored_by(claim.material))[:1]] if claim.basis == "theoretical" else []
    return "; ".join(filter(None, [f'"{paper}"' if named else "", page, *product]))
