"""Patents: "Title. U.S. Patent 9287552 B2, 2016" and "Title, Chinese Patent CN 108987841 A"."""

from __future__ import annotations

import re
from typing import NamedTuple

_OFFICE = r"(?:(?:U\.?\s?S\.?|[A-Z][a-z]+|[A-Z]{2})\.?\s)?"
_NUMBER = r"(?:Appl\.\s)?[A-Z]{0,2}\s?\d+(?:[,/.\s]\d{3,})*(?:\s?[A-C]\d?)?"
_PATENT = re.compile(
    rf"[.,;]\s+(?P<office>{_OFFICE}(?:Patents?|Pat\.)(?:\sApplication)?)\s(?:[Nn]o\.?\s?)?(?P<number>{_NUMBER})(?![\w-])"
)


class Patent(NamedTuple):
    """The title's end, the office ("U.S. Patent"), the number, and where that ends."""

    start: int
    office: str
    number: str
    end: int


def find_patent(body: str, at: int) -> Patent | None:
    """The patent that an entry names after `at`, where it does."""
    match = _PATENT.search(body, at)
    return Patent(match.start(), match["office"], match["number"].strip(), match.end()) if match else None
