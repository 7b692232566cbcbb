"""The files of named queries are complete: title, description, typed parameters, an order of rows."""

from __future__ import annotations

import re

import pytest

from graph.named import Query, queries
from graph.schema import schema

TYPES = {"string", "integer", "float", "boolean", *schema().labels}


def test_there_are_enough_for_an_analyst() -> None:
    assert len(queries()) >= 14
    assert len({query.title for query in queries()}) == len(queries())


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_each_says_what_it_answers_and_takes(query: Query) -> None:
    assert query.title
    assert query.description.endswith(".")
    assert {p.type for p in query.parameters} <= TYPES
    assert set(re.findall(r"\$(\w+)", query.text)) == {p.name for p in query.parameters}
    assert "\nORDER BY " in query.text
    assert query.columns


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_each_speaks_of_what_the_schema_has(query: Query) -> None:
    labels = set(re.findall(r"\(\w*:(\w+)", query.text)) | set(re.findall(r"\bn:(\w+)", query.text))
    assert labels <= set(schema().labels)
    types = {t for found in re.findall(r"\[\w*:([A-Z_|]+)", query.text) for t in found.split("|")}
    assert types <= {r.type for r in schema().relationships}
