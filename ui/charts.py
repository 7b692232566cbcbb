"""The plots of the app. What is clicked in one comes back, so that its evidence can be shown.

A plot is drawn up with Altair and kept as its Vega-Lite specification: Altair checks each part of it against a schema,
which takes longer than all else on a page.
"""

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
SIDE = 16
"""At most so many rows and columns in a matrix: more take a browser most of a second, and no eye follows them."""

# What a value rests on: its colour and its shape.
_BASES = {
    "theoretical": ("#d98324", "diamond"),
    "calculated": ("#8a6bb1", "square"),
    "experimental": ("#0f8aa6", "circle"),
    "not said": ("#7d8f97", "circle"),
}
_GROUNDS = ["#bfe3ea", "#0b5566"]
_LINE = 26  # pixels
_NAMES = {"labelLimit": 260, "labelOverlap": False, "labelFlush": False, "ticks": False, "domain": False}
_LINES = "split(datum.label, /, | (?=[(])/)"  # a label with its unit in a line of its own
_LEGEND = alt.Legend(orient="top", title=None)
_CLICKED = "clicked"
_FARADAY = "#b4552d"

Spec = dict[str, Any]
"""A plot in Vega-Lite."""

# Streamlit brings its own theme, and as many rows as there are.
alt.theme.enable("none")
alt.data_transformers.disable_max_rows()
_drawn_once = st.cache_data(max_entries=64, show_spinner=False, hash_funcs={list: repr, dict: repr})


def clicked(plot: Spec) -> dict[str, Any] | None:
    """Show a plot; what the visitor clicked in it, if anything."""
    event = st.vega_lite_chart(plot, on_select="rerun", selection_mode=_CLICKED)
    points = event["selection"].get(_CLICKED)
    return points[0] if points else None


@_drawn_once
def capacities(records: list[Record], by: str, limits: list[Record]) -> Spec:
    """Specific capacities in mAh/g, a line for each `by` ("anode" or "material"), the highest on top.

    `limits` are theoretical capacities that Faraday's law confirms: dashes across the lines that they hold for. A click
    gives the `name` and the `value` of a point, at which several records can stand. Every record has a value.
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
    has_ranges = any(row["value_to"] > row["value"] for row in rows)  # a reader of the screen finds no empty layer
    ranges = [ranges.transform_filter("datum.value_to > datum.value")] * has_ranges
    points = base.mark_point(size=110, opacity=0.85, filled=True).encode(
        x=across, shape=alt.Shape("basis:N", scale=_scale(bases, 1), legend=_LEGEND), tooltip=tooltip
    )
    points = points.add_params(_selection("name", "value"))
    return alt.layer(*_faraday(limits, by, best, y), *ranges, points).properties(height=alt.Step(_LINE)).to_dict()


def _faraday(limits: list[Record], by: str, lines: list[str], y: alt.Y) -> list[alt.Chart]:
    """A dash at each limit: on the line of its anode, or across all lines, which are then of one anode."""
    rows = [
        {"name": line_name(limit, by), "limit": limit["value"], "says": limit["reason"], "of": plain(limit["material"])}
        for limit in limits
    ]
    rows = [row for row in rows if by == "material" or row["name"] in lines]
    if not rows:
        return []
    base = alt.Chart(pd.DataFrame(rows)).encode(x="limit:Q", tooltip=[alt.Tooltip("says:N", title="Faraday's law")])
    if by == "anode":
        return [base.mark_tick(thickness=2, size=_LINE, color=_FARADAY).encode(y=y)]
    return [base.mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=_FARADAY)]


def line_name(record: Record, by: str) -> str:
    """The line of the plot that a record stands on."""
    return plain(record[by] or "not named")


@_drawn_once
def matrix(edges: list[Record], rows: Part, columns: Part) -> Spec:
    """The number of independent studies behind each edge, on a ground that darkens with belief.

    One part goes down and another across, of each those with the most studies. A click gives `anode`,
    `problem` and `mitigation`. Edges without a belief have a grey ground.
    """
    cells = [_cell(edge, rows, columns) for edge in edges]
    down, over = (_ranked(cells, side, "studies", sum)[:SIDE] for side in ("down", "across"))
    cells = [cell for cell in cells if cell["down"] in down and cell["across"] in over]
    across = alt.Axis(**_NAMES, grid=False, orient="top", labelAngle=-45)
    x = alt.X("across:N", sort=over, title=None, axis=across)
    y = alt.Y("down:N", sort=down, title=None, axis=alt.Axis(**_NAMES, grid=False))
    tooltip = [alt.Tooltip(f"{name}:N", title=plain(name)) for name in ("down", "across", "studies", "belief")]
    base = alt.Chart(pd.DataFrame(cells)).encode(x=x, y=y, tooltip=tooltip)
    legend = alt.Legend(orient="bottom", title="Belief", format="%", gradientLength=160)
    shade = alt.Color("shade:Q", scale=alt.Scale(domain=[0.5, 1], range=_GROUNDS, clamp=True), legend=legend)
    ink = alt.condition("datum.shade > 0.75", alt.value("white"), alt.value("#0b3540"))
    fields = base.mark_rect(cornerRadius=3, stroke="transparent", cursor="pointer", invalid=None).encode(
        color=alt.condition("isValid(datum.shade)", shade, alt.value("#b9c6cb"))
    )
    numbers = base.mark_text(fontWeight="bold", cursor="pointer").encode(text="studies:Q", color=ink)
    return alt.layer(fields.add_params(_selection(*PARTS)), numbers).properties(height=alt.Step(_LINE)).to_dict()


@_drawn_once
def parallels(shared: dict[str, dict[str, Record]]) -> Spec:
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
    return (base.mark_line() + base.mark_point(size=90, filled=True)).properties(height=320).to_dict()  # pyright: ignore


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
    belief = "" if edge["belief"] is None else f"{edge['belief']:.0%}"
    shown = {"down": title(edge, rows), "across": title(edge, columns), "studies": edge["studies"]}
    return {**shown, "shade": edge["belief"], "belief": belief, **parts}


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
