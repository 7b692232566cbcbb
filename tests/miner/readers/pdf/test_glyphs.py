import pikepdf
import pypdfium2 as pdfium
import pytest
from printed_page import pdf

from miner.readers.pdf.glyphs import page_words


@pytest.fixture
def file(tmp_path):
    return pdf(tmp_path / "page.pdf", [(100, 200, "Lithium metal anodes")])


def words(path):
    with pdfium.PdfDocument(path) as document:
        page = document[0]
        return page_words(page.raw)


def test_words_have_their_place_from_the_top_left(file):
    _, turn, found, aside = words(file)
    assert [w.text for w in found] == ["Lithium", "metal", "anodes"]
    assert (round(found[0].x0), round(found[0].base), found[0].size) == (100, 200, 10.0)
    assert turn == 0
    assert aside == []


@pytest.mark.parametrize(("angle", "turn"), [(90, 3), (180, 2), (270, 1)])
def test_a_rotated_page_is_read_along_its_text(file, tmp_path, angle, turn):
    with pikepdf.open(file) as document:
        document.pages[0].Rotate = angle
        document.save(tmp_path / "turned.pdf")
    frame, found_turn, found, _ = words(tmp_path / "turned.pdf")
    assert [w.text for w in found] == ["Lithium", "metal", "anodes"]
    assert found_turn == turn
    assert (frame.width > frame.height) == (angle != 180)


def test_a_crop_box_moves_the_origin(file, tmp_path):
    with pikepdf.open(file) as document:
        document.pages[0].CropBox = [50, 50, 550, 750]
        document.save(tmp_path / "cropped.pdf")
    found = words(tmp_path / "cropped.pdf")[2]
    assert (round(found[0].x0), round(found[0].base)) == (50, 150)


def test_clipped_text_is_not_read(tmp_path):
    path = pdf(tmp_path / "clipped.pdf", [(100, 200, "shown")])
    with pikepdf.open(path) as document:
        page = document.pages[0]
        hidden = b"q 0 0 10 10 re W n BT /F1 10 Tf 100 300 Td (hidden) Tj ET Q"
        page.contents_add(document.make_stream(hidden))
        document.save(tmp_path / "with.pdf")
    assert [w.text for w in words(tmp_path / "with.pdf")[2]] == ["shown"]
