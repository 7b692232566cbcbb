"""Problems and mitigations that tables state: columns of limitations, strategies and advantages, one row an anode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from miner.claims import HasProblem, Mitigation
from miner.document import Document, Table, Text
from miner.evidence import evidence_in_table
from miner.materials import Materials
from miner.problems.polarity import findings, judged
from miner.problems.strategies import against, agents, can_relieve, strategies
from miner.problems.terms import find

_WITHOUT = re.compile(r"\b(?:without|no|free of)\s(?:\w+\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with the kind and header of its column, the anodes and label of its row, and its table."""

    text: Text
    kind: str
    anodes: tuple[str, ...]
    label: str
    header: str
    table: Table


def table_problems(document: Document, materials: Materials) -> Iterator[HasProblem]:
    """What the columns of limitations say of each row's anode, and what those of features deny."""
    for cell in chain.from_iterable(_rows(document, materials)):
        seen = set()
        for finding in judged(str(cell.text)) if cell.kind == "problem" else findings(str(cell.text)):
            denied = finding.sense == "denied"
            if cell.kind == "strategy" or (cell.kind == "effect" and not denied) or finding.problem in seen:
                continue
            seen.add(finding.problem)
            for anode in cell.anodes:
                yield HasProblem(
                    evidence=evidence_in_table(cell.table, cell.text, cell.label, cell.header),
                    cites=_cites(cell),
                    denied=denied,
                    rule="table",
                    anode=anode,
                    problem=finding.problem,
                )


def table_mitigations(document: Document, materials: Materials) -> Iterator[Mitigation]:
    """The strategies that a cell, or its row's label, ties to a relief, and those of a row against its limitations."""
    for row in _rows(document, materials):
        for cell in row:
            yield from _stated(cell, _relieved(cell), "table")
            if cell.kind == "strategy":
                yield from _stated(cell, _answers(cell, row), "table row")


def _relieved(cell: _Cell) -> Iterator[tuple[str, str]]:
    """Strategies and the problems that the cell says to be relieved by them."""
    text = str(cell.text)
    for finding in findings(text):
        if finding.sense == "good" and (finding.relieved or finding.by in ("raise", "better")):
            named = strategies(text) or (strategies(cell.label) if finding.relieved else [])
            yield from ((term.label, finding.problem) for term in named)


def _answers(cell: _Cell, row: Sequence[_Cell]) -> Iterator[tuple[str, str]]:
    """The strategies of a cell, each with those limitations of its row that it can be a remedy for."""
    text = str(cell.text)
    limits = [
        f.problem for other in row if other.kind == "problem" for f in judged(str(other.text)) if f.sense == "bad"
    ]
    for term in strategies(text) or agents(text):
        if not _WITHOUT.search(text[: term.start]):
            yield from ((against(term.label, limit), limit) for limit in limits if can_relieve(term.label, limit))


def _stated(cell: _Cell, pairs: Iterable[tuple[str, str]], rule: str) -> Iterator[Mitigation]:
    """A claim for each strategy with its problem, and anode of the row."""
    for strategy, problem in dict.fromkeys(pairs):
        for anode in cell.anodes or (None,):
            yield Mitigation(
                evidence=evidence_in_table(cell.table, cell.text, cell.label, cell.header),
                cites=_cites(cell),
                rule=rule,
                strategy=strategy,
                problem=problem,
                anode=anode,
            )


def _rows(document: Document, materials: Materials) -> Iterator[list[_Cell]]:
    """The rows of tables that tell of problems: their cells in columns that do."""
    for table in document.tables:
        kinds = [_kind(str(header)) for header in table.header]
        if "problem" in kinds or ("strategy" in kinds and "effect" in kinds):
            yield from _told(table, kinds, materials)


def _told(table: Table, kinds: list[str], materials: Materials) -> Iterator[list[_Cell]]:
    first = kinds.index("anode") if "anode" in kinds else 0
    label, anodes = "", ()
    for row in table.rows:
        if str(row[first]).strip():
            label = str(row[first])
            named = materials.mentions(_head(label)) or materials.mentions(label)
            anodes = tuple(dict.fromkeys(m.anode for m in named if m.anode))
        yield [
            _Cell(cell, kinds[index], anodes, label, str(table.header[index]), table)
            for index, cell in enumerate(row)
            if index != first and kinds[index] and str(cell).strip()
        ]


def _head(label: str) -> str:
    """A row's label without its examples and abbreviations ("Alloy anodes (e.g., Si, Sn)")."""
    return re.sub(r"\([^)]*\)", "", label)


def _kind(header: str) -> str:
    labels = {term.label for term in find(header, "columns")}
    return next((kind for kind in ("problem", "strategy", "effect", "anode") if kind in labels), "")


def _cites(cell: _Cell) -> tuple[int, ...]:
    return tuple(sorted({n for citation in cell.text.citations for n in citation.numbers}))
