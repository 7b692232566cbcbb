"""What is drawn on a page besides text: rules (of tables), and pictures as regions."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import product

import pypdfium2.raw as pdfium

from miner.readers.pdf.clips import extent, shown
from miner.readers.pdf.frame import Frame
from miner.readers.pdf.page import Rect, Word, around, standing_in, turned

# A page with more objects than this is a drawing, and its first objects say so as well as all.
_OBJECTS = 20_000
_NESTED = 3
_THIN, _LONG = 2.6, 18.0
_CELL = 8.0
_GROUND = 0.6  # share of the page from which a drawing is its ground


def page_shapes(page: object, frame: Frame, turn: int) -> tuple[list[Rect], list[Rect], list[Rect]]:
    """The horizontal rules, the vertical rules and the drawn things of a page, in its turned frame."""
    rules, uprights, drawn = [], [], []
    for kind, corners, curved in _drawings(page, frame, turn):
        rect = corners
        if kind == pdfium.FPDF_PAGEOBJ_PATH and not curved:
            if rect.height <= _THIN and rect.width >= _LONG:
                rules.append(rect)
            elif rect.width <= _THIN and rect.height >= _CELL:
                uprights.append(rect)
            elif rect.width >= _LONG and rect.height > _THIN:
                rules += [rect._replace(y1=rect.y0), rect._replace(y0=rect.y1)]
                uprights += [rect._replace(x1=rect.x0), rect._replace(x0=rect.x1)]
        else:
            drawn.append(rect)
    return rules, uprights, drawn


def pictures(drawn: Sequence[Rect], words: Sequence[Word], width: float, height: float) -> list[Rect]:
    """The regions of figures: drawn things that lie together, unless they are the frame or ground of running text."""
    parts = [r for r in drawn if r.width * r.height < _GROUND * width * height and r.x1 > 0 and r.y1 > 0]
    regions = [r for r in _clusters(parts, width, height) if r.width >= 30 and r.height >= 30]
    return [r for r in regions if not _prose(r, words)]


def _prose(region: Rect, words: Sequence[Word]) -> bool:
    """Whether the region is filled with text."""
    covered = sum((w.x1 - w.x0) * w.size for w in standing_in(region, words))
    return covered > 0.3 * region.width * region.height


def _drawings(page: object, frame: Frame, turn: int) -> Iterator[tuple[int, Rect, bool]]:
    count = min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)
    stack = [(pdfium.FPDFPage_GetObject(page, i), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0) for i in range(count)]
    seen = 0
    while stack and seen < _OBJECTS:
        seen += 1
        item, matrix, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _NESTED:
            inner = _times(_own_matrix(item), matrix)
            figure = _placed(_inside(item), inner, frame, turn) if depth == 0 and _draws(item) else None
            if figure and figure.width * figure.height < _GROUND * frame.width * frame.height:
                yield kind, figure, False
                continue
            parts = min(pdfium.FPDFFormObj_CountObjects(item), _OBJECTS)
            stack += [(pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1) for i in range(parts)]
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            rect = _placed(shown(item) if depth else extent(item), matrix, frame, turn)
            if rect:
                yield kind, rect, kind == pdfium.FPDF_PAGEOBJ_PATH and _curved(item, rect)


def _draws(form: object) -> bool:
    """Whether a form is a drawing: it has paths or images."""
    parts = min(pdfium.FPDFFormObj_CountObjects(form), 200)
    kinds = [pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, i)) for i in range(parts)]
    return sum(k in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE) for k in kinds) >= 3


def _curved(path: object, rect: Rect) -> bool:
    """Whether a path is more than lines along the page's edges; a large frame with round corners is not."""
    segments = pdfium.FPDFPath_CountSegments(path)
    if rect.width > 100 and rect.height > 40 and segments <= 14:
        return False
    if segments > 8:
        return True
    kinds = [pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(path, i)) for i in range(segments)]
    return pdfium.FPDF_SEGMENT_BEZIERTO in kinds or (segments <= 3 and rect.width > _THIN and rect.height > _THIN)


def _inside(form: object) -> tuple[float, float, float, float] | None:
    """What is shown of a form, in the coordinates of its content."""
    parts = min(pdfium.FPDFFormObj_CountObjects(form), _OBJECTS)
    boxes = [box for i in range(parts) if (box := shown(pdfium.FPDFFormObj_GetObject(form, i)))]
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _placed(
    box: tuple[float, float, float, float] | None, matrix: tuple[float, ...], frame: Frame, turn: int
) -> Rect | None:
    """An extent in an object's coordinates as a rectangle on the page."""
    if box is None:
        return None
    left, bottom, right, top = box
    points = [_moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    shown = [turned(*frame.point(x, y), turn, frame.width, frame.height) for x, y in points]
    xs, ys = [x for x, _ in shown], [y for _, y in shown]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _own_matrix(form: object) -> tuple[float, ...]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(form, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(m: tuple[float, ...], n: tuple[float, ...]) -> tuple[float, ...]:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(x: float, y: float, m: tuple[float, ...]) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _clusters(parts: Sequence[Rect], width: float, height: float) -> list[Rect]:
    """Groups of drawn things that touch on a grid of 8 points, each as the rectangle around it."""
    columns, rows = int(width / _CELL) + 2, int(height / _CELL) + 2
    owner: dict[tuple[int, int], int] = {}
    parent = list(range(len(parts)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for index, part in enumerate(parts):
        across, down = _cells(part.x0, part.x1, columns), _cells(part.y0, part.y1, rows)
        if across and down:
            for cell in product(_wider(across), _wider(down)):
                if cell in owner:
                    parent[root(owner[cell])] = root(index)
            owner.update(dict.fromkeys(product(across, down), index))
    groups: dict[int, list[Rect]] = {}
    for index, part in enumerate(parts):
        groups.setdefault(root(index), []).append(part)
    return [around(group) for group in groups.values()]


def _cells(start: float, end: float, count: int) -> range:
    """The cells of the grid from one place to another."""
    return range(max(0, int(start / _CELL)), min(count, int(end / _CELL) + 1))


def _wider(cells: range) -> range:
    return range(cells.start - 1, cells.stop + 1)
