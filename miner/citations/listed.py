"""The reference list as citations see it: which references a printed number stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from miner.citations.numeric import letters_of
from miner.document import Reference
from miner.references import with_parts
from miner.references.parts import works_of


@dataclass(frozen=True, slots=True)
class Listed:
    """`references` are the entries followed by their further works.

    `positions` leads from printed numbers to entries, `parts` from an entry and a letter ("b") to its further works.
    """

    references: tuple[Reference, ...]
    positions: dict[int, int]
    parts: dict[int, dict[str, int]]

    def works(self, numbers: Iterable[int], printed: str) -> tuple[int, ...]:
        """The references that printed numbers stand for: "12" for all works of entry 12, "12b" for its second."""
        found: list[int] = []
        for number in numbers:
            if entry := self.positions.get(number):
                works = {"a": entry} | self.parts.get(entry, {})
                found += [works[letter] for letter in letters_of(printed, number) or works if letter in works]
        return tuple(dict.fromkeys(found))


def listed(entries: Sequence[Reference]) -> Listed:
    """The list with the further works of its entries as references of their own."""
    references = with_parts(entries)
    positions = _positions(entries)
    further = iter(references[len(entries) :])
    parts = {
        entry.number: {letter: next(further).number for letter in ascii_lowercase[1 : len(works)]}
        for entry in entries
        if len(works := works_of(entry.text)) > 1
    }
    return Listed(references, positions, parts)


def _positions(entries: Sequence[Reference]) -> dict[int, int]:
    """The positions of entries by their printed numbers; by position where labels are missing or no such numbers."""
    labels = [re.search(r"\d+", entry.label) for entry in entries]
    printed = [int(label[0]) for label in labels if label]
    if len(printed) == len(labels) == len(set(printed)):
        return {number: entry.number for number, entry in zip(printed, entries, strict=True)}
    return {entry.number: entry.number for entry in entries}
