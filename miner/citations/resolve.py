"""Citations in the text tied to the entries of the reference list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from miner.citations.authoryear import AuthorYear
from miner.citations.listed import Listed, listed
from miner.citations.naming import author_keys, with_names
from miner.citations.numeric import bracketed, mentioned, numbers_in, parenthesised, raised
from miner.document import Citation, Defect, Document, Table, Text

Finder = Callable[[Text], list[Citation]]
_CITING = ("paragraph", "caption", "footnote")
_COLUMN = re.compile(r"(?:refs?|references?|citations?|sources?|literature)\b\.?", re.IGNORECASE)


def resolve(document: Document) -> Document:
    """The document with the citations of paragraphs, captions, footnotes and tables; what does not fit is a defect.

    The style is the one that reaches most of the reference list. Citations that a publisher linked (JATS) are kept.
    The second and further works of an entry that lists several ("12b") become references of their own after the list.
    """
    entries = listed(document.references)
    document = replace(document, references=entries.references)
    linked = any(block.text.citations for block in document.blocks)
    style, found = (None, {}) if linked else _best_style(document, entries)
    unfit: list[Citation] = []
    authors = author_keys(document.references)

    def cite(text: Text) -> Text:
        if style is None:
            return with_names(text, authors) if text.citations else text
        printed = found[id(text)] if id(text) in found else style.find(text)
        fitting = [_fitting(citation, text, style, entries, unfit) for citation in printed]
        citations = tuple(citation for citation in fitting if citation.numbers)
        return with_names(replace(text, citations=citations), authors) if citations else text

    blocks = tuple(replace(b, text=cite(b.text)) if b.kind in _CITING else b for b in document.blocks)
    tables = tuple(_cited_table(table, cite, entries, linked) for table in document.tables)
    resolved = replace(document, blocks=blocks, tables=tables)
    return replace(resolved, defects=(*document.defects, *_defects(resolved, unfit)))


@dataclass(frozen=True, slots=True)
class _Style:
    """A way of citing; what `find` gives are numbers as printed, or references already."""

    find: Finder
    by_number: bool = True


def _best_style(document: Document, entries: Listed) -> tuple[_Style, dict[int, list[Citation]]]:
    """The way of citing that reaches most entries of the list, with what it found, by the `id`s of texts.

    Without a list it is brackets. Numbers in parentheses are mostly other things, so they are citations only where they
    reach half of the list.
    """
    texts = [block.text for block in document.blocks if block.kind in _CITING]
    styles = (
        _Style(_with_mentions(bracketed)),
        _Style(_with_mentions(raised)),
        _Style(AuthorYear(document.references).find, by_number=False),
        _Style(_with_mentions(parenthesised)),
    )
    if not document.references:
        return styles[0], {}
    known = set(entries.positions)
    found = [[style.find(text) for text in texts] for style in styles]
    reach = [len({n for citations in of_style for c in citations for n in c.numbers} & known) for of_style in found]
    if 2 * reach[3] < len(known):
        reach.pop()
    best = reach.index(max(reach))
    return styles[best], {id(text): citations for text, citations in zip(texts, found[best], strict=True)}


def _fitting(citation: Citation, text: Text, style: _Style, entries: Listed, unfit: list[Citation]) -> Citation:
    """The citation with the references that it reaches; without a list, numbers are taken as printed."""
    if not style.by_number:
        unfit += [] if citation.numbers else [citation]
        return citation
    if not entries.references:
        return citation
    if strangers := tuple(n for n in citation.numbers if n not in entries.positions):
        unfit.append(replace(citation, numbers=strangers))
    return replace(citation, numbers=entries.works(citation.numbers, text.text[citation.start : citation.end]))


def _with_mentions(find: Finder) -> Finder:
    def found(text: Text) -> list[Citation]:
        citations = find(text)
        taken = {at for citation in citations for at in range(citation.start, citation.end)}
        citations += [c for c in mentioned(text) if not taken.intersection(range(c.start, c.end))]
        return sorted(citations, key=lambda citation: citation.start)

    return found


def _cited_table(table: Table, cite: Callable[[Text], Text], entries: Listed, linked: bool) -> Table:
    """The table with its citations; a column called "Ref." holds bare numbers."""
    columns = [bool(_COLUMN.fullmatch(cell.text.strip())) for cell in table.header]

    def cell(text: Text, is_reference: bool) -> Text:
        text = cite(text)
        bare = re.fullmatch(r"\[?\s*\d{1,4}[\d,;\s–−-]*\]?\.?", text.text.strip())
        if not (is_reference and bare) or text.citations or linked:
            return text
        numbers = entries.works(numbers_in(text.text), text.text)
        return replace(text, citations=(Citation(0, len(text.text), numbers),)) if numbers else text

    rows = tuple(
        tuple(cell(text, columns[i] if i < len(columns) else False) for i, text in enumerate(row)) for row in table.rows
    )
    return replace(
        table, header=tuple(map(cite, table.header)), rows=rows, notes=cite(table.notes), caption=cite(table.caption)
    )


def _defects(document: Document, unfit: list[Citation]) -> Iterator[Defect]:
    numbers = sorted({number for citation in unfit for number in citation.numbers})
    if numbers:
        total = len(document.references)
        yield Defect(
            "citation out of range", f"Cited, but not among the {total} references: {_listed(numbers)}.", len(numbers)
        )
    if strangers := sum(not citation.numbers for citation in unfit):
        yield Defect("citation not found", f"{strangers} citations by author and year fit no reference.", strangers)
    cited = {n for text in _texts(document) for citation in text.citations for n in citation.numbers}
    missing = [reference for reference in document.references if reference.number not in cited]
    if missing and cited:
        names = [r.label if r.label[-1:].isalpha() else r.number for r in missing]
        yield Defect("reference never cited", f"In the list, but never cited: {_listed(names)}.", len(missing))
    if not document.references and cited:
        yield Defect("no reference list", "The text cites by number, but no reference list was found.", len(cited))


def _texts(document: Document) -> Iterator[Text]:
    yield from (block.text for block in document.blocks)
    for table in document.tables:
        yield from (table.caption, table.notes, *table.header, *(cell for row in table.rows for cell in row))


def _listed(numbers: Iterable[object], most: int = 20) -> str:
    numbers = list(numbers)
    return ", ".join(map(str, numbers[:most])) + (" and others" if len(numbers) > most else "")
