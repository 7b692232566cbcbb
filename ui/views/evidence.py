"""Evidence: the sentences behind a claim, or behind all claims on an anode, a problem and a mitigation."""

from __future__ import annotations

import streamlit as st

from ui.answers import evidence, titles
from ui.cards import evidence_cards
from ui.links import choose, link
from ui.words import GENERAL, counted

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
    found = evidence(claim=claim)
    evidence_cards(found)
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
    found = evidence(anode=anode, problem=problem, mitigation=mitigation)
    st.write(
        f"{counted(len(found), 'claim')} with this evidence."
        if found
        else "No paper in the graph says anything on this."
    )
    everything = len(found) <= AT_ONCE or st.toggle(f"Show all {len(found)}")
    evidence_cards(found if everything else found[:AT_ONCE])


show()
