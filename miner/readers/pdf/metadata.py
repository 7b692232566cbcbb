"""The paper's own title, authors, journal, year and DOI, as printed, else from the file's metadata."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from miner.document import Block, Text

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>|]+")
_YEAR = re.compile(r"(?<![\w.:/@-])((?:19|20)\d\d)(?![\w/@])")
_DATED = re.compile(
    r"(?:published|accepted|acceptance|©|copyright|\(c\)|available online|date of|received|submission)"
    r"[^.;]{0,60}?\b((?:19|20)\d\d)\b",
    re.I,
)
_NAME = r"(?:^|\bet al\.?,?\s|[:|]\s)(?P<name>[A-Z][\w.&]*(?:[ -](?:[A-Z][\w.&]*|of|and|the|in|for|on|&)){0,9}),?"
# "J. Name 12 (2024) 1–9", "J. Name, 2020, 11, 37", "J. Name (2016) 16:418", "J. Name 11(12): e0166", "J. Name | www."
_JOURNAL = re.compile(
    _NAME + r"(?:\s\d{1,4}\s\((?:19|20)\d\d\),?\s\w|\s(?:19|20)\d\d,\s\d+|\s\((?:19|20)\d\d\),?\s\d+"
    r"|\s(?:\|\s)?\d{1,4}(?:\(\d+\))?:\s?e?\d+|\s\|\s(?:www\.|(?i:doi):)|\s(?:19|20)\d\d,\sdoi)",
)
_YEAR_IN_DOI = re.compile(r"[./]((?:19|20)\d\d)\b")
_MADE = re.compile(r"D:(\d{4})")
# A later year is a forecast ("by 2050"). Today's date would have claims depend on the day.
_LATEST = 2035
_MARKS = re.compile(r"[\d*†‡§¶#∗⁎+‖∥|]+|\b(?:PhD|Ph\.D\.|MD|M\.D\.|MSc|Prof\.|Dr\.)")
_SEPARATOR = re.compile(r"\s*(?:,|;|\band\b|&|·|•)\s*")


def own_title(blocks: Sequence[Block], info: Mapping[str, str]) -> str:
    """The text of the title block; where there is none, the title in the metadata if it has words."""
    printed = next((b.text.text for b in blocks if b.kind == "title"), "")
    named = " ".join(info.get("Title", "").split())
    if printed or len(named.split()) < 3:
        return " ".join(printed.rstrip("†‡*§ ").split())
    return named


def own_authors(blocks: Sequence[Block], info: Mapping[str, str]) -> tuple[str, ...]:
    """The names in the authors block, without the marks of their affiliations."""
    printed = next((b.text for b in blocks if b.kind == "authors"), None)
    names = _names(_unmarked(printed)) if printed else ()
    return names or _names(info.get("Author", ""))


def _unmarked(text: Text) -> str:
    """The text with a comma for each superscript."""
    out, at = [], 0
    for script in text.scripts:
        if script.kind == "sup":
            out += [text.text[at : script.start], ", "]
            at = script.end
    return "".join(out) + text.text[at:]


def _names(text: str) -> tuple[str, ...]:
    parts = (_MARKS.sub("", part).strip(" .()[]-") for part in _SEPARATOR.split(text))
    return tuple(part for part in parts if _name(part))


def _name(part: str) -> bool:
    words = part.split()
    return 2 <= len(words) <= 6 and sum(w[:1].isupper() for w in words) >= 2 and "@" not in part


def own_doi(first: Sequence[str]) -> str:
    """The first DOI on the lines of the first page."""
    for line in first:
        match = _DOI.search(line)
        if match:
            return match[0].rstrip(".,;:)]")
    return ""


def own_journal(lines: Sequence[str], info: Mapping[str, str]) -> str:
    """The name that most often stands before volume or year, in running heads and citations of the paper itself."""
    names = Counter(match["name"] for line in (*lines, info.get("Subject", "")) if (match := _JOURNAL.search(line)))
    return max(names, key=lambda name: names[name], default="")


def own_year(lines: Sequence[str], info: Mapping[str, str]) -> int | None:
    """The year of publication: beside such a word, in a running head, in the DOI, else that of the file.

    `lines` are those of the first page that are no running text.
    """
    short = [line for line in lines if len(line) < 100]
    for found in (
        [max(_years(_DATED, ["\n".join(lines)]), default=0)],
        _years(_YEAR, short),
        _years(_YEAR_IN_DOI, [own_doi(lines)]),
        _years(_MADE, [info.get("CreationDate", "")]),
    ):
        if year := next(iter(found), 0):
            return year
    return None


def _years(pattern: re.Pattern[str], texts: Sequence[str]) -> list[int]:
    years = [int(year) for text in texts for year in pattern.findall(text)]
    return [year for year in years if year <= _LATEST]
