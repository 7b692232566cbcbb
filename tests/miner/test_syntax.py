import pytest

from miner.language import parse
from miner.syntax import clause, head, subject, tie


def at(text: str, words: str):
    start = text.index(words)
    token = head(parse(text), start, start + len(words))
    assert token is not None
    return token


@pytest.mark.parametrize(
    ("text", "strategy", "problem", "how"),
    [
        ("The carbon coating prevents side reactions.", "carbon coating", "side reactions", "subject"),
        ("The shell buffers the volume change.", "shell", "volume change", "subject"),
        ("Coating the particles reduces cracking.", "Coating", "cracking", "subject"),
        ("Side reactions were suppressed by a carbon coating.", "carbon coating", "Side reactions", "means"),
        ("The volume change is relieved through a porous structure.", "porous structure", "volume change", "means"),
        ("To relieve the volume change, they chose a carbon matrix.", "carbon matrix", "volume change", "purpose"),
        ("We made a coating that suppresses side reactions.", "coating", "side reactions", "modifier"),
        ("They used a coating, thereby reducing side reactions.", "coating", "side reactions", "consequence"),
        ("The stability of the coating is good.", "coating", "stability", "part"),
        ("A coating was tried, but the cells showed a high stability.", "coating", "stability", "apart"),
        ("While a coating covers the metal, the cell has a high stability.", "coating", "stability", "apart"),
    ],
)
def test_how_a_strategy_is_tied_to_a_problem(text, strategy, problem, how):
    assert tie(at(text, strategy), at(text, problem)) == how


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The coating prevents side reactions.", "reactions", "coating"),
        ("Wires, which relax the stress, were grown on steel.", "stress", "Wires"),
        ("The layer is thin and suppresses side reactions.", "reactions", "layer"),
        ("The scaffold guides the metal, reducing the stress.", "stress", "scaffold"),
    ],
)
def test_the_subject_of_a_clause(text, words, expected):
    found = subject(clause(at(text, words)))
    assert found is not None
    assert found.text == expected


def test_formulas_and_values_are_single_tokens():
    doc = parse("The Li1.5Al0.5Ge1.5(PO4)3 coating delivers 350 mAh g−1.")
    assert [token.text for token in doc] == ["The", "Li1.5Al0.5Ge1.5(PO4)3", "coating", "delivers", "350 mAh g−1", "."]
    assert [token.idx for token in doc] == [0, 4, 26, 34, 43, 54]
    assert doc[3].tag_ == "VBZ"
