"""From a page's text objects to `Word`s: font, size and direction, and the way to the frame in which they read."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from miner.readers.pdf.characters import Characters, prototype
from miner.readers.pdf.clips import hidden
from miner.readers.pdf.frame import Frame
from miner.readers.pdf.page import Font, Word, turned
from miner.readers.pdf.spans import Run, split_words

# Styles by name; the weight that pdfium derives from stems calls many a regular font bold.
_BOLD = re.compile(r"bold|black|heavy|demi|-medi(?!um)|cmbx|[-.]b(?:d|i|d?it)?$|[-]bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmmi|[-.](?:bd?|md|lt)?it?$", re.IGNORECASE)

_P, _I = ctypes.c_void_p, ctypes.c_int
_origin = prototype(pdfium.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_matrix = prototype(pdfium.FPDFText_GetMatrix, _I, _P, _I, _P)
_size = prototype(pdfium.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_clip = prototype(pdfium.FPDFPageObj_GetClipPath, _P, _P)
_clips = prototype(pdfium.FPDFClipPath_CountPaths, _I, _P)
_font_of = prototype(pdfium.FPDFTextObj_GetFont, _P, _P)


def page_words(page: object) -> tuple[Frame, int, list[Word], list[Word]]:
    """The frame of a page, the turn of most of its text, the words that read along it and the others."""
    frame = Frame(page)
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return frame, 0, [], []
    try:
        address = ctypes.addressof(handle.contents)
        characters = Characters(address, frame)
        runs = list(_runs(address, characters, frame))
        turns = Counter()
        for run in runs:
            turns[run.turn] += run.end - run.start
        main = max(0, max(turns, key=lambda t: (turns[t], -t), default=0))
        words = split_words(characters, [run for run in runs if run.turn == main])
        aside = split_words(characters, [run for run in runs if run.turn != main])
    finally:
        pdfium.FPDFText_ClosePage(handle)
    return frame, main, words, aside


def _runs(page: int, characters: Characters, frame: Frame) -> Iterator[Run]:
    """The runs that are shown on the page, in the order of the content stream."""
    faces: dict[int, tuple[int, Font]] = {}
    matrix, origin = (ctypes.c_float * 6)(), (ctypes.c_double * 2)()
    to_matrix, to_origin = ctypes.addressof(matrix), ctypes.addressof(origin)
    for start, end, owner in characters.owners():
        if _hidden(owner):
            continue
        _matrix(page, start, to_matrix)
        _origin(page, start, to_origin, to_origin + 8)
        a, b, c, d, _, _ = matrix
        nominal = _size(page, start) or 1.0
        size = nominal * math.hypot(c, d)
        x, y = frame.point(*origin)
        on_page = -5 <= x <= frame.width + 5 and -5 <= y <= frame.height + 5
        if on_page and 0.1 <= size <= frame.width + frame.height:  # damage makes letters of no or any size
            turn = _quarter(frame.vector(a, b))
            base = turned(x, y, max(turn, 0), frame.width, frame.height)[1]
            handle = _font_of(owner) or 0
            if handle not in faces:
                faces[handle] = len(faces), _font(handle)
            number, font = faces[handle]
            yield Run(start, end, turn, base, size, font, number, nominal * math.hypot(a, b) or size)


def _hidden(owner: int) -> bool:
    """Whether a text object is clipped away."""
    path = _clip(owner)
    return bool(path) and _clips(path) > 0 and hidden(ctypes.cast(owner, pdfium.FPDF_PAGEOBJECT))


def _quarter(along: tuple[float, float]) -> int:
    """The quarter turns, counter-clockwise on the screen, of text along this direction; -1 for a slant."""
    x, y = along
    if abs(y) < 0.1 * abs(x):
        return 0 if x > 0 else 2
    if abs(x) < 0.1 * abs(y):
        return 1 if y < 0 else 3
    return -1


def _font(handle: int) -> Font:
    """The font at an address (which is another's once the page is closed)."""
    if not handle:
        return Font("", False, False)
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(ctypes.cast(handle, pdfium.FPDF_FONT), buffer, 256)
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").split("+")[-1]
    return Font(name, _BOLD.search(name) is not None, _ITALIC.search(name) is not None)
