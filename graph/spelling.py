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

_BRITISH = re.compile(r"is(?=(?:e|es|ed|ing|ations?)$)")
_NOT = re.compile(r"(?<=\w)n['’]t\b")
_WITH = re.compile(r"\bw/(o\b)? ?(?=[a-zA-Z])")
_WITH_STOP = re.compile(r"\b([A-Za-z]+)\.(?=\s|$)")


def corrected(question: str) -> str:
    """The question with such words set right and short forms written out; it need not keep its length."""
    question = _WITH_STOP.sub(lambda match: _long_forms("with_stop").get(match[1].lower(), match[0]), question)
    question = _NOT.sub(" not", question)
    question = _WITH.sub(lambda match: "without " if match[1] else "with ", question)
    question = _WORD.sub(lambda match: _written_out(match[0]), question)
    return _WORD.sub(lambda match: _corrected(match[0]), question)


def _written_out(word: str) -> str:
    plain = word.islower() or (len(word) > 1 and word[1:].islower())
    return _long_forms("alone").get(word.lower(), word) if plain else word


def _corrected(word: str) -> str:
    low = word.lower()
    if len(low) < _LEAST or not word[1:].islower() or not {low, _BRITISH.sub("iz", low)}.isdisjoint(_right()):
        return word
    if any(low[:end] in _known() for end in range(_SPARE - 1, len(low))):  # a stem of a pattern, with an ending
        return word
    slips = 1 if len(low) < _SPARE else 2
    found = process.extractOne(low, _long(), scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else word


@cache
def _long_forms(written: str) -> dict[str, str]:
    """What words stand for that are `written` with a full stop or alone."""
    return {word: meant for entry in entries("question_spelling") for word, meant in entry.get(written, {}).items()}


@cache
def _known() -> frozenset[str]:
    """The words in the vocabularies and in the patterns by which queries are asked for."""
    patterns = [pattern for query in queries() for pattern in (*query.asks, *query.hints)]
    text = json.dumps([*(entries(name) for name in _VOCABULARIES), patterns], ensure_ascii=False)
    text = re.sub(r"\\\\[a-zA-Z]", " ", text.lower())
    return frozenset(word for word in _LETTERS.findall(text) if len(word) >= _LEAST)


@cache
def _right() -> frozenset[str]:
    return _known() | _english()


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
