import pytest

from ui.words import amount, counted, inline, plain, several, work


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("dendrite_growth", "Dendrite growth"),
        ("silicon-carbon hybrid", "Silicon-carbon hybrid"),
        ("other: aluminum", "Aluminum"),
        ("SEI growth", "SEI growth"),
    ],
)
def test_a_label_in_plain_words(label: str, words: str) -> None:
    assert plain(label) == words


def test_a_title_inside_a_sentence_keeps_its_abbreviations() -> None:
    assert inline("Dendrite growth") == "dendrite growth"
    assert inline("SEI growth") == "SEI growth"


@pytest.mark.parametrize(
    ("value", "value_to", "relation", "words"),
    [
        (372.0, None, "=", "372 mAh/g"),
        (360.0, 380.0, "=", "360–380 mAh/g"),
        (2000.0, None, ">=", "≥ 2000 mAh/g"),
        (150.0, None, "~", "≈ 150 mAh/g"),
        (None, None, "=", "Varies"),
    ],
)
def test_a_measured_value(value: float | None, value_to: float | None, relation: str, words: str) -> None:
    record = {"value": value, "value_to": value_to, "relation": relation, "unit": "mAh/g", "printed": "Varies"}
    assert amount(record) == words


def test_counts() -> None:
    assert counted(1, "claim") == "1 claim"
    assert counted(1200, "claim") == "1,200 claims"
    assert counted(1, "strategy", "strategies") == "1 strategy"
    assert counted(2, "strategy", "strategies") == "2 strategies"
    assert several(anode=2, problem=0, mitigation=1) == " (2 anodes, 1 mitigation)"
    assert several(anode=0) == ""


def test_a_work_has_its_title_and_its_year_where_known() -> None:
    assert work("Anodes", 2024) == "Anodes (2024)"
    assert work(None, None) == "Untitled"
