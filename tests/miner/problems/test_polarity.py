import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.problems.polarity import cues, findings, judged


def senses(text):
    return {(finding.problem, finding.sense) for finding in findings(text)}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Silicon particles crack and pulverise.", "mechanical_degradation"),
        ("The oxide suffers from a low electronic conductivity.", "low_conductivity"),
        ("Its rate capability is rather limited.", "rate_capability"),
        ("The coating raised the interfacial resistance.", "interfacial_resistance"),
        ("Dendrites grow and cause a short circuit.", "safety_hazard"),
        ("Challenges remain in terms of scalability.", "scalability"),
        ("Its use is hindered by pulverization.", "mechanical_degradation"),
        ("It never reached a stable SEI.", "interfacial_instability"),
        ("It never forms a stable SEI.", "interfacial_instability"),
        ("Low electronic conductivity, volume change", "volume_change"),
        ("Low capacity, lithium plating on fast charge", "dendrite_growth"),
        ("Its use is held back by a disappointing first-cycle efficiency.", "low_coulombic_efficiency"),
        ("The Coulombic efficiency seldom exceeds 92%.", "low_coulombic_efficiency"),
        ("The price of germanium is a further obstacle.", "high_cost"),
        ("The cell has a low plating/stripping efficiency.", "low_coulombic_efficiency"),
        ("A large surface depresses the first-cycle efficiency to 78%.", "low_coulombic_efficiency"),
        ("Residual iron catalyses electrolyte decomposition.", "side_reactions"),
        ("Polarisation is severe.", "interfacial_resistance"),
        ("It has a low initial Coulombic efficiency of 49%.", "low_coulombic_efficiency"),
        ("It has a low conductivity of 10-6 S/cm.", "low_conductivity"),
        ("Large-scale production is still out of reach.", "scalability"),
        ("A voltage hysteresis of 1 V argues against it.", "slow_kinetics"),
        ("Plating on bare copper is patchy.", "dendrite_growth"),
        ("Above 0.6 mA/cm2 the metal creeps along grain boundaries.", "dendrite_growth"),
        ("It takes up three K and thereby quadruples its volume.", "volume_change"),
        ("The repeated strain grinds it to dust.", "mechanical_degradation"),
        ("Films thicker than 300 nm crack.", "mechanical_degradation"),
        ("Pieces remain without connection to the collector.", "loss_of_electrical_contact"),
        ("Fragments are cut off from the collector as whiskers thin.", "dendrite_growth"),
        ("The SEI is torn and rebuilt at each turn.", "interfacial_instability"),
        ("The metal reduces practically every solvent.", "side_reactions"),
        ("The pouch bulges because of gas.", "side_reactions"),
        ("Foils of it are short-lived.", "capacity_fade"),
        ("A mere 85 mAh/g was left after 200 cycles.", "capacity_fade"),
        ("A quarter of the lithium is irreversibly bound.", "low_coulombic_efficiency"),
        ("The reduction of the oxide is irreversible.", "low_coulombic_efficiency"),
        ("Conduction across the sheets is meagre.", "low_conductivity"),
        ("The narrow spacing makes insertion sluggish.", "slow_kinetics"),
        ("At 1 A g−1 hardly 60 mAh g−1 is accessible.", "rate_capability"),
        ("Exfoliated sheets tend to pile up again.", "restacking"),
        ("Instead of shorting after 80 h it ran on.", "safety_hazard"),
        ("It is used despite its price.", "high_cost"),
        ("It sells at over 100 US$ per gram.", "high_cost"),
        ("All of them undergo size changes.", "volume_change"),
        ("The control without binder delaminated.", "mechanical_degradation"),
        ("Its capacity no longer meets the demands.", "low_capacity"),
        ("It is air-sensitive.", "side_reactions"),
        ("The capacity of the particles drops sharply.", "capacity_fade"),
        ("The contact area dwindles.", "loss_of_electrical_contact"),
        ("The conversion is poorly reversible.", "low_coulombic_efficiency"),
        ("It delivers a tenth of its room-temperature capacity.", "rate_capability"),
        ("The particles generate hydrogen in water.", "side_reactions"),
        ("Depotassiation is sluggish.", "slow_kinetics"),
        ("It swells less than silicon but binds lithium irreversibly.", "low_coulombic_efficiency"),
        ("Without the additive, dendrites grew.", "dendrite_growth"),
        ("In the absence of the film, whiskers emerge.", "dendrite_growth"),
        ("It retains hardly half of its capacity.", "capacity_fade"),
        ("Blends age faster.", "capacity_fade"),
        ("They suffer from solubility in carbonate electrolytes.", "side_reactions"),
        ("Uneven stripping leaves pits behind.", "dendrite_growth"),
        ("The contact with carbon deteriorates.", "loss_of_electrical_contact"),
        ("It is hampered by the irreversible formation of Li2O.", "low_coulombic_efficiency"),
        ("Tortuosity confines the rate to C/3.", "rate_capability"),
        ("It degrades within hours on exposure to moist air.", "side_reactions"),
        ("First-cycle losses of 20% have to be compensated.", "low_coulombic_efficiency"),
        ("Etching is neither safe nor scalable.", "scalability"),
        ("Electrodes without a polymer binder cracked.", "mechanical_degradation"),
    ],
)
def test_a_harm_or_a_bad_quantity_is_asserted(text, problem):
    assert (problem, "bad") in senses(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The layer suppresses dendrite growth.", "dendrite_growth"),
        ("The electrolyte does not ignite in a flame.", "safety_hazard"),
        ("FEC keeps the SEI from thickening.", "interfacial_instability"),
        ("The sheets interlink the particles electrically.", "low_conductivity"),
        ("An alloyed surface raises the hydrogen overpotential.", "side_reactions"),
        ("The fluoride puts a stop to electrolyte consumption.", "side_reactions"),
        ("Doping speeds up charge transfer, the resistance of which falls.", "slow_kinetics"),
        ("The solvent avoids the formation of dendrites.", "dendrite_growth"),
        ("Nanowires accommodate the large volume change.", "volume_change"),
        ("Carbon overcomes the poor conductivity of the oxide.", "low_conductivity"),
        ("Side reactions are effectively suppressed.", "side_reactions"),
        ("Doping improves the rate capability.", "rate_capability"),
        ("The binder keeps the electrode from cracking.", "mechanical_degradation"),
        ("The film keeps the volume expansion small.", "volume_change"),
        ("A lower interfacial resistance was found.", "interfacial_resistance"),
        ("The shell can not only buffer the strain but also improve the conductivity.", "low_conductivity"),
        ("Small particles help against fracture.", "mechanical_degradation"),
        ("Its poor electronic conductivity can be improved by doping.", "low_conductivity"),
        ("Anode-free cells save the cost of lithium foil.", "high_cost"),
        ("Its low cost and non-toxicity count.", "environmental_impact"),
        ("The soft layer conforms to the volume changes.", "volume_change"),
        ("Precursors from waste bring the price down.", "high_cost"),
        ("The volume change fell to 20%.", "volume_change"),
        ("Dendrites are precluded.", "dendrite_growth"),
        ("The walls shorten lithium diffusion.", "slow_kinetics"),
        ("The first-cycle efficiency of 91% is that of a foil.", "low_coulombic_efficiency"),
    ],
)
def test_a_relief_or_a_better_quantity_is_good(text, problem):
    assert (problem, "good") in senses(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("No dendrites were seen.", "dendrite_growth"),
        ("The titanate shows a negligible volume change.", "volume_change"),
        ("It hardly swells.", "volume_change"),
        ("Dendrites were not observed.", "dendrite_growth"),
        ("Silicon neither forms dendrites nor melts.", "dendrite_growth"),
        ("Magnesium is much less prone to dendrites.", "dendrite_growth"),
        ("In solid cells it does not suffer from continuous SEI growth.", "interfacial_instability"),
        ("Neither cost nor toxicity is an issue.", "high_cost"),
    ],
)
def test_what_is_not_there_is_denied(text, problem):
    assert (problem, "denied") in senses(text)


