"""Opening a PDF, with the reason told where that fails."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from miner.errors import ReadError

# A PDF's header stands in the first kilobyte or shortly after it.
_HEAD = 4096
PAGES = 3_000  # the longest file that is read


def open_pdf(path: Path, password: str | None = None) -> pdfium.PdfDocument:
    """The open document.

    Raises:
        ReadError: missing, not a file, empty, not a PDF, encrypted or damaged.
    """
    magic(path)
    try:
        document = pdfium.PdfDocument(path, password=password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise ReadError("encrypted", path.name) from None
        raise ReadError("damaged", path.name) from None
    if len(document) == 0:
        document.close()
        raise ReadError("damaged", path.name)
    return document


def magic(path: Path) -> bytes:
    """The first bytes of a file that is a PDF by its header.

    Raises:
        ReadError: missing, not a file, empty or not a PDF.
    """
    if not path.exists():
        raise ReadError("missing", path.name)
    if not path.is_file():
        raise ReadError("not a file", path.name)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise ReadError("empty", path.name)
    if b"%PDF-" not in head:
        raise ReadError("not a PDF", path.name, _looks_like(head))
    return head


def _looks_like(head: bytes) -> str:
    start = head.lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "it is a web page"
    return "it is an archive" if start.startswith(b"pk") else "it has no PDF header"
