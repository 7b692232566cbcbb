"""Works as BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from miner.literature.works import Work

_SPECIAL = {"\\": r"\textbackslash{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"} | {"~": r"\~{}", "^": r"\^{}"}


def bibtex(works: Iterable[Work]) -> str:
    """One `@article` a work (`@misc` without a journal), keyed by surname and year ("wang2020", "wang2020b")."""
    works = list(works)
    return "\n".join(_bibtex(work, key) for work, key in zip(works, _keys(works), strict=True))


def csl(works: Iterable[Work]) -> str:
    """A list of items of CSL-JSON 1.0."""
    works = list(works)
    items = [_csl(work, key) for work, key in zip(works, _keys(works), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def ris(works: Iterable[Work]) -> str:
    """One record a work, lines ended as RIS wants them."""
    return "".join(_ris(work) for work in works)


FORMATS: dict[str, Callable[[Iterable[Work]], str]] = {"bibtex": bibtex, "csl": csl, "ris": ris}


def _bibtex(work: Work, key: str) -> str:
    fields = {
        "author": " and ".join(map(_escaped, _names(work))),
        # Braces keep the case of formulas.
        "title": f"{{{_escaped(work.title)}}}" if work.title else "",
        "journal": _escaped(work.journal),
        "year": str(work.year or ""),
        "volume": work.volume,
        "number": work.issue,
        "pages": re.sub(r"\s*[-–]+\s*", "--", work.pages or work.article),
        "doi": work.doi,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'article' if work.journal else 'misc'}{{{key},\n{lines}}}\n"


def _csl(work: Work, key: str) -> dict[str, object]:
    parts = [name.partition(", ") for name in _names(work)]
    item = {
        "id": key,
        "type": "article-journal" if work.journal else "article",
        "author": [{"family": family, "given": given} if given else {"family": family} for family, _, given in parts],
        "title": work.title,
        "container-title": work.journal,
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "volume": work.volume,
        "issue": work.issue,
        "page": (work.pages or work.article).replace("–", "-"),
        "DOI": work.doi,
    }
    return {name: value for name, value in item.items() if value}


def _ris(work: Work) -> str:
    first, _, last = re.sub(r"\s*[-–]+\s*", "-", work.pages or work.article).partition("-")
    tags = [
        ("TY", "JOUR" if work.journal else "GEN"),
        *(("AU", name) for name in _names(work)),
        ("TI", work.title),
        ("JO", work.journal),
        ("PY", str(work.year or "")),
        ("VL", work.volume),
        ("IS", work.issue),
        ("SP", first),
        ("EP", last),
        ("DO", work.doi),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _names(work: Work) -> Sequence[str]:
    return work.names or work.authors


def _keys(works: Iterable[Work]) -> list[str]:
    """A key a work; of several alike all but the first get a letter."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for work in works:
        name = next(iter(work.authors), "anonymous")
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        key = re.sub(r"[^a-z]", "", plain) + str(work.year or "")
        seen[key] = seen.get(key, 0) + 1
        found.append(key + (_letters(seen[key]) if seen[key] > 1 else ""))
    return found


def _letters(number: int) -> str:
    """1, 2, ..., 27 as "a", "b", ..., "aa"."""
    rest, last = divmod(number - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + last)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in text)
