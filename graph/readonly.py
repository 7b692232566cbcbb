"""What a user's query may do: read the graph's records, and nothing else.

On ArcadeDB the user `reader` may read records and nothing else; statements on the server itself have no plan there, and
are refused for that. Neo4j Community has no such users: READ_ACCESS refuses
every write, and what it lets through beside reading (files of the server, its users, its transactions, procedures)
shows as an operator in the plan that EXPLAIN returns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.engine import Engine, run
from graph.errors import READ_ONLY, GraphError

PROCEDURES = (
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.visualization",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
)
# Operators of Neo4j's plans that reach for more than records, by how their names begin.
_REFUSED = ("LoadCSV", "Administration", "Show", "Terminate")


def check(engine: Engine, text: str, parameters: Mapping[str, Any]) -> None:
    """Raise GraphError for a query that would do more than read records."""
    plan = engine.read(lambda transaction: run(transaction, "EXPLAIN " + text, parameters).consume().plan)
    if plan is None:
        raise GraphError(READ_ONLY)
    for operator, details in _operators(plan):
        if operator.startswith(_REFUSED) or (operator.startswith("ProcedureCall") and not _allowed(details)):
            raise GraphError(READ_ONLY)


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan.get("operatorType", ""), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def _allowed(details: str) -> bool:
    return details.split("(")[0].strip() in PROCEDURES
