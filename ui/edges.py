"""Statements that a mitigation helps against a problem on an anode, grouped, each with the way to its evidence."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from ui.answers import Record
from ui.links import QUOTE, link
from ui.words import plain

Part = Literal["anode", "problem", "mitigation"]
GENERAL = "general"
"""What stands in an address for statements on anodes in general."""


def edge_list(edges: list[Record], group: Part, each: Part) -> None:
    """A card for each value of `group` with links to the evidence for each value of `each`."""
    groups: dict[str | None, list[Record]] = {}
    for edge in edges:
        groups.setdefault(edge[group], []).append(edge)
    for members in sorted(groups.values(), key=lambda found: -sum(edge["claims"] for edge in found)):
        with st.container(border=True, gap="xsmall"):
            link(group, title(members[0], group), bold=True, **{group: members[0][group]})
            evidence_links(members, each)


def evidence_links(edges: list[Record], each: Part) -> None:
    """A link to the evidence of each edge, named by its `each`, with the number of claims behind it."""
    with st.container(horizontal=True, gap="small"):
        for edge in edges:
            chosen = {"anode": edge["anode"] or GENERAL, "problem": edge["problem"], "mitigation": edge["mitigation"]}
            link("evidence", f"{title(edge, each)} ({edge['claims']})", icon=QUOTE, **chosen)


def title(edge: Record, part: Part) -> str:
    """The anode, the problem or the mitigation of an edge, in words."""
    if part == "anode":
        return plain(edge["anode"] or "anodes in general")
    return plain(edge[f"{part}_title"])
