"""Home: what the graph holds, a search over all of it, three questions to begin with, and what was read last."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from ui.answers import ask, counts, titles
from ui.links import link
from ui.papers import last_read, open_library
from ui.words import PARTS, inline, plain, several, work

COUNTS = {
    "Papers": "Document",
    "Anodes": "Anode",
    "Problems": "Problem",
    "Mitigations": "Mitigation",
    "Measurements": "Measurement",
    "Sentences": "Evidence",
}
FOUND = 12
LAST = 5


def show() -> None:
    """The page."""
    st.title("AnodeGraph")
    st.write(
        "What reviews say about battery anodes: their problems, what helps, and measured values, each in its sentence."
    )
    _search()
    held = counts()
    with st.container(horizontal=True):
        for name, label in COUNTS.items():
            st.metric(name, f"{held[label]:,}", border=True, width=150)
    st.subheader("Three questions to begin with")
    _questions()
    st.subheader("Read last")
    _last()


def _search() -> None:
    """A search that suggests names while one types; other words are looked up everywhere, or asked."""
    known = {(part, name): title for part in PARTS for name, title in titles(part).items()}
    chosen = st.selectbox(
        "Search or ask",
        list(known),
        None,
        format_func=lambda key: f"{known[key]} ({key[0]})" if key in known else str(key),
        placeholder="An anode, a problem, a mitigation, a material, a paper, or a question",
        accept_new_options=True,
    )
    if isinstance(chosen, tuple):
        st.switch_page(f"views/{chosen[0]}.py", query_params={chosen[0]: chosen[1]})
    if chosen:
        _found(chosen)


def _found(text: str) -> None:
    """What has the words in its name, and the way to ask them as a question; a question is asked at once."""
    if text.rstrip().endswith("?"):
        st.switch_page("views/ask.py", query_params={"q": text})
    found = ask("search", FOUND, text=text)
    if not found:
        st.info("Nothing in the graph is called so.")
    for record in found:
        label = f"{plain(record['title'])}{several(claim=record['claims'])}"
        kind = record["kind"].lower()
        if kind in PARTS:
            link(kind, f"{label}, {kind}", **{kind: record["name"]})
        else:
            question = (
                f"measurements on {record['name']}" if kind == "material" else f"What does “{record['title']}” say?"
            )
            link("ask", f"{label}, {kind}", q=question)
    link("ask", f"Ask “{text}”", icon=":material/chat:", q=text)


def _questions() -> None:
    """Questions with the most evidence in this very graph."""
    mitigations = titles("mitigation")
    problem = next(iter(ask("problems")), None)
    for suffers in ask("who_suffers", 1, problem=problem["problem"]) if problem else ():
        label = f"What helps against {suffers['problem_title']} on {suffers['anode']}?"
        link("problem", label, icon=":material/build:", problem=suffers["problem"], anode=suffers["anode"])
    link("anode", "Which anodes promise the highest capacity?", icon=":material/battery_charging_full:")
    most = next(iter(ask("mitigations")), None)
    if most:
        name = most["mitigation"]
        link(
            "mitigation",
            f"What does {inline(mitigations[name])} help against?",
            icon=":material/help:",
            mitigation=name,
        )


def _last() -> None:
    """The papers that were read last, with what was found in each."""
    rows = [
        {
            "Paper": work(paper.paper.title or paper.paper.source, paper.paper.year),
            "Read": datetime.fromtimestamp(seconds),
            "Measurements": len(paper.measurements),
            "Problems": len(paper.has_problem),
            "Mitigations": len(paper.mitigations),
            "References": len(paper.references),
            "DOI": f"https://doi.org/{paper.paper.doi}" if paper.paper.doi else "",
        }
        for paper, seconds in last_read(open_library(), LAST)
    ]
    columns = {
        "Paper": st.column_config.TextColumn(width=420),
        "Read": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
        "DOI": st.column_config.LinkColumn(display_text=r"https://doi\.org/(.*)"),
    }
    st.dataframe(rows, hide_index=True, column_config=columns)
    with st.container(horizontal=True):
        link("ingest", "Ingest more", icon=":material/upload_file:")
        link("ask", "All papers", icon=":material/menu_book:", q="Which papers have been read?")


show()
