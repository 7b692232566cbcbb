"""Typesets the sample papers: each `NAME.yaml` beside this script becomes `NAME.pdf`, the same bytes on every machine.

The fonts are the standard ones of PDF and the streams are not compressed, so that neither a font file nor a release of
zlib can change a byte. Usage: `python corpus/papers/typeset.py [FOLDER]`, FOLDER being where the PDFs go.

Markup of the sources: `_{sub}`, `^{super}`, `*italic*`, `[@key; @key]` for citations (keys of references.yaml), which
are numbered in the order of their first mention; `::table NAME` and `::figure NAME` stand in a column, `floats` put a
table or figure across both columns at the top of a page.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

import yaml
from figures import FIGURES
from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

HERE = Path(__file__).parent
WIDTH, HEIGHT = A4
MARGIN, TOP, BOTTOM, GAP = 48.0, 56.0, 54.0, 18.0
COLUMN = (WIDTH - 2 * MARGIN - GAP) / 2
ACROSS = WIDTH - 2 * MARGIN

BODY = ParagraphStyle(
    "body",
    fontName="Times-Roman",
    fontSize=9.6,
    leading=11.8,
    alignment=TA_JUSTIFY,
    firstLineIndent=10,
    allowWidows=0,
    allowOrphans=0,
)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER, firstLineIndent=0)
RAGGED = ParagraphStyle("ragged", BODY, alignment=TA_LEFT, firstLineIndent=0)
STYLES = {
    "body": BODY,
    "first": ParagraphStyle("first", BODY, firstLineIndent=0),
    "title": ParagraphStyle("title", CENTRED, fontSize=17, leading=20, spaceAfter=7),
    "authors": ParagraphStyle("authors", CENTRED, fontSize=11, leading=14),
    "abstract": ParagraphStyle(
        "abstract", BODY, fontSize=9.2, leading=11.2, leftIndent=28, rightIndent=28, firstLineIndent=0
    ),
    "h1": ParagraphStyle("h1", RAGGED, fontName="Times-Bold", fontSize=11, leading=13, spaceBefore=9, spaceAfter=3),
    "h2": ParagraphStyle("h2", RAGGED, fontName="Times-BoldItalic", leading=12, spaceBefore=6, spaceAfter=2),
    "caption": ParagraphStyle("caption", RAGGED, fontSize=8.4, leading=10.2, spaceAfter=4),
    "cell": ParagraphStyle("cell", RAGGED, fontSize=8.2, leading=9.8),
    "reference": ParagraphStyle(
        "reference", RAGGED, fontSize=8, leading=9.6, leftIndent=18, firstLineIndent=-18, spaceAfter=1.5
    ),
}


class Citations:
    """Numbers for the keys of references, given at the first mention; `raised` prints them as superscripts."""

    def __init__(self, raised: bool) -> None:
        self.raised = raised
        self.numbers: dict[str, int] = {}

    def printed(self, keys: Iterable[str]) -> str:
        """The citation as it is printed, runs of three and more as a range."""
        found = sorted({self.numbers.setdefault(key, len(self.numbers) + 1) for key in keys})
        text = ranges(found)
        return f'<super rise="3.2" size="6.4">{text}</super>' if self.raised else f"[{text}]"


def ranges(numbers: list[int]) -> str:
    """`[1, 2, 3, 5]` as "1–3,5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
    return ",".join(parts)


