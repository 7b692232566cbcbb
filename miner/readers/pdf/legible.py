"""Which pages have a text layer that is text: scans have none, and fonts without a code table give gibberish."""

from __future__ import annotations

import re
from itertools import accumulate

from miner.readers.pdf.layout import Layout

# The 60 most frequent pairs of letters of English: half of all pairs in prose, in reference lists and in names too
# (0.47 is the least of 500 pages); 0.09 of pairs by chance, and 0.05 at most where a font's codes are shifted.
_PAIRS = tuple(
    dict.fromkeys(
        re.findall(
            "..",
            "thheineranrendonenatouedhatooritishiesngastetiioaralsticntrariroellineselemacome"
            "eccevedetasilanoustromilchetiebeeansurly",
        )
    )
)
_LEAST = 0.25
_ENOUGH = 200  # pairs on which a judgement can rest
_FEW = 25  # characters that are no text: a page number, a stamp
_WORD = re.compile(r"[A-Za-z]{3,}")
_NAMELESS = re.compile(r"[\ue000-\uf8ff\ufffd]")  # characters that a font does not name
_MOST_NAMELESS = 0.3


def is_legible(layout: Layout) -> bool:
    """Whether a page has text, and its characters make up words; scripts other than Latin are not judged."""
    return layout.characters >= _FEW and is_language(" ".join(line.text for line in layout.lines))


def is_language(text: str) -> bool:
    """Whether the letters of a text follow one another as those of a language do."""
    if len(_NAMELESS.findall(text)) > _MOST_NAMELESS * len(text):
        return False
    words = _WORD.findall(text.lower())
    pairs, joined = sum(map(len, words)) - len(words), " ".join(words)
    frequent = accumulate(map(joined.count, _PAIRS))  # no further than needed: prose has enough of the first
    return pairs < _ENOUGH or any(count >= _LEAST * pairs for count in frequent)
