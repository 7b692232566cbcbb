import pytest

from miner.measurements.conditions import bind, conditions, plain
from miner.measurements.statements import statements
from miner.quantities import quantities


def held(text):
    found = quantities(text)
    return {(c.key, c.value) for c in conditions(text, found, [])}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 1.6 A g−1", ("specific_current", "1.6 A/g")),
        ("at a current density of 0.2 mA cm−2", ("current_density", "0.2 mA/cm2")),
        ("at C/10", ("c_rate", "C/10")),
        ("after 300 cycles", ("cycles", 300)),
        ("cycled 10 times", ("cycles", 10)),
        ("in the 50th cycle", ("cycles", 50)),
        ("in the second cycle", ("cycles", 2)),
        ("an efficiency of 95.6% (cycle 40)", ("cycles", 40)),
        ("per hundred cycles", ("per_cycles", 100)),
        ("at −20 °C", ("temperature", "-20 °C")),
        ("at room temperature", ("temperature", "room temperature")),
        ("between 2.0 and 4.0 V", ("voltage_window", "2.0 and 4.0 V")),
        ("a loading of 3.4 mg cm−2", ("loading", "3.4 mg/cm2")),
        ("in Li||Cu cells", ("cell", "Li||Cu")),
    ],
)
def test_a_condition_has_its_key_and_printed_value(text, expected):
    assert expected in held(text)


def test_the_temperature_of_a_recipe_and_the_definition_of_a_rate_are_no_conditions():
    assert held("samples sintered at 1200 °C") == set()
    assert held("carbon obtained at 1200, 1400 and 1600 °C") == set()
    assert held("1 C = 372 mA g−1") == set()


def test_the_first_ten_cycles_and_all_from_the_fifth_are_no_cycle():
    assert held("dense in the first ten cycles") == set()
    assert held("from the 5th cycle onward") == set()


def bound(text):
    found = quantities(text)
    values = [quantity for statement in statements(text, found) for quantity in statement.group]
    return [
        dict(c) for s in statements(text, found) for c in bind(text, s.group, values, conditions(text, found, values))
    ]


def test_a_condition_before_all_values_holds_for_all():
    first, second = bound("After 50 cycles the capacity was 105 mAh g−1 and the coulombic efficiency was 95%.")
    assert first == second == {"cycles": 50}


def test_a_condition_behind_a_value_is_not_that_of_the_next():
    first, second = bound(
        "It had a capacity of 630 mAh g−1 at 0.1 A g−1 and a capacity of 170 mAh g−1 for 6000 cycles at 5 A g−1."
    )
    assert first == {"specific_current": "0.1 A/g"}
    assert second == {"cycles": 6000, "specific_current": "5 A/g"}


def test_what_is_compared_with_keeps_its_condition():
    assert bound("The retention after 100 cycles was 48% of that after 2 cycles.") == [{"cycles": 100}]


def test_cycles_said_in_one_breath_with_a_rate_are_not_those_of_a_value_at_another_rate():
    first, second = bound("It delivered 910 mAh g−1 after 300 cycles at 2 A g−1 and 790 mAh g−1 at 5 A g−1.")
    assert first == {"cycles": 300, "specific_current": "2 A/g"}
    assert second == {"specific_current": "5 A/g"}


def test_what_was_left_has_conditions_that_the_value_before_has_not():
    first, second = bound("The cells had a capacity of 4.0 mAh cm−2 and retained 84% after 400 cycles.")
    assert (first, second) == ({}, {"cycles": 400})


def test_a_life_is_also_the_cycles_after_which_so_much_was_left():
    assert {"cycles": 72} in bound("Cells with silver kept 80% of their capacity for 72 cycles.")


def test_a_new_clause_about_another_property_has_not_the_temperature_of_the_one_before():
    assert bound("The ionic conductivity is 1.8 × 10−4 S cm−1 at 60 °C, the transference number is 0.64.")[1] == {}


def test_what_stands_beside_a_value_in_brackets_is_that_ones():
    first, second = bound("It had a good capacity (150 mAh g−1 at 20 C) but a low retention (95% after 100 cycles).")
    assert (first, second) == ({"c_rate": "20 C"}, {"cycles": 100})


def test_units_are_printed_with_a_slash():
    assert plain("1.6 A g⁻¹") == "1.6 A/g"
    assert plain("5 mA cm−2") == "5 mA/cm2"


def test_a_share_is_not_held_by_what_the_next_value_is_measured_at():
    text = "1291 mA h g−1 at 0.2 C after 150 cycles with a retention of 97.3%, 1217 mA h g−1 at 0.8 C after 400 cycles"
    every = quantities(text)
    values = [quantity for quantity in every if quantity.kind in ("specific_charge", "share")]
    found = conditions(text, every, values)
    assert [dict(each)["c_rate"] for each in bind(text, values, values, found)] == ["0.2 C", "0.2 C", "0.8 C"]


def test_what_stands_in_brackets_beside_a_value_is_no_value_in_between():
    first, second, _ = bound(
        "It gave 520 mAh g−1 in the second cycle and 460 mAh g−1 (a capacity retention of 88.5%) after 400 cycles."
    )
    assert (first, second) == ({"cycles": 2}, {"cycles": 400})


def test_cycles_in_brackets_are_those_of_the_value_before_them():
    first, second = bound(
        "The capacities are 310 (200th cycle) and 150 mAh g−1 (900th cycle) at 0.1 and 3 A g−1, respectively."
    )
    assert first == {"cycles": 200, "specific_current": "0.1 A/g"}
    assert second == {"cycles": 900, "specific_current": "3 A/g"}


def test_the_rates_of_a_list_are_not_those_of_the_value_before_it():
    first, *rest = bound(
        "It has a capacity of 900 mAh g−1, and capacities of 480 and 300 mAh g−1 at 1 and 5 A g−1, respectively."
    )
    assert "specific_current" not in first
    assert [c["specific_current"] for c in rest] == ["1 A/g", "5 A/g"]


def test_a_rate_with_a_slash_opens_a_list():
    found = bound("The capacities were 820, 700 and 560 mAh g−1 at C/5, 1 and 4 C, respectively.")
    assert [c["c_rate"] for c in found] == ["C/5", "1 C", "4 C"]


def test_what_is_said_as_well_has_conditions_of_its_own():
    text = "It ran 300 cycles at 2 C with a retention of 91%, as well as 900 cycles at 1 C and a retention of 83%."
    assert bound(text)[1:] == [{"cycles": 300, "c_rate": "2 C"}, {"cycles": 900, "c_rate": "1 C"}]


def test_the_cell_of_a_comparison_is_not_that_of_the_value():
    text = "The Li|GPE|Cu cells reach an efficiency of 98.9%, far above the efficiency of Li|PP|Cu cells."
    found = quantities(text)
    values = [q for s in statements(text, found) for q in s.group]
    (bound,) = bind(text, values, values, conditions(text, found, values))
    assert bound["cell"] == "Li|GPE|Cu"
    assert held("the sample oxidized at 700 °C") == set()


def test_the_last_of_the_cycles_over_which_something_is_kept():
    assert ("cycles", 80) in held("a retention of 91% from the 2nd to the 80th cycle")
    assert ("cycles", 2) not in held("a retention of 91% from the 2nd to the 80th cycle")