def test_a_relief_that_fails_leaves_the_harm():
    assert senses("PVDF cannot prevent the electrode from cracking.") == {("mechanical_degradation", "bad")}


def test_a_relief_acts_on_all_that_is_listed_after_it():
    text = "The scaffold mitigates dendrite growth, corrosion and volume change."
    assert {sense for _, sense in senses(text)} == {"good"}


def test_a_cue_of_another_clause_does_not_act():
    assert ("dendrite_growth", "bad") in senses("The alloy improves wetting, but dendrites still grow.")


def test_a_cause_stands_between_a_relief_and_the_harm():
    assert ("capacity_fade", "bad") in senses("Without a buffer the strain leads to rapid capacity fading.")


def test_a_harm_in_a_comparison_says_nothing():
    assert senses("Alloying is faster than dendrite growth.") == set()


def test_a_bare_quantity_is_neutral():
    assert [finding.sense for finding in judged("The conductivity was measured.")] == ["neutral"]


def test_a_relief_is_told_from_a_gain():
    (relief,) = findings("The film prevents corrosion.")
    (gain,) = findings("The film improves the wettability.")
    assert (relief.relieved, gain.relieved) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "The resistance is lowered from 1350 to 105 Ω cm2.",
        "The diffusion barrier is lowered.",
        "Costs are reduced.",
        "The lifetime is tripled.",
        "The conductivity increased from 1 to 9 S/cm.",
        "Ion diffusion is sped up.",
        "Electrical contact persists.",
        "The first-cycle efficiency went from 79% to 98%.",
    ],
)
def test_a_predicate_tells_of_the_gain(text):
    assert "good" in {finding.sense for finding in judged(text)}


