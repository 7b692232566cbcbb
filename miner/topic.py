"""Which anodes a place in a sentence is about: those named there, else those that the passage, heading or title names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from miner.document import Document
from miner.materials import MaterialMention, Materials
from miner.polarity import clause_bounds, same_clause, words_between
from miner.sentences import Sentence
from miner.terms import find

# These are also what an anode is charged with or mixed with: the bare word is the anode only where the passage is about it.
_METAL = re.compile(r"metal|other: (?:potassium|alumini?um|calcium)")
_PASSIVE = ("carbon", "graphene", "graphite", "MXene", "metal oxide", "transition metal oxide")
_AS_ANODE = re.compile(r"metal|anode|electrode|foil|based|dendrite", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:metal|anode|electrode|foil|dendrite|hybrid)", re.IGNORECASE)


class Topics:
    """The anodes that the sentences of a document are about."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], materials: Materials) -> None:
        self._materials = materials
        self._title = self._named(document.title) or self._prevailing(sentences)
        self._carried: dict[int, list[str]] = {}
        self._sentences = sentences

    def of(self, number: int, start: int, end: int) -> list[str]:
        """The anode labels that characters `start` to `end` of sentence `number` are about, most likely none or one."""
        sentence = self._sentences[number]
        text = str(sentence.text)
        own = self._anodes(text, self.background(number))
        if own:
            return _nearest(text, own, start, end)
        for back in range(number - 1, max(-1, number - 3), -1):
            if self._sentences[back].paragraph != sentence.paragraph:
                break
            earlier = self._anodes(str(self._sentences[back].text), self.background(number))
            if earlier:
                return _unique(m.anode for m in _group(str(self._sentences[back].text), earlier, earlier[0]))
        return self.background(number)

    def background(self, number: int) -> list[str]:
        """The anodes that the headings above a sentence name, the nearest first, else the document's title."""
        for heading in reversed(self._sentences[number].section):
            named = self._named(heading)
            if named:
                return named
        return self._title

    def _named(self, heading: str) -> list[str]:
        return _unique(m.anode for m in self._anodes(heading, ["*"]))

    def _prevailing(self, sentences: Sequence[Sentence]) -> list[str]:
        """The anode that most mentions of anodes name, if there is one."""
        counts = Counter(m.anode for s in sentences for m in self._anodes(str(s.text), []) if m.anode)
        top = counts.most_common(1)
        return [top[0][0]] if top and top[0][1] * 2 > counts.total() else []

    def _anodes(self, text: str, about: Sequence[str]) -> list[MaterialMention]:
        """The anodes that a text names for their own sake: not rivals, nor what only is stored, mixed in or put on."""
        return [m for m in self._materials.mentions(text) if m.anode and _is_anode(text, m, about)]


def _is_anode(text: str, mention: MaterialMention, about: Sequence[str]) -> bool:
    if _is_rival(text, mention.start):
        return False
    if mention.anode in about or "*" in about and not _METAL.search(mention.anode or ""):
        return True
    explicit = bool(_AS_ANODE.search(mention.text) or _AFTER.match(text, mention.end))
    if _METAL.search(mention.anode or ""):
        return explicit or "*" in about
    if mention.anode in _PASSIVE:
        return explicit or not _in_strategy(text, mention.start, mention.end)
    return True


@lru_cache(maxsize=8192)
def _strategies(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((term.start, term.end) for term in find(text, "mitigations"))


def _in_strategy(text: str, start: int, end: int) -> bool:
    return any(lo < end and start < hi for lo, hi in _strategies(text))


def _is_rival(text: str, start: int) -> bool:
    """Named for comparison ("unlike graphite", "than that of graphite")."""
    cues = (cue for cue in find(text[max(0, start - 60) : start], "polarity", "kind") if cue.kind == "rival")
    offset = max(0, start - 60)
    return any(words_between(text, offset + cue.end, start) <= 3 for cue in cues)


def _nearest(text: str, anodes: Sequence[MaterialMention], start: int, end: int) -> list[str]:
    """The possessor after the place ("volume change of silicon"), else the nearest before it, else the nearest after."""
    bounds = clause_bounds(text)
    after = [m for m in anodes if m.start >= end]
    before = [m for m in anodes if m.start < end]
    for mention in after:
        between = text[end : mention.start]
        if words_between(text, end, mention.start) <= 5 and re.match(
            r"(?:\W+\w+)?\W+(?:of|in|on|for|with|within)\s", between
        ):
            return _unique(m.anode for m in _group(text, anodes, mention))
    clause = [m for m in before if same_clause(bounds, m.end, start)]
    chosen = clause or [m for m in after if same_clause(bounds, end, m.start)] or before or after
    pick = chosen[-1] if chosen is clause or chosen is before else chosen[0]
    return _unique(m.anode for m in _group(text, anodes, pick))


def _group(text: str, anodes: Sequence[MaterialMention], member: MaterialMention) -> list[MaterialMention]:
    """The anodes that are listed together with one of them."""
    at = anodes.index(member)
    low = high = at
    while low > 0 and _listed(text, anodes[low - 1], anodes[low]):
        low -= 1
    while high + 1 < len(anodes) and _listed(text, anodes[high], anodes[high + 1]):
        high += 1
    return list(anodes[low : high + 1])


def _listed(text: str, first: MaterialMention, second: MaterialMention) -> bool:
    return bool(re.fullmatch(r"[\s)(]*(?:,|/|\band\b|\bor\b)[^.;:]{0,25}|\s*\(", text[first.end : second.start])) and (
        words_between(text, first.end, second.start) <= 4
    )


def _unique(labels: object) -> list[str]:
    return list(dict.fromkeys(label for label in labels if label))  # type: ignore[attr-defined]
