"""Where a claim stands, out of the sentence or the table's cell that states it."""

from __future__ import annotations

from miner.claims import Evidence
from miner.document import Table, Text
from miner.sentences import Sentence


def evidence_of(sentence: Sentence) -> Evidence:
    """The sentence as printed, the heading above it, the page it starts on and a box for each of its printed lines."""
    boxes = sentence.text.boxes
    section = sentence.section[-1] if sentence.section else ""
    return Evidence(
        str(sentence.text), section, boxes[0].page if boxes else None, boxes, confidence=sentence.text.confidence
    )


def evidence_in_table(table: Table, cell: Text, row: str, column: str) -> Evidence:
    """The cell as printed, the table's label as its section, and as context what its row and column are called."""
    boxes = cell.boxes
    context = " | ".join(part for part in (table.label, row, column) if part)
    return Evidence(cell.text, table.label, boxes[0].page if boxes else None, boxes, context, cell.confidence)
