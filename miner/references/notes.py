"""What entries say beyond the work itself: DOIs, addresses, dates of access, ISBNs, "in press"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]]")
# A space that a line's end left inside of the DOI that ends an entry.
_BROKEN_DOI = re.compile(r"(\b10\.\d{4,9}/\S*?[\w.])\s(?=[\w.()-]*\d[\w()-]*\.?$)")
_FOUND = r"(?:accessed|retrieved|available|abgerufen|consulté)\b"
_ADDRESS = r"<?\b(?:https?://|www\.)\S+"
# One of these stands in every note, and most lists have none.
_SIGNS = (
    *("doi", "10.", "http", "www.", "arxiv", "pmid", "pmcid", "isbn", "[crossref", "[pubmed", "[google scholar"),
    *("[published online", "[epub", "accessed", "retrieved", "available", "abgerufen", "consulté"),
)
_NOTE = re.compile(
    r"\s*(?=[\d<(\[.,;acdhiprw])"  # what no note begins with is told from one look
    rf"(?:(?:https?://(?:dx\.)?)?(?:www\.)?doi(?:\.org/|:|\s)\s*\S+|\bdoi\b[:.]?\s*10\.\S+|\b10\.\d{{4,9}}/\S+"
    rf"|(?:\(?{_FOUND}[^.;()]*?)?{_ADDRESS}(?:(?:\s\S+){{0,3}}?\s*[(\[]{_FOUND}[^)\]]*[)\]])?"
    rf"|\[(?:CrossRef|PubMed|Google Scholar)\]"
    rf"|[.,]?\s*(?:\barXiv preprint,?\s*)?\barXiv:\S+(?:\s\[[\w.-]+\])?|\bPMC?ID:?\s*\w+"
    rf"|\[(?:published online|epub)[^\]]*\]"
    rf"|[,;]?\s*\bISBN\b[:\s]*[\dX][\dX\s-]*"
    rf"|\(?{_FOUND}[^.;]*\.?)",
    re.IGNORECASE,
)
_TO_APPEAR = (
    *("in press", "in print", "to appear", "forthcoming", "submitted", "accepted", "in preparation", "under review"),
)
_UNPUBLISHED = re.compile(rf"[\s,.;:(\[]*\b(?:{'|'.join(_TO_APPEAR)})\b[\s,.;:)\]]*", re.IGNORECASE)


def whole_doi(text: str) -> str:
    """The text, its last DOI without the space that a line's end left in it."""
    return _BROKEN_DOI.sub(r"\1", text) if "10." in text else text


def doi_of(text: str) -> str:
    """The first DOI of a text, or nothing."""
    found = _DOI.search(text) if "10." in text else None
    return found[0] if found else ""


def without_notes(text: str) -> tuple[str, bool]:
    """An entry without its notes, and whether one of them says that the work is yet to appear in a journal."""
    # LaTeX fonts without names give the ligature ff as an arrow, and quotes as pairs of apostrophes.
    plain = _NOTE.sub("", text) if holds(text, _SIGNS) else text
    plain = plain.replace("``", "“").replace("''", "”").replace("↵", "ff")
    body = _UNPUBLISHED.sub(". ", plain) if holds(plain, _TO_APPEAR) else plain
    return body.strip(), body != plain


def holds(text: str, signs: Iterable[str]) -> bool:
    """Whether a text holds one of the signs, which are cheaper to look for than what they stand in."""
    low = text.lower()
    return any(sign in low for sign in signs)
