import re
from pathlib import Path

import pytest

from miner.problems.terms import Term, beginnings, compile_all, expression, find, longest, small
from miner.vocabulary import entries

VOCABULARIES = ["problems", "mitigations", "polarity", "strategy_nouns", "columns"]
PASSAGES = Path(__file__).parents[3] / "corpus/passages"


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


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("dendrit*", {"den"}),
        (r"(un|non ?)?even( \w+)?", {"un", "non", "eve"}),
        (r"(?<!uneven\s)(spread|distribut)\w*", {"spr", "dis"}),
        ("colou?r", {"col"}),
        ("a?symmetric", {""}),
        (r"\w+ fold", {""}),
        (r"[(](002|110)[)]( \w+)? growth", {"("}),
    ],
)
def test_with_which_letters_a_pattern_begins(pattern, letters):
    assert beginnings(pattern) == letters


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_trying_first_letters_misses_nothing(vocabulary):
    texts = [path.read_text() for path in sorted(PASSAGES.glob("*.txt"))[::10]]
    lists = {
        (entry["label"], kind): compile_all(patterns)
        for entry in entries(vocabulary)
        for kind, patterns in entry.items()
        if kind in ("names", "agents", "words", "harms", "hazards", "platings", "gains", "aspects", "amounts", "costs")
    }
    for text in texts:
        everywhere = {(*m.span(), *name) for name, found in lists.items() for m in found.finditer(small(text))}
        assert {(t.start, t.end, t.label, t.kind) for t in find(text, vocabulary)} == everywhere


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_label_is_given_twice(vocabulary):
    labels = [entry["label"] for entry in entries(vocabulary)]
    assert len(labels) == len(set(labels))
