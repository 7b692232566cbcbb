"""Audit and gaps: what the papers contradict, what physics questions, what is wrong in citations, what nobody tried."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.answers import Record, ask
from ui.links import QUOTE, link, literal, some
from ui.measured import measurements_table
from ui.words import GENERAL, counted, inline, plain

MOST = 200
_ICONS = {"confirmed": ":material/check:", "questioned": ":material/error:", "unchecked": ":material/help:"}


def show() -> None:
    """The page."""
    st.title("Audit and gaps")
    part = st.segmented_control(
        "Show", list(_PARTS), default=next(iter(_PARTS)), key="show", bind="query-params", required=True
    )
    _PARTS[part or next(iter(_PARTS))]()


def _contradictions() -> None:
    """Statements that some papers make and others deny."""
    found = ask("contradictions", MOST)
    st.write(f"{_number(found, 'statement')} that some sentences support and others deny.")
    for record in some(found, "statement"):
        with st.container(border=True):
            anode, problem = plain(record["anode"] or "anodes in general"), inline(plain(record["problem"]))
            said = f"{anode} suffers from {problem}"
            if record["mitigation"]:
                said = f"{plain(record['mitigation'])} helps against {problem} on {inline(anode)}"
            st.markdown(f"**{literal(said)}**")
            sides = f"{counted(record['claims_for'], 'claim')} in support, {record['claims_against']} to the contrary"
            st.markdown(f"{sides}, for example  \n“{literal(record['sentence_against'])}”")
            chosen = {"problem": record["problem"], "mitigation": record["mitigation"]}
            link("evidence", "Read both sides", icon=QUOTE, anode=record["anode"] or GENERAL, **chosen)


def _findings(capacities: bool) -> None:
    """What the audit found in single papers: on theoretical capacities, or on everything else."""
    found = [r for r in ask("audit_findings") if (r["finding"] == "theoretical capacity") is capacities]
    verdicts = sorted({record["verdict"] for record in found})
    if not found:
        st.info("The audit found nothing of this kind.")
        return
    verdict = st.pills("Verdict", verdicts, default="questioned" if "questioned" in verdicts else None)
    for record in some([r for r in found if verdict in (None, r["verdict"])], "finding"):
        with st.container(border=True, gap="small"):
            icon = _ICONS.get(record["verdict"], ":material/flag:")
            what = f"**{plain(record['verdict'])}** · {plain(record['finding'])}"
            st.markdown(f"{icon} {what} · *{literal(record['paper'] or '')}*")
            st.write(literal(record["message"]))
            for claim in record["claims"][:3]:
                link("evidence", "Read the sentence", icon=QUOTE, claim=claim)


def _disagreeing() -> None:
    """Values of one property of one material that are far apart."""
    found = ask("values_that_disagree", MOST)
    st.write("Values of one property of one material that are apart by more than half; often conditions explain it.")
    for record in some(found, "disagreement"):
        words = f"{plain(record['material'])}: {inline(plain(record['property']))}"
        qualifier = f", {record['qualifier']}" if record["qualifier"] else ""
        span = f"{record['least']:g} to {record['most']:g} {record['unit'] or ''}".strip()
        label = f"{words}{qualifier}, {span} ({counted(record['measurements'], 'value')})"
        # An expander would ask for the values of all of them before anybody opens one.
        if st.toggle(literal(label)):
            rows = ask("measurements", MOST, material=record["material"], property=record["property"])
            measurements_table(rows)


def _gaps() -> None:
    """Problems of anodes against which no paper names a strategy."""
    found = ask("research_gaps", MOST)
    st.write(f"{_number(found, 'problem')} of anodes against which no paper in the graph names a strategy.")
    for record in some(found, "problem"):
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            st.markdown(
                f"**{literal(plain(record['anode']))}**: {literal(inline(plain(record['title'])))}", width="stretch"
            )
            chosen = {"anode": record["anode"], "problem": record["problem"]}
            link("evidence", f"What is said of it ({record['claims']})", icon=QUOTE, **chosen)
            if record["mitigations_elsewhere"]:
                elsewhere = counted(record["mitigations_elsewhere"], "strategy", "strategies")
                link("problem", f"{elsewhere} on other anodes", icon=":material/build:", problem=record["problem"])


def _number(records: list[Record], noun: str) -> str:
    """How many there are; of very many the first ones were asked for."""
    return counted(len(records), noun) if len(records) < MOST else f"The first {MOST} {noun}s"


_PARTS: dict[str, Callable[[], None]] = {
    "Contradictions": _contradictions,
    "Faraday's law": lambda: _findings(True),
    "Values that disagree": _disagreeing,
    "Citations and more": lambda: _findings(False),
    "Research gaps": _gaps,
}

show()
