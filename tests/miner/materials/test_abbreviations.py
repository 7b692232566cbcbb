import re

import pytest

from miner.materials.abbreviations import codes, definitions, expansion


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("nitrogen-doped graphene nanosheets (NGNS) were", "NGNS", "nitrogen-doped graphene nanosheets"),
        ("a solid electrolyte interphase (SEI) grows", "SEI", "solid electrolyte interphase"),
        ("Li6.6La3Zr1.6Nb0.4O12 (LLZNO) powder", "LLZNO", "Li6.6La3Zr1.6Nb0.4O12"),
        ("a nitrogen-doped soft carbon (NSC-700) was", "NSC-700", "nitrogen-doped soft carbon"),
        ("The silicon film, denoted as SF-2, was", "SF-2", "silicon film"),
    ],
)
def test_a_definition_gives_what_the_short_name_stands_for(text, short, long):
    assert definitions([text])[short] == long


def test_each_of_a_list_of_short_names_stands_for_what_was_made():
    text = "Hard carbons were made at 1200, 1400 and 1600 °C (denoted HC-1200, HC-1400 and HC-1600)."
    assert definitions([text]) == dict.fromkeys(("HC-1200", "HC-1400", "HC-1600"), "Hard carbons")


def test_figures_and_numbers_in_brackets_define_nothing():
    assert definitions(["as seen (Fig. 3) and (Table 2) in the cell (II)"]) == {}
    assert definitions(["372 mAh/g (graphite), 4200 mAh/g (Si) and 994 mAh/g (Sn)"]) == {}


def test_letters_must_be_found_in_the_words_before():
    assert expansion("XYZ", "a composite of tin") is None


def test_codes_are_those_that_stand_before_nouns_for_materials():
    texts = ["The PCT-1 cathode", "PCT-1 was", "of PCT-1", "SEM images", "SEM shows", "SEM again"]
    assert codes(texts, re.compile(" cathode")) == {"PCT-1": "cathode"}


def test_numbered_codes_are_samples_where_they_are_listed_as_such():
    texts = ["Four samples, including 100GR, CM30 and EM4C, are shown (CV, SEM).", "The 100GR sample drops."]
    assert set(codes(texts, re.compile(" samples?"))) == {"100GR", "CM30", "EM4C"}


def test_who_made_it_is_no_part_of_what_a_short_name_stands_for():
    assert definitions(["Herein, we prepare tin dots in carbon cages (denoted as Sn@C) for cells."]) == {
        "Sn@C": "tin dots in carbon cages"
    }


def test_how_samples_were_made_is_not_what_they_are():
    text = "Composites of tin were milled for 9 h (denoted TF-1 and TF-2)."
    assert definitions([text]) == dict.fromkeys(("TF-1", "TF-2"), "Composites of tin")


def test_the_end_of_a_sentence_is_no_part_of_a_short_name():
    assert list(definitions(["Two carbons were made, denoted as HC7 and HC9. They differ."])) == ["HC7", "HC9"]