def test_a_multiple_of_a_capacity_is_no_swelling():
    assert not judged("The electrode gives 2.3 times the energy of graphite.")


def test_cues_of_one_kind():
    assert [cue.start for cue in cues("Unlike graphite, silicon swells.", "rival")] == [0]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_judged(text):
    for finding in judged(text):
        assert 0 <= finding.start < finding.end <= len(text)


def test_what_cannot_be_overcome_stays_bad():
    found = findings("The low capacity of graphite cannot be overcome in this way.")
    assert [(finding.problem, finding.sense) for finding in found] == [("low_capacity", "bad")]


def test_what_is_to_be_avoided_is_no_relief():
    assert all(finding.sense != "good" for finding in findings("Lithium plating is to be avoided."))


@pytest.mark.parametrize(
    "text",
    [
        "The electrode shows a low resistance.",
        "The peaks grow, and the polarization slightly decreases.",
        "X-ray diffraction indicates a volume expansion of 7.2% on lithiation.",
        "It lost little, a capacity fade of no more than 9.4%.",
    ],
)
def test_little_of_a_harm_is_no_problem(text):
    assert "bad" not in {finding.sense for finding in findings(text)}


def test_a_relative_clause_tells_of_the_relief_of_what_is_stated():
    text = "Phosphorus suffers from a large volume change, which can be relieved by embedding it into carbon."
    assert senses(text) == {("volume_change", "bad"), ("volume_change", "good")}
    assert senses("It suffers from a large volume change, which is not easily relieved.") == {("volume_change", "bad")}


def test_a_verb_in_the_passive_speaks_of_what_stands_before_it():
    assert senses("Mg2Sn is kinetically hindered and cracks.") == {
        ("slow_kinetics", "bad"),
        ("mechanical_degradation", "bad"),
    }
    assert ("side_reactions", "good") in senses("Zinc is protected from corrosion.")


@pytest.mark.parametrize(
    "text",
    [
        "Blends are a compromise between capacity and lifetime.",
        "The low-temperature capacity was measured.",
        "Attempts were made to grow wires on porous carbon paper.",
    ],
)
def test_words_that_only_look_bad(text):
    assert "bad" not in {finding.sense for finding in findings(text)}


def test_hard_carbon_is_no_difficulty():
    assert ("rate_capability", "good") in senses("Hard carbon shows an enhanced rate capability.")


