"""Numbers of cycles in words."""

import pytest

from miner.numerals import worded_cycles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after fifty cycles", [50]),
        ("a thousand full cycles", [1000]),
        ("Six hundred cycles and thirty cycles", [600, 30]),
        ("the first two cycles, hundreds of cycles", []),
    ],
)
def test_a_number_of_cycles_in_words(text, expected):
    assert [number for _, number in worded_cycles(text)] == expected
