import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

PAPERS = Path(__file__).parents[2] / "corpus" / "papers"


@pytest.fixture(scope="module")
def typeset():
    sys.path.insert(0, str(PAPERS))
    try:
        import typeset as module
    finally:
        sys.path.remove(str(PAPERS))
    return module


def test_works_are_numbered_in_the_order_of_their_first_mention(typeset):
    citations = typeset.Citations(raised=False)
    assert citations.printed(["b"]) == "[1]"
    assert citations.printed(["a", "b"]) == "[1,2]"


@pytest.mark.parametrize(
    ("numbers", "printed"), [([1], "1"), ([1, 2], "1,2"), ([1, 2, 3], "1–3"), ([1, 3, 4, 5, 9], "1,3–5,9")]
)
def test_three_numbers_in_a_row_are_a_range(typeset, numbers, printed):
    assert typeset.ranges(numbers) == printed


@given(numbers=st.sets(st.integers(1, 60), min_size=1))
def test_ranges_name_the_same_numbers(typeset, numbers):
    named = set()
    for part in typeset.ranges(sorted(numbers)).split(","):
        first, _, last = part.partition("–")
        named |= set(range(int(first), int(last or first) + 1))
    assert named == numbers


def test_raised_citations_stand_close_to_the_word(typeset):
    text = typeset.markup("It swells. [@a] Li_{15}Si_{4} & more", typeset.Citations(raised=True))
    assert text.startswith("It swells.<super")
    assert "Si<sub" in text
    assert "&amp;" in text


def test_surnames_come_first_where_the_style_wants_it(typeset):
    assert typeset.turned("J.-M. Tarascon") == "Tarascon, J.-M."
    assert typeset.turned("G.V. Subba Rao") == "Subba Rao, G.V."
