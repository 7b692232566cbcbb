from hypothesis import given
from hypothesis import strategies as st

from miner.document import Citation, Script, Text
from miner.sentences import Sentence, split


def parts(text):
    return [part.text for part in split(Text(text))]


def test_a_sentence_ends_at_a_full_stop_before_a_capital():
    assert parts("Silicon swells. It cracks! Does it? 3D hosts help.") == [
        "Silicon swells.",
        "It cracks!",
        "Does it?",
        "3D hosts help.",
    ]


def test_citations_after_the_full_stop_belong_to_the_sentence_before():
    assert parts("Capacity fades over time. [76] Several groups agree.") == [
        "Capacity fades over time. [76]",
        "Several groups agree.",
    ]
    assert parts("They have a long life.1–4 To date, oxides are used.") == [
        "They have a long life.1–4",
        "To date, oxides are used.",
    ]


def test_a_superscript_after_the_full_stop_is_a_citation_even_after_a_number():
    text = "It stores 2596 mAh g−1.19 Red phosphorus is cheap."
    at = text.index("19")
    marked = Text(text, scripts=(Script(at - 3, at - 1, "sup"), Script(at, at + 2, "sup")))
    assert [part.text for part in split(marked)] == ["It stores 2596 mAh g−1.19", "Red phosphorus is cheap."]


def test_abbreviations_do_not_end_a_sentence():
    for text in (
        "Wang et al. [21] explored it.",
        "Qiet al [22] explored it.",
        "See Fig. 2 and Figs. S1 and Eq. 3.",
        "J. B. Goodenough found it.",
        "It was 1.5 V vs. Li/Li+.",
        "The U.S. Department of Energy paid, e.g. Argonne.",
        "Tokyo Chemical Co. Ltd. (Japan) sold it.",
    ):
        assert parts(text) == [text]


def test_an_initial_that_is_a_unit_or_a_label_ends_one():
    assert parts("It kept 99% at 2 C. After that it failed.") == ["It kept 99% at 2 C.", "After that it failed."]
    assert parts("It melts at 180 °C. The cell is safe.") == ["It melts at 180 °C.", "The cell is safe."]
    assert parts("We heated it for 30 min. Then it was washed.") == ["We heated it for 30 min.", "Then it was washed."]
    assert parts("This holds for samples A and B. The rest failed.") == [
        "This holds for samples A and B.",
        "The rest failed.",
    ]


def test_the_number_of_a_heading_or_a_figure_is_no_sentence():
    assert parts("2.1. Silicon-Based Anodes") == ["2.1. Silicon-Based Anodes"]
    assert parts("Fig. 3. Failure of silicon. (a) Cracks.") == ["Fig. 3. Failure of silicon.", "(a) Cracks."]


def test_decimal_numbers_do_not_end_a_sentence():
    assert parts("The gap is 3.5 eV in Li1.5Al0.5Ge1.5(PO4)3 (1). Sn has none.") == [
        "The gap is 3.5 eV in Li1.5Al0.5Ge1.5(PO4)3 (1).",
        "Sn has none.",
    ]


def test_scripts_and_citations_go_with_their_sentence():
    text = Text("Tin swells. Li4 is fine [7].", (Script(14, 15, "sub"),), (), (Citation(24, 27, (7,)),))
    _, second = split(text)
    assert second.scripts == (Script(2, 3, "sub"),)
    assert second.citations == (Citation(12, 15, (7,)),)


@given(st.text(alphabet=" .?!()[]aAb1\n", max_size=80))
def test_no_character_but_white_space_is_lost(text):
    assert "".join("".join(parts(text)).split()) == "".join(text.split())


def test_a_recipe_is_told_by_its_heading_and_stands_outside_of_the_results():
    def section(*headings):
        return Sentence(Text("x"), "paragraph", headings, 0).is_recipe

    assert section("2. Experimental section")
    assert section("Methods", "Synthesis of SnO2")
    assert not section("Results and Discussion", "Synthesis and characterization")
    assert not section("Silicon anodes")
