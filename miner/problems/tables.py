"""Problems and mitigations that tables state: columns of limitations, strategies and advantages, one row an anode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from miner.claims import HasProblem, Mitigation
from miner.document import Document, Table, Text
from miner.evidence import evidence_in_table
from miner.materials import Materials
from miner.problems.polarity import findings, judged
from miner.problems.strategies import strategies
from miner.problems.terms import find


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
    for cell in _cells(document, materials):
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
    """The strategies that a cell, or its row's label, ties to a relief."""
    for cell in _cells(document, materials):
        text, seen = str(cell.text), set()
        for finding in findings(text):
            if finding.sense != "good" or not (finding.relieved or finding.by in ("raise", "better")):
                continue
            named = strategies(text) or (strategies(cell.label) if finding.relieved else [])
            for key in [(t.label, finding.problem, anode) for t in named for anode in cell.anodes or (None,)]:
                if key not in seen:
                    seen.add(key)
                    strategy, problem, anode = key
                    yield Mitigation(
                        evidence=evidence_in_table(cell.table, cell.text, cell.label, cell.header),
                        cites=_cites(cell),
                        rule="table",
                        strategy=strategy,
                        problem=problem,
                        anode=anode,
                    )


def _cells(document: Document, materials: Materials) -> Iterator[_Cell]:
    """The cells of columns that tell of problems, in tables that have any."""
    for table in document.tables:
        kinds = [_kind(str(header)) for header in table.header]
        if "problem" in kinds or ("strategy" in kinds and "effect" in kinds):
            yield from _told(table, kinds, materials)


def _told(table: Table, kinds: list[str], materials: Materials) -> Iterator[_Cell]:
    first = kinds.index("anode") if "anode" in kinds else 0
    label, anodes = "", ()
    for row in table.rows:
        if str(row[first]).strip():
            label = str(row[first])
            named = materials.mentions(_head(label)) or materials.mentions(label)
            anodes = tuple(dict.fromkeys(m.anode for m in named if m.anode))
        for index, cell in enumerate(row):
            if index != first and kinds[index] and str(cell).strip():
                yield _Cell(cell, kinds[index], anodes, label, str(table.header[index]), table)


def _head(label: str) -> str:
    """A row's label without its examples and abbreviations ("Alloy anodes (e.g., Si, Sn)")."""
    return re.sub(r"\([^)]*\)", "", label)


def _kind(header: str) -> str:
    labels = {term.label for term in find(header, "columns")}
    return next((kind for kind in ("problem", "strategy", "effect", "anode") if kind in labels), "")


def _cites(cell: _Cell) -> tuple[int, ...]:
    return tuple(sorted({n for citation in cell.text.citations for n in citation.numbers}))
