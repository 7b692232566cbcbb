"""The command line in a home of its own, as a real process."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def runner(home: Path) -> Run:
    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [Path(sys.executable).with_name("anodegraph"), *map(str, words)]
        env = {**os.environ, "ANODEGRAPH_HOME": str(home), "COLUMNS": "200"}
        env.pop("GRAPH_URI", None)
        return subprocess.run(command, capture_output=True, text=True, env=env, timeout=240, cwd=home, check=False)

    return run
