"""Ingests uploaded files in a process of its own, which tells on stdout, one JSON a line, what is being done.

usage: python -m ui.intake < '{"files": [...], "password": null}'
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any

from miner.errors import UserError
from ui.papers import open_library, outcome_json, ready_graph


class _Stages(logging.Handler):
    """Says what the miner does with `file`."""

    file = ""

    def emit(self, record: logging.LogRecord) -> None:
        _tell(file=self.file, stage=record.getMessage())


def main() -> None:
    """Take the files in one after the other; each paper reaches the graph as soon as it is in the library."""
    import graph
    from miner.ingestion import ingest

    job = json.load(sys.stdin)
    stages = _Stages()
    miner = logging.getLogger("miner.ingestion")
    miner.addHandler(stages)
    miner.setLevel(logging.INFO)
    waiting: list[str] = list(job["files"])
    try:
        ready_graph()
        while waiting:
            name = stages.file = waiting[0]
            for outcome in ingest([Path(name)], open_library(), job["password"]):
                if outcome.extraction:
                    _tell(file=name, stage="adding to the graph")
                    graph.project(outcome.extraction)
                _tell(**outcome_json(outcome) | {"file": name, "stage": "done"})
            del waiting[0]
    except UserError as error:  # of the graph: it concerns all that are left
        for name in waiting:
            _tell(file=name, stage="done", error=str(error))


def _tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)  # noqa: T201 (the app listens)


if __name__ == "__main__":
    main()
