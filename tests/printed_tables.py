"""Made-up tables of anodes in the styles in which journals typeset them, each with the cells that a person reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, Paragraph, Spacer

WIDTH, HEIGHT = A4
MARGIN, GAP = 50.0, 18.0
SIZE = 8.0

Rows = Sequence[Sequence[str]]
Drawn = Sequence[tuple]

HEAD = (("Anode", "Capacity (mAh g<super>-1</super>)", "Cycles", "Rate", "Ref."),)
BODY = (
    ("Si@C yolk-shell", "2833", "1000", "1C", "[12]"),
    ("Li<sub>4</sub>Ti<sub>5</sub>O<sub>12</sub>", "168.5", "500", "10C", "[13]"),
    ("SnO<sub>2</sub>/graphene", "810", "50", "0.2C", "[14,15]"),
    ("Hard carbon", "305", "120", "C/10", "[16]"),
    ("Fe<sub>3</sub>O<sub>4</sub> nanorods", "867 (1190)", "100", "1C", "[17-19]"),
    ("Graphite", "372", "-", "0.5C", "[20]"),
)
PROSE = (
    "The anodes that were compared here differ in their capacity and in how long they keep it, which depends on the "
    "electrolyte and on the binder as much as on the particles themselves. Cells were held at room temperature while "
    "they were cycled, and what was lost in the first cycle was not counted in the figures that the authors report. "
)
NOTES = "a Measured in a half cell. b After the first cycle."


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is set: `drawn` are reportlab's commands for rules and grounds, `head` and `body` cells in markup.

    `header` and `rows` are what is to be read, as far as that is not what is set.
    """

    drawn: Drawn
    head: Rows = HEAD
    body: Rows = BODY
    header: Sequence[str] = ()
    rows: Rows = ()
    columns: int = 1
    widths: Sequence[float] = (0.3, 0.25, 0.15, 0.15, 0.15)
    share: float = 1.0
    caption: str = "Table 1. Anodes and the capacity that they keep."
    below: bool = False
    centred: bool = False
    notes: str = ""
    turned: bool = False
    right: bool = False
    middle: bool = False
    lead: int = 1
    caption_bold: bool = True

    @property
    def cells(self) -> list[list[str]]:
        """The header and the rows as they are to be read."""
        header = self.header or self.head[0]
        return [[plain(cell) for cell in row] for row in (header, *(self.rows or self.body))]


def plain(markup: str) -> str:
    """The characters that a reader of the cell sees."""
    return " ".join(re.sub(r"<[^>]+>", "", markup.replace("<br/>", " ")).replace("&lt;", "<").split())


def rule(*heights: int, weight: float = 0.6, x: tuple[int, int] = (0, -1), above: bool = True) -> list[tuple]:
    """Rules over (or under) these rows."""
    name = "LINEABOVE" if above else "LINEBELOW"
    return [(name, (x[0], y), (x[1], y), weight, black) for y in heights]


THREE = [*rule(0, weight=1), *rule(1), *rule(-1, weight=1, above=False)]
UNDER_TWO = [*rule(0, weight=1), *rule(2), *rule(-1, weight=1, above=False)]
TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]

WRAPPED = (
    ("Silicon nanoparticles in a porous carbon framework", "2833 after 1000 cycles", "Volume change", "[12]"),
    ("Spinel titanate with a thin coat of nitride", "168 after 500 cycles", "Low electronic conductivity", "[13]"),
    ("Tin oxide between sheets of graphene", "810 after 50 cycles", "Agglomeration of tin on cycling", "[14]"),
    ("Hard carbon from sugar", "305 after 120 cycles", "First cycle loss", "[16]"),
)
WRAPPED_HEAD = (("Material", "Capacity (mAh g<super>-1</super>)", "Problem", "Ref."),)
NARROW = (0.36, 0.22, 0.28, 0.14)

