from dataclasses import replace

import pytest
from passages import mitigated, passage

from miner.document import Table, Text


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Silicon nanowires accommodate the volume change.", ("nanostructuring", "volume_change", "silicon")),
        (
            "Dendrites on lithium metal are suppressed by an artificial SEI layer.",
            ("artificial_sei_or_coating", "dendrite_growth", "lithium metal"),
        ),
        (
            "To relieve the volume change of tin, it was embedded in a carbon matrix.",
            ("carbon_composite", "volume_change", "tin"),
        ),
        ("Doping improves the conductivity of lithium titanate.", ("doping", "low_conductivity", "lithium titanate")),
        (
            "Red phosphorus suffers from volume expansion, which can be relieved by embedding it into porous carbon.",
            ("carbon_composite", "volume_change", "phosphorus"),
        ),
        ("The use of solid polymer electrolytes improves safety.", ("solid_electrolyte", "safety_hazard", None)),
        (
            "Embedding tin in porous carbon prevents agglomeration, buffers volume expansion and conducts electrons.",
            ("carbon_composite", "volume_change", "tin"),
        ),
        (
            "Sulfur doping of hard carbon accelerates K+ diffusion.",
            ("doping", "slow_kinetics", "hard carbon"),
        ),
        (
            "A gel polymer electrolyte inhibits hydrogen evolution on zinc metal.",
            ("flexible_electrolyte", "side_reactions", "zinc metal"),
        ),
        (
            "SiO was coated with 3 wt% carbon, which raised its electronic conductivity.",
            ("carbon_coating", "low_conductivity", "silicon"),
        ),
        (
            "Coatings enhance interfacial stability in batteries.",
            ("artificial_sei_or_coating", "interfacial_instability", None),
        ),
        (
            "Applying 1 MPa of stack pressure prevents the contact loss of lithium metal.",
            ("pressure", "loss_of_electrical_contact", "lithium metal"),
        ),
    ],
)
def test_a_strategy_tied_to_a_relief_or_a_gain(text, claim):
    assert claim in mitigated(passage(text))


def test_a_pronoun_takes_up_the_strategy_of_the_sentence_before():
    text = "A lithiophilic interlayer was put on the lithium metal anode. It prevents dendrite growth."
    assert ("lithiophilic_interlayer", "dendrite_growth", "lithium metal") in mitigated(passage(text))


def test_the_subject_of_a_later_clause_takes_up_the_strategy():
    text = "Silicon was covered with a carbon coating. When it was cycled, this shell relieved the volume change."
    assert ("carbon_coating", "volume_change", "silicon") in mitigated(passage(text))


def test_a_noun_takes_up_the_strategy_of_the_sentence_before():
    text = "Silicon was covered with a nitrogen-doped carbon shell. The shell buffers the volume change."
    assert ("doped_carbon_coating", "volume_change", "silicon") in mitigated(passage(text))


def test_an_answer_to_the_problem_of_the_sentence_before():
    text = "Tin anodes suffer from volume change. To address this, researchers have explored nanostructured tin."
    assert ("nanostructuring", "volume_change", "tin") in mitigated(passage(text))


def test_an_answer_to_a_loss():
    text = "Silicon loses 20% of the lithium in the first cycle. Prelithiation eliminates this loss."
    assert mitigated(passage(text)) == {("other: prelithiation", "low_coulombic_efficiency", "silicon")}


def test_the_anode_itself_is_no_answer_to_its_problem():
    text = "Graphene anodes restack. To address this, pillars keep the graphene layers apart."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} <= {"spacer_material"}


def test_the_strategy_of_an_abstracts_title():
    found = mitigated(passage("Dendrites are suppressed.", title="A concentrated electrolyte for lithium metal anodes"))
    assert found == {("electrolyte_formulation", "dendrite_growth", "lithium metal")}


@pytest.mark.parametrize(
    "text",
    [
        "Silicon nanowires suffer from side reactions.",
        "Silicon nanowires cannot accommodate the volume change.",
        "Silicon anodes were paired with a solid electrolyte and showed a high rate capability.",
        "This review discusses coatings that suppress dendrites on lithium metal.",
        "Without any binder the silicon anode ran stably.",
        "A simple method was used to suppress dendrites on lithium metal.",
        "The carbon coating improves the conductivity of the LiFePO4 cathode.",
        "A carbon coating was tried on silicon, but only slow charging relieved the volume change.",
    ],
)
def test_no_claim_without_a_tie(text):
    assert mitigated(passage(text)) == set()


