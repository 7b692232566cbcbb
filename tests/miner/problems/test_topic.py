import pytest
from passages import passage, stated

from miner.materials import Materials
from miner.problems.headings import headline
from miner.problems.topic import Topics
from miner.sentences import sentences


def about(text, words, title="", section="", number=None):
    """The anodes that `words` are about, in the last sentence of the text or sentence `number` of it."""
    document = passage(text, title, section)
    listed = list(sentences(document))
    at = len(listed) - 1 if number is None else number
    start = str(listed[at].text).index(words)
    return Topics(document, listed, Materials(document)).of(at, start, start + len(words))


def test_the_anode_that_the_clause_names():
    assert about("Silicon swells, while tin cracks.", "cracks") == ["tin"]


def test_the_owner_goes_before_the_subject():
    assert about("Graphite hosts suffer less from the volume change of silicon.", "volume change") == ["silicon"]


def test_what_helps_is_not_the_topic():
    assert about("Graphite composites conduct poorly.", "conduct", title="Silicon anodes") == ["silicon"]
    assert about("A Si layer lowers the resistance.", "resistance", title="Garnet and lithium metal") == [
        "lithium metal"
    ]
    assert about("Wrapping silicon with MXene stops cracks.", "cracks", title="MXene and silicon") == ["silicon"]


def test_what_a_metal_wets_tells_the_metal():
    assert about("The sheets suppress dendrites.", "dendrites", title="MXene as a zincophilic host") == ["zinc metal"]


def test_anodes_listed_together():
    assert about("Tin, germanium and antimony pulverise.", "pulverise") == ["tin", "germanium", "antimony"]


def test_a_class_is_spoken_of_with_its_examples():
    assert about("Sulfide anodes such as CoS2 fade.", "fade") == [
        "other: metal sulfide",
        "transition metal dichalcogenide",
    ]


def test_a_rival_is_not_the_topic():
    assert about("Unlike graphite, silicon swells.", "swells") == ["silicon"]


def test_the_sentence_before():
    assert about("Germanium takes up lithium. It swells.", "swells") == ["germanium"]


def test_both_of_the_sentence_before():
    text = "Tin stores more than carbon anodes, and germanium stores less. Both swell."
    assert about(text, "swell") == ["tin", "germanium"]


def test_the_heading_then_the_title():
    assert about("The particles swell.", "swell", title="Anodes of tin", section="2.2 Silicon-based anodes") == [
        "silicon"
    ]
    assert about("The particles swell.", "swell", title="Anodes of tin", section="2.2 Results") == ["tin"]


def test_no_anode():
    assert about("The interface degrades.", "degrades", title="Solid electrolytes") == []


def test_what_is_mixed_in_is_no_anode():
    assert about("The particles, coated with carbon, swell.", "swell", title="Silicon anodes") == ["silicon"]


def test_a_lithium_battery_is_no_lithium_anode():
    assert about("Cells degrade.", "degrade", title="Tin anodes for lithium batteries") == ["tin"]


def test_a_metal_battery_has_a_metal_anode():
    assert about("Dendrites grow.", "Dendrites", title="Electrolytes for sodium metal batteries") == ["sodium metal"]


def test_a_clause_on_the_electrolyte():
    document = passage("The solid electrolyte cracks.", title="Silicon anodes")
    listed = list(sentences(document))
    assert Topics(document, listed, Materials(document)).of_component(1, 22, 28)


@pytest.mark.parametrize(
    ("title", "anode"),
    [
        ("Bismuth in nitrogen-doped carbon as a superior anode of sodium-ion batteries", ["alloy"]),
        ("Tin nanoparticles in carbon fibres: a sodium anode", ["tin"]),
        ("A bismuth skin for magnesium metal anodes", ["magnesium metal"]),
        ("Zinc manganate microspheres", []),
        ("Potassium storage in a pitch-derived soft carbon", ["carbon"]),
        ("Interfacial engineering of Li7La3Zr2O12 with ZnO", []),
    ],
)
def test_the_roles_of_a_title(title, anode):
    assert headline(title, Materials(passage("")).mentions(title)) == anode


def test_a_short_text_on_plating_is_about_the_metal():
    text = (
        "Lithium grows as dendrites. A graphene aerogel was used as host. "
        "Lithium is plated evenly in it. Stripping leaves voids."
    )
    assert about(text, "voids", title="Graphene aerogel: a lightweight host for lithium") == ["lithium metal"]


def test_like_another_anode():
    assert about("Like silicon, tin suffers from swelling.", "swelling") == ["tin"]


def test_what_a_strategy_raises_is_the_anodes_of_the_sentence_before():
    text = "Li4Ti5O12 is insulating. Carbon coatings and doping increase its conductivity."
    assert about(text, "conductivity") == ["lithium titanate"]


