"""JATS XML."""

from __future__ import annotations

from miner.document import Document


def read_jats(content: bytes, sha256: str, name: str) -> Document:
    return Document(sha256, "jats")
