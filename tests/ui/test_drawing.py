"""A way through the drawing from its centre outwards is one that a paper states."""

from collections.abc import Sequence
from itertools import product

from ui.drawing import elements, together
from ui.words import Part

Triple = tuple[str, str, str | None]


def edge(mitigation: str, problem: str, anode: str | None, claims: int = 1) -> dict:
    titles = {"mitigation_title": mitigation, "problem_title": problem}
    return {"mitigation": mitigation, "problem": problem, "anode": anode, "claims": claims, **titles}


def ways(centre: Part, stated: Sequence[Triple]) -> set[tuple[str, str, str]]:
    """The two-step ways outwards, as the names of their nodes."""
    drawn = [item["data"] for item in elements(centre, [edge(*triple) for triple in stated])["edges"]]
    return {
        (a["source"], a["target"], b["target"])
        for a, b in product(drawn, drawn)
        if a["target"] == b["source"] and a["source"].startswith(centre)
    }


def test_around_a_problem_stand_anodes_and_what_helps_them() -> None:
    stated = [("coating", "dendrites", "lithium"), ("doping", "dendrites", "sodium")]
    assert ways("problem", stated) == {
        ("problem:dendrites", "anode:lithium", "mitigation:coating"),
        ("problem:dendrites", "anode:sodium", "mitigation:doping"),
    }


def test_what_is_said_of_anodes_in_general_stands_at_no_anode() -> None:
    assert ways("problem", [("coating", "dendrites", None)]) == {
        ("problem:dendrites", "anode:general", "mitigation:coating")
    }


def test_around_a_mitigation_stand_problems_and_the_anodes_it_was_tried_on() -> None:
    stated = [("coating", "dendrites", "lithium"), ("coating", "swelling", "silicon")]
    assert ways("mitigation", stated) == {
        ("mitigation:coating", "problem:dendrites", "anode:lithium"),
        ("mitigation:coating", "problem:swelling", "anode:silicon"),
    }


def test_an_edge_knows_what_it_stands_for_and_how_often_it_was_claimed() -> None:
    records = [edge("coating", "dendrites", "lithium", claims=3), edge("coating", "dendrites", None)]
    first, last = (item["data"] for item in elements("mitigation", records)["edges"][:2])
    assert (first["mitigation"], first["problem"], first["claims"]) == ("coating", "dendrites", 4)
    assert (last["mitigation"], last["problem"], last["anode"], last["claims"]) == (
        "coating",
        "dendrites",
        "lithium",
        3,
    )


def test_a_statement_without_a_mitigation_ends_at_its_anode() -> None:
    suffers = edge("", "dendrites", "lithium", claims=5) | {"mitigation": None}
    drawn = elements("problem", [edge("coating", "dendrites", "lithium", claims=3), suffers])
    assert [item["data"]["claims"] for item in drawn["edges"]] == [8, 3]


def test_kinds_of_nodes_can_be_left_out() -> None:
    drawn = elements("problem", [edge("coating", "dendrites", "lithium")], hidden=["anode"])
    assert [node["data"]["id"] for node in drawn["nodes"]] == ["problem:dendrites", "mitigation:coating"]


def test_two_drawings_share_what_has_one_id() -> None:
    first = elements("problem", [edge("coating", "dendrites", "lithium")])
    second = elements("anode", [edge("doping", "swelling", "lithium")])
    names = [node["data"]["id"] for node in together([first, second])["nodes"]]
    assert (names.count("anode:lithium"), len(names)) == (1, 5)
