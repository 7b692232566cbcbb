"""Curate: claims to judge, names that mean one thing, and all that was judged, each undone in one click."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

import graph
from miner.library import Library
from ui.answers import ask, evidence, titles
from ui.cards import evidence_cards
from ui.judging import judged_just_now, judging, withdraw, your_name
from ui.links import choose, link, literal
from ui.papers import open_library, whole_library
from ui.words import counted, plain, work

AT_ONCE = 10


def show() -> None:
    """The page."""
    st.title("Curate")
    st.write(
        "What you judge is kept beside the claim library: it survives reading papers again and rebuilding the graph."
    )
    judged_just_now()
    part = st.segmented_control("Show", list(_PARTS), default="Claims", key="show", bind="query-params", required=True)
    _PARTS[part or "Claims"]()


def _claims() -> None:
    """The least certain claims of a paper."""
    papers = {record["document"]: work(record["paper"] or record["source"], record["year"]) for record in ask("papers")}
    paper = choose("Paper", "paper", papers, "choose a paper")
    if paper is None:
        st.info("Choose a paper to see its claims, the least certain first.")
        return
    who = your_name("claims")
    found = ask("claims_to_review", paper=paper)
    st.write(f"{counted(len(found), 'claim')} that nobody has judged." if found else "Every claim of it was judged.")
    for record in found[:AT_ONCE]:
        for claim in evidence(claim=record["claim"]):
            left, right = st.columns([3, 2])
            with left:
                evidence_cards([claim])
            with right:
                judging(claim, who)


def _names() -> None:
    """Merge two names, and the merges that hold."""
    kind = st.selectbox("What they name", ["Anode", "Problem", "Mitigation", "Material"])
    with st.form("merge", border=False):
        first, second = st.columns(2)
        with first:
            name = _name("This name", kind)
        with second:
            into = _name("means the same as", kind)
        reason = st.text_input("Why")
        who = your_name("merge")
        if st.form_submit_button("Merge", icon=":material/merge:"):
            if name and into and name != into and reason.strip() and who.strip():
                library = whole_library()
                graph.merge(kind, name, into, reason.strip(), who)
                _rebuilt(library)
            st.info("Give two different names, the reason and your name.")
    st.subheader("Merged so far")
    merged = graph.merged()
    if not merged:
        st.caption("No names are merged.")
    for judgement in merged:
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            when = f" ({judgement.who}, {judgement.when[:10]})" if judgement.who else ""
            words = f"{judgement.kind} {judgement.name} is {judgement.into}: {judgement.reason}{when}"
            st.markdown(literal(words), width="stretch")
            if st.button("Undo", key=f"split {judgement.kind} {judgement.name}", icon=":material/undo:"):
                library = whole_library()
                graph.split(judgement.kind, judgement.name, "undone", st.session_state.get("judge", ""))
                _rebuilt(library)


def _name(label: str, kind: str) -> str | None:
    if kind == "Material":
        return st.text_input(label, placeholder="as the graph has it").strip()
    part = {"Anode": "anode", "Problem": "problem", "Mitigation": "mitigation"}[kind]
    names = titles(part)  # pyright: ignore[reportArgumentType]
    return st.selectbox(label, list(names), None, format_func=names.__getitem__)


def _rebuilt(library: Library) -> None:
    with st.spinner("Bringing the graph up to date ...", show_time=True):
        graph.rebuild(library.extractions())
    st.rerun()


def _log() -> None:
    """All judgements, the last first; those that hold can be undone."""
    curation = open_library().curation
    holding = curation.holding().values()
    for number, judgement in enumerate(reversed(curation.all())):
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            when = judgement.when.replace("T", " ")[:16]
            changes = ", ".join(f"{plain(name)}: {value}" for name, value in judgement.changes.items())
            words = (
                f"**{judgement.verdict.capitalize()}**: {literal(judgement.said)} {literal(changes and f'({changes})')}"
            )
            st.markdown(f"{words}  \n{literal(judgement.who)}, {when}", width="stretch")
            if judgement in holding:
                link("evidence", "Evidence", claim=f"{judgement.document[:16]}-{judgement.claim}")
                if st.button("Undo", key=f"undo {number}", icon=":material/undo:"):
                    withdraw(judgement)
    if not holding:
        st.caption("Nothing is judged at the moment.")


_PARTS: dict[str, Callable[[], None]] = {"Claims": _claims, "Names": _names, "Log": _log}

show()