def markup(text: str, citations: Citations) -> str:
    """The text of a source in the markup of reportlab."""
    text = escape(" ".join(text.split()), quote=False).replace(" × ", "\u00a0×\u00a0").replace("'", "’")
    text = re.sub(r"_\{(.*?)\}", r'<sub rise="1.8" size="6.8">\1</sub>', text)
    text = re.sub(r"\^\{(.*?)\}", r'<super rise="3.2" size="6.8">\1</super>', text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    before = r"\s*" if citations.raised else ""
    return re.sub(before + r"\[(@[^\]]+)\]", lambda m: citations.printed(re.findall(r"@([\w-]+)", m[1])), text)


def table(source: dict[str, Any], width: float, citations: Citations) -> list[Flowable]:
    """A table with rules above, below and under its header; the caption stands above it, the notes below."""
    rows = [
        [
            Paragraph(f"<b>{text}</b>" if row == 0 else text, STYLES["cell"])
            for text in (markup(c, citations) for c in cells)
        ]
        for row, cells in enumerate(source["rows"])
    ]
    rules = [("LINEABOVE", (0, 0), (-1, 0), 0.8, black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, black)]
    rules += [("LINEBELOW", (0, -1), (-1, -1), 0.8, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    space = [
        (f"{side}PADDING", (0, 0), (-1, -1), size)
        for side, size in (("LEFT", 2), ("RIGHT", 5), ("TOP", 1.5), ("BOTTOM", 2.5))
    ]
    widths = [share * width for share in source["widths"]]
    parts: list[Flowable] = [Paragraph(markup(source["caption"], citations), STYLES["caption"])]
    parts.append(Table(rows, colWidths=widths, style=[*rules, *space], hAlign="LEFT"))
    if "notes" in source:
        parts += [Spacer(0, 2), Paragraph(markup(source["notes"], citations), STYLES["caption"])]
    return parts


def figure(source: dict[str, Any], width: float, citations: Citations) -> list[Flowable]:
    """A drawing of figures.py with its caption below."""
    drawing = FIGURES[source["drawing"]](width)
    return [drawing, Spacer(0, 3), Paragraph(markup(source["caption"], citations), STYLES["caption"])]


def boxed(name: str, paper: dict[str, Any], width: float, citations: Citations) -> list[Flowable]:
    """The table or figure called `name`."""
    if name in paper.get("tables", {}):
        return table(paper["tables"][name], width, citations)
    return figure(paper["figures"][name], width, citations)


def body(paper: dict[str, Any], citations: Citations) -> list[Flowable]:
    """The flowing text: headings (`#`, `##`), paragraphs, and what stands in a column."""
    story: list[Flowable] = []
    after_heading = True
    for block in re.split(r"\n\s*\n", paper["body"].strip()):
        if block.startswith("::"):
            inside = boxed(block.split()[1], paper, COLUMN, citations)
            story.append(KeepTogether([Spacer(0, 6), *inside, Spacer(0, 4)]))
            continue
        hashes, text = re.fullmatch(r"(#*)\s*(.*)", block, re.S).groups()  # pyright: ignore[reportOptionalMemberAccess]
        style = f"h{len(hashes)}" if hashes else "first" if after_heading else "body"
        story += [CondPageBreak(44)] if hashes and not after_heading else []
        story.append(Paragraph(markup(text, citations), STYLES[style]))
        after_heading = bool(hashes)
    return story


def reference(number: int, entry: dict[str, Any], raised: bool) -> Paragraph:
    """An entry of the list: "[1] A. Author, Title, Journal 1 (2001) 2–3." or, `raised`, "1. Author, A. Title. ..."."""
    e = {key: escape(value, quote=False) if isinstance(value, str) else value for key, value in entry.items()}
    tail = f" https://doi.org/{e['doi']}." if "doi" in e else ""
    if raised:
        names = "; ".join(turned(name) for name in e["authors"]) + ("; et al." if e.get("et_al") else "")
        text = f"{number}. {names} {e['title']}. *{e['journal']}* **{e['year']}**, *{e['volume']}*, {e['pages']}.{tail}"
    else:
        names = ", ".join(e["authors"]) + (", et al." if e.get("et_al") else "")
        text = f"[{number}] {names}, {e['title']}, {e['journal']} {e['volume']} ({e['year']}) {e['pages']}.{tail}"
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"_\{(.*?)\}", r'<sub rise="1.5" size="5.8">\1</sub>', re.sub(r"\*(.+?)\*", r"<i>\1</i>", text))
    return Paragraph(text, STYLES["reference"])


def turned(name: str) -> str:
    """The name with its surname first: "Tarascon, J.-M."."""
    initials, surname = name.split(" ", 1)
    return f"{surname}, {initials}"


def title_block(paper: dict[str, Any], citations: Citations) -> list[Flowable]:
    """Title, authors, abstract and keywords, across both columns."""
    texts = [
        (paper["title"], "title"),
        (", ".join(paper["authors"]), "authors"),
        (paper["note"], "authors"),
        (f"<b>Abstract.</b> {markup(paper['abstract'], citations)}", "abstract"),
        (f"<b>Keywords:</b> {'; '.join(paper['keywords'])}", "abstract"),
    ]
    spaced = [[Paragraph(text, STYLES[style]), Spacer(0, 6)] for text, style in texts]
    return [flowable for pair in spaced for flowable in pair]


def height(flowables: list[Flowable], width: float) -> float:
    """How high the flowables are, one under the other."""
    return sum(f.wrap(width, HEIGHT)[1] + f.getSpaceBefore() + f.getSpaceAfter() for f in flowables)


def draw(flowables: list[Flowable], canvas: Canvas, width: float, y: float) -> None:
    """Draw the flowables one under the other, from `y` down."""
    for flowable in flowables:
        y -= flowable.wrapOn(canvas, width, HEIGHT)[1] + flowable.getSpaceBefore()
        flowable.drawOn(canvas, MARGIN, y)
        y -= flowable.getSpaceAfter()


def furniture(canvas: Canvas, paper: dict[str, Any]) -> None:
    """Running head and page number; the first page has its licence at the foot instead of a head."""
    page = canvas.getPageNumber()
    canvas.setFont("Times-Italic", 8.5)
    if page == 1:
        canvas.drawString(MARGIN, BOTTOM - 26, "Text and figures: CC0 1.0. The facts are those of the works cited.")
    else:
        canvas.drawString(MARGIN, HEIGHT - 38, paper["authors"][0])
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 38, paper["running_head"])
        canvas.setStrokeColor(HexColor("#888888"))
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, HEIGHT - 43, WIDTH - MARGIN, HEIGHT - 43)
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(WIDTH / 2, BOTTOM - 26, str(page))