@pytest.mark.parametrize(
    "text",
    ["It works safely above the potential of sodium plating.", "Its potential makes plating of sodium unlikely."],
)
def test_what_has_no_occasion_to_arise_is_not_spoken_of(text):
    assert senses(text) == set()


@pytest.mark.parametrize("text", ["The electrode does not fade.", "The gel does not burn."])
def test_what_does_not_happen_is_a_gain(text):
    assert {sense for _, sense in senses(text)} == {"good"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The swelling was not fully suppressed.", "volume_change"),
        ("Dendrites have not been completely eliminated.", "dendrite_growth"),
        ("The fracture is never entirely avoided.", "mechanical_degradation"),
        ("The cycle life is still to be improved.", "capacity_fade"),
        ("Bulk rods fail within 30 cycles.", "capacity_fade"),
        ("The process is poorly scalable.", "scalability"),
        ("Repeated formation and destruction of the SEI eats lithium.", "interfacial_instability"),
        ("The capacity declines by 0.9% decay per cycle.", "capacity_fade"),
        ("The cycling performances are not satisfactory.", "capacity_fade"),
    ],
)
def test_what_was_tried_in_vain_is_still_there(text, problem):
    assert (problem, "bad") in senses(text)


def test_a_barrier_that_falls_is_a_gain():
    assert senses("The vacancies reduced the sodium-ion diffusion energy barrier.") == {("slow_kinetics", "good")}
    assert senses("It offers more convenient diffusion paths.") == {("slow_kinetics", "good")}
    assert senses("The energy barrier to charge transfer governs the storage.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The electrode is shorted with lithium foil for ten minutes.",
        "Abundant active edge sites face the electrolyte.",
        "The shrinkage of the glycerol droplets leaves a second shell.",
    ],
)
def test_words_that_name_no_state_of_an_anode(text):
    assert not senses(text)


def test_a_small_decay_per_cycle_is_no_fading():
    assert ("capacity_fade", "bad") not in senses("It gave 410 mAh g−1 after 90 cycles with 0.04% decay per cycle.")


def test_aspects_listed_together_share_a_cue():
    text = "Low electronic conductivity and Na+ diffusivity hinder it."
    assert senses(text) == {("low_conductivity", "bad"), ("slow_kinetics", "bad")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It results in reduced efficiency, shortened life, and fire hazards.",
            {("capacity_fade", "bad"), ("safety_hazard", "bad")},
        ),
        ("The film reduces dendrites and corrosion.", {("dendrite_growth", "good"), ("side_reactions", "good")}),
    ],
)
def test_to_lose_what_is_good_relieves_nothing(text, expected):
    assert senses(text) >= expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It removes the water that would otherwise corrode the foil.", set()),
        ("A brine free of acid gives a corrosion-free surface.", {("side_reactions", "good")}),
        ("Tiny dendrites were seen at the rim.", {("dendrite_growth", "bad")}),
        ("The film raises the dendrite tolerance of the pellet.", {("dendrite_growth", "good")}),
        ("Ceramics have dendrite-blocking properties.", {("dendrite_growth", "good")}),
        ("The cell had a stable interfacial resistance.", {("interfacial_resistance", "good")}),
        ("It reached an impressive interfacial resistance of 20 Ω cm2.", set()),
        ("Tin has a high overpotential for hydrogen evolution.", {("side_reactions", "bad")}),
        ("The gel reduces the contact between water and the foil.", {("side_reactions", "good")}),
        ("During deposition and dissolution of zinc the cell was watched.", set()),
        ("Ions pass through the passivation layer.", set()),
        ("The work provides a promising route to such foils.", set()),
        ("The Coulombic efficiency (CE) of the foil is far from satisfactory.", {("low_coulombic_efficiency", "bad")}),
    ],
)
def test_what_words_mean_beside_others(text, expected):
    assert senses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calcium has a dendrite-resistant nature.", {("dendrite_growth", "good")}),
        ("The rate relies on the uniform stripping of sodium.", set()),
        ("Milling raises the capacity at the expense of the cycle life.", {("low_capacity", "good")}),
        ("The shell increases the resistance against ion and electron transport.", {("interfacial_resistance", "bad")}),
        (
            "Rapid charging is limited by lithium plating on the flakes, whereby ions are reduced to metal.",
            {("rate_capability", "bad"), ("dendrite_growth", "bad")},
        ),
        ("Vacuum deposition of metal powder is quick.", set()),
        ("Graphite takes up no sodium owing to the thermodynamic instability of such compounds.", set()),
        ("The binder was removed via dissolution.", set()),
        ("Severe Ca passivation is seen.", {("interfacial_resistance", "bad")}),
        ("The cells show an unsatisfactory rechargeability.", {("capacity_fade", "bad")}),
    ],
)
def test_what_words_of_discussions_mean(text, expected):
    assert {found for found in senses(text) if found[1] not in ("neutral", "denied")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strategy lowers the thermal conductivity.", set()),
        ("The film is an electron insulator.", set()),
        ("An uneven distribution of current was found.", set()),
        ("The salt is rarely used for its poor solubility in carbonates.", set()),
        ("The ether aims at accelerating the interfacial reaction.", set()),
        ("The structural instability of the initial SEI is one reason.", {("interfacial_instability", "bad")}),
        ("A film protects the flakes from direct contact with the electrolyte.", {("interfacial_instability", "good")}),
        ("The route shifts the potential away from lithium plating.", {("dendrite_growth", "good")}),
        ("It was done without annealing, making it suitable for mass production.", {("scalability", "good")}),
        ("Plating ends in a loss of efficiency and capacity.", {("capacity_fade", "bad")}),
        ("It is necessary to keep a reversible deposition.", set()),
        (
            "They face a low cell voltage, fast ageing, slow ion migration, and dendrites.",
            {("slow_kinetics", "bad"), ("dendrite_growth", "bad")},
        ),
    ],
)
def test_what_words_of_reviews_mean(text, expected):
    assert {found for found in senses(text) if found[1] not in ("neutral", "denied")} == expected


