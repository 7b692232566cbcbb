"""Results on a terminal: as a table for people, as CSV or JSON for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table

console = Console()
errors = Console(stderr=True)


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


def rows(columns: Sequence[str], values: Iterable[Sequence[Any]], form: Format, title: str = "") -> None:
    """Print rows with their column names."""
    if form is Format.table:
        _table(columns, values, title)
    elif form is Format.csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows([_plain(value) for value in row] for row in values)
    else:
        print_json([dict(zip(columns, row, strict=True)) for row in values])


def print_json(data: object) -> None:
    """Print JSON on stdout, as it is: no colours, no wrapping."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def _table(columns: Sequence[str], values: Iterable[Sequence[Any]], title: str) -> None:
    table = Table(title=title or None, title_justify="left", title_style="bold", header_style="bold", expand=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in values:
        table.add_row(*(_plain(value) for value in row))
    console.print(table if table.row_count else f"{title or 'Result'}: no rows", markup=False)


def _plain(value: Any) -> str:
    """A cell as people write it: nothing for null, lists with commas, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    return str(value)
