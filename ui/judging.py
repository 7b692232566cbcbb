"""Judging a claim: accept it, reject it, or correct what was read; the graph is brought up to date at once."""

from __future__ import annotations

from collections.abc import Mapping
from getpass import getuser
from typing import Any

import streamlit as st

import graph
from miner.curation import Judgement, Verdict, stated
from miner.library import Library
from ui.answers import Record, ask, titles
from ui.cards import statement
from ui.links import literal
from ui.papers import open_library
from ui.words import plain

_KINDS = {"property": "measurements", "mitigation": "mitigations", "problem": "has_problem"}
_FIELDS = {"mitigation": "strategy"}
_JUST_NOW = "judged just now"


def judging(record: Record, who: str) -> None:
    """Buttons and a form by which `who` judges the claim of a record of the query `evidence`."""
    key = record["claim"]
    if record["judged"]:
        st.caption(literal(f"{record['judged'].capitalize()} by {record['judged_by']}, {record['judged_at'][:10]}."))
    with st.container(horizontal=True):
        if st.button("Accept", key=f"accept {key}", icon=":material/check:"):
            _judge(record, "accepted", who)
        if st.button("Reject", key=f"reject {key}", icon=":material/close:"):
            _judge(record, "rejected", who)
    with st.expander("Correct it", icon=":material/edit:"), st.form(f"correct {key}", border=False):
        changes = _changes(record)
        if st.form_submit_button("Save the correction"):
            if changes:
                _judge(record, "corrected", who, changes)
            st.info("Change a field first.")


def judged_just_now() -> None:
    """What the visitor judged last, with the button that takes it back."""
    judgement: Judgement | None = st.session_state.get(_JUST_NOW)
    if judgement:
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            st.markdown(f"**{judgement.verdict.capitalize()}:** {literal(judgement.said)}", width="content")
            if st.button("Undo", icon=":material/undo:"):
                withdraw(judgement)


def your_name(key: str) -> str:
    """The name under which the visitor judges, remembered while the app is open in the browser."""
    given = st.text_input("Your name", st.session_state.get("judge", getuser()), key=f"judge {key}") or ""
    st.session_state["judge"] = given
    return given


def withdraw(judgement: Judgement) -> None:
    """Take a judgement back."""
    library, who = open_library(), st.session_state.get("judge", getuser())
    library.curation.add(Judgement(judgement.document, judgement.claim, "withdrawn", who, said=judgement.said))
    st.session_state.pop(_JUST_NOW, None)
    _show(judgement)


def _judge(record: Record, verdict: Verdict, who: str, changes: Mapping[str, Any] | None = None) -> None:
    library, document = open_library(), record["document"]
    claim = (record["judged_as"] or record["claim"]).partition("-")[2]
    before = library.curation.holding().get((document, claim))
    judgement = Judgement(
        document,
        claim,
        verdict,
        who,
        {**(before.changes if before else {}), **(changes or {})},
        statement(record),
        next(kind for part, kind in _KINDS.items() if record[part]),
        record["rule"] or "",
        sentence=record["sentence"],
        stated=before.stated if before else _stated(library, document, claim),
    )
    library.curation.add(judgement)
    st.session_state[_JUST_NOW] = judgement
    _show(judgement)


def _stated(library: Library, document: str, claim: str) -> Mapping[str, Any]:
    """What a claim that nobody has judged states."""
    return next((stated(mined) for mined in library.load(document).claims if mined.id == claim), {})


def _show(judgement: Judgement) -> None:
    """Bring the graph up to date and the page with it; an address of the claim follows it through a correction."""
    extraction = open_library().load(judgement.document)
    graph.project(extraction)
    if "claim" in st.query_params:
        now = (claim for claim, held in extraction.judgements.items() if held.claim == judgement.claim)
        st.query_params["claim"] = f"{judgement.document[:16]}-{next(now, judgement.claim)}"
    st.rerun()


def _changes(record: Record) -> dict[str, Any]:
    """The fields that the visitor writes otherwise than they were read."""
    key = record["claim"]
    found: dict[str, Any] = {}
    if record["property"]:
        first, second, third = st.columns(3)
        found["value"] = first.number_input("Value", value=record["value"], format="%g", key=f"value {key}")
        found["unit"] = second.text_input("Unit", record["unit"] or "", key=f"unit {key}") or None
        found["material"] = third.text_input("Material", record["material"], key=f"material {key}")
        found["property"] = _label("property", [row["property"] for row in ask("properties")], record)
    for part in ("anode", "problem", "mitigation"):
        if record[part] or part == "anode":
            found[part] = _label(part, titles(part), record)
    return {str(_FIELDS.get(name, name)): value for name, value in found.items() if value != record[name]}


def _label(name: str, known: Any, record: Record) -> str | None:
    """One of the names that the graph knows."""
    options: list[str] = sorted({*known, *([record[name]] if record[name] else [])})
    index = options.index(record[name]) if record[name] else None
    return st.selectbox(plain(name), options, index, format_func=plain, key=f"{name} {record['claim']}")
