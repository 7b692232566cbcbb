"""The server for agents, as the official client sees it over stdin and stdout."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from made_up import PAPERS

from graph.engine import open_embedded
from graph.projection import project

mcp = pytest.importorskip("mcp")
CALLS = [
    ("queries", {}),
    ("query", {"name": "problems_of_anode", "parameters": {"anode": "lithium metal"}}),
    ("search", {"text": "lithium"}),
    ("ask", {"question": "What mitigates dendrite growth on lithium metal?"}),
    ("evidence", {"anode": "silicon", "rows": 1}),
    ("cypher", {"text": "MATCH (a:Anode) RETURN a.name AS anode ORDER BY anode"}),
    ("cypher", {"text": "MATCH (a:Anode) DETACH DELETE a"}),
    ("query", {"name": "problem_of_anode"}),
    ("ask", {"question": "How do I bake bread?"}),
    ("query", {"name": "anodes", "parameters": {"rows": 5}}),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The tools, then the answer to each of `CALLS`."""
    home = tmp_path_factory.mktemp("agents")
    engine = open_embedded(home / "graph")
    for paper in PAPERS:
        project(engine, paper)
    with ThreadPoolExecutor(1) as other:  # the browser of other tests holds a loop in this thread
        found = other.submit(asyncio.run, _answers(home)).result()
    engine.close()
    return found


async def _answers(home: Path) -> list[Any]:
    environment = {key: value for key, value in os.environ.items() if key != "GRAPH_URI"}
    server = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-c", "from ui.cli import main; main()", "mcp"],
        env={**environment, "ANODEGRAPH_HOME": str(home)},
        cwd=home,
    )
    async with mcp.Client(server) as client:
        return [await client.list_tools(), *[await client.call_tool(name, given) for name, given in CALLS]]


def content(answer: Any) -> Any:
    assert not answer.is_error, answer.content
    return answer.structured_content


def test_every_tool_says_that_it_only_reads(answers: list[Any]) -> None:
    tools = {tool.name: tool for tool in answers[0].tools}
    assert set(tools) == {"queries", "query", "search", "ask", "evidence", "cypher"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools.values())


def test_tools_answer_with_rows(answers: list[Any]) -> None:
    known, named, searched, asked, evidence, cypher = (content(answer) for answer in answers[1:7])
    assert len(known["result"]) >= 30
    assert named["rows"][0]["problem"] == "dendrite_growth"
    assert {"lithium metal"} <= {row["name"] for row in searched["rows"]}
    assert (asked["query"], asked["rows"][0]["mitigation"]) == ("mitigations_of_problem", "artificial_sei_or_coating")
    assert (len(evidence["rows"]), evidence["more"]) == (1, True)
    assert cypher["rows"][0] == {"anode": "alloy"}


@pytest.mark.parametrize(
    ("at", "words"),
    [(7, "refused"), (8, "did you mean 'problems_of_anode'"), (9, "queries"), (10, "no parameter of anodes called")],
)
def test_what_cannot_be_done_is_one_sentence(answers: list[Any], at: int, words: str) -> None:
    assert answers[at].is_error
    assert words in answers[at].content[0].text
