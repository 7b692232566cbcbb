import pytest

from miner.measurements.statements import statements
from miner.quantities import quantities


def stated(text):
    return [(s.property.label, q.value) for s in statements(text, quantities(text)) for q in s.group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "with 98% coulombic efficiency and 81% capacity retention",
            [("coulombic_efficiency", 98), ("capacity_retention", 81)],
        ),
        ("its volume expands by 300%", [("volume_change", 300)]),
        ("a fading rate of 0.02% per cycle", [("capacity_fade", 0.02)]),
        ("a nitrogen content of 3.15%", [("dopant_content", 3.15)]),
        ("a flat plateau at 1.55 V", [("operating_voltage", 1.55)]),
        ("a critical current density of 4 mA cm−2 even at 4 mAh cm−2", [("critical_current_density", 4)]),
        ("cells run under conditions of 4 mA cm−2–8 mAh cm−2", []),
        ("a nanopore (150 nm in diameter, 50 µm in length)", []),
        ("the interlayer spacings (d002 ≥ 0.37 nm) of the crystallites", []),
        ("full cells at 0.1 C for conditioning (1 cycle)", []),
        (
            "stable cycling for 750+ cycles (2 mA cm−2) and 140 cycles (10 mA cm−2)",
            [("cycle_life", 750), ("cycle_life", 140)],
        ),
        ("undergo plating for more than 25,000 cycles at 10 mA cm−2", [("cycle_life", 25000)]),
        ("673 mAh g−1 when the current density is 100 mAh g−1", [("specific_capacity", 673)]),
        ("an overpotential of 20 mV", [("overpotential", 0.02)]),
        ("the electronic conductivity is 10−13 S cm−1", [("electronic_conductivity", 1e-13)]),
        ("an ionic conductivity of 1 mS cm−1", [("ionic_conductivity", 1e-3)]),
        ("a critical current density of 1 mA cm−2", [("critical_current_density", 1)]),
        ("Rct is 79 Ω", [("charge_transfer_resistance", 79)]),
        ("a Young's modulus of 25 GPa", [("youngs_modulus", 25)]),
        ("ran stably for more than 600 cycles", [("cycle_life", 600)]),
        ("stable plating for 1200 h", [("cycling_duration", 1200)]),
        ("stable after 15 days of contact with lithium", []),
        ("a symmetric Li cell with a current of 0.3 mA cm−2 for 400 h", [("cycling_duration", 400)]),
        ("cycled stably at 1 mA cm−2 with 3 mAh cm−2 at room temperature", []),
        ("films 100 µm thick", [("thickness", 100)]),
        ("a network with ligaments of 12 nm", []),
        ("the electrode lost 0.035% of its capacity per cycle", [("capacity_fade", 0.035)]),
        ("701 mAh/g, that is 76%, remain", [("specific_capacity", 701), ("capacity_retention", 76)]),
        ("kept 80% of their capacity for 72 cycles", [("capacity_retention", 80), ("cycle_life", 72)]),
        ("the cells are dead after 40 cycles", [("cycle_life", 40)]),
        ("silicon nanoparticles (60 nm)", [("particle_size", 0.06)]),
        (
            "a critical current density of 1.7 mA cm−2 (bare garnet: 0.2 mA cm−2)",
            [("critical_current_density", 1.7), ("critical_current_density", 0.2)],
        ),
        ("it lost 70% in the course of 50 cycles", [("capacity_fade", 70)]),
        ("the thickness of the pressed electrode rose by 31%", [("volume_change", 31)]),
        ("it swells by 2% and survives 900 cycles", [("volume_change", 2), ("cycle_life", 900)]),
        ("the powder perishes within 30 cycles", [("cycle_life", 30)]),
        ("it is accompanied by 210% expansion", [("volume_change", 210)]),
        ("the oxide is nearly an insulator (10−13 S cm−1)", [("electronic_conductivity", 1e-13)]),
        ("the cells lived for 300 h", [("cycling_duration", 300)]),
        ("the capacity dropped to 80%", [("capacity_retention", 80)]),
        ("a 200-cycle retention of 91%", [("capacity_retention", 91)]),
        ("kept 92% of 141 mAh/g", [("capacity_retention", 92), ("specific_capacity", 141)]),
        ("capacities of 1024/745 mAh/g", [("specific_capacity", 1024), ("specific_capacity", 745)]),
        (
            "it has 1050 mAh/g, i.e. 84.3% of the second cycle",
            [("specific_capacity", 1050), ("capacity_retention", 84.3)],
        ),
        ("it maintains 91.4% after 1200 cycles", [("capacity_retention", 91.4)]),
        ("a diffusivity of 1.2e-8 cm2/s", [("diffusion_coefficient", 1.2e-8)]),
        ("its volume is 260% larger", [("volume_change", 260)]),
        ("a transference number of 0.58", [("transference_number", 0.58)]),
        ("an activation energy of 30 kJ mol−1", [("activation_energy", pytest.approx(0.3109, rel=1e-3))]),
    ],
)
def test_the_words_near_a_value_name_its_property(text, expected):
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a leaching efficiency of 98%",
        "an average pore size of 0.7 µm",
        "the cut-off voltage was 1.5 V",
        "a voltage window of 0–3 V",
        "a redox potential of −2.71 V",
        "sintered at 700 °C for 18 h",
        "the efficiency should exceed 99.9%",
        "at a current density of 1 mA cm−2",
        "efficiency rose by 5%",
        "a band gap of 0.3 eV, and an activation energy",
        "an adsorption energy of −2.31 eV beside the barrier",
        "it keeps its capacity, 3.1% lower than at first, after 50 cycles",
        "a potential 0.17 V above that of lithium",
        "at 1.5 mA cm−2, and the critical current density",
    ],
)
def test_what_only_looks_alike_states_nothing(text):
    assert stated(text) == []


