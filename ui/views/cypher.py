"""Cypher: a reading statement of the visitor's own, its rows, and the time that it took."""

from __future__ import annotations

import streamlit as st

import graph
from miner.errors import UserError
from ui.links import literal
from ui.tables import table

LIMIT = 1000


def show() -> None:
    """The page."""
    st.title("Cypher")
    st.write("Ask the graph in its own language. Statements only read; what would change the graph is refused.")
    text = _editor()
    if text:
        _answer(text)


def _editor() -> str:
    """The statement to run, which the address remembers; empty while nothing was asked."""
    examples = {query.title: query.text for query in graph.queries() if not query.parameters}
    example = st.selectbox("Begin with a named query", list(examples), None, placeholder="or write your own")
    given = examples[example] if example else st.query_params.get("q", "")
    with st.form("statement", border=False):
        text = st.text_area("Statement", given, height=220, placeholder="MATCH (a:Anode) RETURN a.name").strip()
        if st.form_submit_button("Run", type="primary", shortcut="Ctrl+Enter"):
            st.query_params["q"] = text
    return st.query_params.get("q", "")


def _answer(text: str) -> None:
    """The rows as a table, or one sentence on what is wrong."""
    try:
        result = graph.cypher(text, rows=LIMIT)
    except UserError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return
    table(result)


show()
