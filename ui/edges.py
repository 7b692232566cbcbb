"""Statements that a mitigation helps against a problem on an anode, grouped, each with the way to its evidence."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.answers import Record, evidence
from ui.cards import evidence_cards
from ui.charts import SIDE, clicked, matrix
from ui.links import MORE, QUOTE, link, some
from ui.words import GENERAL, Part, counted, title

# A browser takes some milliseconds for each link.
CARDS, LINKS = 8, 5
CARD = 504
"""Pixels of a card: two fit side by side from 1200 pixels on."""


def edge_matrix(edges: list[Record], rows: Part, columns: Part) -> None:
    """The edges as a matrix; a click on a cell shows its evidence."""
    sides = ((part, len({edge[part] for edge in edges})) for part in (rows, columns))
    cut = [f"the {SIDE} of {counted(number, part)} with the most studies" for part, number in sides if number > SIDE]
    words = f" Shown are {' and '.join(cut)}." if cut else ""
    st.caption(f"The number of independent studies behind each statement; click one to read its sentences.{words}")
    cell = clicked(matrix(edges, rows, columns))
    if cell:
        evidence_cards(evidence(CARDS, **cell))
        link("evidence", "All that is said of this", icon=MORE, **cell)


def edge_list(edges: list[Record], group: Part, each: Part) -> None:
    """A card for each of the first values of `group` with links to the evidence for each value of `each`."""
    groups: dict[str | None, list[Record]] = {}
    for edge in edges:
        groups.setdefault(edge[group], []).append(edge)
    most_first = sorted(groups.values(), key=lambda found: -sum(edge["claims"] for edge in found))
    shown = some(most_first, group, CARDS)
    with st.container(horizontal=True):
        for members in shown:
            with st.container(border=True, gap="xsmall", width=CARD):
                on = {group: members[0][group]}
                link(group, title(members[0], group), bold=True, **on)
                evidence_links(members, each, lambda label, on=on: link(group, label, icon=MORE, **on))


def evidence_links(edges: list[Record], each: Part, more: Callable[[str], None]) -> None:
    """A link to the evidence of each of the first edges, named by its `each`, with the number of claims behind it.

    `more` links to the others with a label.
    """
    with st.container(horizontal=True, gap="small"):
        for edge in edges[:LINKS]:
            chosen = {"anode": edge["anode"] or GENERAL, "problem": edge["problem"], "mitigation": edge["mitigation"]}
            link("evidence", f"{title(edge, each)} ({edge['claims']})", icon=QUOTE, **chosen)
        if len(edges) > LINKS:
            more(f"{len(edges) - LINKS} more")
