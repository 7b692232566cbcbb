from miner.document import Document
from miner.materials import Materials
from miner.measurements.focus import Focus, is_aside, is_other_half

MATERIALS = Materials(Document("0", "text"))


def focus(*sentences, headings=()):
    found = Focus()
    for text in headings:
        found.read(text, MATERIALS.mentions(text), heading=True)
    for text in sentences:
        found.read(text, MATERIALS.mentions(text))
    return found


def best(*sentences, roles=("anode", "cathode"), noun="", headings=()):
    mention = focus(*sentences, headings=headings).best(roles, noun)
    return mention and mention.text


def test_the_latest_prominent_material_is_meant():
    assert best("Tin swells.", "Germanium costs much.") == "Germanium"


def test_what_a_sentence_introduces_outweighs_what_it_compares_with():
    assert best("Unlike graphite, we prepared Sn@C nanoparticles.") == "Sn@C nanoparticles"


def test_what_a_sample_is_grown_from_or_mixed_with_is_rarely_meant():
    assert best(headings=["Germanium wires grown from tin seeds"]) == "Germanium"
    assert best("Red phosphorus conducts badly.", "It was milled with graphene.") == "Red phosphorus"


def test_the_role_must_fit():
    assert best("LiPON lies on silicon.", roles=("electrolyte",)) == "LiPON"
    assert best("LiPON is stable.", roles=("anode",)) is None


def test_a_noun_prefers_the_material_called_so():
    assert (
        best("A PVDF-HFP membrane in LiPF6 was used.", roles=("electrolyte",), noun="membrane") == "PVDF-HFP membrane"
    )


def test_a_heading_fades_slowly():
    sentences = ["Cells were tested."] * 4
    assert best("Germanium is known.", *sentences, headings=["Silicon anodes"]) == "Silicon anodes"


def test_asides():
    (product,) = MATERIALS.mentions("until NaGe is formed")
    assert is_aside("until NaGe is formed", product)
    text = "full cells with NCM811 cathodes"
    (cathode,) = MATERIALS.mentions(text)
    assert is_other_half(text, cathode)
