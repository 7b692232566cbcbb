from PIL import Image
from printed_page import column, pdf

from miner.readers.pdf import read_pdf
from miner.readers.pdf.overlay import draw_overlay


def test_one_picture_a_page_with_the_blocks_in_colour(tmp_path):
    text = ["Lithium grows dendrites on charging and these pierce", "the separator. Silicon swells by 300 percent."]
    path = pdf(tmp_path / "paper.pdf", column(50, 100, text), column(50, 100, ["And more of it on another page."]))
    pictures = draw_overlay(path, read_pdf(path), tmp_path / "out.png")
    assert [picture.name for picture in pictures] == ["out-1.png", "out-2.png"]
    with Image.open(pictures[0]) as drawn:
        assert drawn.size == (1200, 1600)
        colours = {colour for _, colour in drawn.getcolors(100_000)}
    assert any(max(colour) > min(colour) + 60 for colour in colours)
