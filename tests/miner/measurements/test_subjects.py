"""Whose a value is: each text stands alone, so that the materials are those it names."""

import pytest

from miner.document import Document
from miner.materials import Materials
from miner.measurements.focus import Focus
from miner.measurements.statements import statements
from miner.measurements.subjects import Values, subjects
from miner.quantities import quantities


def owners(text, before=""):
    materials, focus = Materials(Document("", "text")), Focus()
    if before:
        focus.read(before, materials.mentions(before))
    stated = statements(text, quantities(text))
    every = [quantity for statement in stated for quantity in statement.group]
    found = []
    for s in stated:
        named = subjects(Values(text, s.group, every, materials.mentions(text), s.property.roles), focus)
        found += [(q.value, m.names[0]) for q, m in zip(s.group, named or (), strict=bool(named))]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The theoretical capacities are 715 mAh g−1 for CoO, 890 mAh g−1 for Co3O4 and 1007 mAh g−1 for Fe2O3.",
            [(715, "CoO"), (890, "Co3O4"), (1007, "Fe2O3")],
        ),
        (
            "Silicon has a higher capacity than graphite (4200 vs. 372 mAh g−1).",
            [(4200, "Silicon"), (372, "graphite")],
        ),
        (
            "Graphene conducts, and the charge-transfer resistance is 640 Ω (bare SnS).",
            [(640, "bare SnS")],
        ),
        (
            "After 50 cycles 62% of the capacity was left for the silicon electrode, against 97% for pure graphite.",
            [(62, "silicon electrode"), (97, "pure graphite")],
        ),
        (
            "Capacities lie far above that of graphite: 990 mAh g−1 for Sn and 2596 mAh g−1 for P.",
            [(990, "Sn"), (2596, "P")],
        ),
        (
            "V2CTx has the highest capacity among MXenes in multilayers (280 mAh g−1), far above TiO2.",
            [(280, "V2CTx")],
        ),
        (
            "Silicon stores more (3590 mAh g−1) than graphite's (372 mAh g−1) and far more than tin's (993 mAh g−1).",
            [(3590, "Silicon"), (372, "graphite"), (993, "tin")],
        ),
        ("Graphite forms KC8 (279 mAh g−1) but expands.", [(279, "Graphite")]),
        ("V2O3/C delivers more than two times the capacity of V2O3 and 283 mAh g−1.", [(283, "V2O3/C")]),
        ("The tin anode keeps 620 mAh g−1, outperforming most Sb electrodes.", [(620, "tin anode")]),
        ("A carbon shell protects silicon, which delivers 1500 mAh g−1.", [(1500, "silicon")]),
        ("They expand in volume by between 260% (Sn) and 300% (P).", [(260, "Sn"), (300, "P")]),
        (
            "Alloys store much sodium (Na15Sn4: 847 mAh g−1, Na3Ge: 1,108 mAh g−1, Na3Sb: 660 mAh g−1).",
            [(847, "Na15Sn4"), (1108, "Na3Ge"), (660, "Na3Sb")],
        ),
        (
            "Metals promise volumetric capacities of 5851 (Zn) and 8046 mAh cm−3 (Al).",
            [(5851, "Zn"), (8046, "Al")],
        ),
        (
            "Compared with graphite (372 mAh g−1), silicon (4200 mAh g−1, Li22Si5) and tin (994 mAh g−1) store more "
            "lithium, but expand by 400% and 260%, respectively.",
            [(372, "graphite"), (4200, "silicon"), (994, "tin"), (400, "silicon"), (260, "tin")],
        ),
        ("Coated zinc lasts 3,000 h, longer than bare zinc (85 h).", [(3000, "Coated zinc"), (85, "bare zinc")]),
        (
            "The thickness of Si@C rose from 18.2 to 22.1 µm, whereas that of bare Si rose from 17.8 to 43.5 µm.",
            [(18.2, "Si@C"), (22.1, "Si@C"), (17.8, "bare Si"), (43.5, "bare Si")],
        ),
        ("With 20 µm thin Li and NMC622 cells were built.", [(20, "thin Li")]),
        ("Li3PS4 outperforms LGPS (12 mS cm−1).", [(0.012, "LGPS")]),
        ("As sodium anode, hard carbon delivers 373 mAh/g.", [(373, "hard carbon")]),
        (
            "Li13In3 was seen; the In–Li anode works, and its capacity is 141 mAh/g.",
            [(141, "In–Li anode")],
        ),
        ("The Coulombic efficiency of lithium plating/stripping is 98.9%.", [(98.9, "lithium")]),
        (
            "The first charge capacities of NiCo2O4, CuCo2O4 and ZnCo2O4 are 785, 633 and 972 mAh g−1.",
            [(785, "NiCo2O4"), (633, "CuCo2O4"), (972, "ZnCo2O4")],
        ),
    ],
)
def test_a_value_belongs_to_what_the_sentence_ties_to_it(text, expected):
    assert owners(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In the absence of sulfur, a capacity of 480 mAh g−1 remained.",
        "In carbonate electrolytes the coulombic efficiency stays below 88%.",
        "Mixed with 20 wt% graphene, 161 mAh g−1 is accessible.",
        "Potassium capacities of 512 mAh g−1 were measured.",
        "The same rods in the electrolyte gave an initial efficiency of 71%.",
        "In a blend with 80% graphite the areal capacity is 3.4 mAh cm−2.",
    ],
)
def test_what_sets_the_scene_or_is_absent_was_not_measured(text):
    assert {name for _, name in owners(text, before="We prepared Sb2Se3 nanorods.")} == {"Sb2Se3 nanorods"}


