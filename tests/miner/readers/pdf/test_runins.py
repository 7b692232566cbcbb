"""Headings on the first line of their paragraph become headings, and emphasis at its start does not."""

from __future__ import annotations

import pytest
from printed_page import HEAVY, PLAIN, line

from miner.readers.pdf.chunks import Body, Chunk
from miner.readers.pdf.lines import Line
from miner.readers.pdf.runins import apart

STYLE = Body(10.0, 1.2, PLAIN)


def paragraph(lead: str, follows: str) -> Chunk:
    """A paragraph whose first line begins with bold words."""
    bold = line(lead, font=HEAVY)
    rest = line(follows, x=bold.words[-1].x1 + 2.5)
    second = line("dried in vacuum over night.", base=112)
    return Chunk([Line([*bold.words, *rest.words], 1), second], 0, 50, 300)


def texts(chunk: Chunk) -> list[str]:
    return [" ".join(word.text for word in line.words) for line in chunk.lines]


@pytest.mark.parametrize("lead", ["Preparation of electrodes.", "Preparation of electrodes:"])
def test_bold_words_that_a_stop_sets_off_are_a_heading(lead: str) -> None:
    heading, rest = apart([paragraph(lead, "Powders were milled under argon,")], STYLE)
    assert (heading.kind, texts(heading)) == ("heading", [lead])
    assert texts(rest) == ["Powders were milled under argon,", "dried in vacuum over night."]


def test_a_heading_may_take_the_whole_first_line() -> None:
    chunk = Chunk(
        [line("Preparation of electrodes.", font=HEAVY), line("Powders were milled under argon.", base=112)], 0, 50, 300
    )
    heading, rest = apart([chunk], STYLE)
    assert (texts(heading), texts(rest)) == (["Preparation of electrodes."], ["Powders were milled under argon."])


@pytest.mark.parametrize(
    ("lead", "follows"),
    [
        ("Preparation of electrodes", "was done in the glove box under argon."),
        ("Keywords:", "silicon, anodes, milling, argon, copper"),
        ("of electrodes.", "Powders were milled under argon,"),
        ("Note.", "See below."),
    ],
)
def test_bold_words_in_a_sentence_or_of_front_matter_are_none(lead: str, follows: str) -> None:
    chunk = paragraph(lead, follows)
    assert apart([chunk], STYLE) == [chunk]
