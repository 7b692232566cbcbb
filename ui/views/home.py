"""Home: what the graph holds, and three questions to begin with."""

from __future__ import annotations

import streamlit as st

from ui.answers import Record, ask, counts
from ui.links import link

COUNTS = {
    "Papers": "Document",
    "Anodes": "Anode",
    "Problems": "Problem",
    "Mitigations": "Mitigation",
    "Measurements": "Measurement",
    "Sentences": "Evidence",
}


def show() -> None:
    """The page."""
    st.title("AnodeGraph")
    st.write(
        "What reviews say about battery anodes: their problems, what helps, and measured values, each in its sentence."
    )
    held = counts()
    with st.container(horizontal=True):
        for name, label in COUNTS.items():
            st.metric(name, f"{held[label]:,}", border=True, width=150)
    st.subheader("Three questions to begin with")
    _questions()
    st.subheader("Papers in the graph")
    _papers(ask("papers"))


def _questions() -> None:
    """Questions with the most evidence in this very graph."""
    edges = ask("what_helps")
    named = [edge for edge in edges if edge["anode"]]
    if named:
        best = _most_supported(named, "problem", "anode")
        label = f"What helps against {best['problem_title']} on {best['anode']}?"
        link("problem", label, icon=":material/build:", problem=best["problem"], anode=best["anode"])
    link("anode", "Which anodes promise the highest capacity?", icon=":material/battery_charging_full:")
    if edges:
        best = _most_supported(edges, "mitigation")
        label = f"What does {best['mitigation_title']} help against?"
        link("mitigation", label, icon=":material/help:", mitigation=best["mitigation"])


def _most_supported(edges: list[Record], *keys: str) -> Record:
    """One of the edges that share the values of `keys` which most claims stand behind."""
    claims: dict[tuple[str, ...], int] = {}
    for edge in edges:
        group = tuple(edge[key] for key in keys)
        claims[group] = claims.get(group, 0) + edge["claims"]
    best = max(sorted(claims), key=claims.__getitem__)
    return next(edge for edge in edges if tuple(edge[key] for key in keys) == best)


def _papers(papers: list[Record]) -> None:
    """A row for each paper that was mined."""
    rows = [
        {
            "Title": paper["paper"] or paper["source"],
            "Year": paper["year"],
            "Measurements": paper["measurements"],
            "Problems": paper["problems"],
            "Mitigations": paper["mitigations"],
            "References": paper["references"],
            "DOI": f"https://doi.org/{paper['doi']}" if paper["doi"] else "",
        }
        for paper in papers
    ]
    columns = {
        "Title": st.column_config.TextColumn(width=420),
        "Year": st.column_config.NumberColumn(format="%d", width=60),
        "DOI": st.column_config.LinkColumn(display_text=r"https://doi\.org/(.*)"),
    }
    st.dataframe(rows, hide_index=True, column_config=columns)


show()
