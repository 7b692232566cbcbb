"""Title and journal of a reference: the words between the authors and the numbers."""

from __future__ import annotations

import re
from functools import cache

from miner.vocabulary import entries

_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "”", "'": "'", "”": "”"}
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’]?\s+(?=[^\s])")
_SMALL = frozenset(
    ["of", "and", "the", "for", "in", "on", "de", "la", "et", "und", "für", "der", "&", "to", "a", "y", "des", "e"]
)
_IN = re.compile(r"\s*\bin:?\s+(?=[A-Z\"“])|^[\s,.;:]+", re.IGNORECASE)


def split_title(head: str, delimiter: str, has_journal: bool) -> tuple[str, str]:
    """Title and journal out of the words before the numbers.

    `delimiter` is what ends the authors ("," or "."), and so the title; `has_journal` says that numbers of a journal
    follow. Words that read as a journal and nothing else are the journal of an entry without title.
    """
    head = head.strip(" ,;:")
    quoted = _quoted(head)
    if quoted:
        return quoted
    if not has_journal:
        return _plain(_pieces(head)[0] if head else ""), ""
    at = _comma_split(head) if delimiter == "," else _sentence_split(head)
    if at is None:
        at = _sentence_split(head) if delimiter == "," else None
    if at is None:
        return ("", _journal(head)) if _reads_as_journal(head) else (_plain(head), "")
    return _plain(head[:at]), _journal(head[at:])


def _quoted(head: str) -> tuple[str, str] | None:
    closing = _QUOTES.get(head[:1])
    at = _closing_quote(head, closing) if closing else -1
    if at < 8:
        return None
    return _plain(head[1:at]), _journal(head[at + 1 :])


def _closing_quote(head: str, closing: str) -> int:
    """The last closing quote that is followed by a space or a stop: a title may quote, and have apostrophes."""
    found = [m.start() for m in re.finditer(re.escape(closing) + r"(?=[\s.,;:]|$)", head) if m.start()]
    marked = [at for at in found if head[at - 1] in ",.?!" or head[at + 1 : at + 2] in ",."]
    return (marked or found or [-1])[0]


def _pieces(head: str) -> list[str]:
    return _SENTENCE.split(head)


def _sentence_split(head: str) -> int | None:
    """The full stop before the journal: from the right, past the stops of abbreviated journal words."""
    stops = [m.end() for m in _SENTENCE.finditer(head)]
    at = None
    for index in reversed(range(len(stops))):
        piece = head[stops[index - 1] if index else 0 : stops[index]].strip()
        at = stops[index]
        if not _is_abbreviated(piece):
            return at
    return at if at is not None and not _reads_as_journal(head) else None


def _comma_split(head: str) -> int | None:
    """The comma before the journal: the last, unless what stands before it is a journal's abbreviation too."""
    commas = [m.end() for m in re.finditer(r",\s+", head)]
    while commas:
        at = commas.pop()
        before = head[commas[-1] if commas else 0 : at].strip(" ,")
        if not (_is_abbreviated(before) or _is_part(head[at:])):
            return at
        if not commas and not _is_abbreviated(before):
            return at
    return None


def _is_part(tail: str) -> bool:
    """What cannot be a journal by itself: it starts small ("and Genetics") or is a part ("Part A", "Int. Ed.")."""
    return bool(re.match(r"(?:[a-z]|and\b|&|Int\. Ed|Part\b|Ser(?:ies|\.)|Sect)", tail))


def _is_abbreviated(piece: str) -> bool:
    """Whether a piece that ends in a full stop is made of words of journal names, the last of them abbreviated."""
    words = piece.split()
    if not words or not words[-1].endswith(".") or len(words) > 6:
        return False
    return _is_journal_word(words[-1]) and all(
        _is_journal_word(w) or w.lower() in _SMALL or w[0].isupper() for w in words
    )


def _is_journal_word(word: str) -> bool:
    letters = word.strip("().,:-").lower()
    return letters in _journal_words() or (len(letters) == 1 and letters.isalpha())


def _reads_as_journal(head: str) -> bool:
    words = head.replace("-", " ").split()
    is_short = 0 < len(words) <= 12
    return is_short and all(
        w[0].isupper() or w.lower() in _SMALL or _is_journal_word(w) or not w[0].isalpha() for w in words
    )


@cache
def _journal_words() -> frozenset[str]:
    return frozenset(word.lower() for entry in entries("journal_words") for word in entry["words"])


def _plain(title: str) -> str:
    return title.strip(' ,.;:*_“”"«»‘').replace("  ", " ")


def _journal(printed: str) -> str:
    """A journal's name without what stands around it; its last full stop stays where it abbreviates."""
    name = _IN.sub("", printed, count=1).strip(' ,;:*_()“”"«»')
    name = re.sub(r"^in:?\s+", "", name, flags=re.IGNORECASE)
    return name if "." in name[:-1] or _is_journal_word(name.split()[-1] if name else "") else name.rstrip(".")
