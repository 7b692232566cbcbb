import pytest

from miner.materials.formulas import formulas, names, role


@pytest.mark.parametrize(
    "formula",
    [
        "Li1.5Al0.5Ge1.5(PO4)3",
        "Li7−xLa3Zr2O12",
        "SiOx",
        "Ti3C2Tx",
        "Mg1+xZr4P6O24+x",
        "(Mg0.1Hf0.9)4/3.8Nb(PO4)3",
        "MoS2",
        "MnO",
        "LiF",
    ],
)
def test_a_formula_is_found_whole(formula):
    assert [f.text for f in formulas(f"layers of {formula} were")] == [formula]


@pytest.mark.parametrize(
    "text",
    [
        "In this case P was As shown",
        "Si 2p and Sn3d",
        "O3 and P2",
        "NIBs and SIBs",
        "CR2032",
        "Li+ and Mg2+",
        "Fig. SI4",
        "Cu(II) ions",
        "No, He is",
    ],
)
def test_letters_of_prose_are_no_formulas(text):
    assert formulas(text) == []


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("MoS2", ("molybdenum disulfide", "molybdenum sulfide")),
        ("CoSe2", ("cobalt diselenide", "cobalt selenide")),
        ("MnO", ("manganese monoxide", "manganese oxide")),
        ("Li4Ti5O12", ()),
    ],
)
def test_a_binary_compound_has_its_systematic_names(formula, expected):
    assert names(formulas(formula)[0]) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("Fe2O3", ("anode", "transition metal oxide")),
        ("SnO2", ("anode", "metal oxide")),
        ("SiOx", ("anode", "silicon")),
        ("WSe2", ("anode", "transition metal dichalcogenide")),
        ("V2CTx", ("anode", "MXene")),
        ("Ni2P", ("anode", "other: nickel phosphide")),
        ("Al94.5In5.5", ("anode", "alloy")),
        ("Si24", ("anode", "silicon")),
        ("LiNi0.8Co0.1Mn0.1O2", ("cathode", None)),
        ("Li6PS5Cl", ("electrolyte", None)),
        ("Li3N", ("other", None)),
    ],
)
def test_the_composition_tells_the_role(formula, expected):
    assert role(formulas(formula)[0]) == expected


def test_an_oxide_with_some_phosphorus_is_no_phosphate():
    assert [role(formula) for formula in formulas("PNb9O25 and TiPO5")] == [
        ("anode", "transition metal oxide"),
        ("other", None),
    ]