STYLES = {
    "elsevier": Style(THREE + TIGHT, notes=NOTES, caption="Table 1<br/>Anodes and the capacity that they keep."),
    "acs": Style([*rule(0, 1), *rule(-1, above=False), *TIGHT], columns=2, widths=(0.31, 0.22, 0.17, 0.13, 0.17)),
    "wiley": Style([*rule(0, 1), *rule(-1, above=False), *rule(2, 3, 4, 5, weight=0.2)], notes="[a] Half cell."),
    "rsc": Style(THREE + TIGHT, caption="<b>Table 1</b> Anodes and the capacity that they keep", columns=2,
                 widths=(0.31, 0.22, 0.17, 0.13, 0.17), caption_bold=False),
    "springer": Style(THREE, caption="<b>Table 1</b> Anodes and the capacity that they keep", caption_bold=False),
    "mdpi": Style(THREE + TIGHT, centred=True, share=0.8),
    "ieee": Style([("GRID", (0, 0), (-1, -1), 0.5, black)], centred=True, columns=2,
                  widths=(0.31, 0.22, 0.17, 0.13, 0.17), caption="TABLE I<br/>ANODES AND THEIR CAPACITY"),
    "no rules": Style(TIGHT),
    "no rules, two columns": Style(TIGHT, columns=2, widths=(0.31, 0.22, 0.17, 0.13, 0.17)),
    "shaded rows": Style([("BACKGROUND", (0, y), (-1, y), HexColor(c)) for y, c in
                          ((0, 0xB0C4DE), (2, 0xEEEEEE), (4, 0xEEEEEE), (6, 0xEEEEEE))]),
    "shaded ground": Style([("BACKGROUND", (0, 0), (-1, -1), HexColor(16051416)), *TIGHT]),
    "caption below": Style(THREE + TIGHT, below=True),
    "caption below, grid": Style([("GRID", (0, 0), (-1, -1), 0.5, black)], below=True),
    "wrapped": Style(THREE, head=WRAPPED_HEAD, body=WRAPPED, columns=2, widths=NARROW),
    "wrapped, tight": Style(THREE + TIGHT, head=WRAPPED_HEAD, body=WRAPPED, columns=2, widths=NARROW),
    "wrapped, centred": Style(THREE, head=WRAPPED_HEAD, body=WRAPPED, columns=2, widths=NARROW, middle=True),
    "wrapped, no rules": Style([], head=WRAPPED_HEAD, body=WRAPPED, widths=NARROW, share=0.7),
    "wrapped, grid": Style([("GRID", (0, 0), (-1, -1), 0.5, black)], head=WRAPPED_HEAD, body=WRAPPED, columns=2,
                           widths=NARROW),
    "decimals": Style(THREE + TIGHT, right=True, body=(
        ("Tin", "993.4", "12", "0.05", "[1]"), ("Zinc", "412.0", "1204", "10.5", "[22]"),
        ("Lead", "8.35", "7", "1.25", "[3]"), ("Germanium", "1384.1", "150", "0.5", "[4]"))),
    "footnote letters": Style(THREE + TIGHT, notes=NOTES, body=tuple(
        (f"{row[0]}<super>{mark}</super>", *row[1:]) for row, mark in zip(BODY, "abacbb", strict=True))),
    "units row": Style(UNDER_TWO + TIGHT, head=(("Anode", "Capacity", "Cycles", "Rate", "Ref."),
                                                ("", "(mAh g<super>-1</super>)", "(-)", "(h<super>-1</super>)", "")),
                       header=("Anode", "Capacity (mAh g-1)", "Cycles (-)", "Rate (h-1)", "Ref.")),
    "nested headers": Style(
        [*UNDER_TWO, *rule(1, weight=0.3, x=(1, 2)), *rule(1, weight=0.3, x=(3, 4)), *TIGHT,
         ("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("ALIGN", (1, 0), (4, 0), "CENTER")],
        head=(("Anode", "Half cell", "", "Full cell", ""), ("", "Capacity", "Cycles", "Capacity", "Cycles")),
        header=("Anode", "Half cell Capacity", "Half cell Cycles", "Full cell Capacity", "Full cell Cycles"),
        body=tuple((r[0], r[1], r[2], str(100 + i), str(30 * i + 20)) for i, r in enumerate(BODY)),
        widths=(0.28, 0.18, 0.18, 0.18, 0.18), centred=True),
    "row groups": Style(
        [*THREE, *TIGHT, ("SPAN", (0, 1), (-1, 1)), ("SPAN", (0, 4), (-1, 4))],
        body=(("Alloying anodes", "", "", "", ""), BODY[0], BODY[2], ("Insertion anodes", "", "", "", ""), BODY[1],
              BODY[3], BODY[5])),
    "continuation rows": Style(
        THREE + TIGHT,
        body=(BODY[0], ("", "2100", "200", "5C", ""), BODY[2], ("", "640", "300", "2C", "[15]"), BODY[5])),
    "turned": Style(THREE, turned=True),
    "two pages": Style(THREE + TIGHT, body=BODY * 8, lead=2),
    "two pages, grid": Style([("GRID", (0, 0), (-1, -1), 0.5, black)], body=BODY * 6, lead=3),
}  # fmt: skip


def print_table(style: Style, path: Path) -> Path:
    """A PDF of a table in this style with running text before and after it."""
    size = (HEIGHT, WIDTH) if style.turned else (WIDTH, HEIGHT)
    across = size[0] - 2 * MARGIN
    wide = (across - GAP * (style.columns - 1)) / style.columns
    frames = [Frame(MARGIN + i * (wide + GAP), 60, wide, size[1] - 120, 0, 0, 0, 0) for i in range(style.columns)]
    document = BaseDocTemplate(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    document.addPageTemplates(PageTemplate("page", frames, onPage=_turn if style.turned else _stay))
    text = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12, alignment=4, firstLineIndent=10)
    long = 2 * style.lead if style.columns == 1 else 3
    prose = [Paragraph(PROSE * 2, text) for _ in range(long)]
    document.build([*prose, *_table(style, style.share * wide), *prose, *prose])
    return path


def _stay(canvas: Canvas, document: object) -> None:
    pass


def _turn(canvas: Canvas, document: object) -> None:
    canvas.translate(WIDTH, 0)
    canvas.rotate(90)


def _set(cell: str) -> str:
    """Scripts as journals set them: reportlab's own stand half a size too low."""
    return cell.replace("<sub>", '<sub rise="1.6" size="5.6">').replace("<super>", '<super rise="2.8" size="5.6">')


def _table(style: Style, wide: float) -> list:
    small = ParagraphStyle("cell", fontName="Times-Roman", fontSize=SIZE, leading=1.2 * SIZE)
    moved = {True: ParagraphStyle("moved", small, alignment=TA_RIGHT if style.right else TA_CENTER)}
    caption = f"<b>{style.caption}</b>" if style.caption_bold else style.caption
    name = Paragraph(
        caption,
        ParagraphStyle("caption", small, fontSize=9, leading=11, alignment=TA_CENTER if style.centred else TA_LEFT),
    )
    cells = [
        [
            Paragraph(_set(cell), moved.get((style.centred or style.right) and i > 0, small)) if cell else ""
            for i, cell in enumerate(row)
        ]
        for row in (*style.head, *style.body)
    ]
    commands = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if style.middle else "TOP"), *style.drawn]
    grid = LongTable(cells, [w * wide for w in style.widths], repeatRows=len(style.head), style=commands)
    notes = [Spacer(1, 3), Paragraph(style.notes, ParagraphStyle("notes", small, fontSize=7, leading=8.4))]
    parts = (
        [grid, *(notes if style.notes else []), Spacer(1, 5), name]
        if style.below
        else [name, Spacer(1, 4), grid, *(notes if style.notes else [])]
    )
    return [Spacer(1, 12), *parts, Spacer(1, 14)]