def page_template(page: int, across: list[Flowable], paper: dict[str, Any]) -> PageTemplate:
    """Two columns under what stands across both of them at the top of the page."""
    top = HEIGHT - TOP - (height(across, ACROSS) + 8 if across else 0)

    def begin(canvas: Canvas, _: BaseDocTemplate) -> None:
        furniture(canvas, paper)
        draw(across, canvas, ACROSS, HEIGHT - TOP)

    frames = [
        Frame(x, BOTTOM, COLUMN, top - BOTTOM, 0, 0, 0, 0, id=f"column{x:.0f}") for x in (MARGIN, MARGIN + COLUMN + GAP)
    ]
    return PageTemplate(f"page{page}", frames, onPage=begin)


def typeset(source: Path, target: Path) -> None:
    """Typeset one paper."""
    paper = yaml.safe_load(source.read_text(encoding="utf-8"))
    works = yaml.safe_load((HERE / "references.yaml").read_text(encoding="utf-8"))
    citations = Citations(raised=paper["citations"] == "superscript")
    across = {1: title_block(paper, citations)}
    story = body(paper, citations)
    across |= {page: boxed(name, paper, ACROSS, citations) for page, name in paper["floats"].items()}
    story.append(Paragraph("References", STYLES["h1"]))
    story += [reference(n, works[key], citations.raised) for key, n in citations.numbers.items()]
    document = BaseDocTemplate(
        str(target), pagesize=A4, invariant=1, pageCompression=0, title=paper["title"], author=paper["authors"][0],
        subject="A sample paper of AnodeGraph (CC0)", creator="corpus/papers/typeset.py",
    )  # fmt: skip
    document.addPageTemplates([page_template(page, across.get(page, []), paper) for page in range(1, 13)])
    document.build([NextPageTemplate([f"page{page}" for page in range(2, 13)]), *story])


def main() -> None:
    """Typeset every paper of this folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for source in sorted(HERE.glob("*.yaml")):
        if source.stem != "references":
            typeset(source, folder / f"{source.stem}.pdf")
            print(folder / f"{source.stem}.pdf")


if __name__ == "__main__":
    main()
