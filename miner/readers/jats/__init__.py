"""JATS XML, the format of PubMed Central: the publisher's own structure, with citations and references resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.document import Block, BlockKind, Defect, Document, Figure, Table, Text, join
from miner.errors import ReadError
from miner.readers.jats.inline import Numbers, inline_text, plain_text
from miner.readers.jats.references import read_references
from miner.readers.jats.tables import read_table

_LEFT_OUT = {"ref-list", "sub-article", "response", "supplementary-material", "object-id", "label", "title"}
_SECTIONS = {"sec", "app", "ack", "notes", "glossary", "bio", "abstract", "trans-abstract", "boxed-text"}


def read_jats(content: bytes, sha256: str, name: str) -> Document:
    """The document in a JATS file; `name` is for messages. Raises ReadError ("unknown format") without an article.

    Entities are not resolved and nothing is fetched, so that a file cannot make the reader expand or load anything.
    """
    root, defects = _parsed(content)
    article = (
        root if root is not None and root.tag == "article" else root.find(".//article") if root is not None else None
    )
    if article is None:
        raise ReadError("unknown format", name)
    return read_article(article, sha256, "jats", defects)


def read_article(
    article: etree._Element, sha256: str, source: Literal["jats", "html"], defects: tuple[Defect, ...] = ()
) -> Document:
    """The document that an `<article>` holds, whatever file it comes from."""
    references, numbers = read_references(article)
    walk = _Walk(numbers)
    for block in _front(article, numbers):
        walk.blocks.append(block)
    for part in ("front/article-meta/abstract", "body", "back", "floats-group"):
        for element in article.findall(part):
            walk.visit(element, ())
    return Document(
        sha256=sha256,
        format=source,
        title=next((str(block.text) for block in walk.blocks if block.kind == "title"), ""),
        authors=tuple(_authors(article)),
        year=_year(article),
        doi=plain_text(article.find("front/article-meta/article-id[@pub-id-type='doi']")),
        journal=plain_text(article.find("front/journal-meta//journal-title")),
        blocks=tuple(walk.blocks),
        tables=tuple(walk.tables),
        figures=tuple(walk.figures),
        references=references,
        defects=defects,
    )


def _parsed(content: bytes) -> tuple[etree._Element | None, tuple[Defect, ...]]:
    safe = {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
    }
    try:
        return etree.fromstring(content, etree.XMLParser(**safe)), ()
    except etree.XMLSyntaxError as error:
        root = etree.fromstring(content, etree.XMLParser(recover=True, **safe))
        return root, (Defect("damaged XML", f"The XML is not well formed ({error.msg}); what follows may be missing."),)


@dataclass(slots=True)
class _Walk:
    """Goes through an article's elements in order and collects what stands in them."""

    numbers: Numbers
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def visit(self, element: etree._Element, section: tuple[str, ...]) -> None:
        """An element under its headings: a section opens a heading, a paragraph or float becomes a block."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        if tag == "abstract" and element.get("abstract-type"):  # a summary for the contents page
            self._add("front", inline_text(element, self.numbers), section)
        elif tag in _SECTIONS:
            self._visit_section(element, section)
        elif tag in ("p", "disp-formula", "disp-quote", "verse-group", "statement", "def-item"):
            self._visit_paragraph(element, section)
        elif tag in ("fig", "table-wrap"):
            self._visit_float(element, section)
        elif tag in ("fn", "fn-group"):
            self._visit_notes(element, section)
        else:
            for child in element:
                self.visit(child, section)

    def _visit_section(self, element: etree._Element, section: tuple[str, ...]) -> None:
        title = _heading(element, self.numbers)
        if title.text:
            self.blocks.append(Block("heading", title, section, len(section) + 1))
            section = (*section, title.text)
        for child in element:
            self.visit(child, section)

    def _visit_paragraph(self, element: etree._Element, section: tuple[str, ...]) -> None:
        """The paragraph's own text, then the figures, tables and lists that stand inside of it."""
        inside: list[etree._Element] = []
        self._add("paragraph", inline_text(element, self.numbers, inside), section)
        for child in inside:
            self.visit(child, section)

    def _visit_float(self, element: etree._Element, section: tuple[str, ...]) -> None:
        label = plain_text(element.find("label")).rstrip(".:")
        parts = [inline_text(part, self.numbers) for part in element.findall("caption/*")]
        caption = join([Text(f"{label}.")] * bool(label) + [part for part in parts if part.text])
        self._add("caption", caption, section)
        if element.tag == "fig":
            self.figures.append(Figure(label, caption))
        for table in element.iter("table"):
            self.tables.append(replace(read_table(table, self.numbers), label=label, caption=caption, section=section))
        for foot in element.findall("table-wrap-foot"):
            notes = join(inline_text(part, self.numbers) for part in foot.iter("p"))
            self.tables[-1:] = [replace(table, notes=notes) for table in self.tables[-1:]]

    def _visit_notes(self, element: etree._Element, section: tuple[str, ...]) -> None:
        for paragraph in element.iter("p"):
            self._add("footnote", inline_text(paragraph, self.numbers), section)

    def _add(self, kind: BlockKind, text: Text, section: tuple[str, ...]) -> None:
        if text.text:
            self.blocks.append(Block(kind, text, section))


def _heading(element: etree._Element, numbers: Numbers) -> Text:
    """The heading of a section with its number; abstracts and acknowledgements have one even where none is printed."""
    title = element.find("title")
    label = plain_text(element.find("label"))
    if title is None or not plain_text(title):
        return Text({"abstract": "Abstract", "ack": "Acknowledgements"}.get(str(element.tag), label))
    return join([Text(label)] * bool(label) + [inline_text(title, numbers)])


def _front(article: etree._Element, numbers: Numbers) -> Iterator[Block]:
    title = article.find("front/article-meta/title-group/article-title")
    if title is not None:
        text = inline_text(title, numbers)
        yield Block("title", text[: len(text.text.rstrip(" *†‡§¶"))])
    if names := ", ".join(_authors(article)):
        yield Block("authors", Text(names))
    for group in article.findall("front/article-meta/kwd-group"):
        yield Block("front", Text("Keywords: " + "; ".join(plain_text(word) for word in group.iter("kwd"))))


def _authors(article: etree._Element) -> Iterator[str]:
    for contributor in article.findall("front/article-meta/contrib-group/contrib[@contrib-type='author']"):
        given, surname = contributor.find("name/given-names"), contributor.find("name/surname")
        name = f"{plain_text(given)} {plain_text(surname)}".strip() or plain_text(contributor.find("collab"))
        if name:
            yield name


def _year(article: etree._Element) -> int | None:
    """The year under which the article is cited: that of the issue before that of the first appearance on the web."""
    rank = {"ppub": 0, "collection": 1, "epub": 2}
    dates = article.findall("front/article-meta/pub-date")
    dates.sort(key=lambda date: rank.get(date.get("pub-type") or date.get("date-type") or "", 3))
    years = [re.search(r"\d{4}", plain_text(date.find("year"))) for date in dates]
    return next((int(year[0]) for year in years if year), None)
