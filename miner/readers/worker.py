"""Reads a file in a process of its own, with limits: a hostile file ends that process and never the caller's."""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

from miner.document import Document
from miner.errors import ReadError
from miner.readers.limits import OCR_PAGES, OCR_SECONDS, PATIENCE, SECONDS, limit
from miner.readers.pdf import ocr


def read_apart(path: Path, password: str | None = None) -> Document:
    """The document in a PDF file, read by `miner.readers.pdf.read_pdf` in a worker process.

    Raises:
        ReadError: with its reason; "too large" where a limit was met, "damaged" where the worker died.
    """
    job = json.dumps({"path": str(path), "password": password}).encode()
    patience = PATIENCE + ocr.available() * OCR_PAGES * OCR_SECONDS
    # One thread: the reader has no use for more, and each would take address space.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "miner.readers.worker"]
    try:
        done = subprocess.run(command, input=job, capture_output=True, timeout=patience, env=environment, check=False)
    except subprocess.TimeoutExpired:
        raise ReadError("too large", path.name, f"it took more than {patience} seconds") from None
    if done.returncode:
        raise _died(done.returncode, done.stderr, path)
    kind, value = pickle.loads(done.stdout)  # noqa: S301 (our own process wrote it)
    if kind == "error":
        raise ReadError(value[0], path.name, value[1])
    return value


def _died(code: int, trace: bytes, path: Path) -> ReadError:
    """Why a worker ended without an answer, by its exit code."""
    if -code == _signal("SIGXCPU"):
        return ReadError("too large", path.name, f"it took more than {SECONDS} seconds")
    # A system without memory kills; `limit` sets no bound of time at which it would.
    killed = -code in (_signal("SIGKILL"), _signal("SIGTRAP"))
    if killed or b"MemoryError" in trace or b"out of memory" in trace.lower():
        return ReadError("too large", path.name, "it needs too much memory")
    return ReadError("damaged", path.name)


def _signal(name: str) -> int:
    return int(getattr(signal, name, 0)) or -1


def main() -> None:
    """Read the file that stdin names, and write the answer to stdout."""
    job = json.load(sys.stdin)
    from miner.readers.pdf import read_pdf

    limit()
    gc.disable()  # documents hold no cycles, and looking for some takes a twentieth of the time
    out = sys.stdout.buffer
    try:
        answer: tuple[str, object] = ("document", read_pdf(Path(job["path"]), job["password"]))
    except ReadError as error:
        answer = ("error", (error.reason, error.detail))
    out.write(pickle.dumps(answer))
    out.flush()
    # Leaving at once spares the time that freeing a large document takes.
    os._exit(0)


if __name__ == "__main__":
    main()
