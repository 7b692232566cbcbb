import pytest
from passages import passage, stated

from miner.document import Table, Text


def test_a_problem_of_the_anode_in_its_sentence():
    assert stated(passage("Silicon anodes suffer from a large volume change.")) == {("silicon", "volume_change")}


def test_a_class_statement_holds_for_the_class_only():
    assert stated(passage("Alloy anodes suffer from volume change.")) == {("alloy", "volume_change")}


def test_a_denied_problem_is_kept_as_denied():
    document = passage("Lithium titanate shows a negligible volume change.")
    assert stated(document) == set()
    assert stated(document, denied=True) == {("lithium titanate", "volume_change")}


def test_a_relieved_problem_is_not_stated():
    assert stated(passage("A coating suppresses dendrite growth on the lithium metal anode.")) == set()


def test_a_hedged_statement_counts():
    assert ("tin", "mechanical_degradation") in stated(passage("Tin anodes may crack on cycling."))


def test_a_problem_of_the_electrolyte_is_not_the_anodes():
    assert stated(passage("The solid electrolyte has a low ionic conductivity.", title="Silicon anodes")) == set()


def test_flammability_is_the_electrolytes():
    assert stated(passage("With lithium metal anodes flammable electrolytes are used.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The film on lithium metal is electronically insulating.",
        "Zinc corrodes to an insulating hydroxide.",
        "A gold layer protects lithium metal; gold is too expensive for mass production.",
        "Polymer electrolytes are soft towards lithium metal, but they suffer from a low ionic conductivity.",
        "Zinc forms an insulating crust.",
        "Lithium metal gets a layer whose low electronic conductivity evens out the deposition.",
    ],
)
def test_what_films_means_and_electrolytes_lack_is_not_the_anodes(text):
    assert not {problem for _, problem in stated(passage(text))} & {"low_conductivity", "high_cost"}


def test_dendrites_in_a_soft_electrolyte_are_the_metals():
    text = "Polymer electrolytes touch lithium metal well, but they suffer from dendrites."
    assert ("lithium metal", "dendrite_growth") in stated(passage(text))


def test_what_happens_in_an_electrolyte_is_the_anodes():
    assert ("sodium metal", "capacity_fade") in stated(passage("It fades in carbonate electrolytes.", "Sodium metal"))


def test_what_an_electrolyte_makes_poor_is_the_anodes():
    text = "Carbonate electrolytes yield efficiencies below 50%."
    assert ("lithium metal", "low_coulombic_efficiency") in stated(passage(text, "Lithium metal anodes"))


def test_a_problem_of_the_separator_is_not_the_anodes():
    assert stated(passage("Polyolefin separators are poorly wetted.", "Lithium metal anodes")) == set()


def test_a_metal_conducts():
    text = "SPEs touch lithium metal well. Their ionic conductivity is insufficient."
    assert stated(passage(text, "Lithium metal in polymer cells")) == set()


@pytest.mark.parametrize(
    ("title", "text", "problem"),
    [
        ("Lithium titanate", "It works at 1.55 V, well above lithium plating.", "dendrite_growth"),
        ("Titanium dioxide", "Volume changes of TiO2(B) are below 4%.", "volume_change"),
        ("Germanium anodes", "At 5C only germanium kept more than half of its capacity.", "rate_capability"),
        ("Silicon anodes", "The capacity of the composite fades by just 0.02% per cycle.", "capacity_fade"),
        ("Silicon anodes", "The capacity fade is due to the cathode.", "capacity_fade"),
        ("Graphite anodes", "The cost of the fluorinated salt is an open issue.", "high_cost"),
        ("Lithium titanate", "Solvents decompose at its sites, producing H2 and CO2.", "environmental_impact"),
        ("MXene films", "Delaminated MXene flakes were filtered.", "mechanical_degradation"),
    ],
)
def test_what_is_avoided_slight_or_of_something_else_is_no_problem(title, text, problem):
    assert problem not in {found for _, found in stated(passage(text, title))}


def test_what_an_electrolyte_touches_is_the_anode():
    text = "Sulfides are reduced on contact with lithium and an unstable interphase grows."
    assert ("lithium metal", "interfacial_instability") in stated(passage(text, "Solid electrolytes"))


