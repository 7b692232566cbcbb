"""Batteries that a text names, by the ion that charges them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

# "The poor cycle life of current sodium-ion batteries" is no matter of the anode that the title names.
OF_BATTERIES = re.compile(
    r"(?: and (?:[\w-]+ ){1,4}| )of (?:the )?(?:current|present|today's|existing|conventional|"
    r"commercial|traditional|state-of-the-art) "
    r"(?:[\w-]+ ){0,2}(?:batteries|cells|systems|[A-Z]+IBs)\b"
)
# "Sodium-ion batteries are cheap. However, their cycle life is poor".
ON_BATTERIES = re.compile(r"(?:[\w-]+ ){0,2}[\w-]+[- ]ion (?:batteries|cells)\b(?! anode)", re.IGNORECASE)
# Batteries by the ion that charges them; "lead-acid batteries" have none.
_CELLS = re.compile(
    r"\b(?:(?P<name>(?i:lithium|sodium|potassium|magnesium|zinc|calcium|aluminum)|Li|Na|K|Mg|Zn|Ca|Al)(?:"
    r"[- ][Ii]ons? (?:\w+ )?(?i:batter(?:y|ies)|cells?)|(?:[- ]ions?)? (?i:storage))"
    r"|(?P<short>[LNSKPZM])IBs?|(?P<none>(?i:lead|nickel)[-–]\w+) (?:batter(?:y|ies)|cells?))\b"
)
_IONS = {
    "L": "lithium", "N": "sodium", "S": "sodium", "K": "potassium", "P": "potassium", "Z": "zinc", "M": "magnesium",
    "Li": "lithium", "Na": "sodium", "Mg": "magnesium", "Zn": "zinc", "Ca": "calcium", "Al": "aluminum",
}  # fmt: skip


def ions(text: str) -> list[str]:
    """The ions of the batteries that a text names."""
    kinds = (m["short"] or m["name"] or m["none"] for m in _CELLS.finditer(text))
    return [_IONS.get(kind, kind.lower()) for kind in kinds]


def prevailing_ion(title: Sequence[str], texts: Iterable[Sequence[str]]) -> str | None:
    """The one ion that a title names, else the one that most mentions of batteries name."""
    if title:
        return title[0] if len(set(title)) == 1 else None
    counts = Counter(ion for named in texts for ion in named)
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] * 3 >= counts.total() * 2 else None
