"""Explore: what stands around an anode, a problem or a mitigation, drawn as a graph."""

from __future__ import annotations

from typing import Any

import streamlit as st
from st_link_analysis import EdgeStyle, Event, NodeStyle, st_link_analysis

from ui.answers import ask, titles
from ui.drawing import COLOURS, Elements, elements
from ui.links import QUOTE, choose, link
from ui.words import GENERAL, Part

HEIGHT = 560


class Labelled(NodeStyle):
    """A node whose name can be read at any zoom."""

    def dump(self) -> dict[str, Any]:
        """The style as Cytoscape takes it."""
        style = super().dump()
        style["style"] |= {"font-size": 6, "min-zoomed-font-size": 4, "text-wrap": "wrap", "text-max-width": "60px"}
        return style


def show() -> None:
    """The page."""
    st.title("Explore")
    chosen = _choices()
    if not any(chosen.values()):
        chosen["problem"] = ask("problems")[0]["problem"]
    centre: Part = "problem" if chosen["problem"] else "anode" if chosen["anode"] else "mitigation"
    mitigations = ask("what_helps", **chosen)
    problems = [] if chosen["mitigation"] else ask("who_suffers", anode=chosen["anode"], problem=chosen["problem"])
    if not mitigations and not problems:
        st.info("No paper in the graph connects these; clear one of the choices.")
        return
    _draw(elements(centre, mitigations, problems))


def _choices() -> dict[str, str | None]:
    """Anode, problem and mitigation as the address has them; the drawing shows what all of them share."""
    first, second, third = st.columns(3)
    with first:
        problem = choose("Problem", "problem", titles("problem"), "any problem")
    with second:
        anode = choose("Anode", "anode", titles("anode"), "any anode")
    with third:
        mitigation = choose("Mitigation", "mitigation", titles("mitigation"), "any mitigation")
    return {"anode": anode, "problem": problem, "mitigation": mitigation}


def _draw(drawn: Elements) -> None:
    """The drawing; below it what can be opened from the node or edge that was clicked."""
    st.html(" · ".join(f'<span style="color:{colour}">●</span> {part}' for part, colour in COLOURS.items()))
    clicked = st_link_analysis(
        drawn,
        layout="fcose",
        node_styles=[Labelled(part, colour, caption="name") for part, colour in COLOURS.items()],
        edge_styles=[EdgeStyle(part, "#8a9ba3") for part in COLOURS],
        height=HEIGHT,
        events=[Event("open", "tap", "node, edge")],
        key="drawing:" + str(sorted(node["data"]["id"] for node in drawn["nodes"])),
    )
    found = [
        item["data"] for kind in drawn.values() for item in kind if clicked and item["data"]["id"] == _target(clicked)
    ]
    if found:
        _open(found[0])
    else:
        st.caption("Click a node or an edge to go on from it; drag and scroll to move and zoom.")


def _target(clicked: dict) -> str:
    return clicked.get("data", {}).get("target_id", "")


def _open(item: dict) -> None:
    """Links that go on from a node or an edge."""
    with st.container(horizontal=True):
        if "source" in item:
            parts = {part: item[part] for part in COLOURS if item.get(part)}
            link(
                "evidence",
                f"Read the sentences behind this ({item['claims']})",
                icon=QUOTE,
                **parts,
            )
            return
        part, _, name = item["id"].partition(":")
        if name == GENERAL:
            st.write("Statements on anodes in general.")
            return
        link(part, f"Open {item['name']}", icon=":material/open_in_new:", **{part: name})
        link("explore", f"Draw what stands around {item['name']}", icon=":material/hub:", **{part: name})


show()
