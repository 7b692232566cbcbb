"""Citations in the text."""

from __future__ import annotations

from collections.abc import Sequence

from miner.document import Document
from miner.sentences import Sentence


def resolve(document: Document) -> Document:
    return document


def attribute(sentences: Sequence[Sentence]) -> list[Sentence]:
    return list(sentences)


def named_studies(document: Document) -> tuple[int, ...]:
    return ()
