from random import Random

from printed_page import line

from miner.readers.pdf.columns import columns, gutters

WIDTH = 600.0


def page():
    title = [line("A title that stands over both of the columns of this page and so parts them above", 50, 60)]
    left = [line(f"left {i} words of a column that is set ragged", 50, 100 + 12 * i) for i in range(8)]
    right = [line(f"right {i} words of a column that is set ragged", 320, 100 + 12 * i) for i in range(8)]
    return title, left, right


def texts(found):
    return [item.text for part in found for item in part]


def test_columns_are_read_one_after_the_other_whatever_the_order_of_drawing():
    title, left, right = page()
    expected = [item.text for item in title + left + right]
    mixed = title + left + right
    Random(1).shuffle(mixed)
    assert texts(columns(mixed, [], WIDTH)) == expected


def test_lines_across_both_columns_part_the_page_into_bands():
    title, left, right = page()
    foot = [line("A line that runs over both of the columns of this page and so parts them below too", 50, 220)]
    assert texts(columns([*foot, *right, *left, *title], [], WIDTH))[-1] == foot[0].text


def test_labels_of_a_list_are_no_column():
    labels = [line(f"[{i}]", 50, 100 + 12 * i) for i in range(9)]
    entries = [line(f"Author {i}, title of the work, journal, year", 80, 100 + 12 * i) for i in range(9)]
    found = columns(labels + entries, [], WIDTH)
    assert len(found) == 1
    assert found[0][3].text == "[3] Author 3, title of the work, journal, year"


def test_the_reference_list_under_both_columns_is_read_after_them():
    _, left, right = page()

    def entries(side, x):
        return [line(f"{side} entry {i} of the list in small print here", x, 240 + 9 * i, 8) for i in range(6)]

    small = [entries("one", 50), entries("two", 320)]
    expected = [item.text for item in [*left, *right, *small[0], *small[1]]]
    assert texts(columns([*left, *small[0], *right, *small[1]], [], WIDTH)) == expected


def test_a_gutter_beside_another_only_at_its_height():
    left = [line("Keywords of this paper", 50, 100 + 12 * i) for i in range(8)]
    right = [
        line("An abstract that is much wider than the keywords are and goes on", 200, 100 + 12 * i) for i in range(8)
    ]
    below = [line("Text of one column of two", x, 205 + 12 * i) for i in range(20) for x in (50, 320)]
    found = gutters([*left, *right, *below], [], 600.0)
    assert any(g.x1 == 200 and g.height > 80 for g in found)


def test_the_gutter_of_the_abstract_ends_where_the_columns_below_begin():
    notes = [line("Received in May", 50, 100 + 12 * i) for i in range(20)]
    abstract = [
        line("An abstract beside the notes, set as wide as the rest of the page", 165, 100 + 12 * i) for i in range(20)
    ]
    heading = [line("Intro", 50, 356)]
    left = [line(f"left {i} words of a column that is set even", 50, 382 + 12 * i) for i in range(10)]
    right = [line(f"right {i} words of a column that is set even", 320, 358 + 12 * i) for i in range(12)]
    found = texts(columns([*notes, *abstract, *heading, *left, *right], [], WIDTH))
    expected = [*notes, *abstract, *heading, *left, *right]
    assert found == [item.text for item in expected]
