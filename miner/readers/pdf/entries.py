"""The reference list split into entries, by its labels or by its hanging indents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from miner.readers.pdf.chunks import Chunk
from miner.readers.pdf.lines import Line

_LABELS = (
    re.compile(r"\[(\d{1,4})\]"),
    re.compile(r"\((\d{1,4})\)"),
    re.compile(r"(\d{1,4})\.(?!\d)"),
    re.compile(r"(\d{1,4})(?=\s*[A-Z‘“\"a-z])"),
)


def split_entries(chunks: Sequence[Chunk]) -> tuple[list[Line], list[list[Line]]]:
    """The lines before the first entry, which are none of the list, and those of each entry, in order."""
    lines = [line for chunk in chunks for line in chunk.lines]
    starts = _numbered(lines) or _hanging(chunks)
    lead: list[Line] = []
    entries: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index in starts:
            entries.append([])
        (entries[-1] if entries else lead).append(line)
    return lead, entries


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The lines that begin with the next number of the list, in the label's form that most of them have."""
    best: set[int] = set()
    for label in _LABELS:
        found, expected = set(), 1
        for index, line in enumerate(lines):
            match = label.match(line.text)
            if match and expected <= int(match[1]) <= expected + 2:
                found.add(index)
                expected = int(match[1]) + 1
        if len(found) > 1.1 * len(best):
            best = found
    return best if len(best) >= 3 or len(best) >= len(lines) / 6 else set()


def _hanging(chunks: Sequence[Chunk]) -> set[int]:
    """The lines that stand at the left of their column where the others are indented, or that open a chunk."""
    starts, at = set(), 0
    indents = Counter()
    for chunk in chunks:
        for a, b in pairwise(chunk.lines):
            indents[round(b.x0 - a.x0)] += 1
    hanging = sum(n for step, n in indents.items() if 4 <= step <= 40) > 0.1 * max(1, sum(indents.values()))
    for chunk in chunks:
        left = min(line.x0 for line in chunk.lines)
        for index, line in enumerate(chunk.lines):
            opens = index == 0 and not (hanging and line.x0 > chunk.left + 4)
            if opens or (hanging and line.x0 < left + 2 and line.x0 < chunk.left + 4):
                starts.add(at + index)
        at += len(chunk.lines)
    return starts
