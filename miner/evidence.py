"""Where a claim stands, out of the sentence that states it."""

from __future__ import annotations

from miner.claims import Evidence
from miner.sentences import Sentence


def evidence_of(sentence: Sentence) -> Evidence:
    """The sentence as printed, the heading above it, the page it starts on and a box for each of its printed lines."""
    boxes = sentence.text.boxes
    section = sentence.section[-1] if sentence.section else ""
    return Evidence(str(sentence.text), section, boxes[0].page if boxes else None, boxes)
