"""What the columns of a table hold by their headers: materials, values of a property, conditions, references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from miner.document import Table
from miner.measurements.conditions import KINDS, Condition, conditions
from miner.measurements.properties import Property, properties
from miner.phrases import words
from miner.quantities import marked, quantities
from miner.units import UNIT, read_unit
from miner.vocabulary import entries

Kind = Literal["material", "value", "condition", "reference", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its `header` as marked text, `unit` and `power` of ten of its numbers, `conditions` of the header.

    `meaning` is the header with what the table's caption or notes say that its abbreviation stands for. `beside` is the
    unit of the conditions that its cells give beside their values ("Capacity retention (cycles)"), `second` the column
    of the other property of which they do ("Capacity (mAh/g) (ICE)").
    """

    kind: Kind
    header: str
    property: Property | None = None
    unit: str = ""
    power: int = 0
    conditions: tuple[Condition, ...] = ()
    beside: str = ""
    meaning: str = ""
    second: Column | None = None


_MATERIAL = re.compile(rf"\b{words('column of materials')}\b", re.IGNORECASE)
_REFERENCE = re.compile(rf"^\W*{words('column of references')}\b", re.IGNORECASE)
_CONDITION = re.compile(rf"\b{words('column of conditions')}\b", re.IGNORECASE)
_SETTING = re.compile(
    r"\b(?:voltage|potential)s? (?:range|window|limit)|cut-?off|^\W*(?:number of |no\. of )?cycles?(?: numbers?)?\W*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?P<before>[(\[/,]\s*|\s)(?:[×x*·]?\s?10\^?\{?(?P<sign>[⁻−–-])?\s?(?P<power>[⁰¹²³⁴⁵⁶⁷⁸⁹\d]{1,2})\}?\s?[·/ ]?\s?)?"
)
# "Retention (cycles)", "(mAh/g @ A/g)", "capacity / cycles", "(after n cycles)".
_ALONG = re.compile(r"[(/@]\s*(?:(?:after|at|over|no\. of|number of|n|N|X|x)\s)*|\bafter (?:n|N|X|x) ")
# "(mAh g−1) (N)": the number of the cycle.
_NTH = re.compile(r"\((?:N|n)(?:th)?\)\W*$")
# "(ICE: initial coulombic efficiency; RC: reversible capacity)", "CE, coulombic efficiency; C.R.N., retention".
_DEFINED = re.compile(
    r"(?<![\w.])(?P<short>[A-Z][A-Za-z\d.]{0,7})(?:\s?\(\w+\))?\s?[:=,]\s(?:the )?"
    r"(?P<meaning>[A-Za-z][A-Za-z -]{4,60})(?=[;.,)]|$)"
)
_SHORT = re.compile(r"[A-Za-z][A-Za-z\d.]*")
_SECOND = re.compile(r"[(/,;]\s*")
# What headers shorten: "Rev. cap. (cyc. no.)", "1st D/C".
_SHORTENED = {
    entry["means"]: re.compile(rf"(?<![\w.])(?:{'|'.join(entry['short'])})(?![\w.])") for entry in entries("headers")
}
_LONGEST = 60  # characters of what names a property
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def upright(table: Table) -> Table:
    """The table with its properties in the header, turned where they stand in the first column."""
    table = _joined(table)
    across = sum(_property(marked(text), unit_of(marked(text))[0]) is not None for text in table.header[1:])
    down = sum(
        len(row[0].text) < _LONGEST and _property(marked(row[0]), unit_of(marked(row[0]))[0]) is not None
        for row in table.rows
    )
    if down <= across or len(table.rows) < 2:
        return table
    grid = list(zip(table.header, *table.rows, strict=True))
    return Table(table.label, table.caption, tuple(grid[0]), tuple(grid[1:]), table.notes, table.section)


def _joined(table: Table) -> Table:
    """The table with a first row that only gives units as a part of its header."""
    first = table.rows[0] if table.rows else ()
    units = [cell.text.strip() for cell in first]
    if not any(units) or not all(not unit or (unit[0] in "([" and unit_of(f" {unit}")[0]) for unit in units):
        return table
    header = tuple(replace(h, text=f"{h.text} {unit}".strip()) for h, unit in zip(table.header, units, strict=True))
    return replace(table, header=header, rows=table.rows[1:])


def columns(table: Table) -> list[Column]:
    """The columns of a table in order; the first is the material's unless it states a property."""
    meanings = _meanings(table)
    found = _with_units([_column(marked(text), meanings) for text in table.header])
    if any(column.kind == "material" for column in found):
        return found
    for index, column in enumerate(found):
        if column.kind == "text" and any(
            re.search(r"[A-Za-z]{2}", row[index].text) for row in table.rows or [table.header]
        ):
            return [*found[:index], Column("material", column.header), *found[index + 1 :]]
    return found


