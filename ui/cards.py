"""Evidence as people read it: what is claimed, the sentence, where it stands, and whose result it is."""

from __future__ import annotations

import streamlit as st

from ui.answers import Record
from ui.links import link, literal
from ui.words import amount, inline, plain, work


def evidence_card(record: Record) -> None:
    """One claim with its sentence, its place, its paper and the studies that the paper cites for it."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**{literal(statement(record))}**")
        if record["denied"]:
            st.badge("Denied: the paper states the contrary", icon=":material/block:", color="orange")
        st.markdown(f"“{literal(record['sentence'])}”")
        if record["context"]:
            st.caption(f"Table cell: {literal(record['context'])}")
        st.markdown(_place(record))
        _studies(record["studies"])
        link("evidence", "Link to this evidence", icon=":material/link:", claim=record["claim"])


def statement(record: Record) -> str:
    """What is claimed, in words."""
    if record["property"]:
        return f"{plain(record['material'])}: {inline(plain(record['property']))} {amount(record)}"
    problem, anode = inline(record["problem_title"]), record["anode"] or "anodes in general"
    if record["mitigation"]:
        return f"{plain(record['mitigation_title'])} helps against {problem} on {anode}"
    return f"{plain(anode)}: {problem}"


def _place(record: Record) -> str:
    """Section, page and paper, as Markdown."""
    page = f"page {record['page']}" if record["page"] else ""
    paper = literal(work(record["paper_title"], record["paper_year"]))
    parts = [literal(record["section"] or ""), page, f"*{paper}*", _doi(record["paper_doi"])]
    return " · ".join(part for part in parts if part)


def _studies(studies: list[Record]) -> None:
    """The cited studies, each with title and DOI; without any the paper speaks for itself."""
    if not studies:
        st.caption("The paper cites no study for this.")
        return
    lines = ["For this the paper cites"]
    for study in studies:
        title = literal(work(study["title"] or study["text"], study["year"]))
        lines.append(f"- [{study['number']}] {title} {_doi(study['doi'])}".rstrip())
    st.markdown("\n".join(lines))


def _doi(doi: str | None) -> str:
    return f"[doi:{literal(doi)}](https://doi.org/{doi})" if doi else ""
