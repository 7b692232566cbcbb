"""Theoretical specific capacities by Faraday's law, Q = n F / (3.6 M), from what a host turns into.

n is the number of electrons that a formula unit of the host exchanges, M its molar mass in g/mol, and Q in mAh/g of the
host: the mass of lithium that it takes up is by convention not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from miner.audit.composition import composition, molar_mass
from miner.materials.formulas import ELEMENTS
from miner.vocabulary import entries

# In C/mol: the product of elementary charge and Avogadro constant, both exact since the SI of 2019 (CODATA 2018).
FARADAY = 96485.33212
IONS = {entry["ion"]: entry["charge"] for entry in entries("lithiation") if "ion" in entry}
_ANIONS = {entry["anion"]: entry["charge"] for entry in entries("lithiation") if "anion" in entry}
# In a compound an element alloys to its richest phases, that is, to so much of the most that it takes up.
_SATURATED = 0.8
_HOSTS = [entry for entry in entries("lithiation") if "host" in entry]


@dataclass(frozen=True, slots=True)
class Storage:
    """A host turned into `product` by `amount` ions a formula unit; `capacity` is in mAh/g of the host."""

    host: str
    product: str
    ion: str
    amount: float
    capacity: float


def capacity(electrons: float, mass: float) -> float:
    """Specific capacity in mAh/g for so many electrons a formula unit of molar mass `mass` in g/mol."""
    return electrons * FARADAY / (3.6 * mass)


@cache
def storages(host: str) -> tuple[Storage, ...]:
    """All that the host of this name or formula can turn into, by rising capacity; none for an unknown host.

    Hosts of the vocabulary come first; of other compounds the anions are converted and the alloying elements alloyed.
    """
    listed = [s for entry in _HOSTS if host == entry["host"] or _called(host, entry) for s in _listed(entry)]
    lithiated = [s for entry in _HOSTS for s in _listed(entry) if s.product == host]
    found = listed or lithiated or list(_converted(host))
    return tuple(sorted(set(found), key=lambda s: (s.capacity, s.ion, s.product)))


def _called(name: str, entry: dict[str, Any]) -> bool:
    return name.lower().replace("-", " ") in [known.lower() for known in entry["names"]]


def _listed(entry: dict[str, Any]) -> Iterator[Storage]:
    for ion in IONS:
        for formula in entry.get(ion, ()):
            yield _stored(entry["host"], formula, ion)


@cache
def _stored(host: str, formula: str, ion: str) -> Storage:
    """The host with the ions that its product has more (or, for a cathode, fewer) than itself."""
    before, after = _amounts(host), {} if formula.endswith("+") else _amounts(formula)
    size = _framework(after, ion) / (_framework(before, ion) or 1)
    amount = abs((after.get(ion, 0) / size if size else 0) - before.get(ion, 0))
    return Storage(host, formula, ion, amount, capacity(amount * IONS[ion], molar_mass(before)))


def _framework(amounts: dict[str, float], ion: str) -> float:
    return sum(amount for symbol, amount in amounts.items() if symbol != ion)


def _amounts(formula: str) -> dict[str, float]:
    amounts = composition(formula)
    if amounts is None:
        raise ValueError(f"lithiation.yaml: {formula} is no formula")
    return amounts


def _converted(host: str) -> Iterator[Storage]:
    """A compound by conversion of its anions, by alloying of its elements, and by both."""
    amounts = composition(host)
    if not amounts or not _is_convertible(frozenset(amounts)):
        return
    mass = molar_mass(amounts)
    anions = [symbol for symbol in amounts if symbol in _ANIONS]
    charges = sum(_ANIONS[symbol] * amounts[symbol] for symbol in anions)
    for ion in ("Li", "Na", "K"):
        salts = tuple(_salt(ion, symbol) for symbol in anions)
        alloys = [found for symbol in amounts if symbol not in _ANIONS and (found := _alloys(symbol, ion))]
        for picked in (*product(*alloys), ()):
            formed = tuple(s.product for s in picked)
            taken = sum(s.amount * amounts[s.host] for s in picked)
            if formed:
                yield Storage(host, " and ".join(formed), ion, taken, capacity(taken, mass))
            if salts:
                total = taken + charges
                yield Storage(host, " and ".join(salts + formed), ion, total, capacity(total, mass))


def _is_convertible(symbols: frozenset[str]) -> bool:
    """A compound of anions with metals that are converted or alloyed; oxides of non-metals (phosphates) are not."""
    metals = {s for s in symbols if ELEMENTS[s].get("d") or (s not in _ANIONS and s in _elements())}
    polyanion = "O" in symbols and symbols & {"P", "S", "Se", "Te", "N"}
    return (
        len(symbols) > 1
        and bool(metals)
        and symbols == frozenset(metals | (symbols & _ANIONS.keys()))
        and not polyanion
    )


@cache
def _elements() -> dict[str, dict[str, Any]]:
    """The elements that form alloys, by symbol; not those that are themselves the ion of a salt."""
    return {e["host"]: e for e in _HOSTS if e["host"] in ELEMENTS and e["host"] not in ("Li", "Na", "K", "Ca")}


def _alloys(symbol: str, ion: str) -> list[Storage]:
    """What an element of a compound turns into in the end: the richest phases."""
    entry = _elements().get(symbol, {})
    found = [_stored(symbol, formula, ion) for formula in entry.get(ion, ())]
    most = max((s.amount for s in found), default=0.0)
    return [s for s in found if s.amount >= _SATURATED * most]


def _salt(ion: str, anion: str) -> str:
    number = _ANIONS[anion]
    return f"{ion}{number if number > 1 else ''}{anion}"
