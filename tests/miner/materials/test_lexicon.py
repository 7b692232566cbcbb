from hypothesis import given
from hypothesis import strategies as st

from miner.materials.lexicon import Lexicon, level


def find(text, *phrases):
    lexicon = Lexicon()
    for phrase in phrases:
        lexicon.add(phrase, phrase)
    return [(text[start:end], entry) for start, end, entry in lexicon.find(text)]


def test_hyphens_and_spaces_are_the_same_and_the_longest_phrase_wins():
    found = find("Reduced graphene-oxide sheets", "graphene", "graphene oxide", "reduced graphene oxide")
    assert found[0] == ("Reduced graphene-oxide", "reduced graphene oxide")


def test_capitals_of_a_phrase_are_demanded():
    assert find("go and GO", "GO") == [("GO", "GO")]


def test_a_phrase_ends_at_the_end_of_a_word():
    assert find("tinned", "tin") == []


def test_words_may_be_plurals_but_not_symbols():
    assert find("Sodium titanates and LTOs", "sodium titanate", "LTO") == [("Sodium titanates", "sodium titanate")]


def test_subscripts_are_digits():
    assert level("Li₄Ti₅O₁₂ – x") == "Li4Ti5O12 - x"


@given(st.text())
def test_levelling_keeps_every_place(text):
    assert len(level(text)) == len(text)
