import pytest

from miner.problems.strategies import agents, can_relieve, strategies
from miner.problems.ties import used


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("silicon nanowires", "nanostructuring"),
        ("an artificial SEI layer", "artificial_sei_or_coating"),
        ("a nitrogen-doped carbon shell", "doped_carbon_coating"),
        ("silicon embedded in a carbon matrix", "carbon_composite"),
        ("a lithiophilic interlayer", "lithiophilic_interlayer"),
        ("a three-dimensional copper scaffold", "3d_architecture"),
        ("a highly concentrated electrolyte", "electrolyte_formulation"),
        ("10 wt% of fluoroethylene carbonate", "electrolyte_additive"),
        ("doping with niobium", "doping"),
        ("a self-healing polymer binder", "binder"),
        ("prelithiation with stabilised powder", "other: prelithiation"),
        ("a thin layer of amorphous carbon", "carbon_coating"),
        ("alloying aluminium with 5% indium", "alloying"),
        ("a separator with a functional layer of a framework", "separator_modification"),
        ("a pressure of 3.4 MPa", "pressure"),
        ("alloying with bismuth or indium", "alloying"),
        ("a carbon nitride coating", "artificial_sei_or_coating"),
        ("laser structuring of the foil", "3d_architecture"),
    ],
)
def test_strategies_by_their_words(text, label):
    assert label in {term.label for term in strategies(text)}


def test_the_specific_name_hides_the_general_one():
    assert [term.label for term in strategies("a nitrogen-doped carbon layer")] == ["doped_carbon_coating"]


def test_what_a_strategy_can_relieve():
    assert can_relieve("simple_synthesis", "high_cost")
    assert not can_relieve("simple_synthesis", "dendrite_growth")
    assert not can_relieve("nanostructuring", "environmental_impact")


def test_examples_end_with_their_clause():
    text = "MXene sheets, such as Ti3C2Tx, conduct well but restack, and spacers prevent this."
    assert "spacer_material" in {term.label for term in strategies(text)}


def test_examples_of_a_strategy_are_none_of_their_own():
    text = "Spacers (e.g., carbon nanotubes) and 3D architectures keep the sheets apart."
    assert [term.label for term in strategies(text)] == ["spacer_material", "3d_architecture"]


@pytest.mark.parametrize(
    "text",
    [
        "a full cell with a Prussian blue analogue cathode",
        "both within one framework",
        "a ternary transition metal oxide",
        "a carbonised graphene-chitosan monolith",
    ],
)
def test_words_that_only_look_like_a_strategy(text):
    assert not {t.label for t in strategies(text)} & {"mof_structure", "3d_architecture", "alloying", "binder"}


def test_what_something_is_made_of_is_no_strategy():
    assert "mxene_composite" not in {t.label for t in used("made by oxidation of a layered MXene")}
    assert "mxene_composite" in {t.label for t in used("mixed with a layered MXene")}


@pytest.mark.parametrize(
    "text",
    [
        "a robust solid electrolyte interphase",
        "a robust anode-electrolyte interface",
        "non-prelithiated foils",
        "foil combined with a sulfide-free cathode",
        "Li|garnet|Li cells",
        "the recyclability of the foil",
        "a native oxide layer",
    ],
)
def test_words_that_only_look_like_strategies(text):
    assert not strategies(text)


def test_what_a_cell_holds_does_not_act():
    assert not agents("The Li|CNT@FeS2 cell lived longer.")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Combining these results with the spectra, a mechanism is clear.", "composite"),
        ("The oxide layer is 7 nm thick.", "nanostructuring"),
        ("Ions go into the pores instead of inserting between graphite layers.", "spacer_material"),
        ("Ions lie between graphitic layers.", "carbon_coating"),
    ],
)
def test_words_of_discussions_that_only_look_like_strategies(text, label):
    assert label not in {term.label for term in strategies(text)}


def test_a_dimension_in_brackets():
    named = {term.label for term in strategies("a three-dimensional (3D) scaffold-like structure")}
    assert "3d_architecture" in named


def test_additives_of_the_electrode_are_none_of_the_electrolyte():
    found = {term.label for term in strategies("Silicon additives swell; conductive additives do not.")}
    assert "electrolyte_additive" not in found
