"""An editor for Cypher with its words in colours, a component of our own: nothing is fetched for it."""

from __future__ import annotations

from pathlib import Path

from streamlit.components import v2

_HTML = """
<label for="statement">Statement</label>
<div class="editor">
  <pre aria-hidden="true"></pre>
  <textarea id="statement" spellcheck="false" placeholder="MATCH (a:Anode) RETURN a.name"></textarea>
</div>
<button type="button" title="Ctrl+Enter">Run</button>
"""


def _asset(ending: str) -> str:
    return Path(__file__).with_name(f"editor.{ending}").read_text(encoding="utf-8")


_editor = v2.component("cypher_editor", html=_HTML, css=_asset("css"), js=_asset("js"))


def editor(text: str) -> str | None:
    """Show the editor with `text` in it; what was written when the visitor ran it just now."""
    return _editor(data={"text": text}, key="editor", on_run_change=lambda: None).run