def test_an_attribute_of_the_subject_turns_no_verb():
    assert ("high_cost", "bad") in senses("The limited supply of cobalt raises the cost.")
    assert not any(problem == "complexity" for problem, _ in senses("We followed the intricate corrosion process."))


def test_cannot_denies_all_verbs_of_a_list():
    text = (
        "This binder cannot suppress side reactions, accommodate the volume change, and preserve structural integrity."
    )
    assert {sense for _, sense in senses(text)} == {"bad"}
    assert ("dendrite_growth", "good") in senses("The film cannot be thick, and it suppresses dendrites.")


@pytest.mark.parametrize(
    "text",
    [
        "Suppressing uncontrolled dendrites is crucial for the cell.",
        "The suppression of dendrites remains challenging.",
        "It is essential to suppress the dendrites.",
    ],
)
def test_a_harm_whose_end_is_called_for_is_there(text):
    assert ("dendrite_growth", "bad") in senses(text)


def test_a_good_thing_that_is_called_for_is_no_harm():
    assert not any(sense == "bad" for _, sense in senses("Building a stable SEI is crucial."))


def test_what_is_low_is_the_cost_that_follows():
    assert ("safety_hazard", "bad") not in senses("They attract attention for their low cost, and safety.")
    assert ("safety_hazard", "bad") in senses("They are known for their low safety.")


def test_a_test_at_a_high_temperature_is_no_praise():
    assert ("capacity_fade", "good") in senses("The film enhances the high-temperature cycle stability.")


def test_a_harm_of_less_than_a_few_percent_is_no_problem():
    assert not any(sense == "bad" for _, sense in senses("Cells ran for 500 cycles with <5% capacity fade."))
    assert ("capacity_fade", "bad") in senses("Cells ran for 500 cycles with 50% capacity fade.")


def test_long_term_is_no_praise():
    assert ("capacity_fade", "bad") in senses("They show inferior long-term cycling stability.")


def test_a_correlation_is_no_problem():
    assert not any(sense == "bad" for _, sense in senses("We found a correlation between capacity loss and current."))


def test_the_longer_words_of_a_problem_count():
    assert set(senses("A rapid decay of the reversible capacity is seen.")) == {("capacity_fade", "bad")}
