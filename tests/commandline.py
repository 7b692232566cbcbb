"""The command line in a home of its own, as a real process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ANODEGRAPH = Path(sys.executable).with_name("anodegraph")
Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "GRAPH_URI"}
    return {**kept, "ANODEGRAPH_HOME": str(home), "COLUMNS": "200"}


def runner(home: Path, anodegraph: Path = ANODEGRAPH) -> Run:
    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [anodegraph, *map(str, words)]
        env = environment(home)
        return subprocess.run(command, capture_output=True, text=True, env=env, timeout=240, cwd=home, check=False)

    return run
