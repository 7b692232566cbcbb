"""Names of journals: which words they are made of, and how they are told from titles and names."""

from __future__ import annotations

import re
from functools import cache

from miner.vocabulary import entries

_NO_JOURNAL = re.compile(
    r"\b(?:Press|Universit|Springer|Wiley|Elsevier|Publish|Verlag|Thesis|Dissertation|Report|Proceedings|Conference|Symposium"
    r"|Workshop|Patent|Academic|Inc|Ltd|Eds?\b)",
    re.IGNORECASE,
)
_FULL_WORDS = frozenset(
    ["Journal", "Letters", "Reviews", "Review", "Transactions", "Advances", "Science", "Nature", "Annals"]
)
_SMALL = frozenset(
    ["of", "and", "the", "for", "in", "on", "de", "la", "et", "und", "für", "der", "&", "to", "a", "y", "des", "e"]
)


def reads_as_journal(head: str) -> bool:
    """Whether words are a journal's name and nothing else: few, and all capitalised, small or known abbreviations."""
    words = head.replace("-", " ").split()
    is_short = 0 < len(words) <= 12
    return is_short and all(
        w[0].isupper() or w.lower() in _SMALL or is_journal_word(w) or not w[0].isalpha() for w in words
    )


def names_journal(words: str) -> bool:
    """Whether words without numbers of a journal after them still name one: "Journal of Energy Chemistry"."""
    known = any(is_journal_word(word) or word in _FULL_WORDS for word in words.split())
    return known and reads_as_journal(words) and not _NO_JOURNAL.search(words)


def is_abbreviated(piece: str) -> bool:
    """Whether a piece that ends in a full stop is part of a journal's name: one word, or the last of them short."""
    words = piece.split()
    if not words or not words[-1].endswith(".") or len(words) > 6:
        return False
    if len(words) == 1:
        return _is_short_form(words[0])
    capitalised = all(word.lstrip("(")[:1].isupper() or word.lower() in _SMALL for word in words)
    return capitalised and _parts(words[-1]) <= _words("abbreviation")


def is_journal_word(word: str) -> bool:
    """Whether a word is one of those that names of journals are made of, or a single letter."""
    return all(part in _words("abbreviation", "word") or len(part) == 1 for part in _parts(word))


def journal_name(printed: str) -> str:
    """A journal's name without what stands around it; its last full stop stays where it abbreviates."""
    name = re.sub(r"^[\s,.;:]*(?:in:?\s+)?", "", printed, flags=re.IGNORECASE).strip(' ,;:*_()“”"«»')
    name = re.sub(r",?\s*Special Issue.*$", "", name)
    return (
        name
        if "." in name[:-1] or _parts(name.split()[-1] if name else "") & _words("abbreviation")
        else name.rstrip(".")
    )


def _is_short_form(word: str) -> bool:
    """A capitalised word with a full stop and nothing else, as each of "Trans. Amer. Math. Soc."."""
    return word[0].isupper() and (word[1:-1].islower() or _parts(word) <= _words("abbreviation") or len(word) == 2)


def _parts(word: str) -> frozenset[str]:
    """The small letters of a word's parts, as "chem" and "eur" in "Chem.–Eur."."""
    return frozenset(part for part in re.split(r"[^\w]+", word.lower()) if part)


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(
        word.lower() for entry in entries("journal_words") if entry["kind"] in kinds for word in entry["words"]
    )
