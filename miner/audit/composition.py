"""Amounts and molar masses of chemical formulas with definite composition."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from miner.materials.formulas import ELEMENTS

_TOKEN = re.compile(r"(?P<symbol>[A-Z][a-z]?)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<amount>\d+(?:\.\d+)?)")


@cache
def composition(formula: str) -> dict[str, float] | None:
    """Atoms by symbol in one formula unit, brackets multiplied out; None where an amount is a variable ("SiOx")."""
    groups: list[Counter[str]] = [Counter()]
    last: Counter[str] = Counter()
    at = 0
    for token in _TOKEN.finditer(formula):
        if token.start() != at:
            return None
        at = token.end()
        if token["open"]:
            groups.append(Counter())
            continue
        if token["amount"]:
            if not last or not float(token["amount"]):
                return None
            # The amount counts what stands before it, of which one is counted already.
            groups[-1].update({symbol: n * (float(token["amount"]) - 1) for symbol, n in last.items()})
            last = Counter()
            continue
        if token["symbol"]:
            if token["symbol"] not in ELEMENTS:
                return None
            last = Counter({token["symbol"]: 1.0})
        elif len(groups) > 1:
            last = groups.pop()
        else:
            return None
        groups[-1].update(last)
    whole = at == len(formula) and len(groups) == 1 and groups[0]
    return dict(groups[0]) if whole else None


def molar_mass(amounts: dict[str, float]) -> float:
    """The mass of one mole in g, from the standard atomic weights of elements.yaml."""
    return sum(ELEMENTS[symbol]["mass"] * amount for symbol, amount in amounts.items())
