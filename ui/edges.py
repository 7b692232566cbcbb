"""Statements that a mitigation helps against a problem on an anode, grouped, each with the way to its evidence."""

from __future__ import annotations

import streamlit as st

from ui.answers import Record, evidence
from ui.cards import evidence_cards
from ui.charts import clicked, matrix
from ui.links import QUOTE, link
from ui.words import GENERAL, Part, title

CARD = 504
"""Pixels of a card: two fit side by side from 1200 pixels on."""


def edge_matrix(edges: list[Record], rows: Part, columns: Part) -> None:
    """The edges as a matrix; a click on a cell shows its evidence."""
    st.caption("The number of independent studies behind each statement; click one to read its sentences.")
    cell = clicked(matrix(edges, rows, columns))
    if cell:
        evidence_cards(evidence(**cell))


def edge_list(edges: list[Record], group: Part, each: Part) -> None:
    """A card for each value of `group` with links to the evidence for each value of `each`."""
    groups: dict[str | None, list[Record]] = {}
    for edge in edges:
        groups.setdefault(edge[group], []).append(edge)
    with st.container(horizontal=True):
        for members in sorted(groups.values(), key=lambda found: -sum(edge["claims"] for edge in found)):
            with st.container(border=True, gap="xsmall", width=CARD):
                link(group, title(members[0], group), bold=True, **{group: members[0][group]})
                evidence_links(members, each)


def evidence_links(edges: list[Record], each: Part) -> None:
    """A link to the evidence of each edge, named by its `each`, with the number of claims behind it."""
    with st.container(horizontal=True, gap="small"):
        for edge in edges:
            chosen = {"anode": edge["anode"] or GENERAL, "problem": edge["problem"], "mitigation": edge["mitigation"]}
            link("evidence", f"{title(edge, each)} ({edge['claims']})", icon=QUOTE, **chosen)
