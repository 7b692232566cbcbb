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
_METAL = re.compile(r"metal$|other: (?:potassium|alumini?um|calcium)")
_PASSIVE = ("carbon", "graphene", "MXene", "metal oxide", "transition metal oxide", "alloy", "2D materials")
_HOSTS = ("alloy", "2D materials")
_AS_ANODE = re.compile(r"metal|anode|electrode|based", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:metal|anode|electrode|dendrite|hybrid)", re.IGNORECASE)
_CHARGE = re.compile(r"[\s-](?:garnet|ion|storage|host|cell|batter|uptake|insertion|,? and sodium|,? sodium)", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:with|by|into|onto|using|from|through|via|in|on|against|toward|towards)(?:\s[\w-]+){0,2}\s$", re.IGNORECASE)
_LAYER = re.compile(r"(?:layer|coating|seed|membrane|separator)s?$", re.IGNORECASE)
_ASIDE = re.compile(r"(?:\(|\bfor\s)$", re.IGNORECASE)
# A text of fewer sentences is about one thing.
_SHORT = 40


class Topics:
    """The anodes that the sentences of a document are about."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], materials: Materials) -> None:
        self._materials = materials
        self._sentences = sentences
        self._headings: dict[str, list[str]] = {}
        named = materials.mentions(document.title)
        self.foreign = bool(named) and all(m.role == "cathode" or not _explicit(document.title, m) for m in named) and any(m.role == "cathode" for m in named)
        self._title = self._named(document.title)
        if not self._title and len(sentences) < _SHORT:
            self._title = self._prevailing()

    def of(self, number: int, start: int, end: int) -> list[str]:
        """The anode labels that characters `start` to `end` of sentence `number` are about, most likely none or one."""
        text, background = str(self._sentences[number].text), self.background(number)
        own = self._anodes(text, background)
        if own:
            return _nearest(text, own, start, end)
        return self._carried(number, background) or background

    def background(self, number: int) -> list[str]:
        """The anodes that the headings above a sentence name, the nearest first, else the document's title."""
        for heading in reversed(self._sentences[number].section):
            named = self._named(heading)
            if named:
                return named
        return self._title

    def of_component(self, number: int, start: int, end: int) -> bool:
        """The clause around a place is about another part of the cell: an electrolyte, a cathode."""
        text = str(self._sentences[number].text)
        if self.belongs_to_component(text, end):
            return True
        bounds = clause_bounds(text)
        clause = [m for m in self._materials.mentions(text) if m.start < end and same_clause(bounds, m.end, start)]
        subjects = [m for m in clause if not _ADDED.search(text[: m.start])]
        return any(m.role in ("electrolyte", "cathode") for m in subjects) and not any(m.anode for m in clause)

    def of_cathode(self, text: str) -> bool:
        """The sentence names cathodes and no anode."""
        roles = {("anode" if m.anode else m.role) for m in self._materials.mentions(text)}
        return "cathode" in roles and "anode" not in roles

    def belongs_to_component(self, text: str, end: int) -> bool:
        """What ends at `end` is said "of the electrolyte", "of the cathode"."""
        of = re.match(r"\s(?:of|in|between)\s(?:the\s)?(?:\w+\s)?", text[end:])
        owners = [m for m in self._materials.mentions(text) if of and end + 3 < m.end and m.start <= end + of.end()]
        return bool(owners) and not owners[0].anode and owners[0].role in ("electrolyte", "cathode")

    def _carried(self, number: int, background: Sequence[str]) -> list[str]:
        """What the one or two sentences before it in the paragraph were about."""
        for back in range(number - 1, max(-1, number - 3), -1):
            if self._sentences[back].paragraph != self._sentences[number].paragraph:
                break
            text = str(self._sentences[back].text)
            earlier = [m for m in self._anodes(text, background) if not background or m.anode in background]
            if earlier:
                return _unique(m.anode for m in _group(text, earlier, earlier[0]))
        return []

    def _named(self, heading: str) -> list[str]:
        if heading not in self._headings:
            mentions = [m for m in self._materials.mentions(heading) if m.anode and not _is_rival(heading, m.start)]
            hosts = [m for m in mentions if not _METAL.search(m.anode or "") or _explicit(heading, m)]
            hosts = [m for m in hosts if _explicit(heading, m) or not (_is_added(heading, m) or _LAYER.search(m.text))]
            hosts = [m for m in hosts if m.anode not in _PASSIVE or _explicit(heading, m)] or hosts
            metals = [m for m in mentions if m not in hosts and not (_CHARGE.search(m.text) or _CHARGE.match(heading, m.end))]
            self._headings[heading] = _unique(m.anode for m in hosts or metals)
        return self._headings[heading]

    def _prevailing(self) -> list[str]:
        """The anode that most mentions of anodes name, if there is one."""
        counts = Counter(
            m.anode
            for text in (str(sentence.text) for sentence in self._sentences)
            for m in self._materials.mentions(text)
            if m.anode and not _is_rival(text, m.start) and not _is_added(text, m) and not _CHARGE.match(text, m.end)
        )
        top = counts.most_common(1)
        return [top[0][0]] if top and top[0][1] * 2 > counts.total() else []

    def _anodes(self, text: str, about: Sequence[str]) -> list[MaterialMention]:
        """The anodes that a text names for their own sake: not rivals, nor what only is stored, mixed in or put on."""
        return [m for m in self._materials.mentions(text) if m.anode and _is_anode(text, m, about)]


