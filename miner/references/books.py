"""What a chapter or a talk is in: "In Handbook of Batteries; Linden, D., Ed.; McGraw-Hill" is in the handbook."""

from __future__ import annotations

import re
from functools import cache

from miner.references.journals import is_abbreviation, journal_name
from miner.references.names import read_authors
from miner.vocabulary import entries

_EDITED = re.compile(r"\b(?:eds?|editors?|hrsg)\b\.?\)?[\s,:]*$", re.IGNORECASE)
_END = re.compile(r"[.;]\s|\.$")


def book_title(printed: str) -> str:
    """The title of a book or of proceedings after "In": without editors before it, and publishers or places after."""
    editors = read_authors(printed)
    named = printed[: editors.end]
    # Initials tell names from the words of a title; names in full are editors only where that is said.
    is_said = _EDITED.search(named) and ";" not in named
    are_editors = named != printed and (editors.form != "full" or is_said)
    name = printed[editors.end if are_editors else 0 :].lstrip(" .,:;")
    ends = (m.start() for m in _END.finditer(name) if m[0][0] == ";" or not _abbreviates(name[: m.start() + 1]))
    return journal_name(_place().sub("", name[: next(ends, len(name))].rstrip(" (")))


def _abbreviates(before: str) -> bool:
    """Whether the full stop that ends `before` is one of an abbreviation or an ordinal number ("Proc. 5th.")."""
    last = before.split()[-1]
    return is_abbreviation(last) or bool(re.fullmatch(r"[A-Z]\.|\d+\w*\.", last))


@cache
def _place() -> re.Pattern[str]:
    """The place of an event at the end of its name: ", Buffalo, NY, USA"."""
    countries = [word for entry in entries("journal_words") if entry["kind"] == "country" for word in entry["words"]]
    return re.compile(rf",\s[^,;]+(?:,\s[A-Z]{{2,3}})?,\s(?:{'|'.join(map(re.escape, countries))})[\s.,]*$")
