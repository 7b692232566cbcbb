import pytest

from miner.document import Block, Citation, Document, Text
from miner.materials import Materials
from miner.measurements import measurements
from miner.sentences import sentences


def measured(*paragraphs, section=(), title=""):
    blocks = [Block("title", Text(title))] if title else []
    blocks += [Block("paragraph", text if isinstance(text, Text) else Text(text), section) for text in paragraphs]
    document = Document("0", "text", blocks=tuple(blocks))
    return list(measurements(document, list(sentences(document)), Materials(document)))


def one(*paragraphs, **where):
    (found,) = measured(*paragraphs, **where)
    return found


def test_a_value_has_property_material_and_evidence():
    found = one("Lithium metal anodes offer a theoretical capacity of 3860 mAh g−1.", section=("Anodes",))
    assert (found.property, found.value, found.unit) == ("specific_capacity", 3860, "mAh/g")
    assert (found.qualifier, found.basis, found.anode) == ("theoretical", "theoretical", "lithium metal")
    assert found.material[:2] == ("Lithium metal anodes", "Lithium metal")
    assert found.evidence.sentence.startswith("Lithium metal anodes offer")
    assert (found.evidence.section, found.printed) == ("Anodes", "3860 mAh/g")


def test_each_value_has_its_own_conditions():
    first, second = measured(
        "Si/N-doped carbon retained 360 mA h g−1 at 1.6 A g−1 and gave "
        "a reversible capacity of 603 mA h g−1 after 120 cycles at 200 mA g−1."
    )
    assert (first.value, first.conditions) == (360, {"specific_current": "1.6 A/g"})
    assert (second.value, second.conditions) == (603, {"cycles": 120, "specific_current": "200 mA/g"})


def test_a_list_with_respectively_is_paired():
    found = measured("The capacities of LiFePO4/C are 154.8, 121.6 and 86.4 mAh g−1 at 0.1, 3 and 10 C, respectively.")
    assert [(m.value, m.conditions["c_rate"]) for m in found] == [(154.8, "0.1 C"), (121.6, "3 C"), (86.4, "10 C")]


def test_materials_in_a_row_are_paired_too():
    found = measured("The charge transfer resistances of Sn@C and tin were 42 and 156 Ω, respectively.")
    assert [(m.material[0], m.value) for m in found] == [("Sn@C", 42), ("tin", 156)]


def test_values_of_the_first_and_of_later_cycles():
    text = (
        "The capacities of SnO2 in the first and second cycles were 151 and 73 mAh g−1 at 2,000 mA g−1, respectively."
    )
    found = measured(text)
    assert [(m.qualifier, m.conditions) for m in found] == [
        ("initial", {"cycles": 1, "specific_current": "2000 mA/g"}),
        (None, {"cycles": 2, "specific_current": "2000 mA/g"}),
    ]


def test_a_rival_in_brackets_keeps_its_own_value():
    first, second = measured("Compared with graphite (372 mAh g−1), SnO2 delivers 1494 mAh g−1.")
    assert (first.material[0], first.value) == ("graphite", 372)
    assert (second.material[0], second.value) == ("SnO2", 1494)


def test_a_pronoun_stands_for_what_the_passage_is_about():
    found = one("Wu et al. prepared Sn-MOF. The resulting composite reached 613 mAh g−1 against graphite.")
    assert found.material[0] == "Sn-MOF"


def test_a_change_has_before_and_after():
    found = measured("The interfacial resistance of the garnet pellet fell from 371 to 21 Ω cm2.")
    assert [(m.value, m.qualifier) for m in found] == [(371, "before"), (21, "after")]


def test_a_qualifier_is_that_of_its_own_value():
    found = measured("Aluminium foils survive 600 cycles with a mean efficiency of 99.7%.")
    assert [(m.property, m.qualifier) for m in found] == [("cycle_life", None), ("coulombic_efficiency", "average")]
    found = measured("Graphite stores 372 mAh g−1 in theory, with a volume change of about 10%.")
    assert [(m.property, m.basis) for m in found] == [("specific_capacity", "theoretical"), ("volume_change", None)]


def test_what_a_share_is_of_is_no_condition():
    found = one("At −20 °C graphite retains 72% of its room-temperature capacity.")
    assert found.conditions == {"temperature": "-20 °C"}


def test_fade_per_cycles():
    found = one("Silicon nanowires lost little capacity, with a capacity fade below 8% per hundred cycles.")
    assert (found.property, found.relation, found.value) == ("capacity_fade", "<", 8)
    assert found.conditions == {"per_cycles": 100}


