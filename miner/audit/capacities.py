"""Theoretical specific capacities beside those of Faraday's law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from miner.audit.faraday import IONS, Storage
from miner.audit.finding import Finding, amount, finding
from miner.audit.hosts import stored_by, stored_in
from miner.claims import Extraction, Measurement

# How far a stated value may be from the law's, as a share of it; "about 370" is meant more loosely than "370".
_TOLERANCE = 0.01
_LOOSE = 0.05
# How far beyond a bound ("more than 3500") the law's value may lie and still be what was meant.
_BEYOND = 0.1


def theoretical_capacities(extraction: Extraction) -> Iterator[Finding]:
    """A verdict on each claim of a theoretical specific capacity, in the order of the claims.

    Capacities that are not called theoretical, but have neither conditions nor a qualifier, count where they equal one.
    """
    for claim in extraction.measurements:
        if claim.property != "specific_capacity" or claim.value is None or claim.denied:
            continue
        if claim.basis == "theoretical":
            yield _judged(extraction, claim, stored_by(claim.material))
        elif not (claim.basis or claim.qualifier or claim.conditions):
            known = stored_by(claim.material)
            if claim.relation in ("=", "~") and (same := fitting(replace(claim, relation="="), known)):
                yield _confirmed(extraction, claim, same)


def _judged(extraction: Extraction, claim: Measurement, known: Sequence[Storage]) -> Finding:
    if same := fitting(claim, known):
        return _confirmed(extraction, claim, same)
    if len({storage.host for storage in known}) == 1:
        nearest = min(known, key=lambda s: _rank(s, [claim.value or 0.0]))
        instead = [storage.host for storage in fitting(claim, stored_in(claim.evidence.sentence))[:1]]
        misread = f" The sentence names {instead[0]}, which has it: the claim may be misread." if instead else ""
        message = f"{_stated(claim)} fits no product; the nearest is {_described(nearest)}.{misread}"
        return finding("theoretical capacity", "questioned", message, [(extraction, claim)])
    why = "several materials have this name" if known else "it is no single material of known composition and product"
    message = f"{_stated(claim)} cannot be checked: {why}."
    return finding("theoretical capacity", "unchecked", message, [(extraction, claim)])


def _confirmed(extraction: Extraction, claim: Measurement, same: Sequence[Storage]) -> Finding:
    others = [s.product for s in same[1:]]
    also = f", and {', '.join(others)} as well" if others else ""
    message = f"{_stated(claim)} fits {_described(same[0])}{also}."
    return finding("theoretical capacity", "confirmed", message, [(extraction, claim)])


def _stated(claim: Measurement) -> str:
    theoretical = "theoretical " if claim.basis == "theoretical" else ""
    return f"The {theoretical}capacity of {claim.material[0]}, {amount(claim)} mAh/g,"


def _described(storage: Storage) -> str:
    electrons = f"{storage.amount * IONS[storage.ion]:.3g}"
    noun = "electron" if electrons == "1" else "electrons"
    return f"{storage.product} ({electrons} {noun} per {storage.host}, {storage.capacity:.0f} mAh/g)"


def fitting(claim: Measurement, known: Sequence[Storage]) -> list[Storage]:
    """The products whose capacity is the one stated, the nearest first; of a range, both ends must be one."""
    ends = [value for value in (claim.value, claim.value_to) if value is not None]
    found = [[s for s in known if _fits(end, s.capacity, claim.relation)] for end in ends]
    if not all(found):
        return []
    return sorted({s for fits in found for s in fits}, key=lambda s: _rank(s, ends))


def _rank(storage: Storage, ends: Sequence[float]) -> tuple[float, bool, str]:
    """By distance; of equal ones lithium first."""
    return round(min(abs(storage.capacity - end) for end in ends)), storage.ion != "Li", storage.product


def _fits(value: float, capacity: float, relation: str) -> bool:
    """Within the tolerance of what is stated, or for a bound not far beyond it."""
    if relation == ">":
        return value <= capacity <= value * (1 + _BEYOND)
    if relation == "<":
        return value * (1 - _BEYOND) <= capacity <= value
    return abs(value - capacity) <= (_LOOSE if relation == "~" else _TOLERANCE) * capacity
