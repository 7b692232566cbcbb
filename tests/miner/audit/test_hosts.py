"""Which material of known composition a name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.audit.hosts import stored_by


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("silicon", "Si"),
        ("Silicon-based anodes", "Si"),
        ("amorphous silicon nanowires", "Si"),
        ("Lithium Metal Anodes", "Li"),
        ("Antimony (Sb)", "Sb"),
        ("lithium titanate (Li4Ti5O12)", "Li4Ti5O12"),
        ("spinel LTO", "Li4Ti5O12"),
        ("commercial graphite", "C6"),
        ("transition metal oxide Co3O4", "Co3O4"),
        ("phosphorene", "P"),
        ("tin oxide", "SnO2"),
        ("SnO2 nanosheets", "SnO2"),
        ("CuO", "CuO"),
    ],
)
def test_a_material_that_stands_alone(name: str, host: str) -> None:
    assert {storage.host for storage in stored_by((name,))} == {host}


@pytest.mark.parametrize(
    "name",
    [
        "Si/N-doped carbon",
        "carbon-coated silicon",
        "Sn-MOF",
        "MXene@Sn-MOF",
        "MoS2/C",
        "silicon composite",
        "Si alloy",
        "Li–Si alloy",
        "SiOx",
        "hard carbon",
        "PCT-1",
    ],
)
def test_composites_and_unknown_materials_have_no_capacity_of_their_own(name: str) -> None:
    assert stored_by((name,)) == ()


def test_a_code_means_what_the_paper_says_it_is() -> None:
    assert stored_by(("SC-1", "silicon/carbon composite", "silicon")) == ()
    assert {storage.host for storage in stored_by(("ATO", "antimony"))} == {"Sb"}


def test_an_ambiguous_name_means_several_hosts() -> None:
    assert {storage.host for storage in stored_by(("iron oxide",))} == {"Fe2O3", "Fe3O4"}


@given(st.text(alphabet="LiSnCoOPx0123.()[]/@- ", max_size=16))
def test_any_name_has_capacities_above_nothing_or_none(name: str) -> None:
    assert all(storage.capacity > 0 for storage in stored_by((name,)))
