"""Tables."""

from __future__ import annotations

from dataclasses import dataclass

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Rect


@dataclass(frozen=True, slots=True)
class Grid:
    region: Rect
    lines: list[Line]


def find_tables(pieces, rules, uprights, width):
    return []
