"""What was not understood: numbers with a unit that are in no claim, and formulas that no vocabulary knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from miner.claims import Extraction, Measurement
from miner.document import Defect, Document, Table, Text
from miner.materials.formulas import formulas, role
from miner.measurements.columns import columns, upright
from miner.measurements.conditions import plain
from miner.quantities import Quantity, marked, quantities
from miner.sentences import LONGEST, Sentence, sentences
from miner.vocabulary import entries


@dataclass(frozen=True, slots=True)
class Unread:
    """A unit or a formula (`what`) of `count` places in a paper; the first is `printed` in `sentence` on `page`."""

    kind: Literal["number in no claim", "formula in no vocabulary"]
    what: str
    count: int
    printed: str
    sentence: str
    page: int | None = None


_Place = tuple[str, str, str, int | None]
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
# "Figure 1C" has no rate.
_LABEL = re.compile(r"\b(?:Fig(?:ure)?|Table|Scheme)s?\.?\s?$", re.IGNORECASE)


def unread(document: Document, extraction: Extraction) -> tuple[Unread, ...]:
    """What a document says and its extraction does not, by kind, the most frequent first.

    Sections that tell how something was made or measured are left out, as the claims leave them out.
    """
    told = [s for s in sentences(document) if s.kind in ("paragraph", "caption") and not s.is_recipe]
    numbers = [*_numbers(told, extraction), *(place for t in document.tables for place in _cells(t, extraction))]
    return (*_counted("number in no claim", numbers), *_counted("formula in no vocabulary", _formulas(told)))


def unread_defects(document: Document, extraction: Extraction) -> list[Defect]:
    """How much of each kind there is, with the first of the most frequent as an example; sentences too long to read."""
    by_kind: dict[str, list[Unread]] = {}
    for entry in unread(document, extraction):
        by_kind.setdefault(entry.kind, []).append(entry)
    longest = [s for s in sentences(document) if s.kind in ("paragraph", "caption") and len(s.text.text) > LONGEST]
    too_long = [Defect("sentence too long", f'"{longest[0].text.text[:60]} ..."', len(longest))] if longest else []
    return too_long + [
        Defect(kind, f'{found[0].printed} in "{found[0].sentence}"', sum(entry.count for entry in found))
        for kind, found in by_kind.items()
    ]


def _numbers(told: Iterable[Sentence], extraction: Extraction) -> Iterator[_Place]:
    """The quantities of sentences that are neither a value nor a condition of a claim."""
    read: dict[str, set[str]] = {}
    for claim in extraction.measurements:
        read.setdefault(claim.evidence.sentence, set()).update(_figures(claim))
    held = {str(value) for claim in extraction.measurements for value in claim.conditions.values()}
    for sentence in told:
        known = read.get(str(sentence.text), set())
        for quantity in _with_units(sentence.text):
            printed = plain(quantity.printed)
            if printed not in held and not set(_FIGURES.findall(printed)) <= known:
                yield quantity.unit, printed, str(sentence.text), _page(sentence.text)


def _with_units(text: Text, default: str = "") -> list[Quantity]:
    whole = marked(text)
    found = [q for q in quantities(whole, default) if q.unit]
    return [q for q in found if not _LABEL.search(whole[: q.start])]


def _figures(claim: Measurement) -> set[str]:
    """The figures that a claim accounts for: those of its value and of its conditions."""
    return {figure for text in (claim.printed, *claim.conditions.values()) for figure in _FIGURES.findall(str(text))}


def _cells(table: Table, extraction: Extraction) -> Iterator[_Place]:
    """The quantities of a table's cells that no claim has as its evidence; columns of conditions are no evidence."""
    read = {claim.evidence.sentence for claim in extraction.measurements if claim.evidence.section == table.label}
    upright_table = upright(table)
    for row in upright_table.rows:
        for cell, column in zip(row, columns(upright_table), strict=True):
            if column.kind not in ("condition", "reference") and cell.text not in read:
                for quantity in _with_units(cell, column.unit):
                    yield quantity.unit, plain(quantity.printed), f"{column.header}: {cell.text}", _page(cell)


def _formulas(told: Iterable[Sentence]) -> Iterator[_Place]:
    """Formulas that are no entry of the vocabulary and whose composition says nothing of their role in a cell."""
    known = {name for entry in entries("materials") for name in (entry["name"], *entry.get("also", ()))}
    for sentence in told:
        for formula in formulas(str(sentence.text)):
            name = formula.text.strip("()[]")
            if name not in known and role(formula) == ("other", None):
                yield name, name, str(sentence.text), _page(sentence.text)


def _page(text: Text) -> int | None:
    return text.boxes[0].page if text.boxes else None


def _counted(kind: Literal["number in no claim", "formula in no vocabulary"], found: Iterable[_Place]) -> list[Unread]:
    """One entry a unit or formula, with its first place."""
    places: dict[str, list[_Place]] = {}
    for place in found:
        places.setdefault(place[0], []).append(place)
    out = [Unread(kind, what, len(each), *each[0][1:]) for what, each in places.items()]
    return sorted(out, key=lambda entry: (-entry.count, entry.what))
