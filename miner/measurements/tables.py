"""Measurements in tables: the header names property and unit, the row material, conditions and reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from miner.claims import Measurement
from miner.document import Document, Table, Text
from miner.evidence import evidence_in_table
from miner.materials import MaterialMention, Materials
from miner.materials.mentions import tied
from miner.measurements.columns import Column, columns, upright
from miner.measurements.conditions import RATES, Condition, bind, conditions, plain
from miner.measurements.properties import Property, properties
from miner.measurements.qualifiers import qualifier_of
from miner.measurements.statements import one_of_both, statements
from miner.quantities import Quantity, marked, quantities

_HOTTEST = 450
# "Cycling stability: 71 % after 200 cycles".
_RETENTION = next(prop for prop in properties() if prop.label == "capacity_retention")
# A class of materials is not what it gives as an example: "Alloys (e.g. Si, Sn)".
_EXAMPLES = re.compile(r"\b(?:e\.\s?g\.|such as|for example|for instance|including)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """What holds for the values of a row."""

    label: str
    material: tuple[str, ...]
    anode: str | None
    cites: tuple[int, ...]
    conditions: tuple[Condition, ...]
    cycled: tuple[Condition, ...] = ()
    """The cycles after which another value of the row is what is left, for a retention that states none."""


def table_measurements(document: Document, materials: Materials) -> Iterator[Measurement]:
    """The measurements of a document's tables, row by row."""
    for printed in document.tables:
        table = upright(printed)
        layout = columns(table)
        named = materials.mentions(marked(table.caption))
        subject = next((m for m in named if not m.general), next(iter(named), None))
        above: _Row | None = None
        for cells in table.rows:
            above = _row(cells, layout, subject, materials, above)
            if above:
                for cell, column in zip(cells, layout, strict=True):
                    yield from _of_cell(table, cell, column, above)


def _row(
    cells: Sequence[Text],
    layout: Sequence[Column],
    subject: MaterialMention | None,
    materials: Materials,
    above: _Row | None,
) -> _Row | None:
    """The row's material, references and conditions; blank cells take those of the row above."""
    label = next(
        (c.text.strip() for c, col in zip(cells, layout, strict=True) if col.kind == "material" and c.text.strip()), ""
    )
    named = _material(
        label, [marked(c) for c, col in zip(cells, layout, strict=True) if col.kind == "material"], subject, materials
    )
    if not label and above:
        label, named = above.label, (above.material, above.anode)
    if not named:
        return None
    cites = tuple(sorted({n for cell in cells for citation in cell.citations for n in citation.numbers}))
    own = any(re.search(r"\b(?:this|present|our) (?:work|study|paper)\b", cell.text, re.IGNORECASE) for cell in cells)
    blank = all(
        not c.text.strip() for c, col in zip(cells, layout, strict=True) if col.kind in ("reference", "material")
    )
    held = [
        c for cell, col in zip(cells, layout, strict=True) if col.kind == "condition" for c in _held(marked(cell), col)
    ]
    beside = [
        c
        for cell, col in zip(cells, layout, strict=True)
        if col.property and "capacity" in col.property.label
        for c in _beside(marked(cell), col)[1]
    ]
    cycled = tuple(c for c in beside if c.key == "cycles")
    cites = cites or (above.cites if above and blank and not own else ())
    return _Row(label, *named, cites, tuple(held), cycled if len(cycled) == 1 else ())


def _material(
    label: str, cells: Sequence[str], subject: MaterialMention | None, materials: Materials
) -> tuple[tuple[str, ...], str | None] | None:
    for cell in cells:
        found = [m for m in materials.mentions(cell) if not _EXAMPLES.search(cell, 0, m.start)]
        if found:
            best = next((m for m in found if not m.general), found[0])
            same = [
                name
                for m in found
                for name in m.names
                if re.search(rf"{re.escape(best.text)}\s*\(\s*{re.escape(m.text)}", cell)
            ]
            # A binder or an additive of a table about silicon: the values are those of silicon.
            main = subject.names if subject and subject.anode and best.role in ("other", "electrolyte") else ()
            anode = best.anode or (subject.anode if subject and main else None)
            return tuple(dict.fromkeys([label, *best.names, *same, *main])), anode
    if subject:
        return tuple(dict.fromkeys([label or subject.text, *tied(label, subject.names)])), subject.anode
    return ((label,), None) if re.search(r"[A-Za-z]", label) else None


def _held(text: str, column: Column) -> list[Condition]:
    """The conditions of a cell; so hot a sample was made, no cell was cycled."""
    found = [q for q in quantities(text, column.unit) if q.kind not in ("celsius", "kelvin") or q.value < _HOTTEST]
    return conditions(text, found, [])


def _of_cell(table: Table, cell: Text, column: Column, row: _Row) -> Iterator[Measurement]:
    text = marked(cell)
    if column.kind == "value" and column.property:
        cue = column.property.cue.search(column.meaning)
        own = _RETENTION if column.property.label == "cycle_life" and "%" in text else column.property
        meant = own.of("anode" if row.anode else "", cue[0] if cue else "")
        yield from _of_value(table, cell, column, meant, row, text)
    elif column.kind == "text" or (column.kind == "material" and cell.text.strip() != row.label):
        yield from _of_text(table, cell, column, row, text)


