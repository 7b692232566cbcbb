"""The app that `anodegraph app` opens. Each page asks the graph named questions and shows what comes back."""

from __future__ import annotations

import logging

import streamlit as st

from miner.errors import UserError
from ui.answers import ask, counts
from ui.links import ICON, PAGES, link, literal

# Streamlit cuts the words of a link at the edge of a narrow screen; its captions, and what is selected on a dark
# ground, are too pale for many eyes.
STYLE = """<style>
[data-testid='stPageLink'] p { white-space: normal; }
[data-testid='stCaptionContainer'] { color: inherit; opacity: 0.8; }
button[data-selected='true'] p, [data-testid='stSliderThumbValue'] p { color: light-dark(#0b6175, #6ccfe2); }
</style>"""


def main() -> None:
    """Show the page that the address names; whatever goes wrong is one sentence."""
    st.set_page_config(page_title="AnodeGraph", page_icon=ICON, layout="wide")
    st.html(STYLE)
    page = st.navigation([st.Page(f"views/{name}.py", **named) for name, named in PAGES.items()], position="top")
    try:
        if page.title == PAGES["ingest"]["title"] or ask("problems") or counts()["Document"]:
            page.run()
        else:
            _nothing_yet()
    except UserError as error:
        st.error(literal(str(error)), icon=":material/error:")
    except Exception:
        logging.getLogger(__name__).exception("The page %s failed", page.title)
        st.error(
            "AnodeGraph made a mistake on this page; the terminal that runs it says which.", icon=":material/error:"
        )


def _nothing_yet() -> None:
    """What a visitor of an empty graph needs to know."""
    st.title("Nothing in the graph yet")
    st.write("AnodeGraph answers from papers that it has read, and it has not read any. Give it some:")
    link("ingest", "Ingest papers here", icon=":material/upload_file:")
    st.write("On the command line:")
    st.code("anodegraph ingest paper.pdf folder-of-papers/", language="bash")
    st.write("To try it with the two sample papers that come with AnodeGraph:")
    st.code("anodegraph demo", language="bash")
    st.write("Were papers ingested before, with another graph? This makes the graph again from the claim library:")
    st.code("anodegraph graph rebuild", language="bash")


main()
