"""When a stated material, quantity or condition counts as the one that the gold has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Item = Mapping[str, Any]
TOLERANCE = 0.005
_DASHES = str.maketrans(dict.fromkeys("−–‐", "-") | {"·": " "})
_UNIT_SIGNS = str.maketrans({"Ω": "ohm", "μ": "u", "Å": "a", "^": None, "*": None})
_EMPTY_WORDS = re.compile(r"\b(?:anodes?|electrodes?|materials?|composites?|the|based|nanosheets?|samples?)\b")
_COMPARED_CONDITIONS = ("specific_current", "current_density", "c_rate", "cycles", "temperature", "voltage_window")


@cache
def rules() -> dict[str, Any]:
    """The rules of `corpus/evaluation.yaml`."""
    return yaml.safe_load((files("corpus") / "evaluation.yaml").read_text(encoding="utf-8"))


@cache
def _factors() -> dict[str, tuple[str, float]]:
    """For each unit the one it is compared in, and the factor to it."""
    units: dict[str, dict[str, Any]] = rules()["units"]
    own = {base: (base, 1.0) for base in units}
    return own | {
        unit: (base, float(Fraction(factor))) for base, others in units.items() for unit, factor in others.items()
    }


def plain(text: object) -> str:
    """Compatibility forms resolved, all dashes one, no middle dots."""
    return unicodedata.normalize("NFKC", str(text)).translate(_DASHES).strip()


def name_key(name: object) -> str:
    """What is left of a material's name when spelling and empty words are taken out."""
    text = plain(name).lower().translate(str.maketrans({"-": " ", "_": None, "$": None}))
    text = re.sub(r"[^a-z0-9@/+.() ]", "", _EMPTY_WORDS.sub(" ", text))
    return re.sub(r"s$", "", " ".join(text.split()))


def names(item: Item) -> list[str]:
    """The keys of the names that a measurement gives to its material, its own first."""
    given = item.get("material")
    return [name_key(name) for name in (given if isinstance(given, list | tuple) else [given]) if name]


def unit_key(unit: str | None) -> str:
    """A unit as products and quotients without spaces: "mAh g−1" is "mah/g"."""
    text = re.sub(r"\s+", " ", plain(unit or "").translate(_UNIT_SIGNS).lower())
    text = re.sub(r"\s*(g|kg|cm|l|s)-1\b", r"/\1", text)
    return re.sub(r"\s*cm-([23])\b", r"/cm\1", text).replace(" ", "")


def quantity(value: Any, unit: str | None) -> tuple[str, float]:
    """The value in the unit in which it is compared. Raises TypeError or ValueError where it is no number."""
    base, factor = _factors().get(unit_key(unit), (unit_key(unit), 1.0))
    return base, float(value) * factor


def _ends(item: Item) -> tuple[str, list[float]]:
    """Unit and value of a measurement, with the upper end of a range."""
    unit = item.get("unit", "")
    base, value = quantity(item.get("value"), unit)
    return base, [value, *([quantity(item["value_to"], unit)[1]] if item.get("value_to") is not None else [])]


def same_quantity(gold: Item, found: Item) -> bool:
    """Whether two measurements state the same number: any end of a range will do."""
    try:
        (unit, wanted), (found_unit, values) = _ends(gold), _ends(found)
    except (TypeError, ValueError):
        return False
    return unit == found_unit and any(_close(a, b) for a in wanted for b in values)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-30)


def same_material(gold: Item, found: Item) -> bool:
    """Whether any name of the one is among those of the other."""
    return not set(names(gold)).isdisjoint(names(found))


def group(kind: str, label: str | None) -> str | None:
    """The first label of the group to which a label belongs, itself where it is in none."""
    return next((members[0] for members in rules()["groups"][kind] if label in members), label)


def conditions(item: Item) -> set[tuple[Any, ...]]:
    """The conditions of a measurement, as far as they are compared."""
    stated = (item.get("conditions") or {}).items()
    return {condition(k, v) for k, v in stated if k in _COMPARED_CONDITIONS and v not in (None, "", [])}


def condition(name: str, value: object) -> tuple[Any, ...]:
    """A condition as numbers: currents in mA a gram or cm2, rates in C, temperatures in degrees Celsius."""
    text = plain(value).lower().replace("μ", "u")
    bare = re.sub(r"(?:cm|g|m)-[12]|/cm2|cm2", "", text)
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", bare)]
    if not numbers:
        return name, "room temperature" if re.search(r"room|ambient|\brt\b", text) else text
    return name, *(float(f"{number:.3g}") for number in _comparable(name, text, numbers))


def _comparable(name: str, text: str, numbers: list[float]) -> list[float]:
    first = numbers[:1]
    if name == "c_rate":
        part = re.search(r"c\s*/\s*(\d+(?:\.\d+)?)", text)
        return [1 / float(part[1])] if part else first
    if name in ("specific_current", "current_density"):
        return [first[0] * (1e-3 if "ua" in text else 1 if "ma" in text else 1e3)]
    if name == "voltage_window":
        return sorted(numbers[:2])
    if name == "temperature":
        return [number - 273 if re.search(r"\d\s*k\b", text) else number for number in numbers[:2]]
    return first