def _of_value(table: Table, cell: Text, column: Column, prop: Property, row: _Row, text: str) -> Iterator[Measurement]:
    """The values of a cell under a property's header; a word in place of a number is kept as printed."""
    text, beside = _beside(text, column)
    second = _SECOND.search(text) if column.second else None
    if second and column.second and column.second.property:
        text = text[: second.start(1)] + " " * len(second[1]) + text[second.end(1) :]
        other = " " * second.start(1) + second[1]
        yield from _of_value(table, cell, column.second, column.second.property, row, other)
    found = quantities(text, column.unit)
    fitting = [
        q for q in found if q.kind in prop.kinds and not re.search(r"(?:after|@|at|for|in)\s*$", text[: q.start])
    ]
    own = bind(text, fitting, fitting, conditions(text, found, fitting))
    general = row.cycled if prop.label == "capacity_retention" else ()
    for index, quantity in enumerate(fitting):
        told = [Condition(key, value, 0, 0, 0) for key, value in own[index].items()]
        others = _of_each((*column.conditions, *general), index, len(fitting))
        held = [*beside, *told, *others, *_of_each(row.conditions, index, len(fitting))]
        claim = _claim(table, cell, column, prop, row, quantity, held)
        yield replace(claim, qualifier=one_of_both(column.meaning, claim.qualifier, index, len(fitting)))
    if not fitting:
        yield from _of_text(table, cell, column, row, text)
    if not found and column.unit and re.fullmatch(r"[A-Za-z][A-Za-z ]{2,24}", text.strip()) and not _NONE.search(text):
        yield _claim(table, cell, column, prop, row, None, [*beside, *column.conditions, *row.conditions])


def _beside(text: str, column: Column) -> tuple[str, list[Condition]]:
    """The cell without the condition that it gives beside its values ("83% (100)"), and that condition."""
    match = _ALONG.search(text) if column.beside else None
    if not match:
        return text, []
    found = conditions(match[1], quantities(match[1], column.beside), [])
    return text[: match.start()] + " " * len(match.group()) + text[match.end() :], found


_SECOND = re.compile(r"\d[^(/]*[(/]\s?([~∼≈<>]?\d[\d.]*\s?%?)(?=\s?\)?\s*$)")
_ALONG = re.compile(r"(?:\(|/|@|\bat\s|\bafter\s)\s?(\d[\d,.]*)(?=\s?\)?\s*$)")


def _of_each(found: Sequence[Condition], index: int, count: int) -> list[Condition]:
    """The conditions for one of the values of a cell: of as many, the one at its place ("100 / 1000 mA/g")."""
    by_key: dict[str, list[Condition]] = {}
    for condition in found:
        by_key.setdefault(condition.key, []).append(condition)
    return [same[index] if len(same) == count else same[0] for same in by_key.values()]


_NONE = re.compile(r"\b(?:none|n/?a|not|unknown|no)\b", re.IGNORECASE)


def _of_text(table: Table, cell: Text, column: Column, row: _Row, text: str) -> Iterator[Measurement]:
    """Values in a cell of words, read as sentences are: "730 mAh/g after 40 cycles"; only of properties they name."""
    for sentence in _END.split(text):
        yield from _of_words(table, cell, column, row, sentence)


_END = re.compile(r"(?<=[A-Za-z)\d]\.)\s+(?=[A-Z][a-z])")


def _of_words(table: Table, cell: Text, column: Column, row: _Row, text: str) -> Iterator[Measurement]:
    found = quantities(text)
    stated = statements(text, found)
    values = [quantity for statement in stated for quantity in statement.group]
    held = conditions(text, found, values)
    for statement in stated:
        if statement.cue or statement.property.always:
            for quantity, own in zip(statement.group, bind(text, statement.group, values, held), strict=True):
                rated = any(key in RATES for key in own)
                under = [Condition(key, value, 0, 0, 0) for key, value in own.items()]
                under += [c for c in row.conditions if not (rated and c.key in RATES)]
                claim = _claim(table, cell, column, statement.property, row, quantity, under)
                yield _qualified(claim, *statement.qualifier(text, quantity))


def _qualified(claim: Measurement, qualifier: str | None, basis: str | None) -> Measurement:
    """The claim with the qualifier that stands beside its value, rather than that of the header."""
    if (qualifier or "").startswith("initial") and claim.conditions.get("cycles", 1) != 1:
        qualifier = None  # it is that of the value before
    under = {k: v for k, v in claim.conditions.items() if k != "cycles" or not qualifier or "initial" not in qualifier}
    return replace(
        claim,
        qualifier=qualifier or claim.qualifier,
        basis=basis or claim.basis,
        conditions={} if basis == "theoretical" else under,
    )


def _claim(
    table: Table,
    cell: Text,
    column: Column,
    prop: Property,
    row: _Row,
    quantity: Quantity | None,
    held: Sequence[Condition],
) -> Measurement:
    factor = prop.scale * (
        10.0**column.power if quantity and quantity.end - quantity.start == len(quantity.printed.split(" ")[0]) else 1.0
    )
    qualifier, basis = qualifier_of(column.meaning, prop)
    first: dict[str, str | int] = {}
    for condition in held:
        first.setdefault(condition.key, condition.value)
    if (qualifier or "").startswith("initial"):
        first.pop("cycles", None)  # "Initial" says it.
    return Measurement(
        evidence=evidence_in_table(table, cell, row.label, column.header),
        cites=row.cites,
        rule="table",
        material=row.material,
        anode=row.anode,
        property=prop.label,
        value=_scaled(quantity.value, factor) if quantity else None,
        value_to=_scaled(quantity.value_to, factor) if quantity and quantity.value_to is not None else None,
        unit=prop.unit,
        printed=plain(quantity.printed) if quantity else cell.text.strip(),
        relation=quantity.relation if quantity else "=",
        qualifier=qualifier,
        basis=basis,
        conditions={} if basis == "theoretical" else prop.hold(first),
    )


def _scaled(value: float, factor: float) -> float:
    return float(f"{value * factor:.10g}")