def test_a_paper_that_is_on_no_cell_has_no_strategies():
    text = "A protective coating suppresses cracking."
    assert mitigated(passage(text)) == set()
    assert mitigated(passage(f"{text} Such anodes last.")) == {
        ("artificial_sei_or_coating", "mechanical_degradation", None)
    }


def test_a_column_of_features():
    header = (Text("Material"), Text("Features"), Text("Drawbacks"))
    row = (Text("Alloy anodes"), Text("suppresses dendrite formation"), Text("complex synthesis"))
    document = replace(passage(""), tables=(Table("Table 1", Text(""), header, (row,)),))
    assert mitigated(document) == {("alloying", "dendrite_growth", "alloy")}


def test_the_strategies_of_a_row_are_against_its_limitation():
    header = tuple(map(Text, ("Anode", "Limitation", "Strategy")))
    rows = (
        ("Silicon", "Volume expansion", "Carbon coating, hollow spheres"),
        ("Tin", "Pulverization", "Foil without binder"),
        ("Indium", "High cost", "–"),
    )
    table = Table("Table 1", Text(""), header, tuple(tuple(map(Text, row)) for row in rows))
    assert mitigated(replace(passage(""), tables=(table,))) == {
        ("carbon_coating", "volume_change", "silicon"),
        ("nanostructuring", "volume_change", "silicon"),
        ("porous_structure", "volume_change", "silicon"),
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The felt confines the volume change of sodium metal.", ("3d_architecture", "volume_change", "sodium metal")),
        (
            "A hydrogel electrolyte inhibits dendrites on zinc.",
            ("flexible_electrolyte", "dendrite_growth", "zinc metal"),
        ),
        (
            "Dissolution of Sb2S3 is prevented by the skin.",
            ("artificial_sei_or_coating", "side_reactions", "other: antimony sulfide"),
        ),
        (
            "With a copper foam the current on lithium metal is lowered and dendrites are delayed.",
            ("3d_architecture", "dendrite_growth", "lithium metal"),
        ),
    ],
)
def test_what_acts(text, claim):
    assert claim in mitigated(passage(text))


def test_a_word_for_the_anode_itself_is_no_strategy():
    assert mitigated(passage("Graphene conducts electrons better.", title="Graphene anodes")) == set()


def test_gains_after_what_was_done_are_those_of_the_strategy():
    text = "Silicon swells. Here the particles were coated with alumina. After 200 cycles, 80% of the capacity is left."
    claim = ("artificial_sei_or_coating", "capacity_fade", "silicon")
    assert claim in mitigated(passage(text, title="Silicon anodes that last"))


def test_where_the_title_names_several_the_first_sentence_on_what_was_done_tells():
    text = "Silicon swells. Here the particles were coated with alumina. After 200 cycles, 80% of the capacity is left."
    claims = mitigated(passage(text, title="Binders and doping for silicon anodes"))
    assert {claim[0] for claim in claims if claim[1] == "capacity_fade"} == {"artificial_sei_or_coating"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The excellent cycling stability of tin is attributed to the carbon shell.",
            ("carbon_coating", "capacity_fade", "tin"),
        ),
        (
            "Cavities make room for tin as it swells, which leads to an outstanding rate capability.",
            ("porous_structure", "rate_capability", "tin"),
        ),
        (
            "To maintain a high electronic conductivity, a layer of carbon was deposited on the tin nanorods.",
            ("carbon_coating", "low_conductivity", "tin"),
        ),
        (
            "Strategies such as shrinking the grains, opening pores, and adding binders are used to stop tin cracking.",
            ("porous_structure", "mechanical_degradation", "tin"),
        ),
        (
            "We review approaches to crack-free tin anodes, including carbon coatings and self-healing binders.",
            ("binder", "mechanical_degradation", "tin"),
        ),
    ],
)
def test_what_a_good_property_comes_from(text, claim):
    assert claim in mitigated(passage(text, title="Tin anodes"))


def test_bare_praise_is_the_work_of_no_strategy():
    assert (
        mitigated(passage("Tin with a carbon shell shows an excellent rate capability.", title="Tin anodes")) == set()
    )


