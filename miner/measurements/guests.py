"""Metals that a text speaks of only as what its anodes take up: "lithium" in a paper on silicon was not measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from miner.materials import MaterialMention, Materials
from miner.materials.components import METALS
from miner.sentences import Sentence

# "Hosts for sodium", "carbon stores potassium": what a title is about stands before it.
_SERVED = re.compile(
    r"\b(?:for|as|of|in|to|towards?|(?:stor|host|tak|accommodat|insert|intercalat)(?:e|es|s|ing)(?: up)?)"
    r" (?:the |an? )?$",
    re.IGNORECASE,
)
# A metal is an anode of the text where at least one in so many mentions of anodes is of the metal as such.
_ONE_IN = 5


class Guests:
    """Which metals a document speaks of as ions only, by how often it names them, and others, as anodes."""

    def __init__(self, sentences: Iterable[Sentence], materials: Materials) -> None:
        self._counts: Counter[str] = Counter()
        for sentence in sentences:
            text, mentions = str(sentence.text), materials.mentions(str(sentence.text))
            for mention in mentions:
                if mention.anode and not _is_bare(mention):
                    self._counts[mention.anode] += 1
                elif mention.anode and sentence.kind == "title":
                    self._counts[mention.anode] += 0 if _is_served(text, mention, mentions) else _ONE_IN

    def without(self, mentions: Sequence[MaterialMention]) -> list[MaterialMention]:
        """The mentions, but for bare metals that are guests here."""
        return [m for m in mentions if not (_is_bare(m) and self._is_guest(m.anode or ""))]

    def _is_guest(self, metal: str) -> bool:
        hosts = sum(count for label, count in self._counts.items() if label not in METALS)
        return hosts > 1 and self._counts[metal] * _ONE_IN < hosts


def _is_bare(mention: MaterialMention) -> bool:
    return mention.general and mention.anode in METALS


def _is_served(text: str, mention: MaterialMention, mentions: Sequence[MaterialMention]) -> bool:
    others = [m for m in mentions if m.anode and m.anode not in METALS and m.end <= mention.start]
    return bool(others) and _SERVED.search(text[: mention.start]) is not None
