"""Chemical formulas recognised by their grammar (element symbols and amounts), and what their composition says.

Amounts may be decimals, variables or sums ("Li7-xLa3Zr2O12", "SiOx", "Mg1+xZr4P6O24+x").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from miner.vocabulary import entries

Role = Literal["anode", "electrolyte", "cathode", "other"]
ELEMENTS = {entry["symbol"]: entry for entry in entries("elements")}
_SYMBOL = "(?:" + "|".join(sorted(ELEMENTS, key=lambda s: (-len(s), s))) + ")"
_TERM = r"(?:\d+(?:\.\d+)?[xyzδ]?|[xyzδ](?![a-z]))"
_AMOUNT = rf"{_TERM}(?:[+\-−–±/]{_TERM})*"
_UNIT = rf"(?:{_SYMBOL}(?:{_AMOUNT})?)"
_GROUP = rf"(?:[(\[](?:{_UNIT}|\({_UNIT}+\)(?:{_AMOUNT})?)+[)\]](?:{_AMOUNT})?)"
# T stands for the surface groups of a MXene.
FORMULA = re.compile(rf"(?<![A-Za-z0-9.])(?:{_UNIT}|{_GROUP})+(?:T[xz])?(?![A-Za-z0-9]|[-−–]?\d)")
_PART = re.compile(rf"({_SYMBOL})({_AMOUNT})?")
_BRACKETED = re.compile(r"\([^()]+\)|\[[^\[\]]+\]")
_PREFIXES = {"1": "mon", "2": "di", "3": "tri", "4": "tetra", "5": "pent", "6": "hexa"}


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula at characters `start` to `end` of a text; `elements` maps each symbol to its amount as printed."""

    start: int
    end: int
    text: str
    elements: tuple[tuple[str, str], ...]

    @property
    def symbols(self) -> frozenset[str]:
        """The elements that it holds."""
        return frozenset(symbol for symbol, _ in self.elements)


def formulas(text: str) -> list[Formula]:
    """The formulas of a text: two elements or more, with a number, a variable or a symbol of two letters.

    A numbered element that alloys is the name of a phase of it, or of a sample: "Si24", "Sn50".
    """
    found = []
    for match in FORMULA.finditer(text):
        start, end = match.span()
        if _BRACKETED.fullmatch(match.group()):
            start, end = start + 1, end - 1
        printed = text[start:end]
        parts = tuple((m[1], m[2] or "") for m in _PART.finditer(printed))
        distinct = {symbol for symbol, _ in parts}
        numbered = any(amount for _, amount in parts) or printed.endswith(("Tx", "Tz"))
        lettered = any(len(symbol) == 2 for symbol in distinct) and printed not in _WORDS
        ion = re.match(r"\d?[+−⁺⁻]", text[match.end() :]) is not None
        figure = re.fullmatch(r"SI\d+|.*\((?:I{1,3}|IV|VI{0,2})\)", printed) is not None
        phase = len(parts) == 1 and parts[0][0] in _ALLOYING and parts[0][1].isdigit()
        if ((len(distinct) > 1 and (numbered or lettered)) or phase) and not ion and not figure:
            found.append(Formula(start, end, printed, parts))
    return found


# Letters of prose that read as two symbols.
_WORDS = {"LiB", "NiB", "NaB", "LiIB", "CaB", "CoV", "OsC", "InC", "NoS", "SiP", "HeLa"}


def is_mxene(formula: Formula) -> bool:
    """A carbide or nitride of a transition metal with surface groups: Mn+1Xn, with or without Tx."""
    metals = [s for s in formula.symbols if ELEMENTS[s].get("d")]
    rest = formula.symbols - set(metals)
    return (
        bool(metals)
        and bool(rest & {"C", "N"})
        and rest <= {"C", "N", "O", "F", "H", "Cl"}
        and "T" in formula.text[-2:]
    )


NONMETALS = frozenset({"H", "C", "N", "O", "F", "S", "P", "Cl", "Br", "I", "Se", "Te"})


