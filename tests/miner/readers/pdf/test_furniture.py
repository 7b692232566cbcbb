from printed_page import line, word

from miner.readers.pdf.furniture import line_numbers, running_heads
from miner.readers.pdf.page import Page


def test_line_numbers_count_up_in_the_margin():
    numbers = [word(str(i + 1), 20, 100 + 12 * i) for i in range(8)]
    text = [word("capacity", 60, 100 + 12 * i) for i in range(8)] + [word("372", 110, 100)]
    assert line_numbers(numbers + text, 600) == set(numbers)


def test_values_in_a_column_are_no_line_numbers():
    values = [word(v, 20, 100 + 12 * i) for i, v in enumerate(["3860", "4200", "372", "993", "660"])]
    text = [word("capacity", 60, 100 + 12 * i) for i in range(5)]
    assert line_numbers(values + text, 600) == set()


def test_what_repeats_at_the_top_of_pages_is_furniture():
    pages = [
        (
            Page(n, 600, 800, []),
            [line(f"J. Energy 12 ({n}) 1–9", base=40), line(["anode", "boron", "carbon"][n - 1], base=90)],
        )
        for n in (1, 2, 3)
    ]
    found = running_heads(pages)
    assert [[item.text for item in lines if id(item) in found] for _, lines in pages] == [
        [f"J. Energy 12 ({n}) 1–9"] for n in (1, 2, 3)
    ]


def test_a_head_that_a_cropped_page_shows_elsewhere_is_one_too():
    pages = [
        (
            Page(n, 600, 800, []),
            [line("A. Author et al.", base=base), line(["anode", "boron", "carbon"][n - 1], base=90)],
        )
        for n, base in ((1, 40), (2, 40), (3, 12))
    ]
    assert len(running_heads(pages)) == 3
