"""Ingest: give the graph papers, and see what becomes of each."""

from __future__ import annotations

import streamlit as st

from miner.readers import READABLE
from ui.links import link, literal
from ui.uploads import Upload, is_busy, take_in, uploads
from ui.words import counted

_STAGES = {
    "waiting": 0.0,
    "reading": 0.2,
    "mining": 0.5,
    "second reading": 0.75,
    "adding to the graph": 0.9,
}


def show() -> None:
    """The page."""
    st.title("Ingest")
    st.write("Reviews and articles on battery anodes. Nothing leaves this machine; the app stays usable meanwhile.")
    with st.form("upload", clear_on_submit=True):
        kinds = [ending.removeprefix(".") for ending in READABLE]
        files = st.file_uploader("Papers", kinds, accept_multiple_files=True)
        password = st.text_input("Password, where a PDF needs one", type="password")
        if st.form_submit_button("Ingest", type="primary", icon=":material/upload_file:"):
            if files:
                take_in([(file.name, file.getvalue()) for file in files], password or None)
            else:
                st.info("Choose files first, or drag them here.")
    st.fragment(_progress, run_every=1.0 if is_busy() else None)(is_busy())


def _progress(was_busy: bool) -> None:
    """What becomes of each file; the page is drawn once more when all are done."""
    if was_busy and not is_busy():
        st.rerun()
    for upload in uploads():
        with st.container(border=True, gap="small"):
            if upload.stage == "done":
                _result(upload)
            else:
                st.progress(_STAGES.get(upload.stage, 0.0), f"{literal(upload.name)}: {upload.stage} ...")


def _result(upload: Upload) -> None:
    result = upload.result
    if "error" in result:
        st.markdown(f":material/block: **{literal(upload.name)}** was refused")
        st.write(literal(result["error"]))
        return
    known = "" if result["new"] else " (the library had it already)"
    st.markdown(f":material/check: **{literal(result['title'])}**{known}")
    counts = {"measurement": "measurements", "problem": "has_problem", "mitigation": "mitigations"}
    found = ", ".join(counted(result[key], noun) for noun, key in counts.items())
    st.write(f"{found}; {counted(result['references'], 'reference')}.")
    link("curate", "Look its claims through", icon=":material/rule:", paper=result["sha256"])
    if result["warnings"]:
        with st.expander(f"{counted(sum(w['count'] for w in result['warnings']), 'warning')} of what was not read"):
            for warning in result["warnings"]:
                st.markdown(f"- {warning['code']} ({warning['count']}): {literal(warning['message'])}")


show()
