"""The way from a PDF page's own coordinates to points from the top left as displayed."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium


class Frame:
    """The displayed page (crop box, rotation): `width` and `height` in points, and where its own points come to lie."""

    def __init__(self, page: object) -> None:
        self.width, self.height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        scale = 1000
        wide, high = int(self.width * scale), int(self.height * scale)
        points = []
        for x, y in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
            left, top = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDF_PageToDevice(page, 0, 0, wide, high, 0, x, y, ctypes.byref(left), ctypes.byref(top))
            points.append((left.value / scale, top.value / scale))
        (self.e, self.f), (ax, ay), (cx, cy) = points
        self.a, self.b = (ax - self.e) / 1000, (ay - self.f) / 1000
        self.c, self.d = (cx - self.e) / 1000, (cy - self.f) / 1000

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The displayed point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def vector(self, x: float, y: float) -> tuple[float, float]:
        """The displayed direction."""
        return self.a * x + self.c * y, self.b * x + self.d * y
