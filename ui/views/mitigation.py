"""Mitigations: what one helps against, on which anodes, and the way to the evidence."""

from __future__ import annotations

import streamlit as st

from ui.answers import ask, titles
from ui.charts import matrix
from ui.edges import edge_list
from ui.links import choose, link
from ui.words import counted, plain


def show() -> None:
    """The page."""
    st.title("Mitigations")
    mitigation = choose("Mitigation", "mitigation", titles("mitigation"), "choose a mitigation")
    if mitigation is None:
        _all()
        return
    edges = ask("what_helps", mitigation=mitigation)
    st.subheader("What it helps against")
    st.altair_chart(matrix(edges, rows="problem", columns="anode"))
    st.caption("How many independent studies stand behind each statement. Below, each opens its sentences.")
    edge_list(edges, "problem", "anode")


def _all() -> None:
    """Every mitigation, with a link."""
    for record in ask("mitigations"):
        counts = f"{counted(record['problems'], 'problem')}, {counted(record['anodes'], 'anode')}"
        link("mitigation", f"{plain(record['title'])} ({counts})", mitigation=record["mitigation"])


show()
