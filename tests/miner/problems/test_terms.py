import re

import pytest

from miner.problems.terms import Term, expression, find, longest
from miner.vocabulary import entries


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("pulveri[sz]*", "pulverises"),
        ("zero strain", "zero-strain"),
        ("volum*~change", "volumetric and other change"),
        (r"grow( \w+)? dendrites", "grow lithium dendrites"),
        ("water ?soluble", "watersoluble"),
    ],
)
def test_the_shorthands_of_a_pattern(pattern, text):
    assert re.search(expression(pattern), text)


def test_a_gap_does_not_reach_over_a_clause():
    assert not re.search(expression("volume~change"), "the volume; a change")


def test_words_are_found_without_regard_to_case():
    assert [term.label for term in find("Dendrites", "problems")] == ["dendrite_growth"]


def test_of_overlapping_terms_the_longest_is_kept():
    short, long = Term(0, 8, "low_capacity", "amounts"), Term(0, 13, "capacity_fade", "harms")
    assert longest([short, long]) == [long]


def test_terms_of_one_place_are_all_kept():
    same = [Term(0, 4, "a", "names"), Term(0, 4, "b", "names")]
    assert longest(same) == same


@pytest.mark.parametrize("vocabulary", ["problems", "mitigations", "polarity", "strategy_nouns", "columns"])
def test_no_label_is_given_twice(vocabulary):
    labels = [entry["label"] for entry in entries(vocabulary)]
    assert len(labels) == len(set(labels))
