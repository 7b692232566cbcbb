"""A page's characters as pdfium gives them: what they spell, whose they are and where they stand.

A call into pdfium costs as much as a hundred characters of text, so that what is asked for a character is little: the
text comes in one call, owners by bisection, and boxes only where they are asked for.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from miner.readers.pdf.frame import Frame

Numbers = npt.NDArray[np.intp]


def prototype(function: object, result: type | None, *arguments: type):
    """A second view of a function of pdfium that takes and gives plain integers, three times as fast as handles.

    It keeps Python's lock, which takes longer to give away and to get back than these functions run.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # pyright: ignore[reportArgumentType]
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I = ctypes.c_void_p, ctypes.c_int
_unicode = prototype(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_text = prototype(pdfium.FPDFText_GetText, _I, _P, _I, _I, _P)
_object = prototype(pdfium.FPDFText_GetTextObject, _P, _P, _I)
_loose = prototype(pdfium.FPDFText_GetLooseCharBox, _I, _P, _I, _P)


class Characters:
    """The characters of the text page at the address `page`; `text` has one character for each."""

    def __init__(self, page: int, frame: Frame) -> None:
        self._page, self._frame = page, frame
        self.count = max(0, pdfium.FPDFText_CountChars(ctypes.cast(page, pdfium.FPDF_TEXTPAGE)))
        self.text = self._spelled()

    def _spelled(self) -> str:
        """All in one call where that gives one character for each, else one by one."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        if _text(self._page, 0, self.count, ctypes.addressof(buffer)) == self.count + 1:
            text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
            if len(text) == self.count:  # no pairs of surrogates
                return text
        return "".join(chr(_unicode(self._page, i)) for i in range(self.count))

    def owners(self) -> Iterator[tuple[int, int, int]]:
        """The start, end and owner (the address of a text object) of the characters of each text object."""
        start = 0
        while start < self.count:
            owner = _object(self._page, start)
            end = self._end(start, owner) if owner else start + 1
            if owner:
                yield start, end, owner
            start = end

    def _end(self, start: int, owner: int) -> int:
        """One after the last character of an object; what lies between two of its characters is its own."""
        line = self.text.find("\r", start)  # most objects end with their line, if not before
        low, step = start, 8
        if line > start and _object(self._page, line - 1) == owner:
            low, step = line - 1, 2
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

    def edges(self, indices: Numbers, turns: Numbers) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """The left and right edges of these characters, of each along text that is turned by so many quarters."""
        boxes = np.zeros((len(indices), 4), np.float32)
        start = boxes.ctypes.data
        sum(map(_loose, repeat(self._page), indices.tolist(), range(start, start + 16 * len(boxes), 16)))
        np.nan_to_num(boxes, copy=False, posinf=0.0, neginf=0.0)  # damage makes boxes of no size
        frame = self._frame
        x, y = boxes[:, [0, 2]], boxes[:, [1, 3]]  # left, top, right, bottom
        wide, high = frame.a * x + frame.c * y + frame.e, frame.b * x + frame.d * y + frame.f
        sides = (wide, frame.height - high, frame.width - wide, high)
        along = np.choose(turns[:, None], sides) if turns.any() else wide
        return np.minimum(along[:, 0], along[:, 1]), np.maximum(along[:, 0], along[:, 1])
