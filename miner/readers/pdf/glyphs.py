"""From a page's characters to `Word`s: position, size, font and direction, with few calls into pdfium a character."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pypdfium2.raw as pdfium

from miner.readers.pdf.accents import MARKS, accented
from miner.readers.pdf.clips import hidden
from miner.readers.pdf.page import Font, Word, turned

# Between characters of a word, in ems; a word space is 0.2 at its tightest.
_GAP = 0.16
# Ligatures and what pdfium writes for a hyphen at a line's end.
_SPELLED = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SPELLED |= {0xFFFE: "-", 0x2: "-", 0x2010: "-", 0x2011: "-", 0xB5: "μ", 0x2126: "Ω"}
# Styles by name; the weight that pdfium derives from stems calls many a regular font bold.
_BOLD = re.compile(r"bold|black|heavy|demi|-medi(?!um)|cmbx|[-.]b(?:d|i|d?it)?$|[-]bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmmi|[-.](?:bd?|md|lt)?it?$", re.IGNORECASE)
_BLANK = frozenset((9, 10, 13, 32, 0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000))
_IGNORED = frozenset((0, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060))


def _prototype(function: object, result: type | None, *arguments: type):
    """A second view of a function of pdfium that takes and gives plain integers, three times as fast as handles."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # pyright: ignore[reportArgumentType]
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_P, _I = ctypes.c_void_p, ctypes.c_int
_unicode = _prototype(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_text = _prototype(pdfium.FPDFText_GetText, _I, _P, _I, _I, _P)
_object = _prototype(pdfium.FPDFText_GetTextObject, _P, _P, _I)
_loose = _prototype(pdfium.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_origin = _prototype(pdfium.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_matrix = _prototype(pdfium.FPDFText_GetMatrix, _I, _P, _I, _P)
_size = _prototype(pdfium.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_clip = _prototype(pdfium.FPDFPageObj_GetClipPath, _P, _P)
_clips = _prototype(pdfium.FPDFClipPath_CountPaths, _I, _P)
_font_of = _prototype(pdfium.FPDFTextObj_GetFont, _P, _P)


class Frame:
    """The way from a page's own coordinates to points from the top left as displayed (crop box, rotation)."""

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


def page_words(page: object) -> tuple[Frame, int, list[Word], list[Word]]:
    """The frame of a page, the turn of most of its text, the words that read along it and the others."""
    frame = Frame(page)
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return frame, 0, [], []
    try:
        runs = list(_runs(ctypes.addressof(handle.contents), frame))
    finally:
        pdfium.FPDFText_ClosePage(handle)
    turns = Counter()
    for turn, _, word in runs:
        turns[turn] += len(word.text)
    main = max(turns, key=lambda t: (turns[t], -t)) if turns else 0
    main = 0 if main < 0 else main
    return (
        frame,
        main,
        [word for turn, _, word in runs if turn == main],
        [Word(w.text, *_place(at, main, frame), w.size, w.font) for turn, at, w in runs if turn != main],
    )


def _place(at: tuple[float, float], turn: int, frame: Frame) -> tuple[float, float, float]:
    x, y = turned(*at, turn, frame.width, frame.height)
    return x, x, y


class _Characters:
    """The characters of a page as pdfium gives them: what each spells, its owner, its edges along each direction."""

    def __init__(self, page: int, frame: Frame) -> None:
        count = max(0, pdfium.FPDFText_CountChars(ctypes.cast(page, pdfium.FPDF_TEXTPAGE)))
        self._page = page
        self.count = count
        self._boxes = np.zeros((count, 4), np.float32)
        address = self._boxes.ctypes.data
        for i in range(count):
            _loose(page, i, address + 16 * i)
        np.nan_to_num(self._boxes, copy=False, posinf=0.0, neginf=0.0)  # damage makes boxes of no size
        self._frame = frame
        self._edges: dict[int, tuple[list[float], list[float]]] = {}

    def spelled(self, start: int, end: int) -> list[str | None]:
        """What the characters of one object spell: all in one call where pdfium's text has one sign for each."""
        count = end - start
        buffer = (ctypes.c_ushort * (count + 1))()
        if count > 2 and _text(self._page, start, count, ctypes.addressof(buffer)) == count + 1:
            ends = (_unicode(self._page, start), _unicode(self._page, end - 1))
            if (buffer[0], buffer[count - 1]) == ends and 0 not in buffer[:count]:
                return [_TABLE[code] for code in buffer[:count]]
        return [_TABLE[_unicode(self._page, i)] for i in range(start, end)]

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The start, end and owner of each run of characters of one text object, found by bisection."""
        start = 0
        while start < self.count:
            owner = _object(self._page, start)
            end = self._end(start, owner) if owner else start + 1
            if owner:
                yield start, end, owner
            start = end

    def _end(self, start: int, owner: int) -> int:
        """One after the last character of an object; what lies between two of its characters is its own."""
        low, step = start, 8
        while low + step < self.count and _object(self._page, low + step) == owner:
            low += step
            step *= 2
        high = min(low + step, self.count)
        while high - low > 1:
            middle = (low + high) // 2
            if _object(self._page, middle) == owner:
                low = middle
            else:
                high = middle
        return low + 1

    def edges(self, turn: int) -> tuple[list[float], list[float]]:
        """The left and right edges along text that is turned by so many quarters."""
        if turn not in self._edges:
            frame = self._frame
            x, y = self._boxes[:, [0, 2]], self._boxes[:, [1, 3]]  # left, top, right, bottom
            wide, high = frame.a * x + frame.c * y + frame.e, frame.b * x + frame.d * y + frame.f
            along = (wide, frame.height - high, frame.width - wide, high)[turn]
            self._edges[turn] = along.min(axis=1).tolist(), along.max(axis=1).tolist()
        return self._edges[turn]


class _Table(dict):
    """What each code spells: its character, "" for a blank, None for what is not there."""

    def __missing__(self, code: int) -> str | None:
        if code in _IGNORED:
            self[code] = None
        elif code in _BLANK:
            self[code] = ""
        else:
            self[code] = _SPELLED.get(code) or chr(code if code > 31 else 0xF000 + code)
        return self[code]


_TABLE = _Table()


def _runs(page: int, frame: Frame) -> Iterator[tuple[int, tuple[float, float], Word]]:
    """The words with their quarter turns (-1 for a slant) and displayed origin, in the order of the content stream."""
    characters = _Characters(page, frame)
    fonts: dict[int, Font] = {}
    for start, end, owner in characters.runs():
        if not _hidden(owner):
            yield from _object_words(page, characters, (start, end, owner), frame, fonts)


def _object_words(
    page: int, characters: _Characters, run: tuple[int, int, int], frame: Frame, fonts: dict[int, Font]
) -> Iterator[tuple[int, tuple[float, float], Word]]:
    """The words of one text object, which has one font, one size and one direction."""
    start, end, owner = run
    matrix = (ctypes.c_float * 6)()
    _matrix(page, start, ctypes.addressof(matrix))
    a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
    size = (_size(page, start) or 1.0) * math.hypot(c, d)
    turn = _quarter(frame.vector(a, b))
    origin = (ctypes.c_double * 2)()
    at = ctypes.addressof(origin)
    _origin(page, start, at, at + 8)
    point = frame.point(origin[0], origin[1])
    on_page = -5 <= point[0] <= frame.width + 5 and -5 <= point[1] <= frame.height + 5
    if not (on_page and 0.1 <= size <= frame.width + frame.height):  # damage makes letters of no or any size
        return
    font = _font(owner, fonts)
    base = turned(*point, max(turn, 0), frame.width, frame.height)[1]
    for text, x0, x1, spaced in _split(characters, start, end, max(turn, 0), _GAP * size):
        yield turn, point, Word(text, x0, x1, base, size, font, spaced)


def _split(
    characters: _Characters, start: int, end: int, turn: int, gap: float
) -> Iterator[tuple[str, float, float, bool]]:
    """The words of a run of characters with their extent, and whether a space follows; a gap parts words too."""
    lefts, rights = characters.edges(turn)
    spelled = characters.spelled(start, end)
    first, last = -1, 0
    text: list[str] = []

    def word() -> str:
        if MARKS.isdisjoint(text):
            return "".join(text)
        return accented(text, [(lefts[k], rights[k]) for k in range(first, last + 1) if spelled[k - start]])

    for i in range(start, end):
        char = spelled[i - start]
        if char is None:
            continue
        if text and (not char or lefts[i] - rights[last] > gap or lefts[i] < lefts[first]):
            yield word(), lefts[first], rights[last], not char
            text = []
        if char:
            if not text:
                first = i
            text.append(char)
            last = i
    if text:
        yield word(), lefts[first], rights[last], False


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


def _font(owner: int, fonts: dict[int, Font]) -> Font:
    """The font of a text object, looked up once a page (a font's handle is another's once its page is closed)."""
    handle = _font_of(owner) or 0
    if handle not in fonts:
        fonts[handle] = _describe(ctypes.cast(handle, pdfium.FPDF_FONT)) if handle else Font("", False, False)
    return fonts[handle]


def _describe(handle: object) -> Font:
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").split("+")[-1]
    return Font(name, _BOLD.search(name) is not None, _ITALIC.search(name) is not None)
