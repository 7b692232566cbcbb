"""Words of a text linked to the labels of the vocabularies: anodes, materials, problems, strategies, properties.

For texts that are no papers: a question, a parameter that somebody typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from miner.document import Document
from miner.materials import MaterialMention, Materials
from miner.measurements.properties import cues, properties
from miner.problems.polarity import findings
from miner.problems.strategies import strategies
from miner.quantities import quantities

# Of questions only: an "aspect" is a problem that is to be made better, and "not" hides names that only say where,
# an "electrolyte" or a "family" of such is what an anode is paired with, and what is "outside" no query answers.
Kind = Literal[
    "anode",
    "material",
    "problem",
    "mitigation",
    "property",
    "paper",
    "aspect",
    "not",
    "electrolyte",
    "family",
    "outside",
]


@dataclass(frozen=True, slots=True)
class Name:
    """Characters `start` to `end` (exclusive) of a text name what has this `label` among its `kind`.

    A material has all its names as `labels`, the printed one first; all else has one.
    """

    start: int
    end: int
    kind: Kind
    labels: tuple[str, ...]


def names(text: str) -> list[Name]:
    """All names in a text, in order; they may overlap, as "volume expansion" names a problem and a property."""
    return sorted(_names(text), key=lambda name: (name.start, -name.end, name.kind))


def _names(text: str) -> Iterator[Name]:
    for mention in Materials(Document(sha256="", format="text")).mentions(text):
        if mention.anode:
            yield Name(mention.start, mention.end, "anode", (mention.anode,))
        if not _is_plain(mention):
            yield Name(mention.start, mention.end, "material", mention.names)
    for finding in sorted(findings(text), key=lambda f: -_alike(text[f.start : f.end], f.problem)):
        yield Name(finding.start, finding.end, "problem", (finding.problem,))
    for term in strategies(text):
        yield Name(term.start, term.end, "mitigation", (term.label,))
    for label in dict.fromkeys(known.label for known in properties()):
        for match in _in_words(label).finditer(text):
            yield Name(match.start(), match.end(), "property", (label,))
    every_kind = {kind for known in properties() for kind in known.kinds}
    values = quantities(text)
    for cue in cues(text, every_kind):
        # "500 cycles" is a value, no name, and "of its capacity" names a share only beside its value.
        named = not cue.verb and not text[cue.start : cue.end].lower().startswith("of ")
        if named and not any(value.start < cue.end and cue.start < value.end for value in values):
            yield Name(cue.start, cue.end, "property", (cue.property.label,))


def _alike(words: str, label: str) -> int:
    """How many of the words stand in a label."""
    return len(set(words.lower().split()) & set(label.split("_")))


@cache
def _in_words(label: str) -> re.Pattern[str]:
    """A label as it is said, in singular and plural: "areal_capacity" is "areal capacities"."""
    stem = label.replace("_", r"[\s-]").removesuffix("y")
    return re.compile(rf"\b{stem}(?:y|ies|s|es)?\b", re.IGNORECASE)


def _is_plain(mention: MaterialMention) -> bool:
    """The name of a whole anode family ("Sn", "Li metal"), not of one material of it ("MoS2", "silicon nanowires")."""
    return mention.general or (mention.anode or "").lower() in {name.lower() for name in mention.names}
