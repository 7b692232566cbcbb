"""Explore: what stands around an anode, a problem or a mitigation, drawn as a graph."""

from __future__ import annotations

from typing import Any

import streamlit as st
from st_link_analysis import EdgeStyle, Event, st_link_analysis

from ui.answers import ask, titles
from ui.drawing import COLOURS, Elements, Labelled, elements, together
from ui.links import QUOTE, choose, link
from ui.words import GENERAL, PARTS, Part

HEIGHT = 560


def show() -> None:
    """The page."""
    st.title("Explore")
    chosen = _choices()
    belief, since, hidden = _filters()
    if not any(chosen.values()):
        chosen["problem"] = ask("problems")[0]["problem"]
    centre: Part = "problem" if chosen["problem"] else "anode" if chosen["anode"] else "mitigation"
    around: list[tuple[Part, Any]] = [(centre, chosen)]
    for node in st.query_params.get_all("expand"):
        around.extend((part, {part: node.partition(":")[2]}) for part in PARTS if node.startswith(f"{part}:"))
    drawn = together(
        elements(part, ask("statements_around", **names, belief=belief, since=since), hidden) for part, names in around
    )
    if not drawn["nodes"]:
        st.info("No paper in the graph states this; clear one of the choices, or ask for less belief or earlier years.")
        return
    _draw(drawn)


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


def _filters() -> tuple[float, int | None, list[Part]]:
    """The least belief in percent, the first year and the kinds of nodes that are hidden, as the address has them."""
    first, second, third = st.columns(3)
    belief = first.slider("Belief at least", 0, 100, 0, 5, format="%d %%", key="belief", bind="query-params")
    since = second.number_input("Year from", 1950, 2100, None, key="since", placeholder="any", bind="query-params")
    hidden = third.pills("Hide", PARTS, selection_mode="multi", key="hide", bind="query-params")
    return belief / 100, since, list(hidden)


def _draw(drawn: Elements) -> None:
    """The drawing; below it what can be opened from the node or edge that was clicked, which the address remembers."""
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
    if clicked and clicked["timestamp"] != st.session_state.get("clicked"):
        st.session_state["clicked"] = clicked["timestamp"]
        st.query_params["selected"] = clicked["data"]["target_id"]
    selected = st.query_params.get("selected")
    found = [item["data"] for kind in drawn.values() for item in kind if item["data"]["id"] == selected]
    if found:
        _open(found[0])
    else:
        st.caption("Click a node or an edge to go on from it; drag and scroll to move and zoom.")


def _open(item: dict[str, Any]) -> None:
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
        if st.button(f"Show more around {item['name']}", icon=":material/add_circle:"):
            expanded = [node for node in st.query_params.get_all("expand") if node != item["id"]]
            st.query_params["expand"] = [*expanded, item["id"]]
            st.rerun()
        link("explore", f"Draw only what stands around {item['name']}", icon=":material/hub:", **{part: name})


show()