def test_a_text_on_cathodes_speaks_of_anodes_only_where_it_says_so():
    cathodes = "Organic cathodes are made of molecules. " * 45
    assert about(f"{cathodes}Oxide hosts such as SnO2 suffer from slow diffusion.", "slow diffusion") == []
    assert about(f"{cathodes}SnO2 anodes suffer from slow diffusion.", "slow diffusion") == ["metal oxide"]


def test_a_dopant_is_no_anode():
    text = "Doping with sulfur or phosphorus accelerates diffusion in hard carbon."
    assert about(text, "accelerates diffusion") == ["hard carbon"]


def test_what_is_resumed_holds_for_the_statements_that_follow():
    text = "Lithium titanate is insulating. Doping increases its conductivity; nanoparticles shorten the paths."
    assert about(text, "shorten the paths") == ["lithium titanate"]


def test_a_species_is_no_anode():
    assert about("It collapses, and phosphorus species dissolve.", "collapses", title="CoP anodes") == [
        "other: cobalt phosphide"
    ]


def test_what_a_value_is_compared_with_is_not_the_topic():
    text = "Its volumetric capacity is three times that of graphite; its capacity fades."
    assert about(text, "fades", title="Cu3P nanowires") == ["other: copper phosphide"]


def test_a_statement_of_its_own_is_on_something_else():
    text = "The alloy prevents dendrites; the price is a higher potential with Li-In."
    assert about(text, "dendrites", title="Lithium metal in solid cells") == ["lithium metal"]


def test_a_carbon_that_is_added_is_no_anode():
    text = "Milling with graphite keeps contact during the volume expansion."
    assert about(text, "volume expansion", title="Black phosphorus anodes") == ["black phosphorus"]


def test_a_title_with_a_plated_metal_and_a_film_on_it():
    title = "Magnesium anodes in carbonate electrolytes enabled by a bismuth-based interphase"
    assert about("The resistance fell.", "resistance", title) == ["magnesium metal"]


def test_a_pronoun_after_an_opening_clause_goes_on_about_the_sentence_before():
    text = "Germanium stores much lithium. But as it swells on charge, it has a poor cycle life."
    assert about(text, "cycle life", title="Ge@C fibres as anodes") == ["germanium"]


def test_a_relative_clause_that_tells_of_a_result_is_not_on_the_rival():
    text = "Graphite is used most. However, its potential is close to that of lithium, which leads to dendrites."
    assert about(text, "dendrites", title="Li4Ti5O12 anodes") == ["graphite"]


def test_what_batteries_lack_is_not_a_lack_of_the_anode():
    text = "The low energy density and poor cycle life of current sodium-ion batteries hinder their use."
    assert about(text, "cycle life", title="SnO2 anodes") == []
    assert about(text, "energy density", title="SnO2 anodes") == []


def test_what_is_said_of_a_kind_of_batteries_is_not_carried_to_the_title():
    text = "Potassium-ion batteries are cheap. However, their rate capability is poor."
    assert about(text, "rate capability", title="Sb/C anodes") == []
    assert about("Sb/C anodes hold much. Their rate capability is poor.", "rate capability") == ["alloy-carbon hybrid"]


def test_a_title_on_a_conversion_names_what_it_ends_in():
    title = "Conversion of Ti3C2Tx MXene into TiO2 sheets"
    assert headline(title, Materials(passage("", title)).mentions(title)) == ["transition metal oxide"]


def test_an_electrolyte_that_decays_is_not_what_the_clause_is_about():
    text = "The SiO anode faces electrolyte deterioration and capacity fade."
    document = passage(text)
    topics, start = Topics(document, list(sentences(document)), Materials(document)), text.index("capacity fade")
    assert not topics.of_component(0, start, len(text) - 1)


def test_metals_that_a_text_lists_and_names_as_often():
    text = "Li and Zn anodes grow dendrites. Plating on Li and Zn is uneven. On Li and Zn the film stops the dendrites."
    assert about(text, "dendrites") == ["lithium metal", "zinc metal"]


def test_an_anode_free_cell_plates_the_metal_of_the_title():
    text = "Anode-free cells soon lose capacity by side reactions."
    assert about(text, "side reactions", "Coated copper for sodium metal") == ["sodium metal"]


def test_what_stabilizes_an_anode_is_none():
    title = "Magnesium-rich alloys for stabilizing lithium anodes"
    assert about("These alloys suppress dendrites.", "dendrites", title) == ["lithium metal"]


