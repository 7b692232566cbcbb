"""The command line in a home of its own: as a real process, or in this one."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from graph import engine
from miner.settings import settings
from ui.cli import main

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


def runner_here(home: Path) -> Run:
    """In this process: where a test is about what is printed, it need not wait for a process and for spaCy."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command, out, err = ["anodegraph", *map(str, words)], io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), _typed(command, home):
            try:
                main()
                code = 0
            except SystemExit as end:
                code = end.code
        return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())

    return run


@contextmanager
def _typed(command: list[str], home: Path) -> Iterator[None]:
    """This process as one that was started with the command, and without what it leaves behind."""
    with patch.object(sys, "argv", command), patch.dict(os.environ, environment(home), clear=True), chdir(home):
        settings.cache_clear()
        yield
    settings.cache_clear()
    while engine._current:
        engine._current.pop().close()