def _meanings(table: Table) -> dict[str, str]:
    """What the caption and the notes say that abbreviations stand for."""
    texts = f"{marked(table.caption)} ; {marked(table.notes)}"
    return {match["short"].strip("."): match["meaning"] for match in _DEFINED.finditer(texts)}


def _with_units(found: Sequence[Column]) -> list[Column]:
    """The columns, where a property's unit is printed in one of its headers only, with it in all of them."""
    units = {c.property.label: (c.unit, c.power) for c in found[::-1] if c.property and c.unit}
    none = ("", 0)
    return [
        replace(c, unit=unit, power=power)
        for c in found
        for unit, power in [units.get(c.property.label, none) if c.property and not c.unit else (c.unit, c.power)]
    ]


def _spelled(header: str) -> str:
    """The header with its words in full."""
    for meaning, short in _SHORTENED.items():
        header = short.sub(meaning, header)
    return header


def _column(printed: str, meanings: Mapping[str, str]) -> Column:
    if _REFERENCE.search(printed):
        return Column("reference", printed)
    found = _told(_spelled(printed), meanings)
    return replace(found, header=printed)


def _told(header: str, meanings: Mapping[str, str]) -> Column:
    """The column by its header in full words."""
    unit, power = unit_of(header)
    beside = _beside(header, unit)
    if beside == unit:
        unit = ""
    short = _SHORT.match(header)
    meaning = f"{meanings.get(short[0].strip('.'), '') if short else ''} {header}".strip()
    prop = _property(meaning, unit)
    held = tuple(conditions(header, quantities(header), []))
    measure = read_unit(unit) if unit else None
    if prop and not _SETTING.search(header):
        unit = unit or "%" * (prop.kinds == frozenset(("share",)))
        return Column("value", header, prop, unit, power, held, beside, meaning, _second(header, unit, prop))
    if _CONDITION.search(header) or (measure and measure.kind in ("specific_current", "current_density", "c_rate")):
        default = unit or ("cycles" if re.search(r"\bcycles?\b", header, re.IGNORECASE) else "")
        return Column("condition", header, None, default, power)
    return Column("material" if _MATERIAL.search(header) and not unit else "text", header)


def unit_of(header: str) -> tuple[str, int]:
    """The unit that a header gives for its numbers, with the power of ten before it."""
    for opening in _OPENING.finditer(header):
        unit = UNIT.match(header, opening.end())
        closed = unit and re.match(r"\s*(?:[)\],;@/]|$|\s)", header[unit.end() :])
        # "at 0.1 C" is a condition, not the unit.
        counted = unit and not opening["power"] and re.search(r"\d\s?$", header[: unit.start()])
        if not unit or not closed or counted:
            continue
        # "(mAh g−1/cycles)" are two units.
        for printed in (unit.group(), unit.group().rpartition("/")[0]):
            if printed and _means(printed, opening["before"]):
                sign = -1 if opening["sign"] else 1
                return printed, sign * int(opening["power"].translate(_DIGITS)) if opening["power"] else 0
    return "", 0


def _second(header: str, unit: str, first: Property) -> Column | None:
    """The column of the other property whose values stand beside those of the first: "Capacity (mAh/g)/ICE (%)"."""
    since = header.find(unit) + len(unit) if unit else len(header)
    opening = _SECOND.search(header, since)
    rest = header[opening.end() :] if opening else ""
    own, power = unit_of(rest)
    prop = _property(rest, own) if rest else None
    if not prop or prop.label == first.label or not (own or prop.kinds == frozenset(("share",))):
        return None
    return Column("value", rest.strip(" ()"), prop, own or "%", power, meaning=rest)


def _beside(header: str, unit: str) -> str:
    """The unit of a condition in brackets, after a slash or "@", behind the name of a property."""
    if unit and _NTH.search(header):
        return "cycles"
    for opening in _ALONG.finditer(header):
        found = UNIT.match(header, opening.end())
        meaning = read_unit(found.group()) if found else None
        named = _property(header[: opening.start()], "" if found and found.group() == unit else unit)
        if found and meaning and meaning.kind in KINDS and named and not named.kinds & {"cycles", "current_density"}:
            return found.group()
    return ""


def _means(unit: str, before: str) -> bool:
    """A single letter or a word is a unit in brackets only."""
    return read_unit(unit) is not None and (
        before.strip() in ("(", "[", "/", ",") or not re.fullmatch(r"[A-Za-z]+", unit)
    )


def _property(header: str, unit: str) -> Property | None:
    meaning = read_unit(unit) if unit else None
    fitting = [p for p in properties() if (meaning.kind in p.kinds if meaning else True)]
    named = [
        (match.end() - match.start(), -index, p) for index, p in enumerate(fitting) if (match := p.cue.search(header))
    ]
    if meaning and not named:
        return next((p for p in fitting if p.always), None)
    if not meaning:
        named = [
            item
            for item in named
            if item[2].label not in ("cycling_duration", "operating_voltage", "volume_change", "thickness")
        ]
    return max(named, key=lambda item: item[:2])[2] if named else None
