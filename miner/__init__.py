"""Reads papers and mines their claims. `read(path)` gives a `Document`, `extract(document)` what it states."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from miner.claims import Extraction, HasProblem, Measurement, Mitigation
    from miner.document import Document
    from miner.extraction import extract
    from miner.frame import frame
    from miner.ingestion import Outcome, ingest
    from miner.library import Library
    from miner.readers import read

# Loaded on first use: spaCy and pypdfium2 take a second that `anodegraph --help` need not wait for.
_HOMES = {
    "Document": "miner.document",
    "Extraction": "miner.claims",
    "HasProblem": "miner.claims",
    "Library": "miner.library",
    "Measurement": "miner.claims",
    "Mitigation": "miner.claims",
    "Outcome": "miner.ingestion",
    "extract": "miner.extraction",
    "frame": "miner.frame",
    "ingest": "miner.ingestion",
    "read": "miner.readers",
}

__all__ = [
    "Document",
    "Extraction",
    "HasProblem",
    "Library",
    "Measurement",
    "Mitigation",
    "Outcome",
    "extract",
    "frame",
    "ingest",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'miner' has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    # Importing `miner.frame` has bound the name to the module.
    globals()[name] = found
    return found
