"""Evidence: a claim's sentence on the page of its PDF, or all claims on an anode, a problem and a mitigation."""

from __future__ import annotations

import streamlit as st

from ui.answers import Record, ask, denials, evidence, titles
from ui.cards import evidence_cards
from ui.judging import judged_just_now, judging, your_name
from ui.links import MORE, choose, link
from ui.measured import measurements_table
from ui.source import source_page
from ui.words import GENERAL, counted

AT_ONCE = 8
ALONE = "Nothing: no other sentence in the graph speaks of it."


def show() -> None:
    """The page."""
    st.title("Evidence")
    judged_just_now()
    claim = st.query_params.get("claim")
    if claim:
        _one(claim)
    else:
        _chosen()


def _one(claim: str) -> None:
    """A claim with its sentence, the page that it stands on, and what else is said of the same."""
    # Written on each run: a link on this very page does not change the browser's address.
    st.query_params.from_dict({"claim": claim})
    found = evidence(claim=claim)
    if not found:
        st.warning("The graph does not hold this claim; it was rejected, or its paper was read anew or removed.")
        link("evidence", "Choose other evidence", icon=":material/arrow_back:")
        return
    left, right = st.columns([5, 6])
    with left:
        evidence_cards(found)
        st.markdown("**Is this read rightly?**")
        judging(found[0], your_name(found[0]["claim"]))
        link("evidence", "Choose other evidence", icon=":material/arrow_back:")
    with right:
        source_page(found[0])
    st.subheader("What else is said of this")
    _others(found[0])


def _others(record: Record) -> None:
    """Other claims of the same statement, or other values of the same property and material."""
    if record["property"]:
        same = ask("measurements", property=record["property"], material=record["material"], anode=record["anode"])
        others = [row for row in same if row["claim"] != record["claim"]]
        measurements_table(others) if others else st.caption(ALONE)
        return
    on = {"anode": record["anode"] or GENERAL, "problem": record["problem"], "mitigation": record["mitigation"]}
    found, more = _first(**on)
    _both_sides([r for r in found if r["mitigation"] == record["mitigation"] and r["claim"] != record["claim"]])
    if more:
        link("evidence", "All that is said of this", icon=MORE, **on)


def _first(**chosen: str | None) -> tuple[list[Record], bool]:
    """The first claims on what is chosen, with the first that deny it, and whether there are more."""
    found = evidence(AT_ONCE + 1, **chosen)
    more, found = len(found) > AT_ONCE, found[:AT_ONCE]
    if more and not any(record["denied"] for record in found):
        found += denials(AT_ONCE, **chosen)
    return found, more


def _both_sides(found: list[Record]) -> None:
    """What supports a statement beside what contradicts it, where there are both."""
    support, contradict = ([r for r in found if r["denied"] is denied] for denied in (False, True))
    if not found:
        st.caption(ALONE)
    elif not (support and contradict):
        st.caption(f"{counted(len(found), 'claim')}, {'all of them denied' if contradict else 'none of them denied'}.")
        evidence_cards(found)
    else:
        for column, records, side in zip(
            st.columns(2), (support, contradict), ("in support", "to the contrary"), strict=True
        ):
            with column:
                st.markdown(f"**{counted(len(records), 'claim')} {side}**")
                evidence_cards(records)


def _chosen() -> None:
    """All evidence on what is chosen."""
    first, second, third = st.columns(3)
    with first:
        anode = choose("Anode", "anode", titles("anode") | {GENERAL: "Anodes in general"}, "any anode")
    with second:
        problem = choose("Problem", "problem", titles("problem"), "any problem")
    with third:
        mitigation = choose("Mitigation", "mitigation", titles("mitigation"), "any mitigation")
    if not (anode or problem or mitigation):
        st.info("Choose an anode, a problem or a mitigation to read what the papers say about it.")
        return
    chosen = {"anode": anode, "problem": problem, "mitigation": mitigation}
    found, more = _first(**chosen)
    if not found:
        st.info("No paper in the graph says anything on this.")
        return
    if more and st.toggle(f"Show all, not the first {AT_ONCE} only"):
        with st.spinner("Collecting all sentences ...", show_time=True):
            found, more = evidence(**chosen), False
    claims = counted(len(found), "claim")
    st.write(f"The first {claims}; there are more." if more else f"{claims} with this evidence.")
    _both_sides(found)


show()
