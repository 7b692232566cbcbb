"""Results on a terminal: as a table for people, as CSV or JSON for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

# rich is loaded by what prints: `anodegraph --help` need not wait for it.
# What is longer than this is read as a sentence, not as a fact.
SHORT = 40


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"
    bibtex = "bibtex"
    csl = "csl"
    ris = "ris"

    @property
    def is_bibliography(self) -> bool:
        """Whether the papers that the rows name are printed instead."""
        return self in (Format.bibtex, Format.csl, Format.ris)


@cache
def console() -> Console:
    """The terminal."""
    from rich.console import Console

    return Console()


@cache
def errors() -> Console:
    """The terminal for what is no result."""
    from rich.console import Console

    return Console(stderr=True)


def error(found: Exception) -> None:
    """Print an error that the user can mend, on one line however long it is."""
    from rich.text import Text

    errors().print(Text.assemble(("Error:", "red"), f" {found}"), soft_wrap=True)


def rows(columns: Sequence[str], values: Iterable[Sequence[Any]], form: Format, title: str = "") -> None:
    """Print rows with their column names."""
    if form is Format.table:
        _table(columns, values, title)
    elif form is Format.csv:
        writer = csv.writer(sys.stdout)
        writer.writerow(columns)
        writer.writerows([_raw(value) for value in row] for row in values)
    else:
        print_json([dict(zip(columns, row, strict=True)) for row in values])


def print_json(data: object) -> None:
    """Print JSON on stdout, as it is: no colours, no wrapping."""
    json.dump(_finite(data), sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def _finite(data: Any) -> Any:
    """JSON knows no NaN and no infinity: they are null."""
    if isinstance(data, Mapping):
        return {name: _finite(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(value) for value in data]
    return None if isinstance(data, float) and not isfinite(data) else data


def figures(rows: Sequence[Mapping[str, Any]], title: str = "") -> None:
    """Rows of a name and figures in columns, each on one line however wide the terminal is."""
    if title:
        console().print(title if rows else f"{title}: none", style="bold", markup=False)
    if not rows:
        return
    width = max(len(str(next(iter(row.values())))) for row in rows)
    for line in (list(rows[0]), *(list(row.values()) for row in rows)):
        print(f"{line[0]:<{width}}", *(f"{_figure(cell):>6}" for cell in line[1:]))  # noqa: T201


def _figure(cell: Any) -> str:
    return "-" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _table(columns: Sequence[str], values: Iterable[Sequence[Any]], title: str) -> None:
    """A table where folded cells make it fit the terminal, else an entry a row."""
    from rich.table import Table
    from rich.text import Text

    values = list(values)
    names = [column.replace("_", " ") for column in columns]
    table = Table(*names, title=title or None, title_justify="left", title_style="bold", header_style="bold")
    for row in values:
        table.add_row(*(Text(_plain(value)) for value in row))
    if not values:
        console().print(f"{title or 'Result'}: no rows", markup=False)
    elif console().measure(table, options=console().options.update(width=9999)).maximum <= 2 * console().width:
        console().print(table)
    else:
        _entries(names, values, title)


def _entries(names: Sequence[str], values: Iterable[Sequence[Any]], title: str) -> None:
    """Rows as numbered entries: the short values on the first line, each long one on lines of its own below it."""
    from rich.padding import Padding
    from rich.text import Text

    if title:
        console().print(Text(title, style="bold"))
    for number, row in enumerate(values, start=1):
        cells = [
            (name, _plain(value), value) for name, value in zip(names, row, strict=True) if value not in (None, "", [])
        ]
        short = [Text.assemble((f"{name} ", "dim"), cell) for name, cell, _ in cells if len(cell) <= SHORT]
        console().print(Text.assemble((f"{number}. ", "bold"), Text(" · ").join(short)), soft_wrap=False)
        for name, cell, value in cells:
            if len(cell) > SHORT:
                items = [_plain(item) for item in value] if isinstance(value, list | tuple) else [cell]
                for item in items:
                    console().print(Padding(Text.assemble((f"{name}: ", "dim"), item), (0, 0, 0, 4)))


def _raw(value: Any) -> Any:
    """A cell for programs: numbers with all their digits, lists and maps as JSON."""
    return json.dumps(_finite(value), ensure_ascii=False) if isinstance(value, Mapping | list | tuple) else value


def _plain(value: Any) -> str:
    """A cell as people write it: nothing for null, lists with commas, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else str(value)
    return str(value)