def test_a_value_without_a_name_takes_that_of_the_last_one():
    assert stated("silicon expands by 400% and graphite by only 10%") == [("volume_change", 400), ("volume_change", 10)]


def test_a_capacity_at_which_it_was_cycled_is_a_slip_for_the_current():
    assert stated("It kept 350 mAh g−1 after 200 cycles at 100 mAh g−1.") == [("specific_capacity", 350)]


def test_a_life_in_brackets_is_no_condition():
    found = stated("It shows a high capacity (190 mAh g−1) and a long cycle life (700 cycles).")
    assert found == [("specific_capacity", 190), ("cycle_life", 700)]


def test_what_is_plated_at_a_current_is_no_value():
    assert stated("ran for 700 h at 2 mA cm−2 and 1 mAh cm−2") == [("cycling_duration", 700)]
    assert stated("a cumulative capacity of 4 Ah cm−2") == []
    assert stated("gives 3 mAh cm−2 at 1 mA cm−2 and 2 mAh cm−2 at 5 mA cm−2") == [
        ("areal_capacity", 3),
        ("areal_capacity", 2),
    ]


def test_lives_at_several_currents():
    text = "It lasted over 1200 h (1 mA cm−2, 1 mAh cm−2) and 400 h (5 mA cm−2, 5 mAh cm−2)."
    assert stated(text) == [("cycling_duration", 1200), ("cycling_duration", 400)]
    text = "It ran for 2000 h at 1 mA cm−2 and 1 mAh cm−2, and even 900 h at 10 mA cm−2."
    assert stated(text) == [("cycling_duration", 2000), ("cycling_duration", 900)]
    assert stated("It ran for 900 h at 1 mA cm−2 and was dried for 12 h at 60 °C.") == [("cycling_duration", 900)]


@pytest.mark.parametrize(
    "text",
    [
        "symmetric cells with a cycling capacity of 2 mAh cm−2 at 1 mA cm−2",
        "paired with a loading of 3.5 mAh cm−2",
        "a high-loading cathode (3.9 mAh cm−2)",
    ],
)
def test_what_is_cycled_or_loaded_is_no_areal_capacity(text):
    assert stated(text) == []
