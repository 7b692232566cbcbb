"""The plots of the app."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import altair as alt
import pandas as pd

from ui.answers import Record
from ui.edges import Part, title
from ui.words import amount, plain, work

_BASES = {"theoretical": "#d98324", "calculated": "#8a6bb1", "measured": "#0f8aa6"}
_ROW = 26  # pixels for a line of a chart
_NAMES = alt.Axis(labelLimit=220, grid=True, ticks=False, domain=False)


def capacities(records: list[Record], by: str) -> alt.LayerChart | alt.FacetChart:
    """Specific capacities in mAh/g, a line for each `by` ("anode" or "material"), the highest on top."""
    frame = pd.DataFrame(
        {
            "name": str(record[by]),
            "value": record["value"],
            "value_to": record["value"] if record["value_to"] is None else record["value_to"],
            "basis": _basis(record),
            "stated": amount(record),
            "material": record["material"],
            "qualifier": record["qualifier"] or "",
            "paper": work(record["paper_title"], record["paper_year"]),
            "claim": record["claim"],
        }
        for record in records
    )
    names = alt.Y(
        "name:N",
        sort=_descending(frame, "name", "value_to", max),
        title=None,
        axis=alt.Axis(labelLimit=220, grid=True, ticks=False, domain=False),
    )
    color = alt.Color(
        "basis:N",
        scale=alt.Scale(domain=list(_BASES), range=list(_BASES.values())),
        legend=alt.Legend(orient="top", title=None),
    )
    base = alt.Chart(frame).encode(y=names, color=color)
    ranges = base.mark_rule(strokeWidth=3, opacity=0.5).encode(x="value:Q", x2="value_to:Q")
    points = (
        base.mark_circle(size=90, opacity=0.8)
        .encode(
            x=alt.X("value:Q", title="Specific capacity (mAh/g)", scale=alt.Scale(zero=True)),
            tooltip=[
                alt.Tooltip(f"{n}:N", title=plain(n)) for n in ("material", "stated", "qualifier", "basis", "paper")
            ],
        )
        .add_params(alt.selection_point("claim", fields=["claim"]))
    )
    return alt.layer(ranges, points).properties(height=alt.Step(_ROW))


def matrix(edges: list[Record], rows: Part, columns: Part) -> alt.LayerChart | alt.FacetChart:
    """The number of independent studies behind each edge, one of its parts down and another across."""
    frame = pd.DataFrame(
        {rows: title(edge, rows), columns: title(edge, columns), "studies": edge["studies"]} for edge in edges
    )
    down = alt.Y(
        f"{rows}:N",
        sort=_descending(frame, rows, "studies", sum),
        title=None,
        axis=alt.Axis(labelLimit=200, ticks=False),
    )
    across = alt.X(f"{columns}:N", title=None, axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=160, ticks=False))
    base = alt.Chart(frame).encode(x=across, y=down)
    shade = alt.Color("studies:Q", scale=alt.Scale(range=["#bfe3ea", "#0b5566"]), legend=None)
    tooltip = [alt.Tooltip(f"{n}:N", title=plain(n)) for n in (rows, columns, "studies")]
    cells = base.mark_rect(cornerRadius=3, stroke="transparent").encode(color=shade, tooltip=tooltip)
    dark = alt.condition(f"datum.studies > {frame['studies'].max() / 2}", alt.value("white"), alt.value("#0b3540"))
    numbers = base.mark_text(fontWeight="bold").encode(text="studies:Q", color=dark, tooltip=tooltip)
    return alt.layer(cells, numbers).properties(height=alt.Step(_ROW))


def _basis(record: Record) -> str:
    """What the value rests on: a calculation where the paper says so, else a measurement."""
    stated = record["basis"] or record["qualifier"]
    return stated if stated in _BASES else "measured"


def _descending(frame: pd.DataFrame, by: str, value: str, sum_up: Callable[[Iterable[float]], float]) -> list[str]:
    """The names in the column `by`, those with the greatest values first."""
    totals = {str(name): sum_up(group[value]) for name, group in frame.groupby(by)}
    return sorted(totals, key=lambda name: (-totals[name], name))
