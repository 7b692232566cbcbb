from printed_page import word

from miner.readers.pdf.page import Font
from miner.readers.pdf.repair import greek, nameless, pi_fonts, recoded, repaired, signs


def test_a_nameless_glyph_is_the_ligature_that_makes_words():
    names = nameless(["the \ue103rst signi\ue103cant e\ue104ect"])
    assert names == {"\ue103": "fi", "\ue104": "ff"}
    assert repaired([word("ultra\ue103ne", 0)], names, {})[0].text == "ultrafine"


def test_what_stays_unknown_is_shown_so():
    assert repaired([word("x\ue200", 0)], {}, {})[0].text == "x\ufffd"


def test_the_minus_of_an_exponent():
    signs = [word("g", 0), word("=", 5, 96, 7)._replace(kind="sup"), word("1", 8, 96, 7)._replace(kind="sup")]
    assert [w.text for w in recoded(signs)] == ["g", "−", "1"]


PI = Font("AdvP4C4E74", False, False)


def test_signs_without_names_are_told_by_their_places():
    exponent = [
        word("g", 0),
        word("\ue001", 5, 96, 7, PI)._replace(kind="sup"),
        word("1", 8, 96, 7)._replace(kind="sup"),
    ]
    energy = [word("of", 0), word("\ue001", 20, font=PI), word("39", 26)]
    heat = [word("120", 0), word("\ue003", 20, 96, 7, PI)._replace(kind="sup"), word("C", 26)]
    about = [word("at", 0), word("\ue004", 20, font=PI), word("100%", 26)]
    power = [word("6.73", 0), word("\ue005", 22, font=PI), word("10", 30)]
    lines = [exponent, energy, heat, about, power]
    found = signs(lines)
    assert ["".join(w.text for w in repaired(line, {}, found)) for line in lines] == [
        "g−1",
        "of−39",
        "120°C",
        "at∼100%",
        "6.73×10",
    ]


def test_a_sign_in_no_place_that_tells_stays_unknown():
    assert signs([[word("x", 0), word("\ue006", 20, font=PI), word("y", 30)]]) == {}


def test_an_equals_sign_on_the_line_stays():
    assert [w.text for w in recoded([word("=", 0), word("1", 8)])] == ["=", "1"]


def test_letters_of_a_bitmap_font_without_a_name():
    bitmap = Font("", False, False)
    words = [word("Pi", 0), word("¦", 10, font=bitmap), word("lowska", 15)]
    assert [w.text for w in recoded(words)] == ["Pi", "ę", "lowska"]
    assert [w.text for w in recoded([word("a", 0), word("¦", 20, font=bitmap), word("b", 40)])] == ["a", "¦", "b"]


def test_letters_of_a_pi_font_are_greek():
    pi = Font("AdvPS3F4C13", False, False)
    words = [word("q", 0, font=pi), word("quick", 10)]
    fonts = pi_fonts([words])
    assert [w.text for w in greek(words, fonts)] == ["θ", "quick"]


def test_a_font_that_spells_words_is_none():
    assert pi_fonts([[word("quick", 0, font=Font("AdvPS3F4C13", False, False))]]) == frozenset()
