"""The named queries: graph/queries/NAME.cypher, each headed by comment lines.

The first line is the title, the next ones are the description. A line `? pattern` tells by which words a question asks
for the query (pattern as in the vocabularies, `{remedies}` is any of those in `question_cues.yaml`), `?? pattern` by
which it may where none asks for another query, and a bare `??` that names alone may do; `= label, ...` are the labels
that the query is about by itself. One line for each parameter reads `$name: type = default — meaning` (no default: it
must be given). A type is string, integer, float, boolean, or a label (Anode, Problem, Mitigation, Material), whose
value is the name of such a node.

A line of the text that holds a parameter which is null or false is left out, and one that ends with `// not $name`
where it is given, so that the engine plans for what is given: `OR $anode IS NULL` keeps it from using an index. Every
query also has `$rows`, the most rows that are wanted, to cut with before it joins what only the shown rows need, and
`$many`: so many claims are not sorted to find the first ones, but walked through in order, by papers or by bands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import isfinite
from typing import Any

from graph.errors import GraphError, unknown
from miner.vocabulary import entries

_PARAMETER = re.compile(r"\$(?P<name>\w+): (?P<type>\w+)(?: = (?P<default>.+?))? — (?P<meaning>.+)")
_USED = re.compile(r"\$(\w+)")
_NOT = re.compile(r"// not \$(\w+)$")
_CLASS = re.compile(r"\{([a-z]+)\}")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CASTS = {"integer": int, "float": float}
_LARGEST = 2.0**63  # what both engines can hold
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query; `default` counts where it is not `required`."""

    name: str
    type: str
    meaning: str
    required: bool
    default: Any = None

    def cast(self, value: Any) -> Any:
        """The value in the parameter's type, out of text too. Raises GraphError."""
        try:
            if value is None or isinstance(value, bool):
                return value
            if self.type == "boolean":
                return _BOOLEANS[str(value).lower()]
            cast = _CASTS.get(self.type, str)(value)
            if isinstance(cast, int | float) and not (isfinite(cast) and abs(cast) < _LARGEST):
                raise ValueError(value)
            return cast
        except (ValueError, KeyError):
            raise GraphError(f"The parameter {self.name!r} must be of type {self.type}, not {value!r}.") from None


@dataclass(frozen=True, slots=True)
class Query:
    """A named query with the text of its Cypher; `columns` are those of its rows.

    `asks` and `hints` are patterns of the words that ask for it, for certain and perhaps; `about` are labels of the
    vocabularies that a question may name without a parameter for them.
    """

    name: str
    title: str
    description: str
    asks: tuple[str, ...]
    hints: tuple[str, ...]
    about: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def bind(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """All parameters with their values. Raises GraphError for an unknown, a missing or a wrong one."""
        known = {p.name for p in self.parameters}
        for name in given:
            if name not in known:
                raise unknown(f"parameter of {self.name}", name, known)
        missing = [p for p in self.parameters if p.required and given.get(p.name) is None]
        if missing:
            first = missing[0]
            raise GraphError(f"The query {self.name} needs the parameter {first.name!r}: {first.meaning}.")
        return {p.name: p.cast(p.default if given.get(p.name) is None else given[p.name]) for p in self.parameters}

    def cypher(self, bound: Mapping[str, Any]) -> str:
        """The text for these values of all parameters, without the lines that are for others."""
        absent = {name for name, value in bound.items() if value is None or value is False}
        return "\n".join(line for line in self.text.splitlines() if _holds(line, absent))


def _holds(line: str, absent: Set[str]) -> bool:
    """Whether a line of a query belongs to its text where these parameters are not given."""
    without = _NOT.search(line)
    return without[1] in absent if without else absent.isdisjoint(_USED.findall(line))


@cache
def queries() -> tuple[Query, ...]:
    """All named queries, by name."""
    folder = files("graph") / "queries"
    found = [path for path in folder.iterdir() if path.name.endswith(".cypher")]
    return tuple(_parse(path.name.removesuffix(".cypher"), path.read_text("utf-8")) for path in sorted(found, key=str))


def named(name: str) -> Query:
    """The query of this name. Raises GraphError, with the nearest name."""
    by_name = {query.name: query for query in queries()}
    if name not in by_name:
        raise unknown("query", name, by_name)
    return by_name[name]


def _parse(name: str, text: str) -> Query:
    lines = text.splitlines()
    head = [line.removeprefix("//").strip() for line in lines if line.startswith("//")]
    parameters = tuple(_parameter(line) for line in head if line.startswith("$"))
    asks = tuple(_written_out(line.removeprefix("? ")) for line in head if line.startswith("? "))
    hints = tuple(_written_out(line.removeprefix("??").strip()) for line in head if line.startswith("??"))
    about = tuple(label for line in head if line.startswith("= ") for label in line.removeprefix("= ").split(", "))
    description = " ".join(line for line in head[1:] if not line.startswith(("$", "?", "= ")))
    body = "\n".join(line for line in lines if not line.startswith("//")).strip()
    return Query(name, head[0], description, asks, hints, about, parameters, _columns(body), body)


def _written_out(pattern: str) -> str:
    """The pattern with the words that its classes stand for."""
    return _CLASS.sub(lambda match: f"({_classes()[match[1]]})", pattern)


@cache
def _classes() -> dict[str, str]:
    """The words of each class of cues, as alternatives of a pattern."""
    return {entry["name"]: entry["words"].replace(", ", "|") for entry in entries("question_cues")}


def _columns(text: str) -> tuple[str, ...]:
    """The names in the last RETURN, each the last word before a comma outside brackets."""
    returned = text.rpartition("\nRETURN ")[2].partition("\nORDER BY ")[0]
    while (inner := _BRACKETS.sub("", returned)) != returned:
        returned = inner
    return tuple(column.split()[-1] for column in returned.split(","))


def _parameter(line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match:
        raise ValueError(f"not a parameter: {line}")
    default = match["default"]
    value = json.loads(default) if default else None
    return Parameter(match["name"], match["type"], match["meaning"], default is None, value)
