"""Slips of the pen in questions: a word that is none in English and nearly one that the vocabularies have."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.named import queries
from miner.language import pipeline
from miner.vocabulary import entries

_VOCABULARIES = ("problems", "mitigations", "materials", "question_names", "question_words")
_WORD, _LETTERS = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*"), re.compile(r"[a-z]+")
_LEAST = 5  # shorter words are abbreviations as often as slips
_SPARE = 8  # words from so many letters may hold two slips

# As they are written in telegrams and heads of tables.
_LONG_FORMS = {
    "theor": "theoretical",
    "spec": "specific",
    "grav": "gravimetric",
    "vol": "volume",
    "cap": "capacity",
    "eff": "efficiency",
    "cond": "conductivity",
    "mech": "mechanical",
    "max": "maximum",
    "min": "minimum",
}
# Words too short to be guessed at; of one letter, or as letters of an abbreviation, they are left alone.
_SLIPS = {
    "wich": "which",
    "whitch": "which",
    "wat": "what",
    "wats": "what is",
    "hwo": "how",
    "teh": "the",
    "r": "are",
    "u": "you",
    "max": "maximum",
    "avg": "average",
    "theo": "theoretical",
}
_WITH = re.compile(r"\bw/(o\b)? ?(?=[a-zA-Z])")
_SHORT = re.compile(rf"\b({'|'.join(_LONG_FORMS)})\.(?=\s|$)", re.IGNORECASE)


def corrected(question: str) -> str:
    """The question with such words set right and short forms written out; it need not keep its length."""
    question = _SHORT.sub(lambda match: _LONG_FORMS[match[1].lower()], question)
    question = _WITH.sub(lambda match: "without " if match[1] else "with ", question)
    question = _WORD.sub(lambda match: _written_out(match[0]), question)
    return _WORD.sub(lambda match: _corrected(match[0]), question)


def _written_out(word: str) -> str:
    plain = word.islower() or (len(word) > 1 and word[1:].islower())
    return _SLIPS.get(word.lower(), word) if plain else word


def _corrected(word: str) -> str:
    low = word.lower()
    if len(low) < _LEAST or not word[1:].islower() or low in _known() or low in _english():
        return word
    slips = 1 if len(low) < _SPARE else 2
    found = process.extractOne(low, _long(), scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else word


@cache
def _known() -> frozenset[str]:
    """The words in the vocabularies and in the patterns by which queries are asked for."""
    patterns = [pattern for query in queries() for pattern in (*query.asks, *query.hints)]
    text = json.dumps([*(entries(name) for name in _VOCABULARIES), patterns], ensure_ascii=False)
    text = re.sub(r"\\\\[a-zA-Z]", " ", text.lower())
    return frozenset(word for word in _LETTERS.findall(text) if len(word) >= _LEAST)


@cache
def _long() -> list[str]:
    """What a word can be meant to be: whole words, not the stems of patterns."""
    materials = frozenset(_LETTERS.findall(json.dumps(entries("materials")).lower()))
    return sorted(_known() & (_english() | materials))


@cache
def _english() -> frozenset[str]:
    """The words that the language model has seen."""
    strings = json.loads((Path(str(pipeline().path)) / "vocab" / "strings.json").read_text("utf-8"))
    return frozenset(word.lower() for word in strings)
