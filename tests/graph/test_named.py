"""The files of named queries are complete: title, description, typed parameters, an order of rows."""

from __future__ import annotations

import re

import pytest

from graph.named import Query, named, queries
from graph.schema import schema

TYPES = {"string", "integer", "float", "boolean", *schema().labels}


def test_there_are_enough_for_an_analyst() -> None:
    assert len(queries()) >= 30
    assert len({query.title for query in queries()}) == len(queries())


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_each_says_what_it_answers_and_takes(query: Query) -> None:
    assert query.title
    assert query.description.endswith(".")
    assert {p.type for p in query.parameters} <= TYPES
    assert set(re.findall(r"\$(\w+)", query.text)) - {"rows", "many"} == {p.name for p in query.parameters}
    assert "\nORDER BY " in query.text
    optional = {p.name for p in query.parameters if not p.required and (p.default is None or p.default is False)}
    for line in query.text.splitlines():
        # Such a line may be left out, so it must be one condition of several.
        assert re.match(" +AND |.*//|.* WITH found", line) or optional.isdisjoint(re.findall(r"\$(\w+)", line)), line
    assert query.columns


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.name)
def test_each_speaks_of_what_the_schema_has(query: Query) -> None:
    labels = set(re.findall(r"\(\w*:(\w+)", query.text)) | set(re.findall(r"\bn:(\w+)", query.text))
    assert labels <= set(schema().labels)
    types = {t for found in re.findall(r"\[\w*:([A-Z_|]+)", query.text) for t in found.split("|")}
    assert types <= {r.type for r in schema().relationships}


def test_a_condition_on_what_is_not_given_is_left_out() -> None:
    evidence = named("evidence")
    text = evidence.cypher(evidence.bind({"anode": "silicon"}))
    assert "$anode" in text
    assert "$problem" not in text
    assert "$general" not in text
    assert "$general" in evidence.cypher(evidence.bind({"general": "true"}))


def test_a_line_for_what_is_not_given_is_left_out_where_it_is() -> None:
    evidence = named("evidence")
    alone, strategy = (evidence.cypher(evidence.bind(given)) for given in ({}, {"mitigation": "binder"}))
    assert ("(c:Claim)" in alone, "(c:MitigationClaim)" in alone) == (True, False)
    assert ("(c:Claim)\n" in strategy, "(c:MitigationClaim)" in strategy) == (False, True)
