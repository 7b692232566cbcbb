"""The figures of the sample papers, drawn with vector graphics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.graphics.shapes import Drawing, Line, Polygon, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor

INK, GREY = HexColor("#222222"), HexColor("#9aa5ad")
METAL, SOLID, SEI = HexColor("#b9c3cc"), HexColor("#e9dfc8"), HexColor("#c98b4b")
OUTLINE: dict[str, Any] = {"strokeColor": INK, "strokeWidth": 0.5}


def label(x: float, y: float, text: str, size: float = 7.2, anchor: str = "middle") -> String:
    """A label in the face of the figures."""
    style: Any = {"fontName": "Helvetica", "fontSize": size, "textAnchor": anchor, "fillColor": INK}
    return String(x, y, text, **style)


def box(x: float, y: float, width: float, height: float, fill: Color) -> Rect:
    """A filled rectangle with a thin outline."""
    style: Any = OUTLINE | {"fillColor": fill}
    return Rect(x, y, width, height, **style)


def interface(width: float) -> Drawing:
    """Three states of the interface of lithium metal with a solid electrolyte, side by side."""
    drawing = Drawing(width, 112)
    third = width / 3
    for index, text in enumerate(("(a) contact lost", "(b) filament in a flaw", "(c) with an interlayer")):
        x, w = index * third + 4, third - 8
        drawing.add(box(x, 62, w, 40, SOLID))
        drawing.add(box(x, 18, w, 38 if index == 0 else 44, METAL))
        drawing.add(label(x + w / 2, 88, "solid electrolyte"))
        drawing.add(label(x + w / 2, 34, "lithium"))
        drawing.add(label(x + w / 2, 5, text, 7.4))
    for x in (10, 30, 50):
        drawing.add(Line(x, 56, x, 62, strokeColor=INK, strokeWidth=1.2))
    root = third + 4 + (third - 8) / 2
    drawing.add(
        Polygon(
            [root - 3, 62, root + 3, 62, root + 1, 72, root + 4, 80, root - 1, 73],
            fillColor=METAL,
            strokeColor=INK,
            strokeWidth=0.5,
        )
    )
    drawing.add(box(2 * third + 4, 58, third - 8, 6, SEI))
    return drawing


def expansion(width: float) -> Drawing:
    """Bars of the volume change of anodes on full lithiation, in per cent of the volume before."""
    bars = {"phosphorus": 300, "silicon": 280, "tin": 260, "antimony": 135, "aluminium": 96, "graphite": 10, "LTO": 0.2}
    left, base, step = 48, 26, 13
    scale, top = (width - left - 14) / 320, base + step * len(bars)
    drawing = Drawing(width, top + 4)
    drawing.add(PolyLine([left, top, left, base, width - 8, base], strokeColor=INK, strokeWidth=0.7))
    for tick in (0, 100, 200, 300):
        drawing.add(Line(left + tick * scale, base - 3, left + tick * scale, base, strokeColor=INK, strokeWidth=0.6))
        drawing.add(label(left + tick * scale, base - 11, str(tick)))
    for index, (name, value) in enumerate(bars.items()):
        y = top - (index + 1) * step + 2.5
        drawing.add(box(left, y, max(value * scale, 0.6), step - 5, GREY))
        drawing.add(label(left - 4, y + 1.5, name, anchor="end"))
    drawing.add(label((left + width) / 2, 4, "Volume change (%)"))
    return drawing


FIGURES: dict[str, Callable[[float], Drawing]] = {"interface": interface, "expansion": expansion}
