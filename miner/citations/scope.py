"""Passage scope: sentences that go on about a study introduced before them are attributed to it.

"Wang et al. [21] prepared ... Their cell delivered ... The composite kept ..." is one study, until another is cited,
the paper speaks for itself ("In this work, we"), the text turns to something else, or the passage ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from miner.sentences import Sentence
from miner.vocabulary import entries

_OWN_VOICE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Hh]erein)\b"
    r"|^(?:In (?:this|the present) (?:work|study|paper|article|review)|Th(?:is|e present) (?:review|paper|article))\b"
)
_COMPARED = re.compile(
    r"\b(?:than|with|to|as|from)\s(?:(?:the|those|that|our|in|of|other)\s)*"
    r"(?:previous(?:ly)?|earlier|prior|other|reported|published|literature)\s?(?:\w+\s){0,3}"
    r"(?:reports?|works?|stud(?:y|ies)|results?|values?|literature|data|findings?|ones?)?[\s(]*$"
)


@dataclass(frozen=True, slots=True)
class _Passage:
    """The study that a passage is describing; one that is `named`, introduced by its authors, carries further."""

    study: tuple[int, ...] = ()
    named: bool = False


def attribute(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with `study`, the references of the study that the passage is describing.

    References that a result is merely compared with ("higher than previous reports [20-23]") leave `cites`.
    """
    out: list[Sentence] = []
    passage, paragraph = _Passage(), -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            passage, paragraph = _Passage(), sentence.paragraph
        sentence = replace(sentence, cites=_leaned_on(sentence))
        passage = _next(sentence, passage)
        out.append(replace(sentence, study=passage.study if sentence.kind == "paragraph" else ()))
    return out


def _leaned_on(sentence: Sentence) -> tuple[int, ...]:
    """The references cited other than for comparison."""
    text = sentence.text.text
    kept = [c for c in sentence.text.citations if not _COMPARED.search(text[max(0, c.start - 80) : c.start])]
    return tuple(sorted({number for citation in kept for number in citation.numbers}))


def _next(sentence: Sentence, before: _Passage) -> _Passage:
    """What the passage describes with this sentence."""
    text = sentence.text.text
    introduced = tuple(dict.fromkeys(n for c in sentence.text.citations if c.named for n in c.numbers))
    if introduced:
        return _Passage(introduced, named=True)
    if _OWN_VOICE.search(text):
        return _Passage()
    if sentence.cites and not set(sentence.cites) <= set(before.study):
        return _Passage(sentence.cites if len(sentence.cites) == 1 else ())
    goes_on = sentence.cites or _goes_on().match(text) or (before.named and not _turns().match(text))
    return before if goes_on else _Passage()


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"(?:{_openings('link')}\b[^,]{{0,80}},?\s)?{_openings('goes on')}(?!\w)", re.IGNORECASE)


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"{_openings('turn')}\b", re.IGNORECASE)


def _openings(cue: str) -> str:
    words = [word for entry in entries("discourse") if entry["cue"] == cue for word in entry["openings"]]
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
