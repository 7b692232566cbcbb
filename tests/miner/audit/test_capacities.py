"""The verdict on a claim of a theoretical capacity."""

import pytest
from claimed import capacity, paper

from miner.audit.capacities import theoretical_capacities
from miner.claims import Measurement


def verdict(claim: Measurement) -> tuple[str, str]:
    (found,) = theoretical_capacities(paper(claim))
    assert found.claims == (claim.id,)
    assert found.evidence == (claim.evidence,)
    return found.verdict, found.message


def test_a_right_capacity_is_confirmed_by_its_product() -> None:
    assert verdict(capacity("silicon", 3579)) == (
        "confirmed",
        "The theoretical capacity of silicon, 3579 mAh/g, fits Li15Si4 (3.75 electrons per Si, 3579 mAh/g).",
    )


def test_lithium_is_named_first_of_ions_that_fit_alike() -> None:
    assert verdict(capacity("antimony", 660))[1].endswith(
        "fits Li3Sb (3 electrons per Sb, 660 mAh/g), and K3Sb, Na3Sb as well."
    )


def test_a_wrong_capacity_is_questioned_with_the_nearest_product() -> None:
    assert verdict(capacity("graphite", 670)) == (
        "questioned",
        "The theoretical capacity of graphite, 670 mAh/g, fits no product; "
        "the nearest is LiC6 (1 electron per C6, 372 mAh/g).",
    )


def test_a_value_of_another_material_in_the_sentence_may_be_misread() -> None:
    sentence = "MoS2 is layered like graphite and has a theoretical capacity of 670 mAh/g."
    assert verdict(capacity("graphite", 670, sentence))[1].endswith(
        "The sentence names MoS2, which has it: the claim may be misread."
    )


@pytest.mark.parametrize("name", ["Si/C composite", "PCT-1", "iron oxide"])
def test_what_has_no_one_composition_is_said_to_be_unchecked(name: str) -> None:
    assert verdict(capacity(name, 700))[0] == "unchecked"


@pytest.mark.parametrize(
    ("value", "relation", "found"),
    [
        (3545, "=", "confirmed"),
        (3500, "=", "questioned"),
        (3500, "~", "confirmed"),
        (3500, ">", "confirmed"),
        (3000, ">", "questioned"),
        (4200, "<=", "confirmed"),
        (4300, "<", "confirmed"),
    ],
)
def test_how_exactly_a_value_is_meant(value: float, relation: str, found: str) -> None:
    assert verdict(capacity("silicon", value, relation=relation))[0] == found


def test_both_ends_of_a_range_must_fit() -> None:
    assert verdict(capacity("silicon", 3579, value_to=4200))[0] == "confirmed"
    assert verdict(capacity("silicon", 3579, value_to=5000))[0] == "questioned"


def test_a_plain_capacity_counts_only_where_it_equals_a_theoretical_one() -> None:
    plain = {"basis": None, "qualifier": None}
    assert verdict(capacity("tin", 993, **plain))[0] == "confirmed"
    for claim in (
        capacity("tin", 500, **plain),
        capacity("tin", 993, **plain, conditions={"c_rate": "0.1C"}),
        capacity("tin", 993, basis=None, qualifier="reversible"),
        capacity("tin", 993, basis="experimental", qualifier=None),
    ):
        assert not list(theoretical_capacities(paper(claim)))
