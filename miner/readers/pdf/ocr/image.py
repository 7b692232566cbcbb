"""A page as an image: rendered, straightened, and what is drawn on it besides text."""

from __future__ import annotations

import cv2
import numpy as np
import pypdfium2 as pdfium

from miner.readers.pdf.page import Rect

Image = np.ndarray
"""Grey values, 0 is black; height by width."""

DPI = 300
_LONGEST = 4_200  # pixels of the longer side
_STEEPEST = 3.0  # degrees; pages are fed to a scanner straighter than this
_THIN, _LONG, _SIDE = 3.0, 40.0, 30.0  # points: a rule's thickness and length, the least side of a picture


def rendered(page: pdfium.PdfPage) -> tuple[Image, float]:
    """The page as displayed, and its pixels a point."""
    scale = min(DPI / 72, _LONGEST / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)  # pyright: ignore[reportArgumentType]
    return bitmap.to_numpy(), scale


def straightened(image: Image) -> tuple[Image, float]:
    """The image turned so that its lines are level, and by how many degrees (counter-clockwise)."""
    cv2.setNumThreads(1)
    angle = _slope(image)
    return (image, 0.0) if abs(angle) < 0.02 else (_turned(image, angle), angle)


def _turned(image: Image, angle: float) -> Image:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(255,))


def _slope(image: Image) -> float:
    """The turn after which the rows of ink and the white between them differ most."""
    height, width = image.shape
    scale = 1000 / max(height, width)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    coarse = max(np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.25), key=lambda a: _contrast(small, a))
    return float(max(np.arange(coarse - 0.24, coarse + 0.25, 0.04), key=lambda a: _contrast(small, a)))


def _contrast(image: Image, angle: float) -> float:
    rows = (255 - _turned(image, float(angle)).astype(np.float32)).sum(axis=1)
    return round(float((np.diff(rows) ** 2).sum()), 3)


def ink(image: Image) -> Image:
    """1 where there is ink, else 0; the threshold is Otsu's."""
    return cv2.threshold(image, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]


def shapes(inked: Image, text: list[Rect], scale: float) -> tuple[list[Rect], list[Rect], list[Rect]]:
    """The horizontal rules, the vertical rules and the drawn things beside the text, in points."""
    rest = inked.copy()
    for box in text:
        rest[int(box.y0 * scale) : int(box.y1 * scale) + 1, int(box.x0 * scale) : int(box.x1 * scale) + 1] = 0
    rules, uprights = _rules(inked, scale, True), _rules(inked, scale, False)
    reach = max(1, round(3 * scale))
    closed = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    drawn = [r for r in _components(closed, scale) if r.width >= _SIDE and r.height >= _SIDE]
    return rules, uprights, drawn


def _rules(inked: Image, scale: float, level: bool) -> list[Rect]:
    """Runs of ink that are long and thin."""
    length = round(_LONG * scale)
    kernel = np.ones((1, length) if level else (length, 1), np.uint8)
    bridged = cv2.dilate(inked, np.ones((3, 1) if level else (1, 3), np.uint8))  # what slope is left
    found = _components(cv2.morphologyEx(bridged, cv2.MORPH_OPEN, kernel), scale)
    return [r for r in found if (r.height if level else r.width) <= _THIN]


def _components(marked: Image, scale: float) -> list[Rect]:
    """The boxes around what hangs together, in points."""
    stats = cv2.connectedComponentsWithStats(marked, connectivity=8)[2][1:, :4] / scale
    return sorted(Rect(x, y, x + w, y + h) for x, y, w, h in stats.tolist())
