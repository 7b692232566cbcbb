"""Answers of the graph as records, for the pages of the app."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

import graph
from ui.words import GENERAL, plain

if TYPE_CHECKING:
    from graph.answers import Result
    from graph.questions import Asked

Record = dict[str, Any]
ROWS = 10_000
"""More rows than a page can show."""


def ask(name: str, rows: int = ROWS, /, **params: Any) -> list[Record]:
    """The first `rows` rows of a named query, each by column name. Raises UserError as `graph.run` does."""
    return _answer(graph.turn(), name, params, rows).records()


def answer(name: str, params: dict[str, Any]) -> Result:
    """The rows of a named query as `graph.run` gives them, with how long they took. Raises UserError as it does."""
    return _answer(graph.turn(), name, params)


def understood(question: str) -> Asked:
    """The named query that a question in plain English asks for."""
    return _understood(graph.turn(), question)


# Asked once as long as nobody writes to the graph, which its turn tells.
@st.cache_data(max_entries=64, show_spinner="Asking the graph ...")
def _answer(turn: str | None, name: str, params: dict[str, Any], rows: int = 1000) -> Result:  # noqa: ARG001
    return graph.run(name, params, rows=rows)


@st.cache_data(max_entries=64, show_spinner="Reading the question ...")
def _understood(turn: str | None, question: str) -> Asked:  # noqa: ARG001
    return graph.ask(question)


def evidence(rows: int = ROWS, /, *, anode: str | None = None, **chosen: str | None) -> list[Record]:
    """The first claims on what is chosen (`claim`, `problem`, `mitigation`), with their sentences.

    `anode` is a name, or `GENERAL` for what is said of anodes in general.
    """
    on = {"general": True} if anode == GENERAL else {"anode": anode}
    return ask("evidence", rows, **on, **chosen)


def denials(rows: int, /, *, anode: str | None = None, **chosen: str | None) -> list[Record]:
    """The first claims that state the contrary of what is chosen, as `evidence`."""
    found = ask("denied_statements", rows, anode=None if anode == GENERAL else anode, **chosen)
    on_such = [record for record in found if anode != GENERAL or record["anode"] is None]
    return [claim for record in on_such for claim in evidence(claim=record["claim"])]


def counts() -> dict[str, int]:
    """How many nodes of each label the graph holds."""
    return Counter({record["label"]: record["nodes"] for record in ask("overview")})


def titles(kind: Literal["anode", "problem", "mitigation"]) -> dict[str, str]:
    """The names of all anodes, problems or mitigations with how people write them, by title."""
    found = {record[kind]: plain(record.get("title") or record[kind]) for record in ask(f"{kind}s")}
    return dict(sorted(found.items(), key=lambda item: item[1]))
