"""Small PDFs for the tests: lines set at given places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Font, Word

WIDTH, HEIGHT = 600.0, 800.0
ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
Setting = tuple[float, float, str] | tuple[float, float, str, str, float]


def pdf(path: Path, *pages: Iterable[Setting], rules: Sequence[tuple[float, float, float]] = ()) -> Path:
    """A PDF whose pages hold (x, y from the top, text[, font, size]), with rules (x0, x1, y) on each."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
    for page in pages:
        for x, y, text, *style in page:
            font, size = style or (ROMAN, 10.0)
            canvas.setFont(font, size)
            canvas.drawString(x, HEIGHT - y, text)
        for x0, x1, y in rules:
            canvas.line(x0, HEIGHT - y, x1, HEIGHT - y)
        canvas.showPage()
    canvas.save()
    return path


def column(x: float, y: float, lines: Sequence[str], font: str = ROMAN, size: float = 10.0) -> list[Setting]:
    """Lines one under another, 12 points apart."""
    return [(x, y + 12 * i, text, font, size) for i, text in enumerate(lines)]


PLAIN, HEAVY = Font("Times-Roman", False, False), Font("Times-Bold", True, False)


def word(text: str, x: float, base: float = 100.0, size: float = 10.0, font: Font = PLAIN) -> Word:
    """A word whose characters are half an em wide."""
    return Word(text, x, x + 0.5 * size * len(text), base, size, font)


def line(text: str, x: float = 50.0, base: float = 100.0, size: float = 10.0, font: Font = PLAIN) -> Line:
    """A line of such words."""
    words = []
    for part in text.split():
        words.append(word(part, x, base, size, font))
        x = words[-1].x1 + 0.25 * size
    return Line(words, 1)
