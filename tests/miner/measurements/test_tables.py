import pytest

from miner.document import Citation, Document, Table, Text
from miner.materials import Materials
from miner.measurements.tables import table_measurements


def measured(header, *rows, caption=""):
    cells = tuple(tuple(cell if isinstance(cell, Text) else Text(cell) for cell in row) for row in rows)
    table = Table("Table 1", Text(caption), tuple(map(Text, header)), cells)
    document = Document("0", "text", tables=(table,))
    return list(table_measurements(document, Materials(document)))


def test_the_header_gives_property_and_unit():
    (found,) = measured(["Anode Material", "Capacity (mAh g−1)"], ["Tin (Sn)", "993"])
    assert (found.property, found.value, found.unit, found.anode) == ("specific_capacity", 993, "mAh/g", "tin")
    assert {"Tin (Sn)", "tin", "Sn"} <= set(found.material)
    assert (found.evidence.sentence, found.evidence.section) == ("993", "Table 1")
    assert found.evidence.context == "Table 1 | Tin (Sn) | Capacity (mAh g−1)"


def test_a_power_of_ten_in_the_header_counts():
    (found,) = measured(["Sample", "Ionic conductivity (10−4 S cm−1), 25 °C"], ["SL1", "1.58"], caption="LLZO ceramics")
    assert (found.value, found.conditions) == (1.58e-4, {"temperature": "25 °C"})
    assert found.material[0] == "SL1"
    assert "LLZO" in found.material


def test_a_cell_without_a_number_is_kept_as_printed():
    (found,) = measured(["Material", "Capacity (mAh/g)"], ["Alloy anodes", "Varies"])
    assert (found.value, found.printed) == (None, "Varies")


def test_a_class_is_not_what_it_gives_as_an_example():
    (found,) = measured(["Material", "Capacity (mAh/g)"], ["Alloys (e.g., Si, Sn)", "Varies"])
    assert (found.anode, found.material[1]) == ("alloy", "Alloys")


def test_blank_cells_continue_the_row_above():
    cited = Text("[7]", citations=(Citation(0, 3, (7,)),))
    found = measured(["Material", "Capacity (mAh/g)", "Ref."], ["Hard carbon", "300", cited], ["", "320", ""])
    assert [(m.material[0], m.value, m.cites) for m in found] == [
        ("Hard carbon", 300, (7,)),
        ("Hard carbon", 320, (7,)),
    ]


def test_two_values_in_a_cell_are_two_measurements():
    found = measured(["Material", "Capacity (mAh/g)"], ["Graphite", "350\n372"])
    assert [m.value for m in found] == [350, 372]


def test_values_in_a_cell_of_words_count():
    (found,) = measured(["Material", "Limitations"], ["Tin", "Significant volume expansion (~300%)"])
    assert (found.property, found.relation, found.value) == ("volume_change", "~", 300)


def test_a_column_of_conditions_holds_for_the_row():
    (found,) = measured(
        ["Material", "Capacity (mAh/g)", "Current density (A/g)", "Cycles"], ["Sn@C", "700", "0.2", "100"]
    )
    assert found.conditions == {"specific_current": "0.2 A/g", "cycles": 100}


@pytest.mark.parametrize(
    ("header", "cell", "property_", "value", "under"),
    [
        ("Capacity retention (cycles)", "83% (100)", "capacity_retention", 83, {"cycles": 100}),
        ("Retention (%) after n cycles", "94 (500)", "capacity_retention", 94, {"cycles": 500}),
        ("Cycling stability (mAh g−1/cycles)", "905/100", "specific_capacity", 905, {"cycles": 100}),
        ("Rate capability (mAh g−1 @ A g−1)", "410 @ 2", "specific_capacity", 410, {"specific_current": "2 A/g"}),
    ],
)
def test_a_condition_stands_beside_a_value_where_the_header_says_so(header, cell, property_, value, under):
    (found,) = measured(["Material", header], ["Hard carbon", cell])
    assert (found.property, found.value, found.conditions) == (property_, value, under)


def test_two_values_have_two_currents_and_two_directions():
    header = ["Material", "Current (mA/g)", "Discharge/charge capacity (mAh/g)"]
    found = measured(header, ["Sb@C", "100 / 1000", "404/267"])
    assert [(m.value, m.qualifier, m.conditions["specific_current"]) for m in found] == [
        (404, "discharge", "100 mA/g"),
        (267, "charge", "1000 mA/g"),
    ]


def test_a_table_with_properties_in_its_first_column_is_turned():
    found = measured(
        ["Property", "Graphite", "Silicon"],
        ["Theoretical capacity (mAh/g)", "372", "4200"],
        ["Volume change (%)", "12", "400"],
    )
    assert [(m.material[0], m.property, m.value) for m in found] == [
        ("Graphite", "specific_capacity", 372),
        ("Graphite", "volume_change", 12),
        ("Silicon", "specific_capacity", 4200),
        ("Silicon", "volume_change", 400),
    ]


def test_a_cell_of_words_is_read_as_a_sentence_is():
    header = ["Anode", "Capacity and cycle performance", "Current density (A g−1)"]
    found = measured(
        header, ["SnO2/graphene", "First discharge capacity 1588 mAh g-1, after 40 cycles 730 mAh/g", "0.1"]
    )
    assert [(m.value, m.qualifier, m.conditions) for m in found] == [
        (1588, "initial discharge", {"specific_current": "0.1 A/g"}),
        (730, None, {"cycles": 40, "specific_current": "0.1 A/g"}),
    ]


