"""HTML of publishers: the page becomes an article in the terms of JATS, and is read as such.

What journals' pages have in common decides: citation_* tags, headings, paragraphs, tables, figures with captions, a
list of references and the links into it. No publisher's layout is known by name.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.document import Document
from miner.errors import ReadError
from miner.readers.html.floats import place_floats
from miner.readers.html.front import front, is_title
from miner.readers.html.listing import link_citations, reference_list
from miner.readers.html.page import main_part, parsed
from miner.readers.html.sections import body
from miner.readers.jats import read_article
from miner.references import parse_list

_LEAST = 200  # characters of running text; a page with less says that something was not found


def read_html(content: bytes, sha256: str, name: str) -> Document:
    """The document in an HTML page; `name` is for messages. Raises ReadError ("unknown format") without any text.

    Nothing is fetched or run.
    """
    page = parsed(content)
    if page is None or page.find("body") is None:
        raise ReadError("unknown format", name)
    article = etree.Element("article")
    article.append(front(page))
    main = main_part(page)
    listed = reference_list(main)
    link_citations(main, listed)
    place_floats(main)
    article.append(body(main, lambda heading: is_title(heading, article)))
    etree.SubElement(article, "back").append(listed)
    document = read_article(article, sha256, "html")
    if sum(len(block.text.text) for block in document.blocks if block.kind == "paragraph") < _LEAST:
        raise ReadError("unknown format", name)
    listing = parse_list([reference.text for reference in document.references])
    labels = [reference.label for reference in document.references]
    references = [replace(r, label=label or r.label) for r, label in zip(listing, labels, strict=True)]
    return replace(document, references=tuple(references))
