"""Title and journal of a reference: the words between the authors and the numbers."""

from __future__ import annotations

import re

from miner.references.journals import is_abbreviated, journal_name, names_journal, reads_as_journal
from miner.references.names import read_authors

_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "”", "'": "'", "”": "”"}
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’]?\s+(?=[^\s])|(?<=[a-z]{3}\.)(?=[A-Z])")
_IN = re.compile(r"[.?!,]\s+In:?\s+(?=[A-Z])")
_PUBLISHED = re.compile(r";\s[^;]*:\s[^;]*$")  # "; Springer: Berlin"
_EDITION = re.compile(r",?\s*\(?\d+(?:st|nd|rd|th)?\s+ed(?:ition|\.)?\)?(?=[\s.,;:]|$)", re.IGNORECASE)


def split_title(head: str, delimiter: str, has_journal: bool) -> tuple[str, str]:
    """Title and journal out of the words before the numbers.

    `delimiter` is what ends the authors ("," or "."), and so the title; `has_journal` says that numbers of a journal
    follow. Words that read as a journal and nothing else are the journal of an entry without title.
    """
    head = head.strip(" ,;:")
    quoted = _quoted(head)
    if quoted:
        return quoted
    if inside := _IN.search(head):
        return _plain(head[: inside.start() + 1]), _book(head[inside.end() :])
    if published := _PUBLISHED.search(head):
        head, has_journal = head[: published.start()], False
    if not has_journal:
        head = re.split(r";\s", _EDITION.split(head)[0])[0]
    at = _comma_split(head) if delimiter == "," else _sentence_split(head)
    if at is None:
        at = _sentence_split(head) if delimiter == "," else None
    if not has_journal and not names_journal(head[at:] if at else ""):
        return _plain(_SENTENCE.split(head)[0]), ""
    if at is None:
        return ("", journal_name(head)) if reads_as_journal(head) else (_plain(head), "")
    return _plain(head[:at]), journal_name(head[at:])


def _book(printed: str) -> str:
    """The title of a book or of proceedings after "In": without editors before it and publishers after it."""
    editors = read_authors(printed)
    return journal_name(re.split(r"[.;]\s|\.$", printed[editors.end :].lstrip(" .,:;"))[0])


def _quoted(head: str) -> tuple[str, str] | None:
    closing = _QUOTES.get(head[:1])
    at = _closing_quote(head, closing) if closing else -1
    if at < 8:
        return None
    return _plain(head[1:at]), journal_name(head[at + 1 :])


def _closing_quote(head: str, closing: str) -> int:
    """The last closing quote that is followed by a space or a stop: a title may quote, and have apostrophes."""
    found = [m.start() for m in re.finditer(re.escape(closing) + r"(?=[\s.,;:]|$)", head) if m.start()]
    marked = [at for at in found if head[at - 1] in ",.?!" or head[at + 1 : at + 2] in ",."]
    return (marked or found or [-1])[0]


def _sentence_split(head: str) -> int | None:
    """The full stop before the journal: from the right, past the stops of abbreviated journal words."""
    stops = [m.end() for m in _SENTENCE.finditer(head)]
    at = None
    for index in reversed(range(len(stops))):
        piece = head[stops[index - 1] if index else 0 : stops[index]].strip()
        at = stops[index]
        if not is_abbreviated(piece):
            return at
    return at if at is not None and not reads_as_journal(head) else None


def _comma_split(head: str) -> int | None:
    """The comma before the journal: the last, unless what stands before it is a journal's abbreviation too."""
    commas = [m.end() for m in re.finditer(r",\s+", head)]
    while commas:
        at = commas.pop()
        before = head[commas[-1] if commas else 0 : at].strip(" ,")
        if not (is_abbreviated(before) or _is_part(head[at:])):
            return at
        if not commas and not is_abbreviated(before):
            return at
    return None


def _is_part(tail: str) -> bool:
    """What cannot be a journal by itself: it starts small ("and Genetics") or is a part ("Part A", "Int. Ed.")."""
    return bool(re.match(r"(?:[a-z]|and\b|&|Int\. Ed|Part\b|Ser(?:ies|\.)|Sect)", tail))


def _plain(title: str) -> str:
    return title.strip(' ,.;:*_“”"«»‘').replace("  ", " ")
