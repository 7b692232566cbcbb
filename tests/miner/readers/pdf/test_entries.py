from printed_page import line

from miner.readers.pdf.chunks import Chunk
from miner.readers.pdf.entries import split_entries


def entries(*lines):
    set_lines = [line(text, x, 100 + 12 * i) for i, (x, text) in enumerate(lines)]
    found = split_entries([Chunk(set_lines, 0, 50, 300)])[1]
    return [" ".join(part.text for part in entry) for entry in found]


def test_bracketed_numbers():
    assert entries((50, "[1] Wang, A."), (60, "Title."), (50, "[2] Li, B."), (50, "[3] Xu, C.")) == [
        "[1] Wang, A. Title.",
        "[2] Li, B.",
        "[3] Xu, C.",
    ]


def test_a_number_out_of_turn_begins_no_entry():
    assert (
        entries((50, "1. Wang, A."), (50, "2019. 12."), (50, "2. Li, B."), (50, "3. Xu, C."))[0]
        == "1. Wang, A. 2019. 12."
    )


def test_hanging_indents():
    lines = [(50, "Wang, A. (2019). A title"), (60, "that goes on."), (50, "Xu, C. (2020). Another"), (60, "title.")]
    assert len(entries(*lines)) == 2
