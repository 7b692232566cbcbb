"""OCR with the extra's own models; a page that we typeset and print as an image."""

import math

import pytest
from conftest import not_tested
from PIL import Image, ImageDraw, ImageFont

from miner.document import Box
from miner.readers.pdf import ocr, read_pdf
from miner.readers.pdf.page import Page, Rect

if not ocr.available():
    not_tested("OCR", "the extra `ocr` is not installed")

TEXT = [
    "1. Anodes of tin for cells with solid electrolytes",
    "Tin stores 990 mAh of lithium and swells to nearly three times",
    "its volume, which breaks the layer that covers each particle.",
    "Alloys with copper and antimony were shown to last for longer.",
    "Carbon between the particles holds them together while they",
    "swell, and the cells keep four fifths of their first capacity.",
]


def scan(path, tilt):
    image = Image.new("L", (1240, 900), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(TEXT):
        draw.text((120, 120 + 44 * number), line, fill=0, font=ImageFont.load_default(30))
    draw.text((120, 420), "It holds Li", fill=0, font=ImageFont.load_default(30))
    image.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC).save(path, resolution=150)


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    path = tmp_path_factory.mktemp("ocr") / "scan.pdf"
    scan(path, 1.2)
    return read_pdf(path)


def test_a_tilted_scan_is_read(document):
    text = " ".join(block.text.text for block in document.blocks)
    assert all(sentence in text for sentence in ("swells to nearly three times its volume", "Alloys with copper"))


def test_its_confidence_is_kept_and_counted(document):
    assert all(0.5 < block.text.confidence <= 1 for block in document.blocks)
    assert any(line.confidence < 1 for block in document.blocks for line in block.text.lines)
    assert [d.count for d in document.defects if d.code == "OCR"] == [1]


def test_boxes_are_where_the_lines_stand_on_the_tilted_page():
    page = Page(1, 600, 800, [], skew=-2.0)
    level = Rect(500, 100, 520, 110)
    box = page.box(level)
    turn = math.radians(-2.0)
    x, y = 510 - 300, 105 - 400
    assert (box.x0 + box.x1) / 2 == pytest.approx(300 + math.cos(turn) * x - math.sin(turn) * y, abs=0.02)
    assert (box.y0 + box.y1) / 2 == pytest.approx(400 + math.sin(turn) * x + math.cos(turn) * y, abs=0.02)
    assert isinstance(box, Box)


def test_a_scanned_page_among_others(review):
    document = read_pdf(next((review / "pdf").glob("c3_*")))
    (table,) = document.tables
    assert "g<sup>−1</sup>" in table.header[2].markup
    assert "Li4Ti5O12" in table.rows[7][0].text.replace(" ", "")
    assert [row[2].text for row in table.rows[:4]] == ["3860", "4200", "372", "993"]
