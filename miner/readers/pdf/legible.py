"""Which pages have a text layer that is text: scans have none, and fonts without a code table give gibberish."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.readers.pdf.layout import Layout

# Prose has about one stop word in four; gibberish three in ten thousand.
_STOP_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "to",
        "a",
        "is",
        "for",
        "with",
        "that",
        "by",
        "as",
        "are",
        "from",
        "this",
        "on",
        "be",
        "at",
        "which",
        "can",
        "an",
        "or",
        "it",
        "was",
        "were",
    ]
)
_SHARE = 0.03
_ENOUGH = 200  # letters on which a judgement can rest
_WORD = re.compile(r"[^\W\d_]+")


def unreadable(layouts: Sequence[Layout]) -> list[int]:
    """The numbers of the pages without usable text; all of them where the document as a whole is gibberish."""
    empty = [layout.page.number for layout in layouts if layout.characters < 25]
    words = [w.lower() for layout in layouts for line in layout.lines for w in _WORD.findall(line.text)]
    letters = sum(map(len, words))
    if letters >= _ENOUGH and sum(w in _STOP_WORDS for w in words) < _SHARE * len(words):
        return [layout.page.number for layout in layouts]
    return empty