def test_what_completes_the_cell_is_not_what_was_measured():
    found = measured(
        "Si@C anodes swell little. In full cells with LiFePO4 and NCM811 cathodes "
        "the capacity retention is 93.8% and 92.5%, respectively."
    )
    assert [(m.material[:2], m.value) for m in found] == [
        (("LiFePO4 full cell", "Si@C anodes"), 93.8),
        (("NCM811 cathodes full cell", "Si@C anodes"), 92.5),
    ]


def test_the_window_of_a_section_holds_for_its_values():
    found = one(
        "Cells were cycled between 2.7 and 4.2 V at room temperature.",
        "LiFePO4 delivered 166.3 mAh g−1 at 0.1 C.",
        section=("Results",),
    )
    assert found.conditions == {"voltage_window": "2.7 and 4.2 V", "temperature": "room temperature", "c_rate": "0.1 C"}


def test_the_window_of_a_section_is_not_that_of_a_share_that_was_left():
    text = "Cells were cycled between 0.01 and 3.0 V. Tin retained 82% of its capacity after 100 cycles."
    assert one(text).conditions == {"cycles": 100}


def test_a_rival_without_the_additive_has_not_the_rate_of_the_sentence_before():
    text = "Sb2Se3 gave 400 mAh g−1 at 1 A g−1. Without graphene, Sb2Se3 gave 140 mAh g−1 after 100 cycles."
    assert [m.conditions for m in measured(text)] == [{"specific_current": "1 A/g"}, {"cycles": 100}]


def test_discharge_and_charge_that_are_named_together_are_told_apart():
    found = measured("The first discharge–charge capacities of tin were 1800 and 1122 mAh g−1, respectively.")
    assert [m.qualifier for m in found] == ["initial discharge", "initial charge"]


def test_what_opens_the_sentence_with_with_has_the_conditions_of_the_rest():
    first, second = measured("With an efficiency of 99%, tin retained a capacity of 603 mAh g−1 after 120 cycles.")
    assert first.conditions == second.conditions == {"cycles": 120}


def test_a_loss_within_cycles_is_a_fade_and_what_ions_enter_at_a_potential():
    assert one("Bare tin loses 60% within 100 cycles.").property == "capacity_fade"
    assert one("Li4Ti5O12 takes up three lithium ions at 1.55 V.").property == "operating_voltage"


def test_settings_recipes_and_requirements_are_no_measurements():
    assert measured("The silicon powder was heated at 700 °C for 5 h and 10% of carbon was added.") == []
    assert measured("A graphite anode should provide at least 500 mAh g−1.") == []
    assert measured("For silicon, 1 C corresponds to 3579 mA g−1 and the cut-off voltage was 1.5 V.") == []
    assert measured("The leaching efficiency of LiCoO2 was 98%.") == []
    assert measured("Silicon gave 2000 mAh g−1.", section=("2. Experimental Section",)) == []


def test_citations_of_the_sentence_are_kept_and_not_read_as_numbers():
    text = Text("Graphite stores 372 mAh g−112,13.", citations=(Citation(27, 32, (12, 13)),))
    found = one(text)
    assert (found.value, found.cites) == (372, (12, 13))


def test_the_same_text_gives_the_same_claims():
    text = "Sb nanocrystals gave 550 mAh g−1 after 100 cycles with a coulombic efficiency of 99%."
    assert measured(text) == measured(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germanium wires 60 nm across were grown.", ("particle_size", 60)),
        ("Tin foils of 18 µm were rolled.", ("thickness", 18)),
        ("A ZnO film (1.5 nm) covers the titanate.", ("thickness", 0.0015)),
        ("Niobates lie above graphite (0.1 V).", ("operating_voltage", 0.1)),
        ("Terephthalates operate near 0.8 V.", ("operating_voltage", 0.8)),
        ("With tin 82% of the areal capacity was left.", ("capacity_retention", 82)),
    ],
)
def test_sizes_potentials_and_shares_of_short_texts(text, expected):
    assert [(claim.property, claim.value) for claim in measured(text)] == [expected]


def test_a_state_of_charge_is_no_measurement():
    found = measured("Silicon was stored at 100% charge, and its capacity had dropped by 14%.")
    assert [(claim.property, claim.value) for claim in found] == [("capacity_fade", 14)]


def test_the_partner_of_a_full_cell_is_not_what_was_measured():
    found = one("TiO2@C keeps its shape. When paired with NaFeO2 cathodes, it delivers 95 mAh g−1 at 50 mA g−1.")
    assert found.material[0] == "TiO2@C"
    cell = one("A cell with TiO2@C as the anode and Na3V2(PO4)3 as the cathode has an energy density of 180 Wh kg−1.")
    assert cell.material[0] == "TiO2@C"


