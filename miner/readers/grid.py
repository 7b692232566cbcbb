"""Tables in plain text: cells between tabs, or between the bars of Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.document import Text
from miner.readers.notation import read_notation

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")


def is_grid(lines: Sequence[str]) -> bool:
    """Whether the lines are a table: most of them with tabs, or a rule of Markdown under a line with bars."""
    if len(lines) < 2:
        return False
    tabbed = sum("\t" in line for line in lines)
    return tabbed >= max(2, 0.6 * len(lines)) or ("|" in lines[0] and bool(_RULE.fullmatch(lines[1].strip())))


def read_grid(lines: Sequence[str]) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
    """The header and the rows, every row as wide as the widest; a header that is printed again is left out."""
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line.strip())]
    width = max(len(row) for row in rows)
    header = rows[0]
    body = [row for row in rows[1:] if row != header]
    return _padded(header, width), tuple(_padded(row, width) for row in body)


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    return [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _padded(cells: list[str], width: int) -> tuple[Text, ...]:
    return tuple(read_notation(cell) for cell in cells) + (Text(""),) * (width - len(cells))
