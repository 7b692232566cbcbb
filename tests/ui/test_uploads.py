"""Uploaded files on their way: in a process of its own, which tells what becomes of each."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from commandline import environment, runner

from miner.settings import settings
from ui.uploads import uploads


@pytest.fixture
def papers(tmp_path: Path) -> list[str]:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(f"# {name}\n\nSilicon suffers from volume expansion.\n")
    return [str(tmp_path / name) for name in ("a.md", "b.md")]


def intake(home: Path, files: list[str], **more: str) -> list[dict[str, Any]]:
    """What the intake tells when it is done with a file."""
    command = [sys.executable, "-m", "ui.intake"]
    job = json.dumps({"files": files, "password": None})
    done = subprocess.run(
        command, input=job, capture_output=True, text=True, env=environment(home) | more, check=False, timeout=240
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [said for said in map(json.loads, done.stdout.splitlines()) if said["stage"] == "done"]


def test_a_graph_out_of_reach_is_told_for_each_file(tmp_path: Path, papers: list[str]) -> None:
    told = intake(tmp_path / "home", papers, GRAPH_URI="bolt://127.0.0.1:1")
    assert [said["file"] for said in told] == papers
    assert all(said["error"].startswith("No graph server answers at bolt://127.0.0.1:1; start it") for said in told)


def test_a_graph_that_was_thrown_away_is_made_anew(tmp_path: Path, papers: list[str]) -> None:
    home, run = tmp_path / "home", runner(tmp_path / "home")
    assert intake(home, papers[:1])[0]["new"]
    run("graph", "down")
    shutil.rmtree(home / "graph")
    assert intake(home, papers[1:])[0]["new"]
    assert len(json.loads(run("query", "papers", "--json").stdout)) == 2
    run("graph", "down")


def test_what_an_app_that_was_killed_left_behind_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, days in {"uploads-old": 2, "uploads-new": 0, "papers": 2}.items():
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (then := time.time() - days * 24 * 3600, then))
    monkeypatch.setenv("ANODEGRAPH_HOME", str(tmp_path))
    settings.cache_clear()
    uploads.clear()
    assert uploads() == []
    settings.cache_clear()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["papers", "uploads-new"]
