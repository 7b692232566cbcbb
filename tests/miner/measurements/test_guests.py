from miner.document import Block, Document, Text
from miner.materials import Materials
from miner.measurements.guests import Guests
from miner.sentences import sentences

CONSUMED = "The rough surface consumes lithium, the efficiency being 80%."


def kept(title, *paragraphs):
    """The materials of the last sentence that may have been measured."""
    blocks = (Block("title", Text(title)), *(Block("paragraph", Text(text)) for text in paragraphs))
    document = Document("0", "text", blocks=blocks)
    materials, found = Materials(document), list(sentences(document))
    return [m.text for m in Guests(found, materials).without(materials.mentions(str(found[-1].text)))]


def test_a_metal_that_others_take_up_is_a_guest():
    assert kept("Hollow germanium", "Germanium swells, and germanium costs much.", CONSUMED) == []


def test_a_metal_that_is_the_anode_is_none():
    assert kept("Hosts for lithium metal", "Graphite foams hold lithium metal.", CONSUMED) == ["lithium"]
    assert kept("Why sodium burns", "Tin alloys with it, and tin is soft.", "Pieces of sodium remain.") == ["sodium"]


def test_a_title_may_name_the_guest():
    assert kept("Antimony rods as hosts of sodium", "Antimony rods crack.", "Defects trap sodium for good.") == []
    assert kept("Antimony rods store sodium", "Antimony rods crack.", "Defects trap sodium for good.") == []