def test_cells_without_an_anode_plate_one():
    assert ("lithium metal", "dendrite_growth") in stated(passage("Deposits are mossy.", "Anode-free cells"))


def test_charging_below_the_potential_of_the_metal_plates_it():
    text = "Fast charging drives the potential below 0 V."
    assert stated(passage(text, "Graphite anodes")) == {("graphite", "dendrite_growth")}


@pytest.mark.parametrize(
    "title", ["Wadsley-Roth niobates between graphite and titanate", "Capacity loss in high-entropy oxides"]
)
def test_titles_that_compare_or_tell_of_a_loss(title):
    assert stated(passage("The particles pulverise.", title)) == {("transition metal oxide", "mechanical_degradation")}


def test_a_title_may_list_a_bare_metal_with_other_anodes():
    text = "Lithium promises the highest energy, but it penetrates the separator."
    found = stated(passage(text, "Anodes for sulfide cells: lithium, silicon or graphite?"))
    assert {anode for anode, _ in found} == {"lithium metal"}


def test_a_relative_clause_on_a_rival_is_about_the_rival():
    text = "Compared with graphite, which is prone to lithium plating, LTO is safe."
    assert stated(passage(text, "Lithium titanate anodes")) == {("graphite", "dendrite_growth")}


@pytest.mark.parametrize("subject", ["Such electrodes, however,", "These foils"])
def test_a_noun_that_points_back_means_the_anode_named_before(subject):
    text = f"Tin offers 847 mAh/g. {subject} pulverise."
    assert stated(passage(text, "Hard carbon anodes")) == {("tin", "mechanical_degradation")}


def test_all_of_them_are_all_anodes_named_before():
    text = "Tin and antimony take up potassium. All of them swell."
    assert stated(passage(text, "Alloy anodes")) == {("tin", "volume_change"), ("antimony", "volume_change")}


def test_sheets_that_stand_by_are_no_insulating_film():
    assert ("transition metal dichalcogenide", "low_conductivity") in stated(
        passage("MoS2 conducts electrons poorly and its layers restack.")
    )


def test_only_sheets_restack():
    text = "Silicon nanoparticles keep the sheets from restacking. Silicon films restack."
    assert stated(passage(text, "Silicon anodes")) == set()


def test_the_anode_itself_insulates():
    assert ("phosphorus", "low_conductivity") in stated(passage("Red phosphorus is electrically insulating."))


def test_classes_of_compounds_are_anodes():
    found = stated(passage("Metal selenides swell. Transition metal phosphides conduct poorly."))
    assert ("other: metal selenide", "volume_change") in found


def test_without_an_anode_nothing_is_claimed():
    assert stated(passage("Rapid capacity fading was observed.")) == set()


def test_two_problems_of_one_sentence():
    found = stated(passage("Its conductivity is poor and it swells strongly.", title="Red phosphorus anodes"))
    assert found == {("phosphorus", "low_conductivity"), ("phosphorus", "volume_change")}


def test_evidence_and_rule_of_a_claim():
    from miner.materials import Materials
    from miner.problems import problems
    from miner.sentences import sentences

    document = passage("Silicon swells. Germanium anodes are expensive.")
    claims = list(problems(document, list(sentences(document)), Materials(document)))
    assert [(claim.evidence.sentence, claim.rule) for claim in claims] == [
        ("Silicon swells.", "problem harms"),
        ("Germanium anodes are expensive.", "problem harms stated"),
    ]


def test_a_column_of_limitations():
    header = (Text("Anode"), Text("Limitations"))
    rows = ((Text("Silicon (Si)"), Text("Volume expansion; poor conductivity")), (Text(""), Text("Scalability")))
    table = Table("Table 1", Text("Anodes"), header, rows)
    from dataclasses import replace

    found = stated(replace(passage(""), tables=(table,)))
    assert found == {("silicon", "volume_change"), ("silicon", "low_conductivity"), ("silicon", "scalability")}


def test_what_happens_at_the_cathode_is_no_problem_of_the_anode():
    text = "Cracks in the cathode raise the impedance. Films at the interface with cathodes block lithium ions."
    assert stated(passage(text, title="Lithium metal anodes")) == set()


def test_markets_expand_without_harm():
    text = "Anode-free cells are wanted for the expansion of the electric vehicle (EV) market."
    assert stated(passage(text, title="Lithium metal anodes")) == set()