def test_where_it_happens_is_no_agent():
    claims = mitigated(passage("In the hollow spheres, the carbon shell raises the conductivity of tin.", title="Tin"))
    assert {strategy for strategy, _, _ in claims} == {"carbon_coating"}


def test_seeds_are_for_metals_that_are_plated():
    text = "Gold dots suppress dendrites on lithium metal. In tin anodes gold dots prevent cracking."
    assert {anode for _, _, anode in mitigated(passage(text, title="Seeds"))} == {"lithium metal"}


def test_the_strategy_of_the_title_does_not_act_beside_another():
    text = "We coat silicon with alumina. The cells with fluorinated ethers suffer fewer side reactions."
    claims = mitigated(passage(text, title="Alumina-coated silicon anodes"))
    assert ("artificial_sei_or_coating", "side_reactions", "silicon") not in claims


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("A nanocomposite protective layer suppresses dendrites on lithium.", {"artificial_sei_or_coating"}),
        ("CNT cages prevent the cracking of tin.", {"carbon_composite"}),
        ("Nanoparticles of tin are evenly dispersed in a carbon matrix.", {"carbon_composite"}),
        (
            "LiPON is employed as a protective layer and suppresses dendrites on lithium.",
            {"solid_electrolyte", "artificial_sei_or_coating"},
        ),
    ],
)
def test_one_thing_is_one_strategy(text, strategies):
    assert {strategy for strategy, _, _ in mitigated(passage(text, title="Batteries"))} == strategies


@pytest.mark.parametrize(
    "text",
    [
        "Carbon-coated cathodes raise the conductivity; tin anodes crack.",
        "Doping of the cathode raises the conductivity; tin anodes crack.",
    ],
)
def test_what_is_done_to_the_cathode_helps_no_anode(text):
    assert mitigated(passage(text, title="Tin anodes")) == set()


def test_what_is_touched_does_not_act():
    text = "A skin of LiF in contact with a Li6PS5Cl sulfide electrolyte prevents side reactions of lithium."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"artificial_sei_or_coating"}


def test_an_efficiency_may_be_abbreviated():
    text = "An artificial SEI improves the CE of lithium."
    assert ("artificial_sei_or_coating", "low_coulombic_efficiency", "lithium metal") in mitigated(passage(text))


def test_a_guided_deposition_is_a_relief():
    text = "With the channels of metal-organic frameworks, the deposition of lithium can be regulated."
    assert ("mof_structure", "dendrite_growth", "lithium metal") in mitigated(passage(text))


def test_what_was_added_is_not_what_the_title_names():
    text = "We dope tin with nickel. Addition of hematite prolongs the cycle life."
    assert mitigated(passage(text, title="Doping of tin anodes")) == set()


def test_a_bare_noun_stands_for_what_was_named_in_full():
    text = "MoS2 was grown inside mesoporous carbon tubes. The tubes accommodate the volume change of MoS2."
    assert ("carbon_composite", "volume_change", "transition metal dichalcogenide") in mitigated(passage(text))


def test_a_result_of_the_clause_before():
    text = "The defects of graphite were sealed with a carbon layer; side reactions were reduced."
    assert ("carbon_coating", "side_reactions", "graphite") in mitigated(passage(text))


def test_a_bare_noun_stands_for_what_was_said_in_the_same_sentence():
    text = "Hematite was wrapped with carbon; the coating prevents aggregation."
    assert mitigated(passage(text, title="Fe2O3 anodes")) == {
        ("carbon_coating", "aggregation", "transition metal oxide")
    }


def test_an_interphase_is_the_work_of_its_electrolyte():
    text = "FEC was added for silicon. The LiF-rich SEI withstands the volume change of silicon."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"electrolyte_additive"}
    text = "FEC was added for silicon. An artificial LiF-rich SEI withstands the volume change of silicon."
    assert ("artificial_sei_or_coating", "volume_change", "silicon") in mitigated(passage(text))


def test_what_is_contrasted_has_a_strategy_of_its_own():
    text = "Carbon coatings buffer the volume change of SiO, while prelithiation compensates for the first-cycle loss."
    assert mitigated(passage(text)) == {
        ("carbon_coating", "volume_change", "silicon"),
        ("other: prelithiation", "low_coulombic_efficiency", "silicon"),
    }


def test_what_is_no_longer_seen_after_a_result():
    text = "Pillars widened the galleries; restacking was no longer seen."
    assert ("spacer_material", "restacking", "MXene") in mitigated(passage(text, title="Vanadium-based MXene"))


