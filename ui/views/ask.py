"""Ask: a question in plain English, the named query that it was read as, and what that answers."""

from __future__ import annotations

from typing import Any

import streamlit as st

import graph
from miner.errors import UserError
from ui.answers import answer, understood
from ui.links import literal
from ui.tables import table

EXAMPLES = (
    "What mitigates dendrite growth on lithium metal?",
    "Which anodes have a specific capacity above 1000 mAh/g?",
    "What does nanostructuring help against?",
)


def show() -> None:
    """The page."""
    st.title("Ask")
    question = _question()
    if not question:
        st.write("For example:")
        for example in EXAMPLES:
            st.page_link("views/ask.py", label=literal(example), query_params={"q": example})
        return
    asked = understood(question)
    if asked.query is None:
        st.warning(literal(asked.reason), icon=":material/help:")
        st.write("Choose a query yourself, or ask in other words.")
    for part in asked.left_out:
        st.info(literal(f"Left out, for no query can use it: {part}."))
    with st.container(border=True):
        name, params = _read_as(asked.query, asked.params, question)
    if name:
        _answer(name, params)


def _question() -> str:
    """The question, which the address remembers."""
    with st.form("question", border=False):
        given = st.query_params.get("q", "")
        text = st.text_input("Your question", given, placeholder=EXAMPLES[0]).strip()
        if st.form_submit_button("Ask", type="primary"):
            st.query_params["q"] = text
    return st.query_params.get("q", "")


def _read_as(name: str | None, params: dict[str, Any], question: str) -> tuple[str | None, dict[str, Any]]:
    """The query and its parameters as the visitor leaves them; None where none is chosen or one is missing."""
    queries = {query.name: query for query in graph.queries()}
    names = list(queries)
    chosen = st.selectbox(
        "Understood as",
        names,
        names.index(name) if name else None,
        format_func=lambda each: queries[each].title,
        placeholder="Choose a query",
        key=f"query of {question}",
    )
    if chosen is None:
        return None, {}
    query = queries[chosen]
    st.caption(literal(query.description))
    given = {}
    for parameter in query.parameters:
        value = params.get(parameter.name, parameter.default) if chosen == name else parameter.default
        label = f"{parameter.name}: {parameter.meaning}"
        written = st.text_input(
            label, "" if value is None else str(value), key=f"{parameter.name} of {chosen}, {question}"
        )
        if written.strip():
            given[parameter.name] = written.strip()
        elif parameter.required:
            return None, {}
    return chosen, given


def _answer(name: str, params: dict[str, Any]) -> None:
    try:
        result = answer(name, params)
    except UserError as error:
        st.error(literal(str(error)), icon=":material/error:")
        return
    table(result)
    with st.expander("The same in Cypher"):
        st.code(next(query.text for query in graph.queries() if query.name == name), language="cypher")


show()
