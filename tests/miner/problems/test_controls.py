"""What goes wrong without a strategy is what the strategy is good for."""

import pytest
from passages import mitigated, passage, stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Electrodes from which the binder was omitted pulverised at once.",
            ("binder", "mechanical_degradation", "silicon"),
        ),
        (
            "Electrodes without polyimide lost contact with the current collector.",
            ("binder", "loss_of_electrical_contact", "silicon"),
        ),
        (
            "Without a carbon coating the particles agglomerate.",
            ("carbon_coating", "aggregation", "silicon"),
        ),
        (
            "Removal of the carbon shell led to fast capacity fading.",
            ("carbon_coating", "capacity_fade", "silicon"),
        ),
        (
            "Particles not embedded in carbon pulverise.",
            ("carbon_composite", "mechanical_degradation", "silicon"),
        ),
    ],
)
def test_a_strategy_that_is_left_out(text, claim):
    assert mitigated(passage(text, title="Silicon anodes")) == {claim}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Bare lithium shorts after 90 h.", "safety_hazard"),
        ("Unprotected lithium grew dendrites.", "dendrite_growth"),
        ("Reference cells failed within 40 cycles.", "capacity_fade"),
        ("A polarisation of 32 mV was measured, as against 110 mV for bare lithium.", "interfacial_resistance"),
    ],
)
def test_a_control_lacks_what_the_paper_is_about(text, problem):
    document = passage(f"Here, a LiF coating is applied. {text}", title="A LiF coating for lithium metal anodes")
    assert mitigated(document) == {("artificial_sei_or_coating", problem, "lithium metal")}


@pytest.mark.parametrize(
    "text",
    [
        "Bare silicon swells. Here it was coated with carbon.",  # before the text comes to what was done
        "The carbon coating was tried. Side reactions were not reduced by the coating.",
        "The coating was applied; the LiFePO4 cathode without it lost half its capacity.",
    ],
)
def test_no_control(text):
    assert mitigated(passage(text, title="Carbon coatings for silicon anodes")) == set()


def test_a_strategy_that_is_left_out_leaves_the_problem():
    assert ("silicon", "mechanical_degradation") in stated(passage("Silicon without a polyimide binder cracked."))
    assert ("silicon", "mechanical_degradation") not in stated(passage("Silicon electrodes ran without cracks."))


def test_what_happens_instead_is_no_strategy_left_out():
    text = "Lithium plates on graphite instead of inserting between the layers."
    assert mitigated(passage(text, title="Graphite anodes")) == set()
