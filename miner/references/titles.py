"""Title and journal of a reference: the words between the authors and the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from miner.references.books import book_title
from miner.references.journals import (
    is_abbreviation,
    journal_name,
    likeness,
    may_abbreviate,
    names_journal,
    reads_as_journal,
)
from miner.references.notes import holds

Break = Literal["stop", "comma", "space", "none"]
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "”", "'": "'", "”": "”"}
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’]?\s+(?=[^\s])|(?<=[a-z]{3}\.)(?=[A-Z])")
_GAP = re.compile(r"\s+|(?<=[a-z]{3}\.)(?=[A-Z])")
_LONGEST = 24  # words of a journal's name
_IN = re.compile(r"[.?!,]\s+In:?\s+(?=[A-Z])")
_DEGREE = r"(?:Ph\.?\s?D\.?|Doctoral|Master\S*|M\.?\s?Sc\.?|Diploma)"
_SPECIAL = re.compile(r"[,.]?\s*\bSpecial Issue\b.*$")
# What follows the title of a book, each with what it cannot be without.
_OF_BOOKS = (
    ((";",), re.compile(r";\s[^;]*:\s[^;]*$")),  # "; Springer: Berlin"
    ((" ed",), re.compile(r",?\s*\(?\d+(?:st|nd|rd|th)?\s+ed(?:ition|\.)?\)?(?=[\s.,;:]|$)", re.IGNORECASE)),
    ((";",), re.compile(r";\s[^;]*\bEds?\..*")),  # "; Linden, D., Ed.; McGraw-Hill"
    (("thesis", "dissertation"), re.compile(rf"[\s,.;]*[\[(]?\b{_DEGREE}\s(?:thesis|dissertation)\b.*", re.IGNORECASE)),
    (("(",), re.compile(r"\s\([^()]*$")),  # "Handbook (McGraw-Hill, 2011)"
)
# What cannot be a journal by itself: it starts small ("and Genetics") or is a part ("Part A", "Int. Ed.").
_PART = re.compile(r"(?:and\b|&|Int\. Ed|Part\b|Ser(?:ies|\.)|Sect)")
_UNUSUAL = {"stop": -0.5, "comma": -1.5, "space": -2.5, "none": -1.0}  # a break that is not the list's habit


class Split(NamedTuple):
    """Title and journal, and what stands between them."""

    title: str
    journal: str
    ended: Break


def split_title(head: str, habit: Break, has_journal: bool) -> Split:
    """Title and journal out of the words before the numbers.

    `habit` is what usually stands between the two in the list; `has_journal` says that numbers of a journal follow.
    Of all places where the journal could begin, the one is taken after which most words look like a journal's name.
    """
    head = (_SPECIAL.sub("", head) if "Special Issue" in head else head).strip(" ,;:\n\t")
    quoted = _quoted(head)
    if quoted:
        return quoted
    if " In" in head and (inside := _IN.search(head)):
        return Split(_plain(head[: inside.start() + 1]), book_title(head[inside.end() :]), "stop")
    for signs, book in _OF_BOOKS:
        if holds(head, signs) and (published := book.search(head)):
            head, has_journal = head[: published.start()], False
    if not has_journal:
        return _without_numbers(re.split(r";\s", head)[0], habit)
    _, at, ended = max(_scored(head, habit), default=(0.0, 0, "none"))
    if ended == "none" and likeness(head) <= 0 and not reads_as_journal(head):
        return Split(_plain(head), "", ended)
    return Split(_plain(head[:at]), journal_name(head[at:]), ended)


def _without_numbers(head: str, habit: Break) -> Split:
    """A book, a page on the web; or an article of which only the journal is known: "Title. Nature, 2001"."""
    _, at, ended = max(
        (place for place in _scored(head, habit) if place[2] in ("stop", "comma")), default=(0.0, 0, "none")
    )
    if at and names_journal(head[at:]):
        return Split(_plain(head[:at]), journal_name(head[at:]), ended)
    return Split(_plain(_SENTENCE.split(head)[0]), "", "stop")


def _scored(head: str, habit: Break) -> Iterator[tuple[float, int, Break]]:
    """The places where the journal could begin, by how well it and what stands before it look."""
    for at, ended in _places(head):
        before = head[:at].rsplit(None, 1)[-1] if at else ""
        usual = 1.0 if ended == habit else _UNUSUAL[ended]
        yield likeness(head[at:]) + usual + _ends_title(before, ended), at, ended


def _places(head: str) -> Iterator[tuple[int, Break]]:
    words = [match.start() for match in re.finditer(r"\S+", head)][-_LONGEST:]
    if words[:1] == [0]:
        yield 0, "none"
    for match in _GAP.finditer(head, words[0] if words else 0):
        before, after = head[: match.start()].rstrip('"”’ '), head[match.end() :]
        if not (before and after):
            continue
        if before.endswith((".", "?", "!")):
            yield match.end(), "stop"
        elif before.endswith(","):
            if not _PART.match(after):
                yield match.end(), "comma"
        elif likeness(after.split(None, 1)[0]) > 0 or (
            after[0].isupper() and not before.rsplit(None, 1)[-1][:1].isupper()
        ):
            yield match.end(), "space"


def _ends_title(before: str, ended: Break) -> float:
    """What the word before the journal says: abbreviations are parts of its name, other words end the title."""
    bare = before.rstrip(".,")
    if is_abbreviation(before):
        return -3
    if ended != "stop":
        return -0.5 if before[:1].isupper() and ended == "space" else 0
    if len(bare) == 1:
        return -1
    return -1.5 if may_abbreviate(before) else 0.5


def _quoted(head: str) -> Split | None:
    closing = _QUOTES.get(head[:1])
    at = _closing_quote(head, closing) if closing else -1
    if at < 8:
        return None
    return Split(_plain(head[1:at]), journal_name(head[at + 1 :]), "stop")


def _closing_quote(head: str, closing: str) -> int:
    """The last closing quote that is followed by a space or a stop: a title may quote, and have apostrophes."""
    found = [m.start() for m in re.finditer(re.escape(closing) + r"(?=[\s.,;:]|$)", head) if m.start()]
    marked = [at for at in found if head[at - 1] in ",.?!" or head[at + 1 : at + 2] in ",."]
    return (marked or found or [-1])[0]


def _plain(title: str) -> str:
    return title.strip(' ,.;:*_“”"«»‘').replace("  ", " ")
