import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_page import line

from miner.readers.pdf.page import Page
from miner.readers.pdf.running import Vocabulary, running

PAGES = {1: Page(1, 600, 800, [])}


def joined(*texts, seen=()):
    vocabulary = Vocabulary((*seen, *texts))
    return running([line(text, base=100 + 12 * i) for i, text in enumerate(texts)], PAGES, vocabulary)


@pytest.mark.parametrize(
    ("texts", "seen", "expected"),
    [
        (("the lithium-", "ion cell"), ["a lithium-ion battery"], "the lithium-ion cell"),
        (("the elec-", "trolyte"), ["an electrolyte"], "the electrolyte"),
        (("a dendri-", "tic growth"), [], "a dendritic growth"),
        (("pre- and post-", "treatment"), ["treatment of post"], "pre- and post-treatment"),
        (("solid and pre-", "and post-treatment"), [], "solid and pre- and post-treatment"),
        (("between 12–", "15 V"), [], "between 12–15 V"),
        (("one line", "and another"), [], "one line and another"),
    ],
)
def test_line_ends(texts, seen, expected):
    assert joined(*texts, seen=seen).text == expected


def test_every_printed_line_has_its_box():
    text = joined("the elec-", "trolyte")
    assert [text.text[part.start : part.end] for part in text.lines] == ["the elec", "trolyte"]
    assert [box.page for box in text.boxes] == [1, 1]
    assert text.boxes[0].y1 < text.boxes[1].y1


@given(st.lists(st.text("ab- ", min_size=1).filter(lambda t: t.strip()), min_size=1, max_size=6))
def test_lines_cover_the_text_in_order(texts):
    text = joined(*texts)
    spans = [(part.start, part.end) for part in text.lines]
    assert spans == sorted(spans)
    assert all(0 <= start <= end <= len(text.text) for start, end in spans)
