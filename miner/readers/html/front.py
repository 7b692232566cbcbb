"""The paper's own record, out of the tags that publishers set for indexes (citation_*, Dublin Core, PRISM)."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")
_TITLES = ("citation_title", "dc.title", "og:title")
_AUTHORS = ("citation_author", "dc.creator", "citation_authors")
_DOIS = ("citation_doi", "dc.identifier", "prism.doi", "citation_id")
_DATES = ("citation_publication_date", "citation_date", "prism.publicationdate", "dc.date", "citation_online_date")
_JOURNALS = ("citation_journal_title", "prism.publicationname", "citation_journal_abbrev")


def front(page: etree._Element) -> etree._Element:
    """The front matter in the terms of JATS; the title as the page prints it, with its scripts."""
    tags: dict[str, list[str]] = {}
    for tag in page.iter("meta"):
        name, value = (tag.get("name") or tag.get("property") or "").lower(), (tag.get("content") or "").strip()
        if name and value:
            tags.setdefault(name, []).append(value)
    out = etree.Element("front")
    etree.SubElement(etree.SubElement(out, "journal-meta"), "journal-title").text = _first(tags, _JOURNALS)
    meta = etree.SubElement(out, "article-meta")
    doi = _DOI.search(" ".join(value for name in _DOIS for value in tags.get(name, ())))
    etree.SubElement(meta, "article-id", {"pub-id-type": "doi"}).text = doi[0] if doi else ""
    meta.append(_title(page, _first(tags, _TITLES)))
    group = etree.SubElement(meta, "contrib-group")
    for name in next((tags[name] for name in _AUTHORS if name in tags), []):
        for person in name.split(";"):
            _add_author(group, person.strip())
    year = re.search(r"\b(?:19|20)\d\d\b", _first(tags, _DATES))
    etree.SubElement(etree.SubElement(meta, "pub-date"), "year").text = year[0] if year else ""
    return out


def _first(tags: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((tags[name][0] for name in names if name in tags), "")


def _title(page: etree._Element, tagged: str) -> etree._Element:
    """The first heading where it says what the tags say, or there are none; else the tag."""
    group = etree.Element("title-group")
    title = etree.SubElement(group, "article-title")
    heading = next(iter(page.iter("h1")), None)
    if heading is None or (tagged and _letters(tagged) != _letters("".join(heading.itertext()))):
        title.text = tagged or (page.findtext(".//title") or "")
        return group
    title.text = heading.text
    title.extend(deepcopy(list(heading)))
    return group


def _add_author(group: etree._Element, person: str) -> None:
    """A name as "Surname, Given" or "Given Surname"."""
    surname, comma, given = person.partition(",")
    if not comma:
        given, _, surname = person.rpartition(" ")
    name = etree.SubElement(etree.SubElement(group, "contrib", {"contrib-type": "author"}), "name")
    etree.SubElement(name, "surname").text = surname.strip()
    etree.SubElement(name, "given-names").text = given.strip()


def is_title(heading: etree._Element, article: etree._Element) -> bool:
    """Whether a heading prints the paper's title once more."""
    title = article.find("front//article-title")
    return heading.tag == "h1" and _letters("".join(heading.itertext())) == _letters("".join(title.itertext()))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
