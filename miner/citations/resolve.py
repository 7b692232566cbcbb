"""Citations in the text tied to the entries of the reference list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from miner.citations.authoryear import AuthorYear
from miner.citations.naming import author_keys, with_names
from miner.citations.numeric import bracketed, mentioned, numbers_in, raised
from miner.document import Citation, Defect, Document, Table, Text

Finder = Callable[[Text], list[Citation]]
_CITING = ("paragraph", "caption", "footnote")
_COLUMN = re.compile(r"(?:refs?|references?|citations?|sources?|literature)\b\.?", re.IGNORECASE)


def resolve(document: Document) -> Document:
    """The document with the citations of paragraphs, captions, footnotes and tables; what does not fit is a defect.

    The style is the one that reaches most of the reference list. Citations that a publisher linked (JATS) are kept.
    """
    linked = any(block.text.citations for block in document.blocks)
    finder = None if linked else _best_finder(document)
    unfit: list[Citation] = []
    positions, authors = _positions(document), author_keys(document.references)

    def cite(text: Text) -> Text:
        if finder is None:
            return with_names(text, authors) if text.citations else text
        found = [_placed(citation, positions, unfit) for citation in finder(text)]
        citations = tuple(citation for citation in found if citation.numbers)
        return with_names(replace(text, citations=citations), authors) if citations else text

    blocks = tuple(replace(b, text=cite(b.text)) if b.kind in _CITING else b for b in document.blocks)
    tables = tuple(_cited_table(table, cite, positions, linked) for table in document.tables)
    resolved = replace(document, blocks=blocks, tables=tables)
    return replace(resolved, defects=(*document.defects, *_defects(resolved, unfit)))


def _positions(document: Document) -> dict[int, int]:
    """The positions of references by their printed numbers; by position where labels are missing or no such numbers."""
    labels = [re.search(r"\d+", reference.label) for reference in document.references]
    printed = [int(label[0]) for label in labels if label]
    if len(printed) == len(labels) == len(set(printed)):
        return {number: reference.number for number, reference in zip(printed, document.references, strict=True)}
    return {reference.number: reference.number for reference in document.references}


def _placed(citation: Citation, positions: dict[int, int], unfit: list[Citation]) -> Citation:
    """The citation with positions in the list for printed numbers; without a list, numbers are taken as printed."""
    if not positions:
        return citation
    numbers = tuple(positions[number] for number in citation.numbers if number in positions)
    if len(numbers) < max(1, len(citation.numbers)):
        unfit.append(replace(citation, numbers=tuple(n for n in citation.numbers if n not in positions)))
    return replace(citation, numbers=numbers)


def _best_finder(document: Document) -> Finder:
    """The way of citing that reaches most entries of the list; brackets where there is no list."""
    texts = [block.text for block in document.blocks if block.kind in _CITING]
    by_author = AuthorYear(document.references).find
    finders: tuple[Finder, ...] = (_with_mentions(bracketed), _with_mentions(raised), by_author)
    if not document.references:
        return finders[0]
    positions = _positions(document)
    reach = [len({n for text in texts for c in find(text) for n in c.numbers if n in positions}) for find in finders]
    return finders[reach.index(max(reach))]


def _with_mentions(find: Finder) -> Finder:
    def found(text: Text) -> list[Citation]:
        citations = find(text)
        taken = {at for citation in citations for at in range(citation.start, citation.end)}
        citations += [c for c in mentioned(text) if not taken.intersection(range(c.start, c.end))]
        return sorted(citations, key=lambda citation: citation.start)

    return found


def _cited_table(table: Table, cite: Callable[[Text], Text], positions: dict[int, int], linked: bool) -> Table:
    """The table with its citations; a column called "Ref." holds bare numbers."""
    columns = [bool(_COLUMN.fullmatch(cell.text.strip())) for cell in table.header]

    def cell(text: Text, is_reference: bool) -> Text:
        text = cite(text)
        bare = re.fullmatch(r"\[?\s*\d{1,4}[\d,;\s–−-]*\]?\.?", text.text.strip())
        if not (is_reference and bare) or text.citations or linked:
            return text
        numbers = tuple(positions[n] for n in numbers_in(text.text) if n in positions)
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
    missing = [reference.number for reference in document.references if reference.number not in cited]
    if missing and cited:
        yield Defect("reference never cited", f"In the list, but never cited: {_listed(missing)}.", len(missing))
    if not document.references and cited:
        yield Defect("no reference list", "The text cites by number, but no reference list was found.", len(cited))


def _texts(document: Document) -> Iterator[Text]:
    yield from (block.text for block in document.blocks)
    for table in document.tables:
        yield from (table.caption, table.notes, *table.header, *(cell for row in table.rows for cell in row))


def _listed(numbers: Iterable[int], most: int = 20) -> str:
    numbers = list(numbers)
    return ", ".join(map(str, numbers[:most])) + (" and others" if len(numbers) > most else "")
