"""Problems: which anodes suffer from one, what helps against it, and the way to the evidence."""

from __future__ import annotations

import streamlit as st

from ui.answers import ask, titles
from ui.edges import edge_list, edge_matrix
from ui.links import QUOTE, choose, link, some
from ui.words import inline, plain, several


def show() -> None:
    """The page."""
    st.title("Problems")
    first, second = st.columns(2)
    problems = titles("problem")
    with first:
        problem = choose("Problem", "problem", problems, "choose a problem")
    with second:
        anode = choose("Anode", "anode", titles("anode"), "all anodes")
    if problem is None:
        _all()
        return
    title = inline(problems[problem])
    st.subheader(f"What helps against {title}" + (f" on {anode}" if anode else ""))
    _mitigations(problem, anode)
    st.subheader(f"Anodes that suffer from {title}")
    _anodes(problem)


def _all() -> None:
    """Every problem, with a link."""
    with st.container(horizontal=True):
        for record in ask("problems"):
            counts = several(anode=record["anodes"], mitigation=record["mitigations"])
            link("problem", f"{plain(record['title'])}{counts}", problem=record["problem"])


def _mitigations(problem: str, anode: str | None) -> None:
    edges = ask("what_helps", problem=problem, anode=anode)
    if not edges:
        st.info("No paper in the graph says what helps here.")
        return
    if anode is None:
        edge_matrix(edges, "mitigation", "anode")
    edge_list(edges, "mitigation", "anode")


def _anodes(problem: str) -> None:
    shown = some(ask("who_suffers", problem=problem), "anode")
    with st.container(horizontal=True):
        for record in shown:
            label = f"{plain(record['anode'])} ({record['claims']})"
            link("evidence", label, icon=QUOTE, anode=record["anode"], problem=problem)


show()
