"""Printed units ("mA h g-1", "Ω·cm2", "S cm−1"): recognised as products of known symbols, converted by Pint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pint

from miner.vocabulary import entries

_SYMBOLS = {symbol: entry["is"] for entry in entries("units") if "symbol" in entry for symbol in entry["symbol"]}
_KINDS = [entry for entry in entries("units") if "kind" in entry]


def _written(symbol: str) -> str:
    return re.escape(symbol).replace("µ", "[µμ]").replace("Ω", "[ΩΩ]").replace(r"\ ", r"\s")


_ATOM = "(?:" + "|".join(_written(s) for s in sorted(_SYMBOLS, key=lambda s: (-len(s), s))) + ")"
_MINUS = r"[-−–⁻‐]\s?[1-4¹²³⁴]"
_POWER = rf"(?:(?<=[gmLs])\s[⁻−]\s?[1-3¹²³](?!\d)|\^?(?:[({{]{_MINUS}[)}}]|{_MINUS})|\^?[2-3²³](?!\d|\.\d))"
_DOT = r"[ \u00a0\u2009·⋅∙•.*]"
_NEXT = (
    rf"{_DOT}?{_ATOM}{_POWER}"  # mAh g-1, Scm-1, Ω cm2
    rf"|{_DOT}?(?:h|hours?)(?={_DOT}?{_ATOM}{_POWER}|\s?/)"  # mA h g-1
    rf"|\s?/\s?(?:\({_ATOM}{_POWER}?\)|{_ATOM}{_POWER}?)"  # mAh/g
    rf"|\sper\s(?:gram|cm2|cm²|kg|kilogram|g|lit(?:er|re)|(?:square|cubic) centimet(?:er|re))\b"
)
UNIT = re.compile(rf"{_ATOM}{_POWER}?(?:{_NEXT})*(?![A-Za-zµμΩ²³⁻]|\d)")
_FACTOR = re.compile(rf"(?P<per>/|\bper\s)?\s?\(?(?P<atom>{_ATOM})(?P<power>{_POWER})?")
_DIGITS = str.maketrans("¹²³⁴", "1234")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a printed unit measures: `kind`, the claims' `unit` for it, and the factor that converts into it."""

    kind: str
    unit: str
    factor: float


@cache
def _registry() -> pint.UnitRegistry[Any]:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(None)  # pyright: ignore[reportArgumentType] # no file
    for definition in (line for entry in entries("units") for line in entry.get("define", ())):
        registry.define(definition)
    return registry


@cache
def _kinds() -> list[tuple[str, str, Any]]:
    return [(entry["kind"], entry["unit"], _registry().Quantity(1, entry["is"])) for entry in _KINDS]


@cache
def read_unit(printed: str) -> Unit | None:
    """The meaning of a printed unit; None for one that measures nothing the miner knows."""
    parts = [_factor(match) for match in _FACTOR.finditer(printed)]
    if not parts:
        return None
    quantity: Any = _registry().Quantity(1, "*".join(parts))
    # An energy in a volume has the dimension of a pressure; only the printed unit tells them apart.
    energetic = re.search(r"W\s?h", printed) is not None
    for kind, unit, one in _kinds():
        if quantity.dimensionality == one.dimensionality and (kind != "energy_volume" or energetic):
            return Unit(kind, unit, float((quantity / one).to("dimensionless").magnitude))
    return None


def _factor(match: re.Match[str]) -> str:
    symbol = re.sub(r"\s", " ", match["atom"]).replace("μ", "µ").replace("Ω", "Ω")
    power = re.sub(r"[^\d]", "", (match["power"] or "1").translate(_DIGITS))
    negative = bool(match["per"]) != bool(re.search(r"[-−–⁻‐]", match["power"] or ""))
    return f"({_SYMBOLS[symbol]})**{'-' if negative else ''}{power}"
