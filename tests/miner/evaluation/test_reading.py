from dataclasses import replace

from miner.document import Block, Citation, Document, Reference, Table, Text
from miner.evaluation.reading import accuracy, letters

SENTENCE = "Lithium grows dendrites that pierce the separator of the cell"
ENTRY = Reference(
    1, "Wang, L. A skin for lithium. Small 2020, 3, 17", "1", ("Wang",), "A skin for lithium", "Small", 2020, "3"
)
TABLE = Table(
    "Table 1", Text(""), (Text("Anode"), Text("Capacity")), ((Text("Si"), Text("3579")), (Text("Sn"), Text("")))
)


def paper(text: Text, *entries: Reference, tables: tuple[Table, ...] = ()) -> Document:
    return Document("", "jats", blocks=(Block("paragraph", text),), references=entries, tables=tables)


def cited(before: str, mark: str, after: str = ".") -> Text:
    return Text(before + mark + after, citations=(Citation(len(before), len(before + mark), (1,)),))


def test_only_letters_and_digits_count():
    assert letters("Müller’s Li₄Ti₅O₁₂ – 5 μm") == "mullersli4ti5o125m"


def test_a_sentence_is_intact_or_it_is_not():
    truth = paper(Text(SENTENCE + ". It does. " + SENTENCE + " again."))
    read = paper(Text(SENTENCE.replace(" ", "\n") + ". It does. " + SENTENCE + "—a running head—again."))
    assert accuracy(read, truth).sentences == (1, 2)


def test_the_form_of_a_citation_does_not_count():
    truth = paper(cited(SENTENCE, " [1,2]"), ENTRY)
    assert accuracy(paper(cited(SENTENCE, "1–2"), ENTRY), truth).sentences == (1, 1)


def test_entries_and_their_fields():
    truth = paper(Text(""), ENTRY, replace(ENTRY, number=2))
    read = paper(Text(""), replace(ENTRY, volume="17"))
    figures = accuracy(read, truth)
    assert figures.references == (1, 2)
    assert figures.fields == (4, 5)


def test_a_citation_too_many_counts_as_much_as_one_missed():
    truth = paper(cited(SENTENCE, "1"), ENTRY)
    twice = Text("1 1", citations=(Citation(0, 1, (1,)), Citation(2, 3, (1,))))
    assert accuracy(paper(twice, ENTRY), truth).citations == (1, 2)
    assert accuracy(paper(Text("1"), ENTRY), truth).citations == (0, 1)


def test_cells_that_are_not_empty():
    assert accuracy(paper(Text(""), tables=(TABLE,)), paper(Text(""), tables=(TABLE,))).cells == (3, 3)
    assert accuracy(paper(Text("")), paper(Text(""), tables=(TABLE,))).cells == (0, 3)
