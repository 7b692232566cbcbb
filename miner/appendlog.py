"""Files of records, one JSON a line, that only grow: what a crash cut short is no whole line and never counts."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def append(path: Path, record: dict[str, Any]) -> None:
    """Add a record and see it on the disk."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    with path.open("a+b") as file:
        file.seek(-1 if file.tell() else 0, os.SEEK_END)
        # A line feed first closes what a crash may have left open.
        file.write(b"\n" * (file.read(1) not in (b"", b"\n")) + line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def records(path: Path) -> list[dict[str, Any]]:
    """The whole records of a file, none where there is no file."""
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    # A record ends with a line feed, so what follows the last one was cut short.
    return [record for line in lines[:-1] if line and (record := _whole(line))]


def _whole(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
