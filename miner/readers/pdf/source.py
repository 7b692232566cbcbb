"""Opening a PDF, with the reason told where that fails."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from miner.errors import ReadError

PAGES = 3_000  # the longest file that is read


def open_pdf(path: Path, password: str | None = None) -> pdfium.PdfDocument:
    """The open document.

    Raises:
        ReadError: encrypted or damaged.
    """
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
