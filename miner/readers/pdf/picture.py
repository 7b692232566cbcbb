"""One page of a PDF as a picture with places marked, drawn in a process of its own: a hostile file ends only that."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import astuple
from io import BytesIO
from pathlib import Path

from miner.document import Box
from miner.errors import ReadError
from miner.readers.limits import SECONDS, limit

MARK = (255, 196, 0, 96)
"""The ink of the marks: red, green, blue, opacity."""
WIDTH = 1400
_AROUND = 1.5  # points between the letters and the edge of their mark


def page_picture(path: Path, page: int, boxes: Sequence[Box]) -> bytes:
    """The page (from 1) as a PNG `WIDTH` pixels wide, with those of the boxes that are on it marked.

    Raises ReadError: "encrypted", and "damaged" where the page cannot be drawn.
    """
    job = {"path": str(path), "page": page, "boxes": [astuple(box) for box in boxes]}
    command = [sys.executable, "-m", "miner.readers.pdf.picture"]
    try:
        done = subprocess.run(command, input=json.dumps(job).encode(), capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise ReadError("damaged", path.name) from None
    if not done.stdout:
        raise ReadError("encrypted", path.name)
    return done.stdout


def _drawn(path: Path, number: int, boxes: Sequence[Box]) -> bytes:
    from PIL import Image, ImageDraw

    from miner.readers.pdf.source import open_pdf

    with open_pdf(path) as pdf:
        page = pdf[number - 1]
        scale = WIDTH / max(page.get_width(), page.get_height() / 3)
        picture = page.render(scale=scale).to_pil().convert("RGBA")
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    for box in (box for box in boxes if box.page == number):
        corners = box.x0 - _AROUND, box.y0 - _AROUND, box.x1 + _AROUND, box.y1 + _AROUND
        draw.rectangle([scale * at for at in corners], fill=MARK)
    out = BytesIO()
    Image.alpha_composite(picture, layer).convert("RGB").save(out, "PNG")
    return out.getvalue()


def main() -> None:
    """Draw the page that stdin names to stdout; nothing where the file is encrypted."""
    job = json.load(sys.stdin)
    limit()
    try:
        drawn = _drawn(Path(job["path"]), job["page"], [Box(*box) for box in job["boxes"]])
    except ReadError as error:
        sys.exit(0 if error.reason == "encrypted" else 1)
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main()
