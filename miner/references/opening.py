"""What an entry begins with: who wrote it, and the year where that follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from miner.references.names import Authors, Form, corporate_author, read_authors
from miner.references.numbers import MONTH, YEAR
from miner.references.titles import Break

_YEAR_AFTER = re.compile(
    rf"[\s,.:;]*[(\[]?\s*(?:(?:\d{{1,2}}\s)?{MONTH}\s)?(?P<year>{YEAR})[a-z]?"
    rf"(?:,?\s{MONTH}(?:\s\d{{1,2}})?)?\s*[)\]]?(?P<stop>[\s.,:;]+|$)",
)
_UNNAMED = re.compile(rf"(?P<first>[^()]{{3,200}}?)[.,]?\s\((?P<year>{YEAR})[^()]*\)[.,]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Opening:
    """What an entry begins with: names, the year where it follows them, and what then probably ends the title.

    Of an entry without names `title` is what stands before the year.
    """

    authors: Authors
    end: int
    year: int | None = None
    expected: Break = "stop"
    title: str = ""


def read_opening(body: str, form: Form | None, year_first: bool) -> Opening:
    """The opening of an entry; `form` is that of the list's names, `year_first` whether years follow them there."""
    authors = corporate_author(body) or read_authors(body, form)
    if not authors.surnames and (unnamed := _UNNAMED.match(body)):
        return _unnamed(unnamed, authors.form)
    year = _year_after(body, authors, form, year_first)
    after = year["stop"] if year else body[authors.end : authors.end + 2]
    expected: Break = "comma" if after.strip()[:1] == "," else "stop"
    return Opening(authors, year.end() if year else authors.end, int(year["year"]) if year else None, expected)


def _unnamed(match: re.Match[str], form: Form) -> Opening:
    """An entry without names before its year: an organisation is capitalised throughout, a title is not."""
    is_name = all(
        word[0].isupper() or word in ("of", "and", "for", "the", "on", "&") for word in match["first"].split()
    )
    authors = Authors((match["first"],), match.end(), form) if is_name else Authors((), 0, form)
    return Opening(authors, match.end(), int(match["year"]), "stop", "" if is_name else match["first"])


def _year_after(body: str, authors: Authors, form: Form | None, year_first: bool) -> re.Match[str] | None:
    """The year after the names; where years stand elsewhere in the list, not one that begins the title."""
    if not authors.surnames and form:
        return None
    found = _YEAR_AFTER.match(body, authors.end)
    is_bare = found is not None and not found["stop"].strip() and found[0][-2:-1] not in (")", "]")
    return None if is_bare and not year_first else found
