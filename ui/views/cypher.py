"""Cypher: a reading statement of the visitor's own, its rows or its graph, and the time that it took."""

from __future__ import annotations

import streamlit as st

import graph
from miner.errors import UserError
from ui.editor import editor
from ui.links import literal
from ui.result_graph import draw, has_graph
from ui.tables import table

LIMIT = 1000
GRAPHS = {
    "A graph: what helps lithium metal against dendrites": (
        "MATCH p = (:Mitigation)-[:APPLIED_TO {problem: 'dendrite_growth'}]->(:Anode {name: 'lithium metal'})\nRETURN p"
    ),
    "A graph: the problems of all anodes": "MATCH p = (:Anode)-[:HAS_PROBLEM]->(:Problem)\nRETURN p LIMIT 100",
}


def show() -> None:
    """The page."""
    st.title("Cypher")
    st.write("Ask the graph in its own language. Statements only read; what would change the graph is refused.")
    text = _statement()
    if text:
        _answer(text)


def _statement() -> str:
    """The statement to run, which the address remembers; empty while nothing was asked."""
    examples = GRAPHS | {query.title: query.text for query in graph.queries() if not query.parameters}
    example = st.selectbox("Begin with an example", list(examples), None, placeholder="or write your own")
    written = editor(examples[example] if example else st.query_params.get("q", ""))
    if written is not None:
        st.query_params["q"] = written.strip()
    return st.query_params.get("q", "")


def _answer(text: str) -> None:
    """The rows as a table or a drawing, or one sentence on what is wrong."""
    try:
        result = graph.cypher(text, rows=LIMIT)
    except UserError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return
    forms = ["Graph", "Table"] if has_graph(result) else []
    form = st.segmented_control("Show as", forms, default="Graph", required=True) if forms else "Table"
    if form == "Graph":
        st.caption(f"In {1000 * result.summary.seconds:,.0f} ms")
        draw(result)
    else:
        table(result)


show()
