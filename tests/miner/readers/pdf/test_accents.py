from printed_page import word

from miner.readers.pdf.accents import accented, composed


def test_an_accent_goes_on_the_letter_under_its_middle():
    edges = [(0.0, 5.0), (5.0, 10.0), (5.5, 9.0)]
    assert accented(["L", "a", "´"], edges) == "Lá"


def test_a_dotless_i_gets_its_accent():
    assert accented(["ı", "´"], [(0.0, 3.0), (0.0, 3.0)]) == "í"


def test_an_accent_in_a_font_of_its_own():
    assert [w.text for w in composed([word("A", 50), word("˚", 50.5, 98), word("wide", 60)])] == ["Å", "wide"]


def test_an_accent_over_nothing_stays():
    assert [w.text for w in composed([word("A", 50), word("˚", 90)])] == ["A", "˚"]
