"""The page of a paper on which a sentence stands, as a picture with the sentence marked."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from miner.document import Box
from miner.errors import ReadError
from ui.answers import Record
from ui.papers import open_library
from ui.words import work


def source_page(record: Record) -> None:
    """The page that a record of the query `evidence` names, or one sentence on why it cannot be shown."""
    boxes = json.loads(record["boxes"] or "[]")
    name = work(record["paper_title"], record["paper_year"])
    if not boxes:
        st.caption("This source has no pages to show, only text.")
        return
    path = open_library().source(record["document"])
    if path is None:
        st.caption("The library keeps no copy of this PDF; ingest the file again to see the page.")
        return
    try:
        picture = _picture(path, record["page"], boxes)
    except ReadError as error:
        st.caption(f"The page cannot be shown: the PDF is {error.reason}.")
        return
    st.image(picture, width="stretch", alt=f"Page {record['page']} of {name}, with the sentence marked in yellow")
    st.caption(f"Page {record['page']}; the sentence is marked.")


@st.cache_data(max_entries=64, show_spinner="Drawing the page ...")
def _picture(path: Path, page: int, boxes: list[list[float]]) -> bytes:
    from miner.readers.pdf.picture import page_picture

    return page_picture(path, page, [Box(int(box[0]), *box[1:]) for box in boxes])
