import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from miner.readers.pdf.glyphs import page_words


@pytest.fixture
def words(tmp_path):
    def read(text, **setting):
        canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(600, 800))
        line = canvas.beginText(50, 700)
        line.setFont("Times-Roman", 10)
        if setting:
            line.setCharSpace(setting["spread"])
        line.textOut(text)
        canvas.drawText(line)
        canvas.save()
        with pdfium.PdfDocument(tmp_path / "page.pdf") as document:
            page = document[0]
            return page_words(page.raw)[2]

    return read


def test_a_word_ends_at_a_blank(words):
    found = words("lithium metal")
    assert [(w.text, w.spaced) for w in found] == [("lithium", True), ("metal", False)]
    assert found[0].x1 < found[1].x0


def test_letters_set_a_little_wider_are_one_word(words):
    assert [w.text for w in words("anode", spread=0.8)] == ["anode"]


def test_a_gap_parts_a_word_that_has_no_blank(words):
    assert [w.text for w in words("Li", spread=1.8)] == ["L", "i"]


def test_signs_have_one_code_each(words):
    assert [w.text for w in words("caf\u00e9 50\u00b5m")] == ["café", "50μm"]
