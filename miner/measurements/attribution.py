"""Whose a value is where a sentence cites several studies: "Kumar [21] measured 3.4 and Harsh [22] 0.3 mS/cm"."""

from __future__ import annotations

from collections.abc import Sequence

from miner.document import Citation
from miner.quantities import Quantity
from miner.sentences import Sentence


def cited(sentence: Sentence, quantity: Quantity, values: Sequence[Quantity]) -> tuple[int, ...]:
    """The references to which a value is attributed; all of the sentence's where it does not tell them apart.

    A value has its own where every value follows authors of its own, or is followed by a citation of its own.
    """
    citations = [c for c in sentence.text.citations if set(c.numbers) & set(sentence.cites)]
    if len(citations) > 1 and len(values) > 1:
        named = {v.start: _authors_before(v, citations) for v in values}
        behind = {v.start: _citation_behind(v, citations, values) for v in values}
        for own in (named, behind):
            if None not in own.values() and len(set(own.values())) > 1 and (found := own.get(quantity.start)):
                return found.numbers
    return sentence.cites or sentence.study


def _authors_before(value: Quantity, citations: Sequence[Citation]) -> Citation | None:
    """The study named last before the value."""
    return next((c for c in reversed(citations) if c.named and c.end <= value.start), None)


def _citation_behind(value: Quantity, citations: Sequence[Citation], values: Sequence[Quantity]) -> Citation | None:
    """The citation between the value and the next one."""
    following = min((v.start for v in values if v.start > value.start), default=None)
    return next((c for c in citations if c.start >= value.end and (following is None or c.start < following)), None)
