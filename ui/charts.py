"""The plots of the app. What is clicked in one comes back, so that its evidence can be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from ui.answers import Record
from ui.words import GENERAL, PARTS, Part, amount, plain, title, work

LINES = 40
"""At most so many materials or anodes in one plot."""

# What a value rests on: its colour and its shape.
_BASES = {
    "theoretical": ("#d98324", "diamond"),
    "calculated": ("#8a6bb1", "square"),
    "experimental": ("#0f8aa6", "circle"),
    "not said": ("#7d8f97", "circle"),
}
_LINE = 26  # pixels
_NAMES = {"labelLimit": 200, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
_LINES = "split(datum.label, /, | (?=[(])/)"  # a label with its unit in a line of its own
_LEGEND = alt.Legend(orient="top", title=None)
_CLICKED = "clicked"

Layers = alt.LayerChart | alt.FacetChart


def clicked(chart: Layers) -> dict[str, Any] | None:
    """Show a plot; what the visitor clicked in it, if anything."""
    event = st.altair_chart(chart, on_select="rerun", selection_mode=_CLICKED)
    points = event["selection"].get(_CLICKED)
    return points[0] if points else None


def capacities(records: list[Record], by: str) -> Layers:
    """Specific capacities in mAh/g, a line for each `by` ("anode" or "material"), the highest on top.

    A click gives the `name` and the `value` of a point, at which several records can stand. Every record has a value.
    """
    rows = [_capacity(record, by) for record in records]
    best = _ranked(rows, "name", "value_to", max)[:LINES]
    # What is drawn last lies on top.
    rows = sorted((row for row in rows if row["name"] in best), key=lambda row: -list(_BASES).index(row["basis"]))
    y = alt.Y("name:N", sort=best, title=None, axis=alt.Axis(**_NAMES, grid=True))
    bases = [basis for basis in _BASES if any(row["basis"] == basis for row in rows)]
    base = alt.Chart(pd.DataFrame(rows)).encode(y=y, color=alt.Color("basis:N", scale=_scale(bases, 0), legend=_LEGEND))
    tooltip = [alt.Tooltip(f"{n}:N", title=plain(n)) for n in ("material", "stated", "qualifier", "basis", "paper")]
    across = alt.X("value:Q", title="Specific capacity (mAh/g)", scale=alt.Scale(zero=True))
    ranges = base.mark_rule(strokeWidth=3, opacity=0.5).encode(x="value:Q", x2="value_to:Q")
    ranges = ranges.transform_filter("datum.value_to > datum.value")
    points = base.mark_point(size=110, opacity=0.85, filled=True).encode(
        x=across, shape=alt.Shape("basis:N", scale=_scale(bases, 1), legend=_LEGEND), tooltip=tooltip
    )
    return alt.layer(ranges, points.add_params(_selection("name", "value"))).properties(height=alt.Step(_LINE))


def line_name(record: Record, by: str) -> str:
    """The line of the plot that a record stands on."""
    return plain(record[by] or "not named")


def matrix(edges: list[Record], rows: Part, columns: Part) -> Layers:
    """The number of independent studies behind each edge, one of its parts down and another across.

    A click gives `anode`, `problem` and `mitigation`.
    """
    cells = [_cell(edge, rows, columns) for edge in edges]
    across = alt.Axis(**_NAMES, grid=False, orient="top", labelAngle=-45)
    x = alt.X("across:N", sort=_ranked(cells, "across", "studies", sum), title=None, axis=across)
    y = alt.Y("down:N", sort=_ranked(cells, "down", "studies", sum), title=None, axis=alt.Axis(**_NAMES, grid=False))
    tooltip = [alt.Tooltip(f"{name}:N", title=plain(name)) for name in ("down", "across", "studies")]
    base = alt.Chart(pd.DataFrame(cells)).encode(x=x, y=y, tooltip=tooltip)
    shade = alt.Color("studies:Q", scale=alt.Scale(range=["#bfe3ea", "#0b5566"]), legend=None)
    most = max(cell["studies"] for cell in cells)
    ink = alt.condition(f"datum.studies > {most / 2}", alt.value("white"), alt.value("#0b3540"))
    fields = base.mark_rect(cornerRadius=3, stroke="transparent", cursor="pointer").encode(color=shade)
    numbers = base.mark_text(fontWeight="bold", cursor="pointer").encode(text="studies:Q", color=ink)
    return alt.layer(fields.add_params(_selection(*PARTS)), numbers).properties(height=alt.Step(_LINE))


def parallels(shared: dict[str, dict[str, Record]]) -> alt.Chart:
    """The highest value of each property of each anode as a share of the highest of all, a line for each anode."""
    rows = [
        {
            "property": title,
            "anode": plain(anode),
            "highest": record["highest"],
            "share": record["highest"] / (max(abs(other["highest"]) for other in found.values()) or 1),
        }
        for title, found in shared.items()
        for anode, record in found.items()
    ]
    x = alt.X(
        "property:N",
        sort=list(shared),
        title=None,
        axis=alt.Axis(**{**_NAMES, "labelAngle": 0, "labelExpr": _LINES, "grid": True}),
    )
    y = alt.Y("share:Q", title=None, scale=alt.Scale(domainMax=1), axis=alt.Axis(format="%", grid=False))
    tooltip = [alt.Tooltip(f"{name}:N", title=plain(name)) for name in ("anode", "property", "highest")]
    colour = alt.Color("anode:N", legend=_LEGEND, scale=alt.Scale(scheme="tableau10"))
    base = alt.Chart(pd.DataFrame(rows)).encode(x=x, y=y, color=colour, tooltip=tooltip)
    return (base.mark_line() + base.mark_point(size=90, filled=True)).properties(height=320)  # pyright: ignore


def _capacity(record: Record, by: str) -> Record:
    return {
        "name": line_name(record, by),
        "value": record["value"],
        "value_to": max(record["value"], record["value_to"] or record["value"]),
        "basis": _basis(record),
        "stated": amount(record),
        "material": record["material"],
        "qualifier": record["qualifier"] or "",
        "paper": work(record["paper_title"], record["paper_year"]),
    }


def _basis(record: Record) -> str:
    """The basis that the paper gives, or that the qualifier names ("theoretical maximum")."""
    named = [basis for basis in _BASES if basis in (record["qualifier"] or "")]
    return record["basis"] or (named or ["not said"])[0]


def _cell(edge: Record, rows: Part, columns: Part) -> Record:
    parts = {part: edge[part] or GENERAL for part in PARTS}
    return {"down": title(edge, rows), "across": title(edge, columns), "studies": edge["studies"], **parts}


def _ranked(rows: list[Record], name: str, score: str, total: Callable[[Iterable[float]], float]) -> list[str]:
    """The names in `rows`, those with the greatest `total` of scores first."""
    scores: dict[str, list[float]] = {}
    for row in rows:
        scores.setdefault(row[name], []).append(row[score])
    return sorted(scores, key=lambda found: (-total(scores[found]), found))


def _scale(bases: list[str], look: int) -> alt.Scale:
    """The colours (`look` 0) or shapes (1) of the bases."""
    return alt.Scale(domain=bases, range=[_BASES[basis][look] for basis in bases])


def _selection(*fields: str) -> alt.Parameter:
    return alt.selection_point(_CLICKED, fields=list(fields))