def test_a_rate_of_its_own_counts_rather_than_that_of_the_row():
    found = measured(["Anode", "Current density (mA cm−2)", "Full cell"], ["Li@Cu", "1", "150 mAh g−1 at 1C (LFP)"])
    assert [m.conditions for m in found] == [{"c_rate": "1C"}]


def test_a_slash_may_stand_between_value_and_rate():
    (found,) = measured(["Anode", "Rate capability (mAh g−1)"], ["SnS@rGO", "201/10 A g−1"])
    assert (found.value, found.conditions) == (201, {"specific_current": "10 A/g"})


def test_a_caption_says_what_the_abbreviations_of_headers_stand_for():
    header = ["Sample", "Qr (mAh g−1) (initial CE)", "Qd (mAh g−1) (N)", "C.R. %", "PS (μm)"]
    caption = (
        "Silicon anodes. Qr, the first reversible capacity; C.R., capacity retention in Nth cycle; PS: Particle size."
    )
    found = measured(header, ["Si@C", "1700 (90.0%)", "1300 (30)", "76.5", "1–20"], caption=caption)
    assert {(m.property, m.value, m.conditions.get("cycles")) for m in found} == {
        ("specific_capacity", 1700, None),
        ("coulombic_efficiency", 90, None),
        ("specific_capacity", 1300, 30),
        ("capacity_retention", 76.5, 30),
        ("particle_size", 1000, None),
    }


def test_values_of_two_properties_may_share_a_cell():
    found = measured(["Sample", "Initial capacity (mAh g−1)/ICE (%)"], ["Sn@C", "812/71.5"])
    assert {(m.property, m.value) for m in found} == {("specific_capacity", 812), ("coulombic_efficiency", 71.5)}


def test_headers_may_be_shortened():
    header = ["Sample", "Curr. (A/g)", "1st D/C (mAh/g)", "ICE", "Rev. cap. (cyc. no.)", "Ret. (%)"]
    found = measured(header, ["Sn@NC", "0.2", "1290/830", "64.3", "655 (120)", "78.9"])
    assert [(m.property, m.value, m.unit, m.conditions) for m in found] == [
        ("specific_capacity", 1290, "mAh/g", {"specific_current": "0.2 A/g"}),
        ("specific_capacity", 830, "mAh/g", {"specific_current": "0.2 A/g"}),
        ("coulombic_efficiency", 64.3, "%", {"specific_current": "0.2 A/g"}),
        ("specific_capacity", 655, "mAh/g", {"cycles": 120, "specific_current": "0.2 A/g"}),
        ("capacity_retention", 78.9, "%", {"cycles": 120, "specific_current": "0.2 A/g"}),
    ]


def test_a_temperature_and_a_current_may_be_told_by_their_symbols():
    (found,) = measured(["Anode", "T (°C)", "J (mA cm−2)", "Areal cap. (mAh cm−2)"], ["Si film", "45", "0.3", "2.2"])
    assert found.conditions == {"temperature": "45 °C", "current_density": "0.3 mA/cm2"}


def test_the_plain_sign_of_a_conductivity_means_that_of_electrons_in_an_electrode():
    (found,) = measured(["Anode", "σ (S cm−1)"], ["Nb2O5", "3 × 10−6"])
    assert found.property == "electronic_conductivity"


def test_a_row_of_units_belongs_to_the_header():
    found = measured(
        ["Electrode", "1st ch. cap.", "ηc", "Cap. @ 5 C"],
        ["", "(mAh/g)", "(%)", "(mAh/g)"],
        ["Nb2O5", "190", "81", "90"],
    )
    assert [(m.value, m.unit, m.conditions) for m in found] == [
        (190, "mAh/g", {}),
        (81, "%", {}),
        (90, "mAh/g", {"c_rate": "5 C"}),
    ]


def test_a_temperature_of_preparation_is_no_condition():
    (found,) = measured(["Precursor", "T/°C", "Qrev / mAh g−1"], ["Walnut shell", "1100", "310"])
    assert (found.material[0], found.value, found.conditions) == ("Walnut shell", 310, {})


def test_a_cell_of_sentences_is_read_sentence_by_sentence():
    text = "Fe2O3@C gives a capacity of 810 mAh/g at 0.1 A/g. At 2 A/g it gives a capacity of 390 mAh/g."
    found = measured(["Structure", "Main results"], ["Fe2O3@C nanocubes whose average size is small", text])
    assert [(m.material[1], m.value, m.conditions) for m in found] == [
        ("Fe2O3@C nanocubes", 810, {"specific_current": "0.1 A/g"}),
        ("Fe2O3@C nanocubes", 390, {"specific_current": "2 A/g"}),
    ]


def test_each_value_of_a_cell_has_its_own_rate():
    found = measured(
        ["Material", "Capacity / mA h g−1 (rate)", "Cycling stability"],
        ["Nb16W5O55", "220 (0.2C), 150 (10C)", "82% after 300 cycles at 10C"],
    )
    assert [(m.property, m.value, m.conditions) for m in found] == [
        ("specific_capacity", 220, {"c_rate": "0.2C"}),
        ("specific_capacity", 150, {"c_rate": "10C"}),
        ("capacity_retention", 82, {"c_rate": "10C", "cycles": 300}),
    ]


def test_the_cycles_of_a_header_go_with_the_values_at_their_place():
    found = measured(["Electrode", "Rct after 2nd/80th cycle (Ω)"], ["SnO", "30/75"])
    assert [(m.value, m.conditions) for m in found] == [(30, {"cycles": 2}), (75, {"cycles": 80})]
