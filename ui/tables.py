"""Rows of the graph as a table that can be sorted and downloaded."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from graph.answers import Result
from ui.words import counted


def table(result: Result) -> None:
    """How many rows there are and how long they took, the rows, and a button that saves them."""
    more = f", the first of more than {result.summary.rows:,}" if result.summary.more else ""
    st.caption(f"{counted(len(result.rows), 'row')}{more}, in {1000 * result.summary.seconds:,.0f} ms")
    frame = pd.DataFrame([list(row) for row in result.rows], columns=pd.Index(result.columns))
    st.dataframe(frame, hide_index=True)
    st.download_button("Download as CSV", frame.to_csv(index=False), "rows.csv", "text/csv", icon=":material/download:")