def test_each_statement_of_a_sentence_has_its_own_strategy():
    text = (
        "Mesopores relieve the strain of tin, the wires are thin, and a carbon film improves its conductivity; "
        "vacancies accelerate the diffusion of sodium."
    )
    found = mitigated(passage(text, title="Tin anodes"))
    assert {strategy for strategy, problem, _ in found if problem == "low_conductivity"} == {"carbon_coating"}
    assert {strategy for strategy, problem, _ in found if problem == "slow_kinetics"} == {"doping"}


def test_statements_may_be_joined_by_a_mere_comma_or_and():
    text = (
        "The voids buffer the volume change, the carbon shell raises the conductivity and a polymer binder maintains "
        "the integrity of the electrode."
    )
    assert mitigated(passage(text, title="Silicon anodes")) == {
        ("porous_structure", "volume_change", "silicon"),
        ("carbon_coating", "low_conductivity", "silicon"),
        ("binder", "mechanical_degradation", "silicon"),
    }


def test_what_is_put_on_a_separator_modifies_it():
    text = "Ceramic coatings homogenise the flux of lithium ions."
    found = mitigated(passage(text, title="Separators for lithium metal anodes"))
    assert found == {("separator_modification", "dendrite_growth", "lithium metal")}


def test_an_opening_that_names_something_else_is_not_about_the_title():
    title = "Carbon coatings for silicon anodes"
    text = "Carbon was deposited here. In diglyme, a stable SEI is formed."
    assert "carbon_coating" not in {strategy for strategy, _, _ in mitigated(passage(text, title=title))}
    text = "Carbon was deposited here. In pouch cells, a stable SEI is formed."
    assert mitigated(passage(text, title=title)) == {("carbon_coating", "interfacial_instability", "silicon")}


def test_one_thing_of_the_title_may_have_several_labels():
    title = "A thin gold film makes garnet lithiophilic for lithium metal anodes"
    found = mitigated(passage("We sputtered gold. The interfacial resistance dropped to 26 ohm cm2.", title=title))
    assert ("lithiophilic_interlayer", "interfacial_resistance", "lithium metal") in found


def test_a_shell_of_something_is_that_shell():
    text = "MnO was left in a shell of nitrogen-doped carbon. The shell cushions the stresses."
    assert mitigated(passage(text)) == {("doped_carbon_coating", "volume_change", "transition metal oxide")}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "With argyrodite in place of the liquid, side reactions with tin are suppressed.",
            ("solid_electrolyte", "side_reactions", "tin"),
        ),
        (
            "Owing to the empty space between the grains, cracking of germanium is prevented.",
            ("porous_structure", "mechanical_degradation", "germanium"),
        ),
        (
            "Prelithiation can compensate for the first-cycle loss of tin.",
            ("other: prelithiation", "low_coulombic_efficiency", "tin"),
        ),
        (
            "For silicon, we have made columnar films, whose hollows take up the expansion.",
            ("nanostructuring", "volume_change", "silicon"),
        ),
        (
            "Thanks to the interplay of binder and graphite, mechanical failure of silicon is avoided.",
            ("binder", "mechanical_degradation", "silicon"),
        ),
        (
            "Sulfur doping of the shell speeds up charge transfer in hard carbon.",
            ("doping", "slow_kinetics", "hard carbon"),
        ),
        (
            "Alloying zinc with a small amount of copper or indium limits side reactions.",
            ("alloying", "side_reactions", "zinc metal"),
        ),
    ],
)
def test_other_ways_to_say_what_acts(text, claim):
    assert mitigated(passage(text)) == {claim}


def test_the_network_of_a_binder():
    text = "A crosslinked binder was used. Its three-dimensional network dissipates the stress of silicon."
    assert mitigated(passage(text)) == {("binder", "volume_change", "silicon")}


def test_doped_carbon_beside_another_anode():
    text = "The N-doped carbon increases the conductivity."
    assert ("carbon_composite", "low_conductivity", "other: zinc selenide") in mitigated(passage(text, "ZnSe anodes"))


def test_particles_that_keep_sheets_apart_are_spacers():
    text = "Silicon nanoparticles prevent the MXene from restacking."
    assert mitigated(passage(text)) == {("spacer_material", "restacking", "MXene")}


