"""Evidence as people read it: what is claimed, the sentence, where it stands, and whose result it is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from ui.answers import Record
from ui.links import link, literal
from ui.words import amount, counted, inline, plain, work

_WHOSE = {
    "own": "First-hand: the paper's own result.",
    "general": "General knowledge: the paper cites no study for this.",
    "cited": "Second-hand: the paper cites a study that its list of references does not hold.",
}


def evidence_cards(records: list[Record]) -> None:
    """A card for each sentence, with all that the records claim in it."""
    sentences: dict[tuple[Any, ...], list[Record]] = {}
    for record in records:
        place = tuple(record[name] for name in ("document", "page", "section", "context", "sentence"))
        sentences.setdefault(place, []).append(record)
    for claims in sentences.values():
        _card(claims)


def _card(claims: list[Record]) -> None:
    """One sentence: what it claims, its words, its place, its paper and the studies that the paper cites for it."""
    first = claims[0]
    with st.container(border=True, gap="small"):
        st.markdown("  \n".join(f"**{literal(statement(claim))}**" for claim in claims))
        if all(claim["denied"] for claim in claims):
            st.badge("Denied: the paper states the contrary", icon=":material/block:", color="orange")
        st.markdown(f"“{literal(first['sentence'])}”")
        for claim in claims:
            _belief(claim)
        if first["context"]:
            st.caption(f"Table cell: {literal(first['context'])}")
        st.markdown(_place(first))
        _studies({study["number"]: study for claim in claims for study in claim["studies"]}, first["attribution"])
        if st.query_params.get("claim") != first["claim"]:
            link("evidence", "Show on its page", icon=":material/find_in_page:", claim=first["claim"])


def _belief(claim: Record) -> None:
    """How far the statement can be believed, on what grounds."""
    sources = counted(claim["sources"], "independent source")
    words = f"Belief {claim['belief']:.0%} from {sources}"
    if claim["second_reader"]:
        words += f" · second reader {claim['second_reader']}: {claim['second_reading']}"
    if claim["electrolyte"]:
        words += f" · with {claim['electrolyte']}"
    st.caption(literal(words))


def statement(record: Record) -> str:
    """What is claimed, in words."""
    if record["property"]:
        value = f"“{record['printed']}”" if record["value"] is None else amount(record)
        return f"{plain(record['material'])}: {inline(plain(record['property']))} {value}"
    problem, anode = inline(record["problem_title"]), inline(plain(record["anode"] or "anodes in general"))
    text = f"{plain(anode)} suffers from {problem}"
    if record["mitigation"]:
        text = f"{plain(record['mitigation_title'])} helps against {problem} on {anode}"
    return f"Not so: {inline(text)}" if record["denied"] else text


def _place(record: Record) -> str:
    """Section, page and paper, as Markdown."""
    page = f"page {record['page']}" if record["page"] else ""
    paper = literal(work(record["paper_title"], record["paper_year"]))
    parts = [literal(record["section"] or ""), page, f"*{paper}*", _doi(record["paper_doi"])]
    return " · ".join(part for part in parts if part)


def _studies(studies: dict[int, Record], attribution: str) -> None:
    """The cited studies by their numbers, each with title and DOI; without any, whose knowledge it is."""
    if not studies:
        st.caption(_WHOSE[attribution])
        return
    lines = ["Second-hand: for this the paper cites"]
    for number, study in sorted(studies.items()):
        title = literal(work(study["title"] or study["text"], study["year"]))
        lines.append(f"- \\[{number}\\] {title} {_doi(study['doi'])}".rstrip())
    st.markdown("\n".join(lines))


def _doi(doi: str | None) -> str:
    return f"[doi:{literal(doi)}](https://doi.org/{doi})" if doi else ""
