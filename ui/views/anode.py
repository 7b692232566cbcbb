"""Anodes: capacities as a plot, all that was measured, and the problems with what helps against them."""

from __future__ import annotations

import streamlit as st

from ui.answers import Record, ask, evidence, titles
from ui.cards import evidence_cards
from ui.charts import LINES, capacities, clicked, line_name
from ui.edges import CARD, CARDS, evidence_links
from ui.links import MORE, QUOTE, choose, link, some
from ui.measured import filtered, measurements_table
from ui.words import counted, plain, several

# So many measurements on one page.
MOST = 500


def show() -> None:
    """The page."""
    st.title("Anodes")
    anode = choose("Anode", "anode", titles("anode"), "choose an anode")
    if anode is None:
        _all()
    else:
        _one(anode)


def _all() -> None:
    """Capacities over all anodes, and a link to each."""
    _plot(ask("measurements", MOST, property="specific_capacity"), "anode", ask("theoretical_capacities"))
    with st.container(horizontal=True):
        for record in ask("anodes"):
            counts = several(measurement=record["measurements"], problem=record["problems"])
            link("anode", f"{plain(record['anode'])}{counts}", anode=record["anode"])


def _one(anode: str) -> None:
    st.subheader("Capacities")
    stored = ask("measurements", MOST, anode=anode, property="specific_capacity")
    _plot(stored, "material", ask("theoretical_capacities", anode=anode))
    st.subheader("Measurements")
    records = ask("measurements", MOST, anode=anode)
    if len(records) == MOST:
        st.caption(f"The first {MOST:,} of more: Ask shows all of one property.")
    measurements_table(filtered(records))
    st.subheader("Problems and what helps")
    _problems(anode)


def _plot(records: list[Record], by: str, theoretical: list[Record]) -> None:
    """Capacities in mAh/g; a click on a point shows its evidence."""
    shown = [record for record in records if record["value"] is not None]
    if not shown:
        st.info("No paper in the graph gives a specific capacity of this in numbers.")
        return
    names = {record[by] for record in shown}
    highest = f" These are the {LINES} highest of {len(names)}." if len(names) > LINES else ""
    limits = [record for record in theoretical if record["faraday"] == "confirmed"]
    faraday = " Dashes are theoretical capacities that Faraday's law confirms." if limits else ""
    st.caption(f"Click a point to read its sentence.{faraday}{highest}")
    point = clicked(capacities(shown, by, limits))
    if point:
        there = [r for r in shown if line_name(r, by) == point["name"] and r["value"] == point["value"]]
        evidence_cards([claim for record in there for claim in evidence(claim=record["claim"])])


def _problems(anode: str) -> None:
    """A card for each problem, with the sentences that state it and the mitigations that were tried."""
    problems = ask("who_suffers", anode=anode)
    edges = ask("what_helps", anode=anode)
    shown = some(problems, "problem", CARDS)
    with st.container(horizontal=True):
        for record in shown:
            with st.container(border=True, gap="xsmall", width=CARD):
                _problem(record, [edge for edge in edges if edge["problem"] == record["problem"]])
    if not problems:
        st.info("No paper in the graph names a problem of this anode.")


def _problem(record: Record, helping: list[Record]) -> None:
    """What a card says of one problem."""
    anode, problem = record["anode"], record["problem"]
    with st.container(horizontal=True):
        link("problem", plain(record["problem_title"]), bold=True, problem=problem, anode=anode)
        link("evidence", counted(record["claims"], "claim"), icon=QUOTE, anode=anode, problem=problem)
    if helping:
        evidence_links(
            helping, "mitigation", lambda label: link("problem", label, icon=MORE, anode=anode, problem=problem)
        )
    else:
        st.caption("No paper in the graph says what helps.")


show()
