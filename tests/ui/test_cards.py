import pytest

from ui.cards import statement

NOTHING = dict.fromkeys(("property", "material", "anode", "problem_title", "mitigation_title", "mitigation"))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (
            {"property": "specific_capacity", "material": "graphite", "value": 372.0, "printed": "372 mAh/g"},
            "Graphite: specific capacity 372 mAh/g",
        ),
        (
            {"property": "specific_capacity", "material": "alloys", "value": None, "printed": "Varies"},
            "Alloys: specific capacity “Varies”",
        ),
        (
            {"problem_title": "dendrite growth", "anode": "lithium metal"},
            "Lithium metal suffers from dendrite growth",
        ),
        (
            {"problem_title": "dendrite growth", "mitigation": "alloying", "mitigation_title": "alloying"},
            "Alloying helps against dendrite growth on anodes in general",
        ),
        (
            {"problem_title": "dendrite growth", "anode": "graphite", "denied": True},
            "Not so: graphite suffers from dendrite growth",
        ),
    ],
)
def test_what_is_claimed_in_words(claim: dict, words: str) -> None:
    value = {"value_to": None, "relation": "=", "unit": "mAh/g", "denied": False}
    assert statement({**NOTHING, **value, **claim}) == words
