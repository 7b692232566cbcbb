"""Uploaded files on their way into the library; every visitor of the app sees what becomes of them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st

from miner.settings import settings

_PREFIX = "uploads-"
# No intake takes so long: a folder of this age is not that of another app on the same home.
_OLD_SECONDS = 24 * 3600


@dataclass(slots=True)
class Upload:
    """One file: what is being done with it, and what came of it."""

    name: str
    stage: str = "waiting"
    result: dict[str, Any] = field(default_factory=dict)


@st.cache_resource
def uploads() -> list[Upload]:
    """All uploads since the app was started, the last first; what an app that was killed left behind is cleared."""
    for folder in settings().home.glob(f"{_PREFIX}*"):
        if time.time() - folder.stat().st_mtime > _OLD_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
    return []


def is_busy() -> bool:
    """Whether files are on their way."""
    return any(upload.stage != "done" for upload in uploads())


def take_in(files: Iterable[tuple[str, bytes]], password: str | None) -> None:
    """Start ingesting files (name, content) in the background."""
    home = settings().home
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=home))
    started: dict[str, Upload] = {}
    for number, (name, content) in enumerate(files):
        path = folder / str(number) / Path(name).name  # two files may have one name
        path.parent.mkdir()
        path.write_bytes(content)
        started[str(path)] = Upload(path.name)
    uploads()[:0] = started.values()
    job = {"files": list(started), "password": password}
    Thread(target=_follow, args=(job, started, folder), daemon=True).start()


def _follow(job: dict[str, Any], started: dict[str, Upload], folder: Path) -> None:
    """Run the intake, and note what it tells."""
    command = [sys.executable, "-m", "ui.intake"]
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(job))
            process.stdin.close()
            for line in process.stdout:
                said = json.loads(line)
                started[said["file"]].result = said
                started[said["file"]].stage = said["stage"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for upload in started.values():
            if upload.stage != "done":
                upload.result = {"error": "AnodeGraph stopped while it worked on this file; its terminal says why."}
                upload.stage = "done"
