"""Which anodes a place in a document is about: those named there, else those that passage, heading or title name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from miner.document import Document
from miner.materials import MaterialMention, Materials
from miner.problems.anodes import (
    LAYERED,
    PASSIVE,
    group,
    is_adjunct,
    is_anode,
    is_dopant,
    is_explicit,
    is_metal,
    is_rival,
    labels,
    nearest,
)
from miner.problems.batteries import OF_BATTERIES, ON_BATTERIES, ions, prevailing_ion
from miner.problems.clauses import clause_bounds, clause_start, same_clause, words_between
from miner.problems.headings import headline, is_active, is_candidate
from miner.problems.polarity import cues
from miner.sentences import Sentence

_ANODE = re.compile(r"\b(?:anode|negative electrode)s?\b", re.IGNORECASE)
_CATHODE = re.compile(r"\b(?:cathode|positive electrode)s?\b", re.IGNORECASE)
# "On the cathode side, the challenges are these."
_ON_CATHODE = re.compile(
    r"(?:on|at|for|regarding|concerning|as for|turning to|with regard to)\s(?:the\s)?(?:[\w-]+\s)?"
    r"(?:cathodes?|positive electrodes?)(?:\sside|\smaterials?)?,",
    re.IGNORECASE,
)
# "Cracks in the cathode", "films at the interface with cathodes".
_AT_CATHODE = re.compile(
    r"\b(?:in|at|within|inside|interfaces?\s(?:with|of|to))\s(?:the\s|a\s)?(?:[\w-]+\s){0,2}?"
    r"(?:cathode|positive electrode)s?\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"\banod|batter(?:y|ies)|electro(?:de|ly|chem)|lithi|\bLi\b", re.IGNORECASE)
# "Transport in the cathode of lithium metal batteries", "MoO3: a cathode material"
_ON_A_CATHODE = re.compile(
    r"\b(?:cathode|positive electrode)s? (?:of|for|in) .*\bbatter"
    r"|(?:\bas|:)\s(?:an?\s)?(?:[\w-]+\s){0,4}(?:cathode|positive electrode)s?\b",
    re.IGNORECASE,
)
_BATTERY, _NEXT = re.compile(r"\b(?:batter(?:y|ies)|cells?)\b", re.IGNORECASE), 10
_MANY = 5
_PRONOUN = re.compile(
    # "As its particles crack, it fades".
    r"(?:\w+,\s|(?:but|yet|and)\s|(?:(?:but|yet|and)\s)?(?:as|because|since|although|though)\s[^,;]*,\s)?"
    r"(it|they|its|their|both|all(?= of (?:them|these)| three| four)|"
    r"this(?= (?:also |in turn |often )?(?:means|implies|leads|causes|results|makes|triggers)\b)|"
    r"(?:this|these|such)\s(?:\w+\s)?"
    r"(?:metal|element|oxide|alloy|compound|material|anode|electrode|foil|carbon)s?)\b",
    re.IGNORECASE,
)
# "doping increases its conductivity", not "and its capacity fades"
_POSSESSIVE = re.compile(
    r"\b(?!and|but|while|although|because|since|so|that|as|or|nor|yet)\w+ (its|their)\s(?:(?:\w+\s)?$|[^;]*;)"
)
# "..., but they suffer from": the subject of the sentence, which opens within so many words.
_RESUMED, _SUBJECT = re.compile(r"(?:it|they)\b", re.IGNORECASE), 3
# "Unlike graphite, which is prone to plating": said of the rival, not "..., which results in plating".
_RELATIVE = re.compile(r",\s(?:which|whose)\s(?!(?:results?|resulted|leads?|led|causes?|caused)\b)[^,;:()]*")
_OWNED = re.compile(r"\b(?:of|containing)\s(?:the\s|an?\s)?$", re.IGNORECASE)
_LOST = re.compile(r" (?:decomposition|deterioration|degradation|consumption|depletion|breakdown|oxidation|loss)\b")
_RESTACK = re.compile(r"re-?stack", re.IGNORECASE)
_OF = re.compile(
    r"(?:\s(?:coefficient|rate|constant)s?|\sand\s(?!the\b|loss\b)(?:\w+\s){1,2})?"
    r"\s?(?:of|in|between)\s(?:the\s)?(?:\w+\s)?|"
    r"\s(?:\w+\s){0,3}?(?:due to|caused by|(?:stem|originate|come)s? from|(?:ascribed|attributed|traced) to)"
    r"\s(?:the\s)?"
)
# A text of fewer sentences is about one thing.
_SHORT = 40
# The share of its sentences that tell of plating in a text on a metal anode.
_PLATED = 0.3


class Topics:
    """The anodes that the sentences of a document are about.

    `foreign` says that it is on cathodes, `has_cells` that it speaks of cells at all.
    """

    def __init__(self, document: Document, sentences: Sequence[Sentence], materials: Materials) -> None:
        self._materials = materials
        self._sentences = sentences
        self._headings: dict[str, list[str]] = {}
        self._title = self._named(document.title)
        self._ion = prevailing_ion(ions(document.title), (ions(str(s.text)) for s in sentences))
        active = (m for m in materials.mentions(document.title) if m.anode in self._title)
        if len(sentences) < _SHORT and not any(is_active(document.title, m) for m in active):
            self._title = self._plated() or self._title or self._prevailing()
        if _ON_A_CATHODE.search(document.title) and not _ANODE.search(document.title):
            self._title = []
        self.foreign = not self._title and self._is_on_cathodes(document.title)
        self.has_cells = any(_CELL.search(text) for text in (document.title, *(str(s.text) for s in sentences)))

    def of(self, number: int, start: int, end: int) -> list[str]:
        """The anode labels that characters `start` to `end` of sentence `number` are about, most likely none or one."""
        text, background = str(self._sentences[number].text), self.background(number)
        own = self._layered(text, start, end) or self._anodes(text, background)
        own = [m for m in own if ";" not in text[end : m.start]]  # a statement of its own, on something else
        rivals = [m for m in self._materials.mentions(text) if m.anode and is_rival(text, m.start)]
        told = [m for m in rivals if _RELATIVE.fullmatch(text, m.end, start)]
        if told:
            return labels(told[-1:])
        if own:
            return nearest(text, own, start, end)
        if OF_BATTERIES.match(text, end) or self._is_of_other_batteries(text):
            return []
        resumed = _PRONOUN.match(text) or _POSSESSIVE.search(text[:start])
        if resumed and resumed[1].lower() in ("they", "their") and self._follows_batteries(number, background):
            return []
        return self._carried(number, background, resumed and resumed[1].lower()) or background

    def background(self, number: int) -> list[str]:
        """The anodes that the headings above a sentence name, the nearest first, else the document's title."""
        for heading in reversed(self._sentences[number].section):
            named = self._named(heading)
            if named:
                return named
        return self._title

    def of_component(self, number: int, start: int, end: int, resumed: bool = True) -> bool:
        """The clause around a place is about another part of the cell: an electrolyte, a cathode.

        With `resumed`, also where it goes on about what opened the sentence ("..., but they conduct poorly").
        """
        text = str(self._sentences[number].text)
        if self.belongs_to_component(text, end):
            return True
        bounds = clause_bounds(text)
        mentions = self._materials.mentions(text)
        clause = [m for m in mentions if m.start < end and same_clause(bounds, m.end, start)]
        if resumed and not clause and _RESUMED.match(text, clause_start(bounds, start)):
            clause = [m for m in mentions[:1] if words_between(text, 0, m.start) < _SUBJECT]
        parts = (m for m in clause if m.role in ("electrolyte", "cathode") and not _is_owner(text, m))
        return any(parts) and not any(m.anode for m in clause)

    def of_separator(self, number: int, start: int) -> bool:
        """The clause around a place opens with a separator."""
        text = str(self._sentences[number].text)
        opening = clause_start(clause_bounds(text), start)
        subject = (m for m in self._materials.mentions(text[:start]) if m.start >= opening)
        return any("separator" in m.text.lower() and words_between(text, opening, m.start) < _SUBJECT for m in subject)

    def of_cathode(self, number: int) -> bool:
        """A sentence tells of cathodes or of what happens at one, alone or in a passage on them, and of no anode."""
        text = str(self._sentences[number].text)
        if _ANODE.search(text):
            return False
        mentions = [m for m in self._materials.mentions(text) if not is_dopant(text, m)]
        mentions = [m for m in mentions if not (is_metal(m) and _BATTERY.search(text, m.start, m.end + _NEXT))]
        roles = {"anode" if m.anode else m.role for m in mentions}
        if "anode" not in roles and ("cathode" in roles or _AT_CATHODE.search(text)):
            return True
        return self._follows_cathodes(number)

    def _follows_cathodes(self, number: int) -> bool:
        """The paragraph opens with cathodes, and no sentence since then turns to an anode."""
        for back in range(number, -1, -1):
            text = str(self._sentences[back].text)
            if self._sentences[back].paragraph != self._sentences[number].paragraph or _ANODE.search(text):
                return False
            if _ON_CATHODE.match(text):
                return True
        return False

    def belongs_to_component(self, text: str, end: int) -> bool:
        """What ends at `end` is said "of the electrolyte", "of the cathode"."""
        of = _OF.match(text, end)
        owners = [m for m in self._materials.mentions(text) if of and end + 3 < m.end and m.start <= of.end()]
        if of and _CATHODE.match(text, of.end()):
            return True
        if of is None or not owners or owners[0].anode:
            return False
        # In an electrolyte is where something happens to the anode.
        return owners[0].role == "cathode" or (owners[0].role == "electrolyte" and "in" not in of[0].split())

    def _layered(self, text: str, start: int, end: int) -> list[MaterialMention]:
        """The layered materials named beside a word for restacking, which nothing else can do."""
        if not _RESTACK.search(text, start, end):
            return []
        return [m for m in self._materials.mentions(text) if m.anode in LAYERED]

    def _anodes(self, text: str, about: Sequence[str]) -> list[MaterialMention]:
        named = [m for m in self._materials.mentions(text) if is_anode(text, m, about)]
        named = [m for m in named if m.anode not in PASSIVE or not is_adjunct(text, m)] or named
        return [m for m in named if is_explicit(text, m)] if self.foreign else named

    def _follows_batteries(self, number: int, background: Sequence[str]) -> bool:
        """The sentence before it in the paragraph is on a kind of batteries, and names no anode."""
        text = self._before(number)
        return bool(ON_BATTERIES.match(text)) and not self._anodes(text, background)

    def _is_of_other_batteries(self, text: str) -> bool:
        """The sentence is on batteries of another ion than the document ("lithium-ion batteries are dear")."""
        named = ions(text)
        return bool(self._ion and named) and self._ion not in named

    def _before(self, number: int) -> str:
        """The sentence before it in its paragraph, empty for the first."""
        before = self._sentences[number - 1] if number else None
        return str(before.text) if before and before.paragraph == self._sentences[number].paragraph else ""

    def _carried(self, number: int, background: Sequence[str], pronoun: str | None) -> list[str]:
        """What the sentence before it in the paragraph was about.

        A pronoun at the opening or right before the place goes on about the first anode named there, "both" about all
        of them; a sentence without one only about those that the section is about.
        """
        text = self._before(number)
        earlier = self._anodes(text, background)
        if pronoun in ("both", "all"):
            return labels(earlier)
        kept = earlier if pronoun else [m for m in earlier if m.anode in background]
        return labels(group(text, earlier, kept[0])) if kept else []

    def _named(self, heading: str) -> list[str]:
        if heading not in self._headings:
            self._headings[heading] = headline(heading, self._materials.mentions(heading))
        return self._headings[heading]

    def _is_on_cathodes(self, title: str) -> bool:
        """The title names a cathode, or the text speaks of cathodes far more often than of anodes."""
        if _ON_A_CATHODE.search(title) or any(m.role == "cathode" for m in self._materials.mentions(title)):
            return True
        text = " ".join(str(sentence.text) for sentence in self._sentences)
        cathodes = len(_CATHODE.findall(text))
        return cathodes >= _MANY and cathodes > _MANY * len(_ANODE.findall(text))

    def _plated(self) -> list[str]:
        """The metal that a short text mentions most, or graphite, if much of it is about plating or dendrites.

        Others that are listed with it and mentioned nearly as often as well ("lithium or zinc anodes").
        """
        texts = [str(sentence.text) for sentence in self._sentences]
        if sum(bool(cues(text, "plated")) for text in texts) < max(3, _PLATED * len(texts)):
            return []
        if _is_on_graphite(self._materials.mentions(text) for text in texts):
            return ["graphite"]
        named = [[m for m in self._materials.mentions(text) if is_metal(m)] for text in texts]
        counts = Counter(m.anode for mentions in named for m in mentions)
        if not counts:
            return []
        top, most = counts.most_common(1)[0]
        groups = [
            labels(group(text, mentions, m)) for text, mentions in zip(texts, named, strict=True) for m in mentions
        ]
        also = (a for a in counts if counts[a] * 4 >= most * 3 and any({a, top} <= set(listed) for listed in groups))
        return [str(anode) for anode in (top, *(a for a in also if a != top))]

    def _prevailing(self) -> list[str]:
        """The anode that most of a short text's mentions name, if there is one."""
        texts = (str(sentence.text) for sentence in self._sentences)
        counts = Counter(m.anode for text in texts for m in self._materials.mentions(text) if is_candidate(text, m))
        top = counts.most_common(1)
        return [str(top[0][0])] if top and top[0][1] * 2 > counts.total() else []


def _is_on_graphite(mentions: Iterable[Sequence[MaterialMention]]) -> bool:
    """A text names graphite more often than metal anodes: what is plated is plated on that."""
    named = [m for found in mentions for m in found]
    return sum(m.anode == "graphite" for m in named) > sum(is_metal(m) and not m.general for m in named)


def _is_owner(text: str, mention: MaterialMention) -> bool:
    """A material is only named as the owner or the means of something else ("loss of electrolyte")."""
    owned = _OWNED.search(text[: mention.start]) or _LOST.match(text, mention.end)
    return is_adjunct(text, mention) or owned is not None
