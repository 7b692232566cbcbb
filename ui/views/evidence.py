"""Evidence: the sentences behind a claim, or behind all claims on an anode, a problem and a mitigation."""

from __future__ import annotations

import streamlit as st

from ui.answers import ask, titles
from ui.cards import evidence_card
from ui.edges import GENERAL
from ui.links import choose, link
from ui.words import counted

AT_ONCE = 25


def show() -> None:
    """The page."""
    st.title("Evidence")
    claim = st.query_params.get("claim")
    if claim:
        _one(claim)
    else:
        _chosen()


def _one(claim: str) -> None:
    """The evidence of one claim."""
    found = ask("evidence", claim=claim)
    for record in found:
        evidence_card(record)
    if not found:
        st.warning("The graph no longer holds this claim; its paper may have been read anew or removed.")
    link("evidence", "Choose other evidence", icon=":material/arrow_back:")


def _chosen() -> None:
    """All evidence on what is chosen."""
    first, second, third = st.columns(3)
    with first:
        anode = choose("Anode", "anode", titles("anode") | {GENERAL: "Anodes in general"}, "any anode")
    with second:
        problem = choose("Problem", "problem", titles("problem"), "any problem")
    with third:
        mitigation = choose("Mitigation", "mitigation", titles("mitigation"), "any mitigation")
    if not (anode or problem or mitigation):
        st.info("Choose an anode, a problem or a mitigation to read what the papers say about it.")
        return
    on = {"general": True} if anode == GENERAL else {"anode": anode}
    found = ask("evidence", problem=problem, mitigation=mitigation, **on)
    st.write(
        f"{counted(len(found), 'claim')} with this evidence."
        if found
        else "No paper in the graph says anything on this."
    )
    shown = found if len(found) <= AT_ONCE or st.toggle("Show all") else found[:AT_ONCE]
    for record in shown:
        evidence_card(record)


show()
