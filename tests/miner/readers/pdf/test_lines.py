from hypothesis import given
from hypothesis import strategies as st
from printed_page import HEAVY, line, word

from miner.document import Script
from miner.readers.pdf.lines import fragments, spell
from miner.readers.pdf.page import Font


def test_small_words_beside_larger_ones_are_scripts():
    found = fragments([word("Li", 50), word("4", 60, 103, 7), word("Ti", 63.5), word("5", 73.5, 103, 7), word("O", 77)])
    assert [f.text for f in found] == ["Li4Ti5O"]
    assert found[0].scripts == (Script(2, 3, "sub"), Script(5, 6, "sub"))


def test_an_exponent_is_a_superscript():
    (found,) = fragments([word("mAh", 50), word("g", 70), word("−1", 75, 96, 7)])
    assert found.text == "mAh g−1"
    assert found.scripts == (Script(5, 7, "sup"),)


def test_a_line_of_small_print_is_no_script():
    found = fragments([word("Title", 50, 100, 20), word("Received", 50, 112, 7)])
    assert [f.text for f in found] == ["Title", "Received"]


def test_a_wide_gap_parts_fragments():
    assert [f.text for f in fragments([word("left", 50), word("right", 90)])] == ["left", "right"]


def test_letters_say_what_is_bold():
    assert line("plain text").bold == 0.0
    assert line("heavy text", font=HEAVY).bold == 1.0


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 700), st.sampled_from([5.0, 7.0, 10.0])), max_size=30))
def test_no_word_is_lost(places):
    words = [word("ab", x, y, size) for x, y, size in places]
    found = fragments(words)
    assert sum(len(f.words) for f in found) == len(words)


def test_a_tight_space_where_the_font_changes():
    roman = word("of", 50)
    italic = word("Aeollanthus", roman.x1 + 1.2, font=Font("Times-Italic", False, True))
    assert spell([roman, italic])[0] == "of Aeollanthus"
    assert spell([roman, italic._replace(font=roman.font)])[0] == "ofAeollanthus"
