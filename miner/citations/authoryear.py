"""Citations by author and year: "(Wang et al., 2021; Li and Chen, 2019a,b)" and "Wang et al. (2021)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from miner.document import Citation, Reference, Text
from miner.references.names import surname_key

SURNAME = (
    r"(?:(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]i|[dD]a|[dD]el|[dD]os|[lL]a|[lL]e|[eE]l|[tT]en|[tT]er)[\s'’]){0,3}"
    r"(?:[A-Z]['’])?[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[-‐‑–’'][^\W\d_]+){0,3}"
)
_YEAR = r"(?:18|19|20)\d\d[a-z]?"
_DATED = re.compile(r"(?:18|19|20)\d\d")
_CITATION = re.compile(
    rf"(?<![\w’'-])(?P<first>{SURNAME}(?:\s{SURNAME})?)"
    rf"(?:\s(?P<initials>(?:[A-Z]\.[\s-]?){{1,3}}))?(?:(?P<others>,?\s*et\s?al\b\.?)|(?:,\s*{SURNAME}){{0,9}},?\s+(?:and|&)\s+(?P<second>{SURNAME}))?"
    rf"(?:['’]s?)?\s*,?\s*[(\[]?\s*(?P<years>{_YEAR}(?:\s*(?:,|;|and|&)\s*(?:{_YEAR}|[a-z]\b))*)"
)
_ITEM = re.compile(r"(?P<year>\d{4})?(?P<letter>[a-z])?\b")


@dataclass(frozen=True, slots=True)
class AuthorYear:
    """The references by first author and year; `unknown` is what `find` gives for a citation that none of them fits."""

    references: Sequence[Reference]

    def find(self, text: Text) -> list[Citation]:
        """One citation a year, its characters the year; `numbers` is empty where no reference fits."""
        if not _DATED.search(text.text):  # names are everywhere, years are not
            return []
        return [citation for match in _CITATION.finditer(text.text) for citation in self._cited(match)]

    def _cited(self, match: re.Match[str]) -> Iterator[Citation]:
        year = ""
        candidates = self._by(match)
        for item in _ITEM.finditer(match["years"]):
            if not item[0]:
                continue
            year = item["year"] or year
            found = [r for r in candidates if str(r.year) == year]
            lettered = [r for r in found if item["letter"] and f"{year}{item['letter']}" in r.text]
            numbers = tuple(r.number for r in (lettered or found)[:1])
            if numbers or match["others"] or match["second"]:
                at = match.start("years")
                yield Citation(at + item.start(), at + item.end(), numbers)

    def _by(self, match: re.Match[str]) -> list[Reference]:
        """The references of these authors; where several are left, those with as many authors as the citation says."""
        found = [r for r in self.references if r.authors and _names(match["first"], r.authors[0])]
        if match["second"]:
            exact = [
                r for r in found if len(r.authors) > 1 and surname_key(match["second"]) == surname_key(r.authors[1])
            ]
        else:
            exact = [r for r in found if (len(r.authors) > 2) == bool(match["others"])]
        if match["initials"]:
            exact = [r for r in found if _has_initial(r, match["initials"])] or exact
        return exact + [r for r in found if r not in exact]


def _has_initial(reference: Reference, initials: str) -> bool:
    """Whether the entry prints the first author's initials so ("Wang M. et al." tells one Wang from another)."""
    surname, initial = re.escape(reference.authors[0]), re.escape(initials[0])
    return bool(re.search(rf"{surname},?\s+{initial}|^{initial}\.[^,]*{surname}", reference.text))


def _names(printed: str, surname: str) -> bool:
    """Whether a printed name is or ends in a surname: the word before it may be the sentence's ("As Wang et al.")."""
    keys = {surname_key(printed), surname_key(re.split(r"\s", printed)[-1])}
    return surname_key(surname) in keys or surname_key(re.split(r"[\s]", surname)[-1]) in keys
