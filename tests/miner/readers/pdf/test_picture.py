"""A page as a picture: marked where the sentence stands, and one clear error where it cannot be drawn."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from conftest import REPO
from PIL import Image

from miner.document import Box
from miner.errors import ReadError
from miner.readers.pdf.picture import WIDTH, page_picture

PAPER = REPO / "corpus" / "papers" / "solid-state-anodes.pdf"
BOX = Box(2, 48.0, 20.0, 290.0, 40.0)


def test_the_mark_is_where_the_box_is_and_nowhere_else() -> None:
    plain, marked = (
        Image.open(BytesIO(page_picture(PAPER, 2, boxes))).convert("RGB") for boxes in ((), (BOX, Box(1, 0, 0, 9, 9)))
    )
    scale = WIDTH / 595.28
    at = round(scale * 285), round(scale * 22)
    assert plain.getpixel(at) == (255, 255, 255)
    red, green, blue = marked.getpixel(at)  # pyright: ignore
    assert red > 240
    assert blue < green < red
    assert marked.getpixel((round(scale * 285), round(scale * 45))) == plain.getpixel(
        (round(scale * 285), round(scale * 45))
    )
    assert marked.width == pytest.approx(WIDTH, abs=1)


def test_a_page_that_cannot_be_drawn_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(ReadError, match="damaged"):
        page_picture(tmp_path / "broken.pdf", 1, ())
    with pytest.raises(ReadError, match="damaged"):
        page_picture(PAPER, 99, ())
    with pikepdf.open(PAPER) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(ReadError, match="encrypted"):
        page_picture(tmp_path / "locked.pdf", 1, ())