def test_a_cell_that_is_the_material_is_the_cell_of_its_value():
    text = "The Li-Al3||Li-Al3 cell and Li-Al9||Li-Al9 cell show polarizations of 21 mV and 17 mV, respectively."
    found = measured(text)
    assert [(m.value, m.conditions["cell"]) for m in found] == [(21, "Li-Al3||Li-Al3"), (17, "Li-Al9||Li-Al9")]


def test_a_share_in_brackets_behind_stability_is_a_retention():
    found = one("The Nb2O5 anode has a long-term cycling stability (91% after 800 cycles at 4 C).")
    assert (found.property, found.value, found.conditions["cycles"]) == ("capacity_retention", 91, 800)


def test_a_property_behind_a_comma_keeps_the_value_that_follows_it():
    found = one("With plating above 12%, an average Coulombic efficiency of 99.1% is kept by graphite.")
    assert (found.property, found.value) == ("coulombic_efficiency", 99.1)


def test_cycles_after_which_a_share_was_left_are_not_those_of_the_capacity_before():
    found = measured(
        "The electrode shows 990 mAh g−1 at 0.1 A g−1 and the retention is 98% after 150 cycles.", title="Si"
    )
    assert [m.conditions.get("cycles") for m in found] == [None, 150]
    found = measured("The electrode retains 990 mAh g−1 with a retention of 98% after 150 cycles.", title="Si anode")
    assert [m.conditions.get("cycles") for m in found] == [150, 150]


def test_a_condition_behind_brackets_holds_for_the_values_in_them():
    found = measured("MnO@C keeps 94% after 300 cycles (593 mAh g−1, 182 Wh kg−1) at 1 A g−1.")
    assert {m.conditions["specific_current"] for m in found} == {"1 A/g"}


def test_a_condition_ends_with_a_semicolon_but_for_a_like_value():
    found = measured("Fe2O3 gave 870 mAh g−1 at 0.5 A g−1; bare Fe2O3 gave 410 mAh g−1.")
    assert [m.conditions for m in found] == [{"specific_current": "0.5 A/g"}] * 2
    found = measured("Fe2O3 gave 870 mAh g−1 at 25 °C; the retention was 88% over 600 cycles.")
    assert [m.conditions for m in found] == [{"temperature": "25 °C"}, {"cycles": 600}]


