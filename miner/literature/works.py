"""Works as the services describe them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class OpenCopy:
    """A full text that anybody may read: `format` is "pdf" or "xml" (JATS), `version` as OpenAlex names versions."""

    url: str
    format: str
    licence: str = ""
    version: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A work with a DOI (in small letters); `authors` are surnames, `years` those of its online and printed editions.

    `names` are the authors as "Wang, Lei", where the service gives them.

    `journal` is the full name, `short_journal` an abbreviation, `kind` the service's type of work, `published_as` the
    DOI of the published version of a preprint.
    """

    doi: str
    title: str = ""
    authors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    journal: str = ""
    short_journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article: str = ""
    kind: str = ""
    licence: str = ""
    published_as: str = ""
    service: str = ""
    copies: tuple[OpenCopy, ...] = field(default=())

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.years[0] if self.years else None

    @property
    def is_preprint(self) -> bool:
        """Whether it was put online without a journal."""
        return self.kind in ("posted-content", "preprint")


def work_from_json(record: dict[str, Any]) -> Work:
    """A work out of `dataclasses.asdict`, as JSON keeps it."""
    copies = tuple(OpenCopy(**copy) for copy in record["copies"])
    lists = {name: tuple(record[name]) for name in ("authors", "names", "years")}
    return Work(**{**record, **lists, "copies": copies})


def plain_doi(text: str | None) -> str:
    """A DOI in small letters, out of a DOI or a link to one; empty where it is none."""
    found = re.search(r"10\.\d{4,9}/\S+", unquote(text or ""))
    return found[0].lower() if found else ""


def plain_title(text: str | None) -> str:
    """A title without mark-up (`<sub>`, MathML, entities) and line breaks."""
    return " ".join(html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", html.unescape(text or ""))).split())


def surname(name: str) -> str:
    """The surname of a name, "Piwowar, Heather" or "Heather Piwowar"."""
    first, comma, _ = name.partition(",")
    return first.strip() if comma else (name.split() or [""])[-1]


def inverted(name: str) -> str:
    """A name with the surname first, "Piwowar, Heather"."""
    last = surname(name)
    given = name.removesuffix(last).strip()
    return name if "," in name or not given else f"{last}, {given}"
