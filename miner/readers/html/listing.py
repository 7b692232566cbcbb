"""The list of references and the links that lead into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import unquote

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.readers.html.page import remove, words
from miner.readers.pieces import LIST_HEADING

_LISTS = {"references", "bibliography", "reflist", "biblist", "citations"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEW = 2  # entries that make a list
# What publishers print beside an entry as links to elsewhere.
_ELSEWHERE = re.compile(
    r"[\[(\s]*(?:google scholar|cross\s?ref|pub\s?med(?: central)?|pmc(?: free article)?|cas|ads|article"
    r"|(?:view in )?scopus|web of science®?|isi|view(?: in)?(?: article| at publisher)?"
    r"|(?:free )?full text(?: pdf)?|links?|open url|search|download|chemport|medline|mathscinet|math|doi"
    r"|go to citation|return to ref.*|green version|[↑^→])[\])\s|,.]*",
    re.IGNORECASE,
)
_DOI_LINK = re.compile(r"doi\.org/(10\.\d{4,9}/[^\s\"<>?#&]+)", re.IGNORECASE)
Entry = tuple[etree._Element | None, etree._Element]


def reference_list(main: etree._Element) -> etree._Element:
    """The entries as `<ref>`s with every identifier that a link may name, taken out of the page."""
    out = etree.Element("ref-list")
    for number, (label, entry) in enumerate(_entries(main), 1):
        parts = [entry] if label is None else [label, entry]
        ref = etree.SubElement(out, "ref", {"id": f"entry-{number}"})
        for name in _names(parts):
            etree.SubElement(ref, "target", {"id": name})
        printed = etree.SubElement(ref, "label")
        printed.text = _counted(entry, number) if label is None else "".join(label.itertext()).strip()
        printed.tail = _text(entry)
        for part in parts:
            part.tag = "taken"
    for taken in list(main.iter("taken")):
        remove(taken)
    return out


def _entries(main: etree._Element) -> list[Entry]:
    """The labels and entries of the last list that is called one, by its heading or by its class."""
    found: list[Entry] = []
    for place in main.iter("*"):
        if place.tag in _HEADINGS and LIST_HEADING.fullmatch("".join(place.itertext()).strip()):
            found = _after(place) or found
        elif place.tag not in ("a", "li", "span", "sup", *_HEADINGS) and words(place) & _LISTS and len(place):
            found = _items(place) if len(_items(place)) > max(_FEW, len(found)) else found
    return found


def _after(heading: etree._Element) -> list[Entry]:
    """The entries between a heading and the next, which may stand some levels further out."""
    at = heading
    for _ in range(4):
        siblings = list(takewhile(lambda e: e.tag not in _HEADINGS, at.itersiblings()))
        lists = [_items(sibling) for sibling in siblings]
        paragraphs: list[Entry] = [(None, e) for e in siblings if e.tag in ("p", "div") and _printed(e)]
        longest = max([*lists, paragraphs], key=len)
        at = at.getparent()
        if len(longest) >= _FEW or at is None or at.tag == "body":
            return longest if len(longest) >= _FEW else []
    return []


def _items(place: etree._Element) -> list[Entry]:
    """The entries of a list, of a definition list with its labels, of a table's rows, or of paragraphs."""
    if items := [li for li in place.iter("li") if not _within(li, place, "li") and _printed(li)]:
        return [(None, li) for li in items]
    if definitions := list(place.iter("dd")):
        before = [dd.getprevious() for dd in definitions]
        return [
            (dt if dt is not None and dt.tag == "dt" else None, dd) for dt, dd in zip(before, definitions, strict=True)
        ]
    if rows := list(place.iter("tr")):
        return [(None, row) for row in rows]
    while len(place) == 1 and place[0].tag in ("div", "section"):
        place = place[0]
    return [(None, part) for part in place if part.tag in ("p", "div", "cite") and _printed(part)]


def _printed(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _within(element: etree._Element, place: etree._Element, tag: str) -> bool:
    above = element.getparent()
    while above is not None and above is not place:
        if above.tag == tag:
            return True
        above = above.getparent()
    return False


def _names(elements: list[etree._Element]) -> Iterator[str]:
    """The identifiers of an entry and of all that is in it, and of an anchor before it."""
    seen: set[str] = set()
    before = elements[0].getprevious()
    if before is not None and before.tag == "a" and not "".join(before.itertext()).strip():
        elements = [before, *elements]
    for element in elements:
        for part in element.iter("*"):
            for name in ("id", "name", "data-bib-id", "rid" if part.tag != "a" else "id"):
                if (value := part.get(name)) and value not in seen:
                    seen.add(value)
                    yield value


def _counted(entry: etree._Element, number: int) -> str:
    """What a browser prints before an item of a numbered list."""
    parent = entry.getparent()
    if entry.tag != "li" or parent is None or parent.tag != "ol" or "none" in (parent.get("style") or ""):
        return ""
    return f"{number}."


def _text(entry: etree._Element) -> str:
    """The entry without the links to elsewhere, and with the DOI that only such a link names."""
    doi = ""
    for link in list(entry.iter("a")):
        if _ELSEWHERE.fullmatch(_printed(link) or "link"):
            match = _DOI_LINK.search(unquote(link.get("href") or ""))
            doi = doi or (match[1] if match else "")
            remove(link)
    text = re.sub(r"(?:\s*[\[(][\s,|;]*[\])])+\s*$", "", _printed(entry))
    return f"{text} https://doi.org/{doi}" if doi and doi.lower() not in text.lower() else text


def link_citations(main: etree._Element, listed: etree._Element) -> None:
    """Turn links to entries into cross-references, whatever they print."""
    known = {target.get("id"): ref.get("id") for ref in listed for target in ref.iter("target")}
    for link in list(main.iter("a")):
        names = [(link.get("href") or "").rpartition("#")[2], *(link.get(n) or "" for n in ("rid", "data-rid"))]
        targets = [known[name] for value in names for name in re.split(r"[\s,]+", value) if name in known]
        if targets:
            link.tag = "xref"
            link.attrib.clear()
            link.set("ref-type", "bibr")
            link.set("rid", " ".join(dict.fromkeys(targets)))
