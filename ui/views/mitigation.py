"""Mitigations: what one helps against, on which anodes, and the way to the evidence."""

from __future__ import annotations

import streamlit as st

from ui.answers import ask, titles
from ui.edges import edge_list, edge_matrix
from ui.links import choose, link
from ui.words import plain, several


def show() -> None:
    """The page."""
    st.title("Mitigations")
    mitigation = choose("Mitigation", "mitigation", titles("mitigation"), "choose a mitigation")
    if mitigation is None:
        _all()
        return
    edges = ask("what_helps", mitigation=mitigation)
    st.subheader("What it helps against")
    edge_matrix(edges, "problem", "anode")
    edge_list(edges, "problem", "anode")


def _all() -> None:
    """Every mitigation, with a link."""
    with st.container(horizontal=True):
        for record in ask("mitigations"):
            counts = several(problem=record["problems"], anode=record["anodes"])
            link("mitigation", f"{plain(record['title'])}{counts}", mitigation=record["mitigation"])


show()