def test_what_a_host_does_is_not_told_of_the_metals_that_it_stores():
    hosts = (
        "Si24 is an open framework. Si24 conducts. Si24 is stable. Si24 is light. Si24 anodes are new. Si24 is hard."
    )
    found = measured(f"{hosts} The volume change of Si24 is small (0.09% for Li, 2.81% for Na).", title="Si24 anodes")
    assert [(m.value, m.material[0]) for m in found] == [(0.09, "Si24"), (2.81, "Si24")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sb2S3 and Sb2Se3 exhibit capacities of 690 and 520 mAh g−1 at 0.1 A g−1. "
            "At 3 A g−1 the former gives 410 mAh g−1, while the latter drops to 205 mAh g−1.",
            [("Sb2S3", 690), ("Sb2Se3", 520), ("Sb2S3", 410), ("Sb2Se3", 205)],
        ),
        (
            "SnS2 gives a capacity of 610 mAh g−1 with an I.C.E. of 66%, compared with 480 mAh g−1 (58%) for SnO2.",
            [("SnS2", 610), ("SnS2", 66), ("SnO2", 480), ("SnO2", 58)],
        ),
        (
            "Sb@C shows discharge and charge capacities of 880 and 640 mAh g−1, respectively, "
            "more than Sb2O3 (700 mAh g−1) and Sb2S3 (720 mAh g−1).",
            [("Sb@C", 880), ("Sb@C", 640), ("Sb2O3", 700), ("Sb2S3", 720)],
        ),
        (
            "The capacities of GeS and GeSe are 610 mAh g−1 (83%) and 540 mAh g−1 (71%).",
            [("GeS", 610), ("GeSe", 540)],
        ),
        (
            "SnS@C has the lowest charge-transfer resistance (31 Ω versus 75 Ω for SnS and 140 Ω for SnO2).",
            [("SnS@C", 31), ("SnS", 75), ("SnO2", 140)],
        ),
        (
            "The efficiency of tin rises from 71% to 83%, and for SnO/graphite it goes up from 60% to 79%.",
            [("tin", 71), ("tin", 83), ("SnO/graphite", 60), ("SnO/graphite", 79)],
        ),
        (
            "The carbons with 1 and 3 wt% of boron (BHC-1, BHC-3) were tested. "
            "The surface areas reached 41 and 66 m2 g−1, respectively.",
            [("BHC-1", 41), ("BHC-3", 66)],
        ),
        (
            "Nucleation takes overpotentials of 61, 24 and 12 mV on Cu, Cu-Sn and Cu-Sb, respectively.",
            [("Cu", 61), ("Cu-Sn", 24), ("Cu-Sb", 12)],
        ),
        (
            "At low cost, CoP [7] and Cu3P [8] are good for 520 and 370 mAh g−1, respectively.",
            [("CoP", 520), ("Cu3P", 370)],
        ),
        (
            "KS-0 denotes bare siloxene, and KS-L denotes layered siloxene. KS-L gives 1540 mAh g−1.",
            [("KS-L", 1540)],
        ),
        (
            "SnO@C-1, SnO@C-2 and SnO@C-3 have carbon contents of 9, 14 and 22 wt%. "
            "The capacities increase in the same order (520, 610 and 655 mAh g−1).",
            [("SnO@C-1", 520), ("SnO@C-2", 610), ("SnO@C-3", 655)],
        ),
        (
            "The overpotentials were 140 mV (KL0), 95 mV (KL4) and 66 mV (KL8) for samples KL0, KL4 and KL8.",
            [("KL0", 140), ("KL4", 95), ("KL8", 66)],
        ),
        (
            "CFT-1, CFT-2 and CFT-3 were tested. The capacity of CFT-2 is 700 mAh g−1.",
            [("CFT-2", 700)],
        ),
        (
            "Samples P1 and P2 are films of tin. P2 delivers 640 mAh g−1.",
            [("P2", 640)],
        ),
        (
            "A hollow mesh (HLM) and stainless steel (STS) were compared. The HLM cell reaches an efficiency of 99.1%.",
            [("HLM cell", 99.1)],
        ),
    ],
)
def test_each_value_has_its_own_material(text, expected):
    assert [(m.material[0], m.value) for m in measured(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first discharge and charge capacities of SnO2 are 1410 and 830 mAh g−1, and the capacities remain "
            "620 and 480 mAh g−1 after 150 and 300 cycles, respectively.",
            [{}, {}, {"cycles": 150}, {"cycles": 300}],
        ),
        (
            "Si@C keeps a capacity retention of 91% after 200 cycles and 77% after 900 cycles at 2 A g−1.",
            [{"cycles": 200, "specific_current": "2 A/g"}, {"cycles": 900, "specific_current": "2 A/g"}],
        ),
        (
            "The Sn@C cells were cycled at 0.4 A g−1. The capacity of Sn@C is 530 mAh g−1 after 80 cycles.",
            [{"cycles": 80, "specific_current": "0.4 A/g"}],
        ),
        ("TiNb2O7 gives 255, 231 and 190 mAh g−1 at 0.5c, 1c and 5c.", [{"c_rate": c} for c in ("0.5c", "1c", "5c")]),
        (
            "MoS2 has a capacity retention of 81% in 90 cycles and a capacity of 510 mAh g−1 at 8 A g−1.",
            [{"cycles": 90}, {"specific_current": "8 A/g"}],
        ),
        (
            "Sb delivers 560 mAh g−1 initially, falling to 480 mAh g−1 by cycle 40.",
            [{}, {"cycles": 40}],
        ),
        (
            "Sb delivers 510 mAh g−1 after 90 cycles, a retention of 88% with respect to the second cycle.",
            [{"cycles": 90}, {"cycles": 90}],
        ),
        (
            "Hollow NiO gives 702 mAh g−1 after 60 cycles at 0.7 A g−1. "
            "Solid NiO gives 298 mAh g−1 under the same conditions.",
            [{"cycles": 60, "specific_current": "0.7 A/g"}] * 2,
        ),
        ("Fe3O4 delivers 940 mAh g−1 (2nd circle).", [{"cycles": 2}]),
    ],
)
def test_conditions_go_with_the_value_they_are_told_of(text, expected):
    assert [m.conditions for m in measured(text)] == expected


def test_what_is_plated_in_brackets_is_no_capacity():
    found = measured("Coated Li||Cu cells reach an efficiency of 98.2% at 0.5 mA cm−2 (1 mAh cm−2).")
    assert [m.property for m in found] == ["coulombic_efficiency"]
