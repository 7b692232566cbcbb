"""The pages of the app and the addresses that share them: what is chosen stands in the query parameters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import streamlit as st

from ui.words import counted

T = TypeVar("T")

ICON = str(Path(__file__).with_name("icon.svg"))

QUOTE = ":material/format_quote:"
"""The icon of links that open sentences."""
MORE = ":material/more_horiz:"
"""The icon of links to what a page has no room for."""

PAGES = {
    "home": {"title": "Home", "icon": ":material/home:", "default": True},
    "anode": {"title": "Anodes", "icon": ":material/battery_charging_full:"},
    "problem": {"title": "Problems", "icon": ":material/warning:"},
    "mitigation": {"title": "Mitigations", "icon": ":material/build:"},
    "compare": {"title": "Compare", "icon": ":material/compare_arrows:"},
    "explore": {"title": "Explore", "icon": ":material/hub:"},
    "evidence": {"title": "Evidence", "icon": ":material/format_quote:"},
    "audit": {"title": "Audit and gaps", "icon": ":material/fact_check:"},
    "ask": {"title": "Ask", "icon": ":material/chat:"},
    "cypher": {"title": "Cypher", "icon": ":material/terminal:"},
    "curate": {"title": "Curate", "icon": ":material/rule:"},
    "ingest": {"title": "Ingest", "icon": ":material/upload_file:"},
}


def link(page: str, label: str, *, bold: bool = False, icon: str = "", **params: str | None) -> None:
    """A link to a page of the app; parameters that are None are left out of its address."""
    given = {name: value for name, value in params.items() if value is not None}
    text = f"**{literal(label)}**" if bold else literal(label)
    st.page_link(f"views/{page}.py", label=text, icon=icon, query_params=given)


def choose(label: str, param: str, titles: dict[str, str], placeholder: str) -> str | None:
    """A choice that the address remembers as `param`; None where nothing is chosen.

    `titles` says how people call each name. A name in the address that the graph does not have is told and dropped.
    """
    names = list(titles)
    wanted = st.query_params.get(param)
    if wanted is not None and wanted not in titles:
        st.warning(f"The graph has no {label.lower()} called “{literal(wanted)}”; choose one from the list.")
        wanted = None
    index = names.index(wanted) if wanted is not None else None
    chosen = st.selectbox(label, names, index, format_func=lambda name: titles[name], placeholder=placeholder)
    # Written on each run: a link to the page that is open already changes the choice, but not the browser's address.
    if chosen is None:
        st.query_params.pop(param, None)
    else:
        st.query_params[param] = chosen
    return chosen


def some(found: Sequence[T], noun: str, at_once: int = 20) -> Sequence[T]:
    """The first of what was found, or all where the visitor wants them; `noun` says what one of them is."""
    if len(found) <= at_once:
        return found
    return found if st.toggle(f"Show all {counted(len(found), noun)}") else found[:at_once]


def literal(text: str) -> str:
    """Text as it is, safe where Streamlit expects Markdown."""
    return "".join("\\" + sign if sign in "\\`*_{}[]()#+-.!|<>~$:^" else sign for sign in text)
