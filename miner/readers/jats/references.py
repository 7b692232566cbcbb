"""The reference list of JATS: fields as the publisher tagged them, or parsed where an entry is untagged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.document import Reference
from miner.readers.jats.inline import plain_text
from miner.references import mark_duplicates, parse_list
from miner.references.journals import likeness

_CITATIONS = ("element-citation", "mixed-citation", "citation", "nlm-citation")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]]")


def read_references(article: etree._Element) -> tuple[tuple[Reference, ...], dict[str, int]]:
    """The references by position, and the positions by the identifiers that cross-references use."""
    numbers: dict[str, int] = {}
    found: list[Reference] = []
    for number, entry in enumerate(article.findall("back//ref"), 1):
        numbers |= {key: number for element in entry.iter() if (key := element.get("id"))}
        found.append(_reference(entry, number))
    return mark_duplicates(found), numbers


def _reference(entry: etree._Element, number: int) -> Reference:
    label = plain_text(entry.find("label"))
    citations = list(entry.iter(*_CITATIONS))
    if not citations:
        return Reference(number, plain_text(entry), label)
    first = citations[0]
    title, journal = _titles(first)
    if not title and not journal:
        text = " ".join(_printed(citation) for citation in citations)
        return _parsed(text, number, label)
    year = re.search(r"\d{4}", plain_text(first.find("year")))
    return Reference(
        number=number,
        text=" ".join(_printed(citation) for citation in citations),
        label=label,
        authors=tuple(_surnames(first)),
        title=title,
        journal=journal,
        year=int(year[0]) if year else None,
        volume=plain_text(first.find("volume")),
        issue=plain_text(first.find("issue")),
        pages=_pages(first),
        doi=_doi(first),
    )


def _parsed(text: str, number: int, label: str) -> Reference:
    return replace(parse_list([text])[0], number=number, label=label)


def _titles(citation: etree._Element) -> tuple[str, str]:
    """Title and journal; a book without chapters has its own title and no journal."""
    source = plain_text(citation.find("source"))
    tagged = citation.find("article-title")
    title = plain_text(tagged if tagged is not None else citation.find("chapter-title"))
    if strayed := _strayed(tagged):
        return title.removesuffix(strayed).rstrip(" ."), f"{strayed}. {source}"
    is_journal = citation.get("publication-type", "journal") == "journal"
    return (title, source) if title or is_journal else (source, "")


def _strayed(title: etree._Element | None) -> str:
    """The start of an abbreviated journal's name that was tagged as the end of the title, in italics."""
    last = title[-1] if title is not None and len(title) else None
    if last is None or last.tag != "italic" or (last.tail or "").strip():
        return ""
    words = plain_text(last)
    ends_title = plain_text(title).removesuffix(words).rstrip().endswith((".", "?"))
    return words if ends_title and likeness(f"{words}.") > 1 else ""


def _surnames(citation: etree._Element) -> Iterator[str]:
    """The authors' surnames: those named as authors, else all who stand before the title."""
    groups = [g for g in citation.iter("person-group") if g.get("person-group-type") in (None, "author")]
    for person in _persons(groups[0] if groups else citation):
        surname = person if person.tag == "collab" else person.find("surname")
        if name := plain_text(surname):
            yield name


def _persons(group: etree._Element) -> Iterator[etree._Element]:
    for child in group:
        if child.tag in ("article-title", "chapter-title", "source", "person-group"):
            return
        if child.tag in ("name", "collab", "string-name"):
            yield child


def _pages(citation: etree._Element) -> str:
    first, last = plain_text(citation.find("fpage")), plain_text(citation.find("lpage"))
    if first:
        return f"{first}–{last}" if last and last != first else first
    return plain_text(citation.find("elocation-id")) or plain_text(citation.find("page-range"))


def _doi(citation: etree._Element) -> str:
    tagged = plain_text(citation.find("pub-id[@pub-id-type='doi']"))
    found = _DOI.search(tagged or " ".join("".join(part.itertext()) for part in citation.iter("comment", "ext-link")))
    return found[0] if found else ""


def _printed(citation: etree._Element) -> str:
    """An entry as a reader sees it; of one that holds only fields, these in their usual order."""
    if citation.tag == "mixed-citation" or (citation.text or "").strip():
        return plain_text(citation)
    names = ", ".join(
        f"{plain_text(name.find('surname'))} {plain_text(name.find('given-names'))}".strip()
        for name in citation.iter("name")
    )
    title, journal = _titles(citation)
    volume, year = plain_text(citation.find("volume")), plain_text(citation.find("year"))
    parts = [
        names,
        title,
        journal,
        ", ".join(part for part in (year, volume, _pages(citation)) if part),
        _doi(citation),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