def _is_anode(text: str, mention: MaterialMention, about: Sequence[str]) -> bool:
    if _is_rival(text, mention.start):
        return False
    if mention.anode in about or _explicit(text, mention):
        return True
    if _METAL.search(mention.anode or ""):
        return False
    if about and _ASIDE.search(text[: mention.start]):
        return False
    if mention.anode in _HOSTS and words_between(text, 0, mention.start) < 2:
        return not _is_added(text, mention)
    if mention.anode in _PASSIVE or (about and str(mention.anode).startswith("other")):
        return mention.anode in _HOSTS and not about and not _is_added(text, mention)
    return True


def _explicit(text: str, mention: MaterialMention) -> bool:
    """It is called a metal, an anode or an electrode."""
    return bool(_AS_ANODE.search(mention.text) or _AFTER.match(text, mention.end))


def _is_added(text: str, mention: MaterialMention) -> bool:
    """It is what something is mixed with, coated with or made of."""
    return bool(_ADDED.search(text[: mention.start])) or _in_strategy(text, mention.start, mention.end)


@lru_cache(maxsize=8192)
def _strategies(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((term.start, term.end) for term in find(text, "mitigations"))


def _in_strategy(text: str, start: int, end: int) -> bool:
    return any(lo < end and start < hi for lo, hi in _strategies(text))


def _is_rival(text: str, start: int) -> bool:
    """Named for comparison ("unlike graphite", "than that of graphite")."""
    if re.search(r"\bnon[\s-]$", text[:start], re.IGNORECASE):
        return True
    offset = max(0, start - 60)
    cues = (cue for cue in find(text[offset:start], "polarity") if cue.label == "rival")
    return any("," not in text[offset + cue.end : start] and words_between(text, offset + cue.end, start) <= 3 for cue in cues)


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
    between = text[first.end : second.start]
    joined = re.fullmatch(r"[\s)(]*(?:,|/|\band\b|\bor\b)[^.;:]{0,25}|\s*\(", between)
    return bool(joined) and not re.search(r"\b(?:in|of|for|with|on)\b", between) and words_between(text, first.end, second.start) <= 4


def _unique(labels: object) -> list[str]:
    return list(dict.fromkeys(label for label in labels if label))  # type: ignore[attr-defined]
