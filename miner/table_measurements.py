"""Measurements in tables: the header names property and unit, the row's first cells the material."""

from __future__ import annotations

from collections.abc import Iterator

from miner.claims import Measurement
from miner.document import Document
from miner.materials import Materials


def table_measurements(document: Document, materials: Materials) -> Iterator[Measurement]:
    """The measurements of a document's tables, row by row."""
    yield from ()