def test_what_names_the_anode_itself_is_no_strategy_for_it():
    text = "Carbon nanotubes improve the conductivity of graphite."
    assert mitigated(passage(text)) == set()


def test_a_strategy_that_is_left_out_is_not_what_a_text_is_about():
    text = "Here, lithium metal anodes were rolled without any coating. The anodes show no dendrites."
    assert mitigated(passage(text)) == set()


@pytest.mark.parametrize(
    "after",
    [
        "These nodules did not short-circuit the cell.",
        "It is crucial to maintain a stable interface.",
    ],
)
def test_other_subjects_do_not_take_up_the_strategy(after):
    assert not mitigated(passage(f"A fluorinated ether electrolyte was used with the lithium metal anode. {after}"))


@pytest.mark.parametrize(
    "text",
    [
        "Studies have concentrated on materials that accommodate the volume change of tin.",
        "Single-layer sheets of silicon resist the volume change.",
    ],
)
def test_words_that_only_look_like_a_strategy(text):
    found = {strategy for strategy, _, _ in mitigated(passage(text))}
    assert not found & {"electrolyte_formulation", "artificial_sei_or_coating"}


def test_an_abbreviation_stands_for_the_strategy_that_it_shortens():
    text = "Composite solid electrolytes (CSEs) were cast. The CSE suppresses lithium dendrites."
    assert ("hybrid_solid_electrolyte", "dendrite_growth", "lithium metal") in mitigated(passage(text))
    sheets = "Nitrogen-doped graphene nanosheets (NGN) were tested. NGN cycled stably owing to nitrogen doping."
    assert not {strategy for strategy, _, _ in mitigated(passage(sheets))} & {"nanostructuring"}


def test_strategies_listed_ahead_of_the_verb_all_act():
    text = (
        "Routes such as electrolyte additives, artificial SEIs, and 3D hosts were used to suppress lithium dendrites."
    )
    found = {strategy for strategy, _, _ in mitigated(passage(text, title="Lithium metal anodes"))}
    assert found >= {"electrolyte_additive", "artificial_sei_or_coating", "3d_architecture"}


def test_the_film_electrode_is_no_film():
    text = "Germanium was given a polymer coating. The film electrode relieves the volume change."
    assert not mitigated(passage(text, title="Hybrid germanium films"))


def test_what_others_did_is_not_what_a_text_is_about():
    text = "A multi-channel scaffold was prepared by Kim et al. [4]. The retention of tin anodes rises with the ratio."
    document = passage(text, title="Tin anodes in review")
    assert ("3d_architecture", "capacity_fade", "tin") not in mitigated(document)


def test_what_something_only_bonds_with_does_not_act():
    text = "As the groups on the flakes bond with solvent molecules, the activation energy of intercalation falls."
    assert not {strategy for strategy, _, _ in mitigated(passage(text, title="Graphite anodes"))} & {
        "electrolyte_formulation"
    }


def test_what_stands_instead_of_something_else_acts():
    text = "A gel electrolyte instead of a liquid one improves the interfacial stability."
    claim = ("flexible_electrolyte", "interfacial_instability", "lithium metal")
    assert mitigated(passage(text, title="Lithium metal anodes")) == {claim}


@pytest.mark.parametrize(
    "text",
    [
        "A polymer electrolyte filled with garnet and with a 3D framework suppresses dendrites.",
        "A polymer electrolyte with garnet fillers in a fibrous framework suppresses dendrites.",
    ],
)
def test_a_framework_inside_an_electrolyte_is_no_host(text):
    found = mitigated(passage(text, title="Lithium metal anodes"))
    assert {strategy for strategy, _, _ in found} <= {"hybrid_solid_electrolyte", "flexible_electrolyte"}
    assert found


def test_what_high_temperatures_are_needed_for_is_no_gain():
    text = "The coating covers lithium metal, requiring high temperatures to ensure fast diffusion kinetics."
    assert mitigated(passage(text)) == set()


def test_a_later_short_circuit_is_a_gain():
    text = "Lithium cells with the polymer electrolyte had an extended short-circuit time."
    found = mitigated(passage(text, title="Lithium metal anodes"))
    assert found == {("flexible_electrolyte", "safety_hazard", "lithium metal")}


