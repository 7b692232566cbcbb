"""A reference list as a whole: the style that most entries share helps with the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from miner.document import Reference
from miner.references.duplicates import mark_duplicates
from miner.references.names import Authors, Form, corporate_author, read_authors
from miner.references.notes import doi_of, whole_doi, without_notes
from miner.references.numbers import MONTH, YEAR, read_numbers
from miner.references.patents import find_patent
from miner.references.titles import Break, Split, split_title

_LABEL = re.compile(
    r"\s*(?:[-*•]\s+)?(\[[^\[\]]{1,20}\]|\(\d{1,4}\)|\d{1,4}\s?[.)](?=\s|[A-Z])|\d{1,4}(?=\s*[A-Z]\.)|\d{1,4}(?=\s+[A-Z]))\.?\s*"
)
_PART = re.compile(r"\(?a\)\s*")
_NEXT_PART = re.compile(r"[;.,]\s*\(?b\)\s")
_YEAR_AFTER = re.compile(
    rf"[\s,.:;]*[(\[]?\s*(?:(?:\d{{1,2}}\s)?{MONTH}\s)?(?P<year>{YEAR})[a-z]?"
    rf"(?:,?\s{MONTH}(?:\s\d{{1,2}})?)?\s*[)\]]?(?P<stop>[\s.,:;]+|$)",
)


@dataclass(frozen=True, slots=True)
class _Style:
    """What entries of one list share: the form of names, whether the year follows them, and what ends the title."""

    form: Form
    year_first: bool
    ended: Break


def parse_list(texts: Sequence[str]) -> tuple[Reference, ...]:
    """The entries of a list, numbered by position; an entry for a work that the list has already is marked.

    Known are the styles of APA, ACS, Nature, RSC, Elsevier, Wiley (the first of several parts), MDPI, IEEE, Vancouver,
    IOP, Springer, AIP, Science and author-year lists. What an entry does not say, or cannot be told, is left empty.
    """
    style = _common(texts)
    return mark_duplicates(_parse(text, number, style)[0] for number, text in enumerate(texts, 1))


def _common(texts: Sequence[str]) -> _Style | None:
    """The style of most entries; None for a list too short for a vote."""
    votes = Counter(style for text in texts if (style := _parse(text, 1, None)[1]))
    if len(texts) < 4 or not votes:
        return None
    return votes.most_common(1)[0][0]


def _body(text: str) -> tuple[str, str]:
    """Label, and the entry as printed."""
    label = _LABEL.match(text)
    printed = text[label.end() :].strip() if label else text.strip()
    return label[1] if label else "", whole_doi(printed)


def _first_part(printed: str) -> str:
    """The first of the works of an entry like "a) ...; b) ..."."""
    part = _PART.match(printed)
    if not part:
        return printed
    next_part = _NEXT_PART.search(printed, part.end())
    return printed[part.end() : next_part.start() if next_part else len(printed)]


def _parse(text: str, number: int, style: _Style | None) -> tuple[Reference, _Style | None]:
    """The entry, and the style that it is in, where it is one for a vote."""
    label, printed = _body(text)
    body, is_unpublished = without_notes(_first_part(printed))
    authors = corporate_author(body) or read_authors(body, style.form if style else None)
    after = _year_after(body, authors, style)
    at = after.end() if after else authors.end
    year = int(after["year"]) if after else None
    patent = find_patent(body, at)
    numbers = read_numbers(body, patent.end if patent else at, year)
    split = (
        Split(body[at : patent.start].strip(" ,.;"), patent.office, "stop")
        if patent
        else split_title(
            body[at : numbers.start].lstrip(" .,:;"),
            style.ended if style else _expected(body, authors, after),
            bool(numbers.volume or numbers.pages or is_unpublished),
        )
    )
    journal = split.journal
    if (
        journal
        and not split.title
        and re.search(r"[A-Z]\. ?J\.$", body[: authors.end])
        and not journal.startswith("J.")
    ):
        journal = f"J. {journal}"  # "Chen, Z. J. Power Sources": no second initial
    reference = Reference(
        number=number,
        text=printed,
        label=label,
        authors=authors.surnames,
        title=split.title,
        journal=journal,
        year=year or numbers.year,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=patent.number if patent else numbers.pages,
        doi=doi_of(printed),
    )
    return reference, _Style(authors.form, bool(after), split.ended) if authors.surnames and journal else None


def _year_after(body: str, authors: Authors, style: _Style | None) -> re.Match[str] | None:
    """The year after the names; where years stand elsewhere in the list, not one that begins the title."""
    if not authors.surnames and style:
        return None
    found = _YEAR_AFTER.match(body, authors.end)
    begins = (
        found and style and not style.year_first and not found["stop"].strip() and found[0][-2:-1] not in (")", "]")
    )
    return None if begins else found


def _expected(body: str, authors: Authors, year: re.Match[str] | None) -> Break:
    """What ends the title of a lone entry: a comma where one follows the names (and the year), else a full stop."""
    after = year["stop"] if year else body[authors.end : authors.end + 2]
    return "comma" if after.strip()[:1] == "," else "stop"
