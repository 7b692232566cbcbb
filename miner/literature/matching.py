"""Whether a work is the one that a reference names: by title, authors, year, volume, page and journal, one by one.

Nothing that both give may differ, and enough must agree. What a service thinks of its own hit plays no part: the work
ranked first is often a namesake, another edition or a correction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import Levenshtein

from miner.document import Reference
from miner.literature.journals import compare_journals
from miner.literature.works import Work
from miner.references.names import surname_key

Likeness = Literal["same", "close", "other", "unknown"]

# Words that titles gain and lose in reference lists.
_IDLE = {"", "a", "an", "the", "and", "of"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a reference and a work agree, field by field; "unknown" where one of them is silent."""

    title: Likeness
    authors: Likeness
    year: Likeness
    volume: Likeness
    page: Likeness
    journal: Likeness

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which they differ; a journal goes by many names, and volume and page are enough to know it."""
        fields = ("title", "authors", "year", "volume", "page")
        found = [field for field in fields if getattr(self, field) == "other"]
        placed = self.volume == self.page == "same"
        return tuple(found) + (("journal",) if self.journal == "other" and not placed else ())

    @property
    def agreeing(self) -> int:
        """In how many fields beside the title they agree."""
        return sum(likeness == "same" for likeness in (self.authors, self.year, self.volume, self.page, self.journal))

    @property
    def is_same(self) -> bool:
        """Whether reference and work are one."""
        placed = "same" in (self.volume, self.page)
        if self.differing or (self.authors == "close" and not self.volume == self.page == "same"):
            return False
        if self.title == "same":
            return self.agreeing >= 2 and (self.authors == "same" or placed)
        if self.authors not in ("same", "close") or self.year != "same":
            return False
        return placed if self.title == "close" else self.volume == self.page == "same"


@dataclass(frozen=True, slots=True)
class Choice:
    """The one work that a reference names, or the reason why there is none."""

    work: Work | None = None
    reason: str = ""


def choose(reference: Reference, works: Sequence[Work]) -> Choice:
    """The work among those that a search brought up; of several that fit, the one that fits best, if there is one."""
    agreements = [(agree(reference, work), work) for work in works]
    fits = [(_weight(found), work) for found, work in agreements if found.is_same]
    best = {work.doi: work for weight, work in fits if weight == max(fits, key=lambda fit: fit[0])[0]}
    if len(best) == 1:
        return Choice(next(iter(best.values())))
    if best:
        return Choice(reason=f"several records fit: {', '.join(sorted(best))}")
    return Choice(reason=_nearest(reference, agreements))


def agree(reference: Reference, work: Work) -> Agreement:
    """Compare a reference and a work field by field."""
    return Agreement(
        compare_titles(reference.title, work.title),
        _authors(reference.authors, work.authors),
        _year(reference, work),
        _volume(reference, work),
        _page(reference.first_page, work),
        compare_journals(reference.journal, (work.journal, work.short_journal)),
    )


def compare_titles(a: str, b: str) -> Likeness:
    """Titles are the same but for spaces, hyphens and case; close with misprints or without a subtitle."""
    if not a or not b:
        return "unknown"
    words, others = _words(a), _words(b)
    if "".join(words) == "".join(others):
        return "same"
    if _begins(a, others) or _begins(b, words):
        return "close"
    changes = [op for op in SequenceMatcher(None, words, others, autojunk=False).get_opcodes() if op[0] != "equal"]
    pairs = [("".join(words[i1:i2]), "".join(others[j1:j2])) for _, i1, i2, j1, j2 in changes]
    return "close" if all(_is_misprint(x, y) for x, y in pairs) else "other"


def _begins(title: str, words: Sequence[str]) -> bool:
    """Whether what stands before a title's subtitle is all of another title."""
    main = re.split(r"\s*[:–—]\s+|\s+[–—-]\s+|\?\s+", title, maxsplit=1)[0]
    return main != title and len(_words(main)) >= 3 and "".join(_words(main)) == "".join(words)


def _is_misprint(x: str, y: str) -> bool:
    if x == y or (x in _IDLE and y in _IDLE):
        return True
    long = min(len(x), len(y))
    return long >= 6 and (x + y).isalpha() and Levenshtein.distance(x, y) <= (2 if long >= 12 else 1)


def _words(text: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", text.replace("ß", "ss")).lower()
    return re.findall(r"[^\W_]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))


def _authors(printed: Sequence[str], known: Sequence[str]) -> Likeness:
    """The same with the same first author, where at least half of the shorter list is in the other.

    Close are lists in another order, of which the shorter is all in the other.
    """
    a, b = [surname_key(name) for name in printed], [surname_key(name) for name in known if name]
    if not a or not b:
        return "unknown"
    short, long = sorted((a, b), key=len)
    shared = sum(any(_is_name(name, other) for other in long) for name in short)
    if _is_name(a[0], b[0]) and 2 * shared >= len(short):
        return "same"
    return "close" if len(short) >= 2 and shared == len(short) else "other"


def _is_name(a: str, b: str) -> bool:
    """Surnames are one but for particles or a misprint."""
    short = min(len(a), len(b))
    ends = short >= 4 and (a.endswith(b) or b.endswith(a))
    return a == b or ends or (short >= 6 and Levenshtein.distance(a, b) <= 1)


def _year(reference: Reference, work: Work) -> Likeness:
    if not reference.year or not work.years:
        return "unknown"
    return "same" if reference.year in work.years else "other"


def _volume(reference: Reference, work: Work) -> Likeness:
    if not reference.volume or not work.volume:
        # A preprint has no volume: the reference names the published work.
        return "other" if reference.volume and work.is_preprint else "unknown"
    return "same" if _number(reference.volume) == _number(work.volume) else "other"


def _page(printed: str, work: Work) -> Likeness:
    known = [_number(re.split(r"\s*[-–]\s*", text)[0]) for text in (work.pages, work.article) if re.search(r"\d", text)]
    page = _number(printed)
    if not page or not known:
        return "unknown"
    if page in known or any(_digits(page) == _digits(other) for other in known if page.isdigit() != other.isdigit()):
        return "same"
    # An article counts its own pages from 1 where the reference gives its number.
    return "unknown" if known == ["1"] and len(_digits(page)) >= 4 else "other"


def _number(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower().lstrip("0")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _weight(found: Agreement) -> tuple[bool, bool, int]:
    return found.title == "same", found.authors == "same", found.agreeing


def _nearest(reference: Reference, agreements: Sequence[tuple[Agreement, Work]]) -> str:
    """Why there is none: what keeps the nearest record from being the one."""
    alike = [(found, work) for found, work in agreements if found.title in ("same", "close")]
    if not alike:
        return "no record has this title" if reference.title else "no record has these authors, year, volume and page"
    found, work = min(alike, key=lambda pair: (len(pair[0].differing), -pair[0].agreeing, pair[1].doi))
    what = f"differs in {', '.join(found.differing)}" if found.differing else "says too little to be sure of it"
    return f"the nearest record, {work.doi}, {what}"
