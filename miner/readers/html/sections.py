"""Headings, paragraphs, lists and floats of a page as nested sections, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.readers.html.page import words

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FLOATS = ("fig", "table-wrap")
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "dl",
    "dd",
    "dt",
    "details",
    *("table", "tbody", "thead", "tr", "td", "center", "address", "summary", "hgroup", *_HEADINGS, *_FLOATS),
}
_NOTES = {"footnote", "footnotes", "fn", "endnotes"}
_NAMES = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold", "br": "break"}


def body(main: etree._Element, is_title: Callable[[etree._Element], bool]) -> etree._Element:
    """The `<body>` of an article; what stands between the title and the abstract's heading is front matter."""
    for element in main.iter(*_NAMES):
        element.tag = _NAMES[element.tag]
    parts = [part for part in _parts(main) if not (part.tag in _HEADINGS and is_title(part))]
    abstract = next((i for i, part in enumerate(parts) if part.tag in _HEADINGS and _is_abstract(part)), 0)
    out = etree.Element("body")
    for part in parts[:abstract]:
        if part.tag not in _HEADINGS:
            summary = etree.SubElement(out, "abstract", {"abstract-type": "front"})  # a block of front matter
            summary.append(part)
    _nest(parts[abstract:], out)
    return out


def _is_abstract(heading: etree._Element) -> bool:
    return bool(re.fullmatch(r"\W*(?:abstract|summary)\W*", "".join(heading.itertext()), re.IGNORECASE))


def _nest(parts: list[etree._Element], out: etree._Element) -> None:
    """Parts in sections, each under the nearest heading of a higher rank."""
    open_: list[tuple[int, etree._Element]] = [(0, out)]
    for part in parts:
        if part.tag not in _HEADINGS:
            open_[-1][1].append(part)
            continue
        rank = int(part.tag[1])
        while open_[-1][0] >= rank:
            open_.pop()
        section = etree.SubElement(open_[-1][1], "sec")
        part.tag = "title"
        section.append(part)
        open_.append((rank, section))


def _parts(place: etree._Element) -> Iterator[etree._Element]:
    """Headings, paragraphs, lists and floats; text that stands in no paragraph makes one."""
    is_note = bool(words(place) & _NOTES)
    current = etree.Element("fn" if is_note else "p")
    paragraph = etree.SubElement(current, "p") if is_note else current
    _say(paragraph, place.text)
    for child in list(place):
        tail, child.tail = child.tail, None
        if not _is_block(child):
            paragraph.append(child)
            child.tail = tail
            continue
        if child.tag in _FLOATS and _says(paragraph):
            paragraph.append(child)
        else:
            if _says(paragraph):
                yield current
                current = etree.Element(current.tag)
                paragraph = etree.SubElement(current, "p") if is_note else current
            yield from _of(child)
        _say(paragraph, tail)
    if _says(paragraph):
        yield current


def _of(child: etree._Element) -> Iterator[etree._Element]:
    if child.tag in _FLOATS or child.tag in _HEADINGS:
        if child.tag in _FLOATS or _says(child):
            yield child
    elif child.tag in ("ul", "ol"):
        for item in child:
            yield from _parts(item)
    else:
        yield from _parts(child)


def _is_block(element: etree._Element) -> bool:
    return element.tag in _BLOCKS or any(part.tag in _BLOCKS for part in element.iterdescendants())


def _says(element: etree._Element) -> bool:
    return bool("".join(element.itertext()).strip())


def _say(element: etree._Element, text: str | None) -> None:
    """Add text to the end of an element, without the control characters that a tree cannot hold."""
    text = _CONTROL.sub("", text or "")
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
