from printed_page import line

from miner.readers.pdf.cells import grid
from miner.readers.pdf.page import Rect

REGION = Rect(50, 90, 450, 300)


def rule(y):
    return Rect(50, y, 450, y)


def read(*places, rules=(90, 106, 300)):
    pieces = [line(text, x, y) for x, y, text in places]
    header, rows = grid(pieces, REGION, [rule(y) for y in rules], [])

    def text(row):
        return [" ".join(part.text for part in cell) for cell in row]

    return text(header), [text(row) for row in rows]


HEAD = ((50, 102, "Anode"), (250, 102, "Capacity"), (380, 102, "Ref."))


def test_rows_begin_where_the_first_cell_does():
    header, rows = read(
        *HEAD,
        (50, 120, "Silicon"),
        (250, 120, "4200"),
        (380, 120, "[1]"),
        (50, 132, "Graphite"),
        (250, 132, "372"),
        (380, 132, "[2]"),
    )
    assert header == ["Anode", "Capacity", "Ref."]
    assert rows == [["Silicon", "4200", "[1]"], ["Graphite", "372", "[2]"]]


def test_a_wrapped_first_cell_stays_one_row():
    rows = read(
        *HEAD,
        (50, 120, "Alloys (Sn, Ge,"),
        (250, 120, "994"),
        (380, 120, "[1]"),
        (50, 132, "phosphorus)"),
        (50, 144, "Tin"),
        (250, 144, "993"),
        (380, 144, "[2]"),
    )[1]
    assert rows == [["Alloys (Sn, Ge, phosphorus)", "994", "[1]"], ["Tin", "993", "[2]"]]


def test_values_centred_on_longer_cells():
    rows = read(
        *HEAD,
        (50, 120, "A long name of"),
        (250, 126, "994"),
        (380, 126, "[1]"),
        (50, 132, "an anode"),
        (50, 144, "Another name"),
        (250, 150, "993"),
        (380, 150, "[2]"),
        (50, 156, "on two lines"),
    )[1]
    assert rows == [["A long name of an anode", "994", "[1]"], ["Another name on two lines", "993", "[2]"]]


def test_a_header_over_two_columns_goes_to_both():
    header, _ = read(
        (50, 95, "Anode"),
        (250, 95, "Measured in the cell here ok"),
        (250, 104, "first"),
        (380, 104, "last"),
        (50, 120, "Tin"),
        (250, 120, "993"),
        (380, 120, "660"),
        (50, 132, "Silicon"),
        (250, 132, "4200"),
        (380, 132, "3579"),
    )
    assert header == ["Anode", "Measured in the cell here ok first", "Measured in the cell here ok last"]
