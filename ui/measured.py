"""Measurements as a table that can be narrowed down; a click on a row shows its evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import streamlit as st

from ui.answers import Record, evidence
from ui.cards import evidence_cards
from ui.words import counted, plain, work


def filtered(records: list[Record]) -> list[Record]:
    """The records that the reader's choice of property, qualifier, condition and year leaves."""
    filters: dict[str, Callable[[Record], Iterable[str]]] = {
        "Property": lambda record: [plain(record["property"])],
        "Qualifier": lambda record: _present(record["qualifier"], record["basis"]),
        "Condition": lambda record: [plain(name) for name in _conditions(record)],
        "Year of the paper": lambda record: _present(record["paper_year"]),
    }
    for column, (label, values) in zip(st.columns(len(filters)), filters.items(), strict=True):
        options = sorted({value for record in records for value in values(record)})
        with column:
            # The address keeps them, so that a filtered table can be shared.
            key = label.partition(" ")[0].lower()
            wanted = [value for value in st.query_params.get_all(key) if value in options]
            chosen = set(st.multiselect(label, options, wanted, placeholder="any", disabled=not options))
            st.query_params[key] = sorted(chosen)
        records = [record for record in records if not chosen or chosen & set(values(record))]
    return records


def measurements_table(records: list[Record]) -> None:
    """A row for each measurement."""
    rows = [
        {
            "Material": record["material"],
            "Property": plain(record["property"]),
            "Is": record["relation"],
            "Value": record["value"],
            "To": record["value_to"],
            "Unit": record["unit"],
            "As printed": record["printed"],
            "Qualifier": ", ".join(dict.fromkeys(_present(record["qualifier"], record["basis"]))),
            "Conditions": ", ".join(f"{plain(name)}: {value}" for name, value in _conditions(record).items()),
            "Paper": work(record["paper_title"], record["paper_year"]),
        }
        for record in records
    ]
    if not rows:
        st.info("No measurement fits; take a filter away.")
        return
    if all(row["To"] is None for row in rows):
        rows = [{name: value for name, value in row.items() if name != "To"} for row in rows]
    st.caption(f"{counted(len(rows), 'measurement')}; click one to read its sentence.")
    event = st.dataframe(rows, hide_index=True, on_select="rerun", selection_mode="single-cell", column_config=_COLUMNS)
    cells = event.selection["cells"]
    if cells:
        evidence_cards(evidence(claim=records[cells[0][0]]["claim"]))


_COLUMNS = {
    "Material": st.column_config.TextColumn(width=180),
    "Is": st.column_config.TextColumn(width=40),
    "Value": st.column_config.NumberColumn(format="plain", width=70),
    "To": st.column_config.NumberColumn(format="plain", width=50),
    "Unit": st.column_config.TextColumn(width=70),
    "Qualifier": st.column_config.TextColumn(width=130),
    "Conditions": st.column_config.TextColumn(width=220),
    "Paper": st.column_config.TextColumn(width=220),
}


def _conditions(record: Record) -> dict[str, str]:
    return json.loads(record["conditions"] or "{}")


def _present(*values: object) -> list[str]:
    return [str(value) for value in values if value]
