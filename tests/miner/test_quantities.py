import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.document import Citation, Script, Text
from miner.quantities import marked, quantities


def read(text):
    return [(q.relation, q.value, q.value_to, q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a capacity of 3,860 mAh g−1", [("=", 3860, None, "mAh/g")]),
        ("5.09 × 10−4 S·cm−1", [("=", 5.09e-4, None, "S/cm")]),
        ("about 10−3 S cm−1", [("~", 1e-3, None, "S/cm")]),
        ("201 ± 12.7 MPa", [("=", 0.201, None, "GPa")]),
        ("at −20 °C", [("=", -20, None, "°C")]),
        ("as many as 45 000 cycles", [("<=", 45000, None, "cycles")]),
        ("over 1,000 charge-discharge cycles", [(">", 1000, None, "cycles")]),
        ("a 100-µm thick film", [("=", 100, None, "um")]),
        ("C/10", [("=", 0.1, None, "C")]),
        ("up to 300%", [("<=", 300, None, "%")]),
        ("less than 0.7 V", [("<", 0.7, None, "V")]),
        ("6.1E-10 cm2/s", [("=", 6.1e-10, None, "cm2/s")]),
        ("2.6 × 103 S cm−1", [("=", 2600, None, "S/cm")]),
        ("over 40 times lower", []),
        ("cycled more than 500 times", [(">", 500, None, "cycles")]),
        ("cycled 80 times", [("=", 80, None, "cycles")]),
        ("a full cell with Na3V2(PO4)3, 248 Wh kg−1", [("=", 248, None, "Wh/kg")]),
        ("20 \x7f cm2", [("=", 20, None, "ohm cm2")]),
        ("since the 1990s", []),
        ("after some fifty cycles", [("~", 50, None, "cycles")]),
        ("two thousand charge cycles", [("=", 2000, None, "cycles")]),
        ("several hundreds of cycles, two cycles a day", []),
        ("by a factor of 10^345 cm2, and 1 × 10^400 mAh/g", []),  # raised citations behind a ten
    ],
)
def test_a_number_with_its_unit(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90–100 mAh g−1", [("=", 90, 100, "mAh/g")]),
        ("between 2 and 4 V", [("=", 2, 4, "V")]),
        ("10−13–10−9 cm2 s−1", [("=", 1e-13, 1e-9, "cm2/s")]),
        ("ranges from 10 to 14 µm", [("=", 10, 14, "um")]),
    ],
)
def test_a_range_is_one_quantity(text, expected):
    assert read(text) == expected


def test_a_change_is_two_quantities():
    assert read("a reduction from 371 to 21 Ω cm2") == [("=", 371, None, "ohm cm2"), ("=", 21, None, "ohm cm2")]


def test_where_a_rise_ends_is_no_bound():
    assert [q.relation for q in quantities("from 2 up to 8 mA/cm2")] == ["=", "="]
    assert [q.relation for q in quantities("up to 8 mA/cm2")] == ["<="]


def test_a_unit_printed_once_serves_its_list_and_the_relation_too():
    found = quantities("about 50 and 77% at 0.1, 1, and 3 C")
    assert [(q.relation, q.value, q.unit) for q in found[:2]] == [("~", 50, "%"), ("~", 77, "%")]
    assert [q.value for q in found[2:]] == [0.1, 1, 3]
    assert len({q.group for q in found}) == 2


def test_numbers_of_names_and_figures_are_no_quantities():
    assert read("LiFePO4 in Fig. 3 and NCM811 in Table 1") == []


def test_the_default_unit_is_that_of_a_table_header():
    assert [(q.relation, q.value) for q in quantities("~300", "mAh g-1")] == [("~", 300)]


def test_raised_characters_are_marked_and_citations_blanked():
    text = Text(
        "372 mAh g-112,13 and 1.2 x 104 ohm",
        (Script(9, 11, "sup"), Script(29, 30, "sup")),
        (),
        (Citation(11, 16, (12, 13)),),
    )
    assert marked(text) == "372 mAh g⁻¹      and 1.2 x 10⁴ ohm"


@given(
    st.decimals(min_value="0.01", max_value="9999", places=2),
    st.sampled_from(
        [("mAh g−1", "mAh/g", 1), ("mA cm-2", "mA/cm2", 1), ("mV", "V", 1e-3), ("%", "%", 1), ("nm", "um", 1e-3)]
    ),
    st.sampled_from(
        [("", "="), ("about ", "~"), ("less than ", "<"), ("more than ", ">"), ("up to ", "<="), ("at least ", ">=")]
    ),
)
def test_any_number_is_read_with_its_unit_and_relation(number, unit, relation):
    printed, canonical, factor = unit
    words, sign = relation
    (found,) = quantities(f"it was {words}{number} {printed}.")
    assert (found.relation, found.unit) == (sign, canonical)
    assert found.value == pytest.approx(float(number) * factor)
    assert found.printed == f"{number} {printed}"


@given(st.lists(st.integers(min_value=1, max_value=999), min_size=2, max_size=6))
def test_any_list_is_one_group(numbers):
    text = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]} mAh g−1"
    found = quantities(text)
    assert [q.value for q in found] == numbers
    assert {q.group for q in found} == {0}


@given(st.text(max_size=120))
def test_any_text_is_read_without_error_and_in_order(text):
    found = quantities(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(0 <= q.start < q.end <= len(text) for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The discharge capacity was 1310 and the charge capacity 962 mAh g-1.", [1310, 962]),
        ("235 of the total 342 mAh g−1", [235, 342]),
        ("161 mAh g−1 at C/10 and 117 at 20C", [161, 117]),
        ("196 mAh g−1 at 10C (undoped: 131) over 2000 cycles", [196, 131]),
        ("150 mAh g−1 at 1C and 124 after 3000 cycles", [150, 124]),
        ("Bare boxes fell to 410, and solid Fe2O3 of the same size to 95 mAh g−1.", [410, 95]),
        ("Due to 3, the capacity dropped to 300 mAh g−1.", [300]),
    ],
)
def test_a_unit_that_is_said_once_serves_both_values(text, expected):
    assert [q.value for q in quantities(text) if q.unit == "mAh/g"] == expected


def test_a_value_after_a_slash():
    assert read("994 mAh g−1/7246 mAh cm−3") == [("=", 994, None, "mAh/g"), ("=", 7246, None, "mAh/cm3")]


def test_a_second_change_without_a_verb_of_its_own():
    text = "The efficiency rose from 61.2 to 78.5 % and the retention from 40 to 91 %."
    assert [value for _, value, upper, _ in read(text) if upper is None] == [61.2, 78.5, 40, 91]


def test_a_plus_behind_a_number_makes_it_the_least():
    found = quantities("cycling for 750+ cycles and 2000+ h of Mg2+ ions")
    assert [(q.relation, q.value, q.unit) for q in found] == [(">=", 750, "cycles"), (">=", 2000, "h")]


def test_a_panel_of_a_figure_is_no_rate():
    assert [q.kind for q in quantities("Fig. 3c shows 120 mAh g−1 at 5c")] == ["specific_charge", "c_rate"]


def test_a_value_may_open_a_square_bracket():
    assert [q.value for q in quantities("the highest capacity [479 mAh g−1] of all [4, 5]")] == [479]
