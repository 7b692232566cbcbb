"""DOIs that stand only behind the text ("[CrossRef]"): a page's links, given to the entries that they lie on."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from miner.document import Block, Box, Reference
from miner.readers.pdf.frame import Frame

_DOI = re.compile(r"doi\.org/(10\.\d{4,9}/[^\s\"<>?#]+)", re.IGNORECASE)
_LONGEST = 2_000  # bytes of an address


class Link(NamedTuple):
    """A link to a DOI by the middle of its rectangle, on the page as displayed."""

    x: float
    y: float
    doi: str


def doi_links(page: pdfium.PdfPage, frame: Frame) -> list[Link]:
    """The links of a page that lead to a DOI, in the order of the file."""
    found = []
    for link, address in _addresses(page):
        match = _DOI.search(unquote(address))
        rect = raw.FS_RECTF()
        if match and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            middle = frame.point((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
            found.append(Link(*middle, match[1].rstrip(".,;")))
    return found


def _addresses(page: pdfium.PdfPage) -> Iterator[tuple[object, str]]:
    """The links of a page with the addresses that they open."""
    at, link, buffer = ctypes.c_int(0), raw.FPDF_LINK(), ctypes.create_string_buffer(_LONGEST)
    while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, _LONGEST) <= _LONGEST:
            yield link, buffer.value.decode("utf-8", "replace")


def with_dois(
    references: Sequence[Reference], entries: Sequence[Block], links: Mapping[int, Sequence[Link]]
) -> tuple[Reference, ...]:
    """The references, those that print no DOI with that of the first link on their block; `links` are by page."""
    return tuple(
        replace(reference, doi=doi) if not reference.doi and (doi := _linked(entry.text.boxes, links)) else reference
        for reference, entry in zip(references, entries, strict=True)
    )


def _linked(boxes: Sequence[Box], links: Mapping[int, Sequence[Link]]) -> str:
    on = (
        link.doi
        for box in boxes
        for link in links.get(box.page, ())
        if box.x0 - 1 <= link.x <= box.x1 + 1 and box.y0 - 2 <= link.y <= box.y1 + 2
    )
    return next(on, "")