@cache
def names(formula: Formula) -> tuple[str, ...]:
    """The systematic names of a binary compound ("molybdenum disulfide", "molybdenum sulfide"); else none.

    A lithiated phase ("Li15Si4") is called by the element that takes up the ions.
    """
    host = _alloyed(formula)
    if host:
        return (ELEMENTS[host]["name"], host)
    if len(formula.elements) != 2 or "(" in formula.text:
        return ()
    (metal, _), (other, amount) = formula.elements
    stem = ELEMENTS[other].get("stem")
    if not stem or metal in NONMETALS:
        return ()
    element, anion = ELEMENTS[metal]["name"], stem + "ide"
    prefix = _PREFIXES.get(amount or "1", "")
    counted = (prefix[:-1] if prefix.endswith("a") and anion[0] == "o" else prefix) + anion
    if prefix == "mon" and anion[0] != "o":
        counted = "mono" + anion
    if prefix == "pent" and anion[0] != "o":
        counted = "penta" + anion
    return tuple(dict.fromkeys([f"{element} {counted}", f"{element} {anion}"]))


SALT_FORMERS = frozenset({"Li", "Na", "K", "Mg", "Ca"})
_ALLOYING = {"Si": "silicon", "Sn": "tin", "Ge": "germanium", "Sb": "antimony", "Bi": "alloy", "Pb": "alloy"}


def _alloyed(formula: Formula) -> str | None:
    """The element that has taken up ions in a lithiated phase ("Li15Si4", "Na3Sb"), or that is alone ("Si24")."""
    rest = formula.symbols - SALT_FORMERS
    return next(iter(rest)) if len(formula.symbols) <= 2 and len(rest) == 1 and rest <= set(_ALLOYING) else None


def role(formula: Formula) -> tuple[Role, str | None]:
    """What a compound of this composition is in a cell, and its anode label."""
    has = formula.symbols
    metals = {s for s in has if ELEMENTS[s].get("d")}
    if is_mxene(formula):
        return "anode", "MXene"
    alloyed = _alloyed(formula)
    if alloyed:
        return "anode", _ALLOYING[alloyed]
    if has & {"Li", "Na", "K"} and "O" in has and has & {"Co", "Ni", "Mn", "Fe", "V", "Cr"}:
        return "cathode", None
    if (
        has & {"Li", "Na", "K", "Mg", "Zn"}
        and len(has) > 2
        and has & {"P", "B", "F", "Cl", "Br", "I", "N", "Zr", "La", "Hf", "S", "Se"}
    ):
        return "electrolyte", None
    if (
        has & SALT_FORMERS
        and not has & (_METALLOIDS - SALT_FORMERS)
        and has - SALT_FORMERS <= {"F", "Cl", "Br", "I", "O", "N", "S", "C"}
    ):
        return "other", None
    return _host(formula, metals)


_RICH = 10


def _is_block_oxide(amounts: dict[str, str], metals: set[str]) -> bool:
    """An oxide that holds some phosphorus ("PNb9O25"), and is no phosphate."""
    if not metals or amounts.keys() - metals != {"O", "P"} or not amounts["O"].isdigit():
        return False
    return amounts["P"] in ("", "1") and int(amounts["O"]) >= _RICH and "Nb" in metals


_METALLOIDS = {"Si", "Sn", "Ge", "Sb", "Bi", "In", "Al", "Ga", "Zn", "Mg", "Ag", "P"}
_LAYERED = {"Mo", "W", "V", "Nb", "Ta", "Ti", "Re", "Zr", "Hf", "Co", "Fe", "Ni"}


def _host(formula: Formula, metals: set[str]) -> tuple[Role, str | None]:
    """A compound that stores ions by insertion, conversion or alloying."""
    has = formula.symbols
    amounts = dict(formula.elements)
    called = (names(formula) or (formula.text,))[-1]
    if has == frozenset({"Si", "O"}):
        return ("other", None) if amounts["O"] == "2" else ("anode", "silicon")
    if has <= _METALLOIDS | metals | {"Li", "Na", "K", "Mg", "Ca"} and has & _METALLOIDS and "P" not in has:
        return "anode", "alloy"
    for chalcogen in ("S", "Se", "Te"):
        if chalcogen in has and metals & _LAYERED and amounts[chalcogen] == "2" and len(has) == 2:
            return "anode", "transition metal dichalcogenide"
    if (metals and has - metals == frozenset({"O"})) or _is_block_oxide(amounts, metals):
        return "anode", "transition metal oxide"
    if "O" in has and has - {"O"} <= metals | {"Sn", "Zn", "Ge", "Sb", "In", "Bi", "Pb"}:
        return "anode", "metal oxide"
    if "H" in has and len(has) == 2 and has & (metals | _METALLOIDS):
        return "anode", f"other: {called}"
    if has & {"S", "Se", "Te", "P"} and has & (metals | _METALLOIDS) and "O" not in has:
        return "anode", f"other: {called}"
    return "other", None
