import pytest

from miner.document import Block, Document, Table, Text
from miner.materials import Materials


def mentions(text, paper=""):
    document = Document("0", "text", blocks=(Block("paragraph", Text(paper)),))
    return Materials(document).mentions(text)


def printed(text, paper=""):
    return [mention.text for mention in mentions(text, paper)]


@pytest.mark.parametrize(
    "name",
    [
        "interconnected silicon hollow nanospheres",
        "Si/N-doped carbon",
        "black phosphorus@CNTs",
        "MoS2/rGO",
        "MXene@Sn-MOF",
        "LiFePO4/C",
        "K@CC",
        "MIT-20-MgBr2",
        "Sn nanoparticles",
        "Li1.5Al0.5Ge1.5(PO4)3",
        "poly(vinylidene fluoride-hexafluoropropylene)",
        "nitrogen-doped graphene nanosheets",
        "Na3V2(PO4)3‖hard carbon full cells",
    ],
)
def test_a_name_is_found_whole(name):
    assert printed(f"We tested {name} in cells.")[0] == name


def test_names_go_from_the_printed_one_to_the_general():
    (mention,) = mentions("The silicon hollow nanospheres anode cracked.")
    assert mention.names[:3] == ("silicon hollow nanospheres anode", "silicon hollow nanospheres", "silicon")
    assert "Si" in mention.names


def test_an_abbreviation_of_the_paper_has_its_expansion():
    (mention,) = mentions("The NGNS was cycled.", "We made nitrogen-doped graphene nanosheets (NGNS).")
    assert mention.names[:2] == ("NGNS", "nitrogen-doped graphene nanosheets")
    assert mention.anode == "graphene"


def test_a_composite_is_what_its_notation_says_whatever_stands_before_it():
    (mention,) = mentions("P@CNT was cycled.", "Phosphorus was ball-milled with carbon nanotubes (P@CNT).")
    assert mention.anode == "alloy-carbon hybrid"


def test_a_code_is_a_material_where_the_paper_uses_it_as_one():
    paper = "The PCT-1 cathode was made. PCT-1 is porous. The pores of PCT-1 are open."
    (mention,) = mentions("PCT-1 was cycled.", paper)
    assert mention.role == "cathode"
    assert printed("SEM was used.", "The SEM sample. SEM was. SEM is.") == []


@pytest.mark.parametrize(
    ("text", "role", "anode"),
    [
        ("lithium metal anodes", "anode", "lithium metal"),
        ("Si@C", "anode", "silicon-carbon hybrid"),
        ("sulfur-doped hard carbon", "anode", "hard carbon"),
        ("Al-doped LLZO", "electrolyte", None),
        ("Si/P-doped carbon", "anode", "silicon-carbon hybrid"),
        ("Sn/graphene", "anode", "alloy-carbon hybrid"),
        ("silicon-tin alloys", "anode", "alloy"),
        ("Na-Sn-MOF", "anode", "tin"),
        ("Co3O4", "anode", "transition metal oxide"),
        ("cobalt diselenide", "anode", "transition metal dichalcogenide"),
        ("NCM811", "cathode", None),
        ("Li6PS5Cl", "electrolyte", None),
        ("Li-LTO composite anode", "anode", "lithium titanate"),
        ("ZnO-coated Zn", "anode", "zinc metal"),
        ("TiO2-coated Si", "anode", "silicon"),
        ("Zn@ZnO anode", "anode", "zinc metal"),
        ("Dual Carbon-Confined SnO2 Hollow Nanospheres", "anode", "metal oxide"),
        ("Al-Doped LLZO", "electrolyte", None),
        ("SnO2/modified graphite composite", "anode", "metal oxide"),
        ("tin(II) sulfide", "anode", "other: tin sulfide"),
        ("Prussian blue (KPB) cathodes", "cathode", None),
    ],
)
def test_role_and_anode_label(text, role, anode):
    (mention,) = mentions(text)
    assert (mention.role, mention.anode) == (role, anode)


