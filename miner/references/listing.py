"""A reference list as a whole: the style that most entries share helps with the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from miner.document import Reference
from miner.references.duplicates import mark_duplicates
from miner.references.names import Authors, Form, read_authors
from miner.references.numbers import read_numbers
from miner.references.titles import split_title

_LABEL = re.compile(
    r"\s*(?:[-*•]\s+)?(\[[^\[\]]{1,20}\]|\(\d{1,4}\)|\d{1,4}\s?[.)](?=\s|[A-Z])|\d{1,4}(?=\s+[A-Z]))\.?\s*"
)
_PART = re.compile(r"\(?a\)\s*")
_NEXT_PART = re.compile(r"[;.,]\s*\(?b\)\s")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]]")
# A space that a line's end left inside of the DOI that ends an entry.
_BROKEN_DOI = re.compile(r"(\b10\.\d{4,9}/\S*?[\w.])\s(?=[\w.()-]*\d[\w()-]*\.?$)")
_NOTE = re.compile(
    r"\s*(?:(?:https?://(?:dx\.)?)?(?:www\.)?doi(?:\.org/|:|\s)\s*\S+|\bdoi\b[:.]?\s*10\.\S+"
    r"|<?\b(?:https?://|www\.)\S+"
    r"|\[(?:CrossRef|PubMed|Google Scholar)\]|\barXiv:\S+|\bPMC?ID:?\s*\w+|\[(?:published online|epub)[^\]]*\]"
    r"|\(?(?:accessed|retrieved|available)\b[^.;]*\.?)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"[\s,.:;]*[(\[]?\s*"
    r"(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s)?"
    r"(?P<year>1[5-9]\d\d|20\d\d)[a-z]?(?:,?\s[A-Z][a-z]{2,8}\.?(?:\s\d{1,2})?)?\s*[)\]]?(?P<stop>[\s.,:;]+|$)"
)


@dataclass(frozen=True, slots=True)
class _Style:
    """What entries of one list share: the form of names, whether the year follows them, and what ends the title."""

    form: Form
    year_first: bool
    delimiter: str


def parse_list(texts: Sequence[str]) -> tuple[Reference, ...]:
    """The entries of a list, numbered by position; an entry for a work that the list has already is marked.

    Known are the styles of APA, ACS, Nature, RSC, Elsevier, Wiley (the first of several parts), MDPI, IEEE,
    Vancouver and author-year lists. What an entry does not say, or what cannot be told, is left empty.
    """
    style = _common(texts)
    return mark_duplicates(_parse(text, number, style) for number, text in enumerate(texts, 1))


def _common(texts: Sequence[str]) -> _Style | None:
    """The style of most entries; None for a list too short for a vote."""
    votes = Counter(style for text in texts if (style := _style(_body(text)[2])))
    if len(texts) < 4 or not votes:
        return None
    return votes.most_common(1)[0][0]


def _style(body: str) -> _Style | None:
    authors = read_authors(body)
    if not authors.surnames:
        return None
    year = _YEAR_AFTER.match(body, authors.end)
    return _Style(authors.form, bool(year), _delimiter(body, authors, year))


def _delimiter(body: str, authors: Authors, year: re.Match[str] | None) -> str:
    """A comma where one follows the names (and the year), else a full stop."""
    after = year["stop"] if year else body[authors.end : authors.end + 2]
    return "," if after.strip()[:1] == "," else "."


def _body(text: str) -> tuple[str, str, str]:
    """Label, the entry as printed, and its first part without DOI, addresses and notes."""
    label = _LABEL.match(text)
    printed = text[label.end() :].strip() if label else text.strip()
    printed = _BROKEN_DOI.sub(r"\1", printed)
    part = _PART.match(printed)
    body = printed[part.end() :] if part else printed
    if part and (next_part := _NEXT_PART.search(body)):
        body = body[: next_part.start()]
    body = _NOTE.sub("", body).replace("``", "“").replace("''", "”").strip()
    return label[1] if label else "", printed, body


def _parse(text: str, number: int, style: _Style | None) -> Reference:
    label, printed, body = _body(text)
    authors = read_authors(body, style.form if style else None)
    after = _YEAR_AFTER.match(body, authors.end) if authors.surnames or not style else None
    at = after.end() if after else authors.end
    year = int(after["year"]) if after else None
    numbers = read_numbers(body, at, year)
    delimiter = _delimiter(body, authors, after) if authors.surnames else style.delimiter if style else "."
    title, journal = split_title(
        body[at : numbers.start].lstrip(" .,:;"), delimiter, bool(numbers.volume or numbers.pages)
    )
    if journal and not title and re.search(r"[A-Z]\. ?J\.$", body[: authors.end]) and not journal.startswith("J."):
        journal = f"J. {journal}"  # "Chen, Z. J. Power Sources": no second initial
    doi = _DOI.search(printed)
    return Reference(
        number=number,
        text=printed,
        label=label,
        authors=authors.surnames,
        title=title,
        journal=journal,
        year=year or numbers.year,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=numbers.pages,
        doi=doi[0] if doi else "",
    )