def test_their_values_are_those_of_the_materials_of_the_sentence_before():
    found = owners("Their efficiencies are 71, 77 and 84%.", before="We compare SnS2, SnSe2 and SnTe.")
    assert found == [(71, "SnS2"), (77, "SnSe2"), (84, "SnTe")]


def test_a_mixture_is_named_as_such_where_only_a_part_of_it_was():
    before = "Silicon nanoparticles were mixed with pitch."
    assert owners("The composite delivers a capacity of 652 mAh g−1.", before) == [
        (652, "Silicon nanoparticles composite")
    ]


def test_what_an_electrolyte_does_is_no_sample():
    before = "Hard carbon was made from lignin."
    text = "A smaller surface diminishes electrolyte decomposition and boosts the coulombic efficiency to 90.3%."
    assert owners(text, before) == [(90.3, "Hard carbon")]


@pytest.mark.parametrize(
    ("before", "text", "owner"),
    [
        (
            "Compared with bare MoS2, the Fe3O4 spheres cycled well.",
            "Their capacity remained at 579 mAh g−1.",
            "Fe3O4 spheres",
        ),
        (
            "Fe3O4@C was compared with graphite.",
            "The initial capacity loss was 38%, mainly caused by ions in the MoS2 lattice.",
            "Fe3O4@C",
        ),
    ],
)
def test_what_the_sentence_before_tells_of_is_the_owner(before, text, owner):
    assert [name for _, name in owners(text, before)] == [owner]


def test_that_of_another_material():
    assert owners("The expansion of tin is 260%, whereas that of silicon is 300%.") == [(260, "tin"), (300, "silicon")]
    assert owners("With a capacity beyond that of graphite, tin delivers 847 mAh/g.") == [(847, "tin")]


def test_a_relative_clause_tells_of_what_stands_before_it():
    text = "Unlike graphite anodes, which offer a capacity of 372 mAh g−1, tin swells."
    assert owners(text) == [(372, "graphite anodes")]


def test_it_is_not_what_was_named_for_comparison():
    text = "As an alternative to the graphite anode, Ge has drawn interest for its high capacity of 1384 mAh g−1."
    assert owners(text) == [(1384, "Ge")]


def test_the_cathode_of_a_full_cell_is_not_what_a_text_is_about():
    text = "Full cells paired with LiFePO4 (LFP) cathodes kept 86.1% after 300 cycles."
    assert owners(text, "The Sn/Cu host was plated.") == [(86.1, "Sn/Cu")]


def test_a_name_explained_in_brackets_owns_the_value():
    text = "We made V2C@C (MXene in a carbon shell) as an electrode with a capacity of 210 mAh g−1."
    assert owners(text) == [(210, "V2C@C")]


def test_a_metal_with_a_code_is_a_sample():
    assert owners("For Li-Al9, it has a layer of about 44 µm thick.") == [(44, "Li-Al9")]


def test_the_cathode_of_a_cell_that_consists_of_two():
    text = (
        "A full cell consisting of a layered Bi anode and a Na3V2(PO4)3 cathode gives an energy density of 150 Wh kg−1."
    )
    assert owners(text) == [(150, "layered Bi anode")]