@pytest.mark.parametrize(
    "text",
    ["lithium ions", "Li-ion cells", "1.5 V vs. Li/Li+", "lithium storage", "In this case", "sodium-ion batteries"],
)
def test_ions_are_no_metals(text):
    assert printed(text) == []


def test_classes_and_bare_metals_are_general():
    assert [m.general for m in mentions("alloy anodes; lithium; the lithium metal anode; graphite")] == [
        True,
        True,
        False,
        False,
    ]


def test_phosphorus_is_read_as_a_letter_only_where_elements_or_values_stand():
    assert printed("between 260% (Sn) and 300% (P)") == ["Sn", "P"]
    assert printed("alloys of Sn, Sb and P.")[-1] == "P"
    assert printed("doping with P or N") == []


def test_what_is_lacking_is_not_named():
    assert printed("binder-free paper") == []


def test_a_mixture_of_solvents_is_a_helper():
    (mention,) = mentions("LiPF6/EC–DEC")
    assert mention.general


def test_what_something_is_like_is_not_named():
    assert printed("MoS2 has a graphite-like structure") == ["MoS2"]


@pytest.mark.parametrize(
    ("name", "anode"),
    [
        ("the LiF/Zn@K anode", "other: potassium metal"),
        ("an Na/TiN anode", "sodium metal"),
        ("a TiN film", None),
        ("a Zn@ZnO anode", "zinc metal"),
        ("a Li/Si anode", "silicon"),
        ("anode-free sodium metal batteries", "sodium metal"),
        ("an anode-free cell", "lithium metal"),
    ],
)
def test_the_metal_that_is_plated(name, anode):
    assert mentions(f"We tested {name} twice.")[0].anode == anode


def test_a_short_name_within_a_name():
    (mention,) = mentions("The capacity of a lithium (Li) metal anode is high.")
    assert (mention.text, mention.anode, mention.general) == ("lithium (Li) metal anode", "lithium metal", False)
    assert "lithium metal anode" in mention.names


def test_a_cell_named_by_its_parts_is_a_sample():
    assert not mentions("The Li|GPE3|LFP cell lasted.")[0].general


def test_a_framework_is_no_metal():
    assert not [m for m in mentions("Fibers were made from Zn-MOF-74.") if m.anode == "zinc metal"]


def test_a_short_name_in_the_plural():
    assert printed("The HPC-Fs deliver more.", "Hollow porous carbon fibers (HPC-F) were spun.") == ["HPC-Fs"]


def test_the_couple_of_a_reference_is_no_metal():
    assert not printed("It works at 0.8 V versus Na+/Na.")


def test_a_table_lists_the_codes_of_samples():
    text = "The NTO-2 electrode was better than NTO-1."
    table = Table("Table 1", Text("Doped TiNb2O7"), (Text("Sample"), Text("Rct")), ((Text("NTO-2"), Text("20")),))
    found = Materials(Document("0", "text", blocks=(Block("paragraph", Text(text)),), tables=(table,))).mentions(text)
    assert [(m.text, m.anode) for m in found] == [("NTO-2 electrode", "transition metal oxide")]


def test_samples_may_have_letters_for_names():
    found = mentions("Samples A and B2 crack, sample C does not.")
    assert [m.text for m in found] == ["Samples A", "B2", "sample C"]
    assert all(name in m.names for name, m in zip(("sample A", "sample B2", "sample C"), found, strict=True))


def test_a_shell_is_a_material_where_it_stands_alone():
    paper = "Bare NCF and Fe2O3@NCF were cycled. NCF fades."
    assert printed("NCF gives less.", paper) == ["NCF"]


@pytest.mark.parametrize("name", ["Sn NPs@CC", "composite of graphene and Fe3O4"])
def test_a_name_of_several_words_is_found_whole(name):
    assert name.endswith(printed(f"A {name} was made.")[0])
    assert len(mentions(f"A {name} was made.")) == 1
