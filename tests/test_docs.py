"""What the documents tell to type works: each block is run here or by a test of its own, or says why it is not tested.

A block without a test has a line `<!-- not tested here: why -->` above it.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from commandline import ANODEGRAPH, environment

from ui.cli import app

REPO = Path(__file__).parents[1]
PAGES = [
    REPO / "README.md",
    REPO / "CONTRIBUTING.md",
    *sorted(REPO.glob("docs/*.md")),
    *sorted(REPO.glob("corpus/**/*.md")),
]
PAGES = [page for page in PAGES if "passages" not in page.parts or page.name == "README.md"]
# What is typed there is run by the test named.
OWN_TEST = {"tour.md": "test_tour.py", "extending.md": "test_extending.py"}
BLOCK = re.compile(
    r"(?P<note><!-- not tested here: .+? -->\n)?^```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^```$", re.M | re.S
)
# By language, what runs its blocks.
RUN = {"sh": "test_docs.py", "python": "test_docs.py", "cypher": "graph/test_schema.py"}
SHOWN = {"mermaid", "json", "text"}
COMMAND = re.compile(r"`((?:anodegraph|make|python|pytest|pip) [^`\n]*)`")
# In a sentence: Cypher, and calls in Python.
CYPHER = re.compile(r"`(MATCH [^`]+)`|`anodegraph (cypher [^`]*MATCH[^`]+)`")
CALL = re.compile(r"`((?:graph|miner)\.[\w.]+\([^`]*\))`")
BEFORE_CALL = """import graph, miner.audit
from miner.settings import settings
from pathlib import Path
extractions = miner.Library(settings().home).extractions()
"""
EXTRAS = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


def blocks(language: str) -> list[object]:
    """The blocks in a language that are to be run here."""
    pages = [page for page in PAGES if page.name not in OWN_TEST]
    found = [(page, match) for page in pages for match in BLOCK.finditer(page.read_text("utf-8"))]
    return [
        pytest.param(match["text"], id=f"{page.name}-{match['text'].splitlines()[0][:40]}")
        for page, match in found
        if match["language"] == language and not match["note"]
    ]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the sample papers as somebody's reviews, in which the README has been followed."""
    home = tmp_path_factory.mktemp("home")
    (home / "my-reviews").mkdir()
    for paper in (REPO / "corpus" / "papers").glob("*.pdf"):
        shutil.copy(paper, home / "my-reviews")
    shutil.copy(next((home / "my-reviews").glob("*.pdf")), home / "review.pdf")
    run(home, "anodegraph graph up")
    run(home, "anodegraph ingest my-reviews/")
    yield home
    run(home, "anodegraph graph down")


def run(home: Path, line: str) -> None:
    """Run a line of the shell; the targets of make are only planned, as they set up an environment or take long."""
    words = shlex.split(line, comments=True)
    command, folder = (
        ([ANODEGRAPH, *words[1:]], home) if words[0] == "anodegraph" else (["make", "-n", *words[1:]], REPO)
    )
    assert words[0] in ("anodegraph", "make")
    done = subprocess.run(command, capture_output=True, text=True, env=environment(home), cwd=folder, timeout=240)
    assert done.returncode == 0, f"{line}: {done.stderr}"
    assert done.stdout


@pytest.mark.parametrize("text", blocks("sh"))
def test_commands_run(home: Path, text: str) -> None:
    for line in text.splitlines():
        run(home, line)


@pytest.mark.parametrize("text", blocks("python"))
def test_python_runs(home: Path, text: str) -> None:
    python(home, text)


def python(home: Path, text: str) -> None:
    env = environment(home)
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, env=env, cwd=home, timeout=240)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_cypher_and_calls_in_sentences_run(home: Path, page: Path) -> None:
    text = page.read_text("utf-8")
    for alone, typed in CYPHER.findall(text):
        run(home, f"anodegraph {typed}" if typed else shlex.join(["anodegraph", "cypher", alone]))
    for call in CALL.findall(text):
        python(home, f"{BEFORE_CALL}assert len({call})")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_block_has_a_test_or_a_reason(page: Path) -> None:
    text = page.read_text("utf-8")
    assert len(re.findall("^```", text, re.M)) == 2 * len(BLOCK.findall(text))
    for match in BLOCK.finditer(text):
        known = match["language"] in {**RUN, **dict.fromkeys(SHOWN)}
        assert known or match["note"] or page.name in OWN_TEST, match[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_sentences_exist(page: Path) -> None:
    for line in COMMAND.findall(page.read_text("utf-8")):
        tool, *words = shlex.split(line)
        if tool == "anodegraph":
            parse(words)
        elif tool == "make":
            assert subprocess.run(["make", "-n", *words], cwd=REPO, capture_output=True).returncode == 0, line
        elif tool == "pip":
            assert re.fullmatch(r"anodegraph\[(\w+)\]", words[-1])[1] in EXTRAS, line
        else:
            assert (REPO / words[0]).is_file(), line


def parse(words: list[str]) -> None:
    """Fail where the words are no command of `anodegraph`, or have an option that it has not."""
    command = typer.main.get_command(app)
    while words and hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    command.make_parser(command.make_context("", [], resilient_parsing=True)).parse_args(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://)([^)\s]+)\)", BLOCK.sub("", page.read_text("utf-8"))):
        path, _, anchor = target.partition("#")
        there = page.parent / path if path else page
        assert there.exists(), target
        headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.M) if anchor else []
        anchors = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
        assert not anchor or anchor in anchors, target
