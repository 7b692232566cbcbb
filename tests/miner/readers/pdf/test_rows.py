from printed_page import line

from miner.readers.pdf.rows import between_rows, share


def texts(rows):
    return [[" ".join(part.text for part in cell) for cell in row] for row in rows]


def test_a_lone_cell_between_two_rows_goes_to_both():
    rows = [[[line("tin")], []], [[], [line("varies")]], [[line("zinc")], []]]
    assert texts(between_rows(rows)) == [["tin", "varies"], ["zinc", "varies"]]


def test_a_lone_first_cell_is_a_row():
    rows = [[[line("tin")], [line("993")]], [[line("Metals")], []], [[line("zinc")], [line("660")]]]
    assert texts(between_rows(rows)) == texts(rows)


def test_a_cell_centred_on_two_rows_is_shared():
    rows = [[[line("tin", base=100)], [line("varies", base=106)]], [[line("zinc", base=112)], []]]
    share(rows)
    assert texts(rows) == [["tin", "varies"], ["zinc", "varies"]]


def test_a_cell_of_one_row_is_not():
    rows = [[[line("tin", base=100)], [line("993", base=100)]], [[line("zinc", base=112)], []]]
    share(rows)
    assert texts(rows)[1] == ["zinc", ""]
