"""Compare: two to six anodes side by side, what was measured on them and what they suffer from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from ui.answers import Record, ask, titles
from ui.charts import parallels
from ui.links import QUOTE, link
from ui.measured import measurements_table
from ui.words import plain

MOST = 6


def show() -> None:
    """The page."""
    st.title("Compare")
    names = titles("anode")
    wanted = [name for name in st.query_params.get_all("anode") if name in names]
    chosen = st.multiselect(
        "Anodes", list(names), wanted, format_func=names.__getitem__, max_selections=MOST, placeholder="two to six"
    )
    st.query_params["anode"] = chosen
    if len(chosen) < 2:
        st.info("Choose two to six anodes to see them side by side.")
        return
    profiles = {anode: ask("profile_of_anode", anode=anode) for anode in chosen}
    _measured(profiles)
    _problems(chosen)


def _measured(profiles: dict[str, list[Record]]) -> None:
    """A row for each property and a column for each anode; shared properties as a plot."""
    rows: dict[tuple[str, str, bool], dict[str, Record]] = {}
    for anode, records in profiles.items():
        for record in records:
            key = record["property"], record["unit"], record["theoretical"]
            rows.setdefault(key, {})[anode] = record
    st.subheader("Measured on them")
    if not rows:
        st.info("No paper in the graph gives a number for any of these.")
        return
    ordered = sorted(rows.items(), key=lambda item: (-len(item[1]), item[0]))
    table = [
        {"Property": _title(*key), **{plain(anode): _range(found.get(anode)) for anode in profiles}}
        for key, found in ordered
    ]
    frame = pd.DataFrame(table)
    shared = {_title(*key): found for key, found in ordered if len(found) > 1}
    if shared:
        st.caption("The highest value of each property that several of them have, as a share of the highest of all.")
        st.vega_lite_chart(parallels(shared))
    st.caption("Click a number to read where it comes from.")
    event = st.dataframe(frame, hide_index=True, on_select="rerun", selection_mode="single-cell")
    for row, column in event.selection["cells"]:
        record = ordered[row][1].get(dict(zip(frame.columns[1:], profiles, strict=True)).get(column, ""))
        if record:
            anode = next(name for name in profiles if plain(name) == column)
            measurements_table(ask("measurements", anode=anode, property=record["property"]))
    st.download_button(
        "Download as CSV", frame.to_csv(index=False), "anodes.csv", "text/csv", icon=":material/download:"
    )


def _problems(anodes: list[str]) -> None:
    """A column for each anode with its problems, the best attested first."""
    st.subheader("What they suffer from")
    for column, anode in zip(st.columns(len(anodes)), anodes, strict=True):
        with column:
            link("anode", plain(anode), bold=True, anode=anode)
            for record in ask("who_suffers", anode=anode):
                label = f"{plain(record['problem_title'])} ({record['claims']})"
                link("evidence", label, icon=QUOTE, anode=anode, problem=record["problem"])


def _title(name: str, unit: str, theoretical: bool) -> str:
    return plain(name) + (", theoretical" if theoretical else "") + (f" ({unit})" if unit else "")


def _range(record: Record | None) -> str:
    """The values of a property as people write them."""
    if record is None:
        return ""
    low, high = record["lowest"], record["highest"]
    span = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return span + (f" ({record['measurements']} values)" if record["measurements"] > 1 else "")


show()
