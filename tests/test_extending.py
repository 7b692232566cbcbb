"""docs/extending.md as a new owner follows it: each how-to is done in a copy, and what it adds arrives in the graph."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pytest
from commandline import environment

REPO = Path(__file__).parents[1]
_, *HOW_TOS = (REPO / "docs" / "extending.md").read_text("utf-8").split("\n## A ")
TITLES = [text.partition("\n")[0] for text in HOW_TOS]
CODE = ("miner", "graph", "ui", "corpus", "tests")
ASKED = [text for text in HOW_TOS if "```json" in text]


def blocks(text: str, language: str) -> list[tuple[str, str]]:
    """The blocks in a language: the file that each names, and what is in it."""
    return re.findall(rf"```{language}(?: (\S+))?\n(.*?)```", text, re.DOTALL)


def block(text: str, language: str) -> str:
    """The one block in a language that names no file."""
    (found,) = (content for path, content in blocks(text, language) if not path)
    return found


class Tree:
    """A copy of the code, with a library and a graph of its own."""

    def __init__(self, code: Path, home: Path) -> None:
        self.code, self.home = code, home

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from ui.cli import main; main()", *map(str, words)]
        return self._process(command, self.home)

    @cached_property
    def answers(self) -> dict[str, object]:
        """The rows that answer each question in Cypher, all asked by one process."""
        code = "import graph, json, sys; print(json.dumps([graph.cypher(t).records() for t in sys.argv[1:]]))"
        questions = [block(text, "cypher") for text in ASKED]
        done = self._process([sys.executable, "-c", code, *questions], self.home)
        assert done.returncode == 0, done.stderr
        return dict(zip(questions, json.loads(done.stdout), strict=True))

    def pytest(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._process([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words], self.code)

    def _process(self, command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
        env = environment(self.home) | {"PYTHONPATH": str(self.code)}
        return subprocess.run(command, capture_output=True, text=True, env=env, cwd=folder, timeout=240, check=False)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the papers of all how-tos."""
    folder = tmp_path_factory.mktemp("papers")
    for text in HOW_TOS:
        for name, content in blocks(text, "text"):
            (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def plain(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    """AnodeGraph as it is, with the papers ingested."""
    yield from ingested(Tree(REPO, tmp_path_factory.mktemp("plain")), papers)


@pytest.fixture(scope="module")
def extended(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    """A copy to which all how-tos were done, with the papers ingested."""
    code = tmp_path_factory.mktemp("code")
    for folder in CODE:
        shutil.copytree(REPO / folder, code / folder, ignore=shutil.ignore_patterns("passages", "__pycache__"))
    shutil.copy(REPO / "pyproject.toml", code)
    for text in HOW_TOS:
        for language in ("yaml", "python", "cypher", "diff"):
            for path, content in blocks(text, language):
                if path:
                    add(code, language, path, content)
    yield from ingested(Tree(code, tmp_path_factory.mktemp("extended")), papers)


def ingested(tree: Tree, papers: Path) -> Iterator[Tree]:
    tree.run("graph", "up")
    done = tree.run("ingest", papers, "--workers", "1")
    assert done.returncode == 0, done.stderr
    yield tree
    tree.run("graph", "down")


def add(code: Path, language: str, path: str, content: str) -> None:
    """What a how-to says is to be done to a file."""
    if language == "diff":
        patch = f"--- a/{path}\n+++ b/{path}\n{content}"
        command = ["git", "apply", "--unidiff-zero", "--recount", "-"]
        env = os.environ | {"GIT_CEILING_DIRECTORIES": str(code.parent)}
        subprocess.run(command, input=patch, text=True, cwd=code, env=env, check=True)
        return
    with (code / path).open("a", encoding="utf-8") as file:
        file.write(content)


def test_there_is_a_how_to_for_each_thing() -> None:
    things = {"property", "problem", "mitigation", "material family", "reader", "reference style", "named query"}
    assert set(TITLES) == things


@pytest.mark.parametrize("text", ASKED, ids=lambda text: text.partition("\n")[0])
def test_what_is_added_arrives_in_the_graph(plain: Tree, extended: Tree, text: str) -> None:
    question = block(text, "cypher")
    assert plain.answers[question] == []
    assert extended.answers[question] == json.loads(block(text, "json"))


def test_a_reference_style_is_held_by_the_styles_tests(plain: Tree, extended: Tree) -> None:
    (command,) = re.findall(r"`pytest ([^`]+)`", HOW_TOS[TITLES.index("reference style")])
    done = extended.pytest(*shlex.split(command))
    assert done.returncode == 0, done.stdout
    shutil.copy(REPO / "corpus" / "vocabulary" / "reference_words.yaml", extended.code / "corpus" / "vocabulary")
    assert extended.pytest(*shlex.split(command)).returncode == 1


def test_a_named_query_answers_by_its_name_and_in_plain_english(plain: Tree, extended: Tree) -> None:
    commands = [shlex.split(line)[1:] for line in block(HOW_TOS[-1], "sh").splitlines()]
    assert "Error: There is no query" in plain.run(*commands[0]).stderr
    rows, answer = (json.loads(extended.run(*words).stdout) for words in commands)
    assert rows
    assert answer["query"] == "sections_of_anode"
    assert answer["rows"] == rows
