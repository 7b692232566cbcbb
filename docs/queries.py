"""Writes docs/queries.md: each named query with its parameters and an answer from the sample papers.

usage: python docs/queries.py
"""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path

from graph.answers import Result, run
from graph.engine import Engine, open_embedded
from graph.named import Query, queries
from graph.projection import project

PAGE = Path(__file__).with_name("queries.md")
ROWS, LETTERS = 3, 60
GIVEN = {
    "anode": "lithium metal",
    "problem": "dendrite_growth",
    "mitigation": "nanostructuring",
    "paper": "solid-state-anodes.pdf",
    "text": "silicon",
    "first": "solid-state-anodes.pdf",
    "second": "alloying-conversion-anodes.pdf",
    "property": "specific_capacity",
}
HEAD = """# The named queries

`anodegraph query NAME -p parameter=value`, or `anodegraph ask` in plain English. The answers are the first three rows
from the sample papers of `corpus/`, without empty columns and cut short. Written by `python docs/queries.py`.
"""


def page(engine: Engine) -> str:
    """The page, from the sample papers in the graph of `engine`."""
    return HEAD + "".join(section(query, run(engine, query.name, _given(query), ROWS)) for query in queries())


def fill(engine: Engine) -> None:
    """Put the sample papers into the graph."""
    from miner import extract, read

    for path in sorted(Path(str(files("corpus") / "papers")).glob("*.pdf")):
        project(engine, extract(read(path), path.name))


def section(query: Query, result: Result) -> str:
    """One query in Markdown."""
    lines = [f"\n## {query.name}\n", f"{query.title}. {query.description}\n"]
    for p in query.parameters:
        given = "required" if p.required else f"without it: {'any' if p.default is None else p.default}"
        lines.append(f"- `{p.name}` ({p.type}, {given}): {p.meaning}")
    words = "".join(f' -p {name}="{value}"' for name, value in _given(query).items())
    lines += [""] * bool(query.parameters) + [f"`anodegraph query {query.name}{words}`\n", *_table(result)]
    return "\n".join(lines) + "\n"


def _given(query: Query) -> dict[str, str]:
    return {p.name: GIVEN[p.name] for p in query.parameters if p.required}


def _table(result: Result) -> list[str]:
    if not result.rows:
        return ["No row in the sample papers."]
    filled = [i for i in range(len(result.columns)) if any(row[i] not in (None, "", []) for row in result.rows)]
    rows = [[_cell(row[i]) for i in filled] for row in result.rows]
    return [_line([result.columns[i] for i in filled]), _line(["---"] * len(filled)), *map(_line, rows)]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= LETTERS else text[: LETTERS - 1].rstrip() + "…"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        engine = open_embedded(Path(folder))
        fill(engine)
        PAGE.write_text(page(engine), encoding="utf-8")
        engine.close()