def test_a_review_that_tells_how_something_works_says_so():
    text = "This review summarizes how coatings suppress dendrites on lithium metal."
    assert mitigated(passage(text)) == {("artificial_sei_or_coating", "dendrite_growth", "lithium metal")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Corrosion of the zinc depends on the acidity and can be suppressed by a buffering additive.",
            ("electrolyte_additive", "side_reactions", "zinc metal"),
        ),
        (
            "Swelling of silicon is severe, but it can largely be relieved through a carbon coating.",
            ("carbon_coating", "volume_change", "silicon"),
        ),
    ],
)
def test_a_second_predicate_that_ends_the_problem(text, expected):
    assert expected in mitigated(passage(text))


def test_an_alloy_that_is_helped_is_no_strategy():
    assert not mitigated(passage("This is a way to stabilize alloy anodes for cheap and safe cells."))
    assert mitigated(passage("Sn-Cu alloy anodes relieve the volume change."))


def test_each_way_of_a_list_has_its_own_relief():
    text = (
        "Options for zinc include polishing the foil, spreading an artificial SEI film on it to inhibit dendrites, and"
        " using a new separator to reduce corrosion."
    )
    assert mitigated(passage(text)) == {
        ("artificial_sei_or_coating", "dendrite_growth", "zinc metal"),
        ("separator_modification", "side_reactions", "zinc metal"),
    }


def test_an_answer_whose_strategies_have_reliefs_of_their_own():
    text = (
        "MoS2 conducts poorly and restacks. These problems are addressed by doping, which enhances the"
        " conductivity, and by spacers, which prevent restacking."
    )
    found = mitigated(passage(text))
    assert {(strategy, problem) for strategy, problem, _ in found} == {
        ("doping", "low_conductivity"),
        ("spacer_material", "restacking"),
    }


def test_an_answer_to_problems_of_the_electrolyte_relieves_no_anode():
    text = "Tin is used. {} conduct poorly. To address this issue, particles were embedded in carbon."
    title = "Tin anodes"
    assert mitigated(passage(text.format("Tin anodes"), title=title))
    assert not mitigated(passage(text.format("However, solid electrolytes"), title=title))


def test_the_words_for_a_lower_current_are_no_other_strategy():
    text = "The host lowers the local current density of lithium metal and yields a stable SEI."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"3d_architecture"}


def test_how_a_layer_is_made_is_no_strategy_of_its_own():
    text = "A polymer layer, prepared by dispersing nanoparticles in a polymer, prevents dendrites of lithium metal."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"artificial_sei_or_coating"}


def test_an_anode_that_is_stabilized_is_no_strategy():
    text = "The coating stabilizes 3D structured zinc anodes and suppresses dendrites of the zinc metal."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"artificial_sei_or_coating"}


def test_a_metal_that_is_plated_is_not_praised_for_its_strength():
    text = "The polymer layer improves the mechanical strength{}."
    assert ("artificial_sei_or_coating", "mechanical_degradation", "silicon") in mitigated(
        passage(text.format(""), title="Silicon anodes")
    )
    assert mitigated(passage(text.format(" and suppresses dendrites"), title="Lithium metal anodes")) == {
        ("artificial_sei_or_coating", "dendrite_growth", "lithium metal")
    }


def test_what_a_review_announces_is_no_gain():
    assert not mitigated(passage("Silicon in carbon composites with stable interphases is discussed in detail."))
    assert mitigated(passage("Silicon in carbon composites forms stable interphases."))


def test_none_of_a_list_that_is_absent_is_a_strategy():
    assert not mitigated(passage("Silicon without carbon black and binder keeps its particles connected."))


@pytest.mark.parametrize(
    "text",
    [
        "A 3D host and a concentrated electrolyte relieve the volume change and suppress side reactions, respectively.",
        "Volume change and side reactions are reduced by a 3D host and a concentrated electrolyte, respectively.",
    ],
)
def test_respectively_gives_each_strategy_its_own_relief(text):
    assert mitigated(passage(text, title="Lithium metal anodes")) == {
        ("3d_architecture", "volume_change", "lithium metal"),
        ("electrolyte_formulation", "side_reactions", "lithium metal"),
    }


def test_strategies_that_act_together_both_count():
    text = "A 3D scaffold together with a concentrated electrolyte suppresses dendrites of lithium metal."
    assert {strategy for strategy, _, _ in mitigated(passage(text))} == {"3d_architecture", "electrolyte_formulation"}