@pytest.mark.parametrize(
    ("title", "text", "words", "anode"),
    [
        (
            "Niobium oxide anodes",
            "Carbon materials intercalate sodium close to 0 V, which ends in dendrites.",
            "dendrites",
            "carbon",
        ),
        (
            "MnO-pillared carbide anodes",
            "MXenes, thin sheets of carbides, have been tried as anodes, but their capacities are low.",
            "capacities",
            "MXene",
        ),
        ("Fast-charged graphite anodes", "Deposited Li metal ends in dendrites.", "dendrites", "graphite"),
        (
            "MoS2 anodes",
            "MoS2 stores more than other hosts such as hard carbon and tin oxide. However, it cracks.",
            "cracks",
            "transition metal dichalcogenide",
        ),
    ],
)
def test_what_stores_the_charge_and_what_is_only_deposited_or_compared(title, text, words, anode):
    assert about(text, words, title=title) == [anode]


def test_a_paragraph_that_opens_with_the_cathode_is_not_on_the_anode():
    text = "On the cathode side, much is open. The capacity decays. The lithium anode grows dendrites. It cracks."
    document = passage(text, "Lithium metal batteries")
    listed = list(sentences(document))
    topics = Topics(document, listed, Materials(document))
    assert [topics.of_cathode(n) for n in range(1, len(listed))] == [True, True, False, False]


def test_the_coefficient_of_a_cathode():
    document = passage("The diffusion coefficient of LiFePO4 is low.", "Lithium metal anodes")
    text = str(list(sentences(document))[-1].text)
    topics = Topics(document, list(sentences(document)), Materials(document))
    assert topics.belongs_to_component(text, text.index(" coefficient"))


def test_what_is_plated_in_a_text_on_graphite_is_plated_on_it():
    text = (
        "Charging graphite fast ends in lithium plating. Graphite then carries Li dendrites. The plated lithium reacts"
        " with the electrolyte. Lithium plating of graphite is worse in the cold. The SEI cracks."
    )
    assert about(text, "SEI cracks", title="Charging fast") == ["graphite"]
    assert about(text, "dendrites", title="Charging fast", number=2) == ["graphite"]


def test_anodes_listed_with_their_citations():
    text = "Metals (e.g., Si [3,4], Ge [5], and Sn [6]) were tried. However, these materials crack."
    assert about(text, "crack") == ["silicon", "germanium", "tin"]


@pytest.mark.parametrize(
    "text",
    [
        "Lithium-ion batteries are plagued by a high price.",
        "The energy density of lead-acid batteries is low.",
        "LIBs have a short life in the cold.",
    ],
)
def test_batteries_of_another_ion_are_not_what_a_text_is_about(text):
    words = text.rstrip(".").split()[-2]
    assert about(text, words, title="Hard carbon for sodium-ion batteries") == []
    assert about(text, words, title="Hard carbon") == ["hard carbon"]


def test_batteries_of_the_same_ion_are():
    text = "Unlike LIBs, sodium-ion batteries fade fast."
    assert about(text, "fade", title="Hard carbon for sodium storage") == ["hard carbon"]


def test_this_means_goes_on_about_the_sentence_before():
    text = "Graphite works near the potential of plating. Yet, this also means that dendrites may form."
    assert about(text, "dendrites", title="Bismuth anodes") == ["graphite"]


def test_a_metal_that_a_title_calls_an_anode():
    assert about("Dendrites grow.", "Dendrites", title="Interphases for magnesium anodes") == ["magnesium metal"]


def test_a_sample_of_the_text_is_its_anode():
    text = "Dendrites do not grow on the K-ACF anode or the carbon electrode."
    assert about(text, "grow", title="Potassium metal anodes") == ["other: potassium metal"]


def test_a_sentence_on_a_cathode_states_nothing_of_the_anode():
    text = "Graphite anodes are common. The LiMn2O4 {} also undergoes dissolution and side reactions."
    assert not stated(passage(text.format("cathode"), title="Graphite anodes"))
    assert stated(passage("Graphite anodes are common. They undergo side reactions.", title="Graphite anodes"))


def test_a_host_in_a_title_is_not_the_anode():
    text = "Lithium metal anodes grow dendrites. The host guides the plating. No filaments are seen."
    assert about(text, "filaments", title="A hard carbon host for quasi-metallic storage") == ["lithium metal"]
    assert about(text, "filaments", title="Sn-incorporated hard carbon anodes") == ["hard carbon"]


def test_a_battery_named_after_its_metal_is_no_anode_beside_a_cathode():
    text = "Slow transport in the cathode of lithium metal batteries limits their cycle life."
    assert not stated(passage(text, title="The cathodes of lithium metal batteries"))


def test_a_material_that_the_title_calls_a_cathode_is_no_anode():
    text = "The high rate capability is attributed to the nanosheets. The capacity fades."
    assert not stated(passage(text, title="MoO3 sheets: a fast cathode material"))


def test_but_it_goes_on_about_the_sentence_before():
    text = "Antimony is a promising anode. But it fades quickly."
    assert stated(passage(text, title="Antimony-carbon cables")) == {("antimony", "capacity_fade")}
