"""The graph for agents: a Model Context Protocol server over stdin and stdout, whose tools only read."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

import graph
from graph.answers import Result
from miner.errors import UserError

ROWS = 50
INSTRUCTIONS = (
    "What battery reviews say about anodes: measurements, problems and mitigations, each with the sentence, page and "
    "cited study behind it. Start with `ask` or `queries`; cite the evidence that `evidence` returns."
)


def serve() -> None:
    """Serve until the client closes stdin."""
    server = MCPServer("anodegraph", instructions=INSTRUCTIONS, version=version("anodegraph"), log_level="ERROR")
    for tool in (queries, query, search, ask, evidence, cypher):
        server.add_tool(tool, annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))
    server.run("stdio")


def queries() -> list[dict[str, Any]]:
    """The named queries, with the parameters that each takes."""
    return [
        {
            "name": known.name,
            "title": known.title,
            "description": known.description,
            "parameters": {p.name: f"{p.type}{', required' * p.required}: {p.meaning}" for p in known.parameters},
        }
        for known in graph.queries()
    ]


def query(name: str, parameters: dict[str, Any] | None = None, rows: int = ROWS) -> dict[str, Any]:
    """The first rows of a named query; `queries` lists names and parameters."""
    return _run(name, rows, parameters or {})


def search(text: str, rows: int = ROWS) -> dict[str, Any]:
    """Anodes, problems, mitigations, materials and papers whose name holds the words."""
    return _run("search", rows, {"text": text})


def ask(question: str, rows: int = ROWS) -> dict[str, Any]:
    """The answer to a question in plain English, with the named query that it was read as."""
    try:
        asked = graph.ask(question)
    except UserError as error:
        raise ToolError(str(error)) from None
    if asked.query is None:
        raise ToolError(f"{asked.reason} `queries` lists what can be asked.")
    read_as = {"query": asked.query, "parameters": asked.params, "left_out": list(asked.left_out)}
    return read_as | _run(asked.query, rows, asked.params)


def evidence(
    anode: str | None = None,
    problem: str | None = None,
    mitigation: str | None = None,
    claim: str | None = None,
    rows: int = ROWS,
) -> dict[str, Any]:
    """The sentences behind claims, with page, paper and cited studies; of one claim by its id, or of what is named."""
    chosen = {"anode": anode, "problem": problem, "mitigation": mitigation, "claim": claim}
    return _run("evidence", rows, chosen)


def cypher(text: str, parameters: dict[str, Any] | None = None, rows: int = ROWS) -> dict[str, Any]:
    """The first rows of a reading Cypher statement; writes are refused."""
    try:
        return _table(graph.cypher(text, parameters or {}, rows=rows))
    except UserError as error:
        raise ToolError(str(error)) from None


def _run(name: str, rows: int, parameters: dict[str, Any]) -> dict[str, Any]:
    try:
        return _table(graph.run(name, parameters, rows=rows))
    except UserError as error:
        raise ToolError(str(error)) from None


def _table(result: Result) -> dict[str, Any]:
    """The rows as objects, without what is absent."""
    rows = [{name: value for name, value in record.items() if value is not None} for record in result.records()]
    return {"rows": rows, "more": result.summary.more}
