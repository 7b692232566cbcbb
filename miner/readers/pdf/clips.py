"""Clip paths: what of a page object is shown. A figure's file may carry the whole page that it was cut from."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from miner.readers.pdf.characters import prototype

_P, _I = ctypes.c_void_p, ctypes.c_int
_clip = prototype(pdfium.FPDFPageObj_GetClipPath, _P, _P)
_paths = prototype(pdfium.FPDFClipPath_CountPaths, _I, _P)
_segments = prototype(pdfium.FPDFClipPath_CountPathSegments, _I, _P, _I)
_segment = prototype(pdfium.FPDFClipPath_GetPathSegment, _P, _P, _I, _I)
_place = prototype(pdfium.FPDFPathSegment_GetPoint, _I, _P, _P, _P)
_PATHS, _POINTS = 8, 64  # more than these say nothing more about the extent


def extent(item: object) -> tuple[float, float, float, float] | None:
    """The extent of a page object (left, bottom, right, top) in its own coordinates."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *edges):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def clip(item: object) -> tuple[float, float, float, float] | None:
    """The extent (left, bottom, right, top) that an object's clip paths leave, in its own coordinates; None without."""
    handle = _clip(ctypes.cast(item, _P).value)  # pyright: ignore[reportArgumentType]
    count = _paths(handle) if handle else -1
    found = None
    for path in range(min(count, _PATHS)):
        points = [_point(handle, path, k) for k in range(min(_segments(handle, path), _POINTS))]
        if points:
            box = (
                min(p[0] for p in points),
                min(p[1] for p in points),
                max(p[0] for p in points),
                max(p[1] for p in points),
            )
            found = box if found is None else _common(found, box)
    return found


def shown(item: object) -> tuple[float, float, float, float] | None:
    """The extent of an object within its clip; None where nothing of it is shown."""
    box, limit = extent(item), clip(item)
    if box is None or limit is None:
        return box
    common = _common(box, limit)
    return common if common[0] <= common[2] and common[1] <= common[3] else None


def hidden(item: object) -> bool:
    """Whether the middle of an object lies outside of its clip."""
    limit = clip(item)
    box = extent(item) if limit else None
    if box is None or limit is None:
        return False
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return not (limit[0] - 1 <= x <= limit[2] + 1 and limit[1] - 1 <= y <= limit[3] + 1)


def _common(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, float, float, float]:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _point(handle: int, path: int, index: int) -> tuple[float, float]:
    point = (ctypes.c_float * 2)()
    at = ctypes.addressof(point)
    _place(_segment(handle, path, index), at, at + 4)
    return point[0], point[1]
