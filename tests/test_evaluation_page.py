"""The page of measurements is a record: what is measured again changes, all else stays as it was."""

from __future__ import annotations

import runpy
from pathlib import Path

import yaml

DOCS = Path(__file__).parents[1] / "docs"
SCRIPT = runpy.run_path(str(DOCS / "evaluation.py"))
LISTED = {
    "not_yet": ["Nothing works."],
    "measured": [
        {"name": "One", "by": "bench", "command": "python -c print(1)", "tells": "One.", "peer": "None."},
        {"name": "Two", "by": "bench", "command": "python -c 1/0", "tells": "Two.", "peer": "None."},
        {"name": "Three", "by": "evaluate", "command": "echo docs/evaluation.*", "tells": "Three.", "peer": "None."},
    ],
}


def test_what_is_taken_is_shown_with_its_output_and_the_rest_stays(tmp_path: Path) -> None:
    page, listed = tmp_path / "page.md", tmp_path / "list.yaml"
    listed.write_text(yaml.safe_dump(LISTED))
    assert SCRIPT["main"](page, listed, ()) == 0
    assert page.read_text().count("Not taken yet.") == 3
    assert SCRIPT["main"](page, listed, ("bench",)) == 1
    first = page.read_text()
    assert "```text\n1\n```" in first
    assert "before. **It failed.**" in first
    assert "ZeroDivisionError" in first
    assert SCRIPT["main"](page, listed, ("Three",)) == 0
    assert "docs/evaluation.md docs/evaluation.py docs/evaluation.yaml" in page.read_text()
    assert page.read_text().startswith(first.partition("\n## Three")[0])


def test_an_unknown_name_is_told(tmp_path: Path, capsys) -> None:
    listed = tmp_path / "list.yaml"
    listed.write_text(yaml.safe_dump(LISTED))
    assert SCRIPT["main"](tmp_path / "page.md", listed, ("Four",)) == 1
    assert "Nothing is called Four: there is One, Two, Three." in capsys.readouterr().out


def test_the_page_shows_what_is_listed_now() -> None:
    page = (DOCS / "evaluation.md").read_text("utf-8")
    listed = yaml.safe_load((DOCS / "evaluation.yaml").read_text("utf-8"))
    assert SCRIPT["written"](listed, SCRIPT["recorded"](page)) == page, "run python docs/evaluation.py"


def test_every_benchmark_is_listed() -> None:
    commands = [entry["command"] for entry in yaml.safe_load((DOCS / "evaluation.yaml").read_text("utf-8"))["measured"]]
    for script in (DOCS.parent / "benchmarks").glob("*.py"):
        assert any(command.split(" ")[:2] == ["python", f"benchmarks/{script.name}"] for command in commands)
