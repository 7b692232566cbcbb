"""The paper's own title, authors, year and DOI, from its first page, else from the file's metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from miner.document import Block, Text

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>|]+")
_YEAR = re.compile(r"(?<![\d.:/-])((?:19|20)\d\d)(?![\d/])")
_DATED = re.compile(
    r"(?:published|accepted|©|copyright|\(c\)|available online|date of|received)[^.;]{0,60}?\b((?:19|20)\d\d)\b", re.I
)
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


def own_year(first: Sequence[str], info: Mapping[str, str]) -> int | None:
    """The year of publication on the first page: beside such a word, in a running head, else of the file."""
    text = "\n".join(first)
    dated = [int(y) for y in _DATED.findall(text)]
    if dated:
        return max(dated)
    short = [int(y) for line in first if len(line) < 100 for y in _YEAR.findall(line)]
    if short:
        return short[0]
    made = re.match(r"D:(\d{4})", info.get("CreationDate", ""))
    return int(made[1]) if made else None
