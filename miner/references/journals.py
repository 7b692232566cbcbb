"""Names of journals: which words they are made of, and how they are told from titles and names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import repeat

from miner.vocabulary import entries

_NO_JOURNAL = re.compile(
    r"\b(?:Press|Universit|Springer|Wiley|Elsevier|Publish|Verlag|Thesis|Dissertation|Report|Proceedings|Conference|Symposium"
    r"|Workshop|Patent|Academic|Inc|Ltd|Eds?\b)",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?!\w*(?:ed|er|or|ing|ion|al|ic|th|nt)$)[A-Z][a-z]{1,8}(?<=[bcdfghjklmnpqrtvwxz])")
_FULL_WORDS = frozenset(
    [
        "Journal",
        "Letters",
        "Reviews",
        "Review",
        "Transactions",
        "Advances",
        "Science",
        "Nature",
        "Annals",
        "Proceedings",
    ]
)
_SMALL = frozenset(
    ["of", "and", "the", "for", "in", "on", "de", "la", "et", "und", "für", "der", "&", "to", "a", "y", "des", "e", "i"]
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


def likeness(name: str) -> float:
    """How much words look like a journal's name: known words and abbreviations count for it, others against it."""
    words = name.split()
    return sum(map(_weight, words, ["", *words], [*repeat(False, len(words) - 1), True]))


@lru_cache(maxsize=32768)
def _weight(word: str, before: str, is_last: bool) -> float:
    """What one word says: known abbreviations most; a word that ends a sentence and words in small letters against."""
    bare = word.strip("().,;:?!“”’'\"[]*")
    if not bare or bare.lower() in _SMALL:
        return -4 if not before and bare[:1].islower() else 0
    if is_abbreviation(word):
        return 2
    if re.search(r"\d", bare) or word.endswith(("?", "!")):
        return -1 if is_last else -2
    if bare[0].islower():
        return 1 if bare in _cased() else -2
    if len(bare) == 1:
        return 0.5 if is_last else 0
    if word.rstrip(",;)").endswith(".") and not is_last:
        is_cut = may_abbreviate(word) or is_abbreviation(before)
        return -1.5 if not is_cut else 0.8 if before else -0.5
    known = 1 if is_journal_word(bare) or bare in _FULL_WORDS else -0.25
    return known - 0.7 * word.endswith(",")


def is_abbreviation(word: str) -> bool:
    """Whether a word ends in a full stop and is known to be short for one of a journal's name."""
    parts = _parts(word)
    is_cut = word.rstrip(",;)").endswith(".") and word.lstrip("(")[:1].isupper()
    return is_cut and bool(parts) and parts <= _words("abbreviation")


def may_abbreviate(word: str) -> bool:
    """Whether an unknown word with a full stop may be short for another: capitalised, and cut before a vowel."""
    bare = word.rstrip(",;.")
    return bool(_CUT.fullmatch(bare)) and not is_journal_word(bare)


@cache
def _cased() -> frozenset[str]:
    """Words of journal names that start small: npj."""
    return frozenset(w for entry in entries("journal_words") for w in entry["words"] if w[0].islower())


@lru_cache(maxsize=32768)
def is_journal_word(word: str) -> bool:
    """Whether a word is one of those that names of journals are made of, or a single letter."""
    return all(part in _words("abbreviation", "word") or len(part) == 1 for part in _parts(word))


def journal_name(printed: str) -> str:
    """A journal's name without what stands around it; its last full stop stays where it abbreviates."""
    name = re.sub(r"^[\s,.;:]*(?:in:?\s+)?", "", printed, flags=re.IGNORECASE).strip(' ,;:*_()“”"«»')
    return (
        name
        if "." in name[:-1] or _parts(name.split()[-1] if name else "") & _words("abbreviation")
        else name.rstrip(".")
    )


@lru_cache(maxsize=32768)
def _parts(word: str) -> frozenset[str]:
    """The small letters of a word's parts, as "chem" and "eur" in "Chem.–Eur."."""
    return frozenset(part for part in re.split(r"[^\w]+", word.lower()) if part)


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(
        word.lower() for entry in entries("journal_words") if entry["kind"] in kinds for word in entry["words"]
    )
