"""What was not understood: numbers in no claim, formulas in no vocabulary."""

from passages import passage

from miner import extract
from miner.document import Document, Table, Text
from miner.unread import Unread, unread, unread_defects


def left(document: Document) -> tuple[Unread, ...]:
    return unread(document, extract(document))


def left_in(text: str, section: str = "") -> list[tuple[str, int, str]]:
    return [(entry.what, entry.count, entry.printed) for entry in left(passage(text, section=section))]


def test_a_value_and_its_conditions_are_read() -> None:
    assert left_in("The silicon anode delivers a capacity of 2725 mAh g−1 at 0.2 A g−1 after 700 cycles.") == []


def test_a_number_in_no_claim_is_counted_by_its_unit_with_its_first_place() -> None:
    text = "Two reduction peaks stand at 0.88 and 0.26 V. The silicon anode delivers a capacity of 2725 mAh g−1."
    assert left_in(text) == [("V", 2, "0.88 V")]
    (entry,) = left(passage(text))
    assert entry.kind == "number in no claim"
    assert entry.sentence == "Two reduction peaks stand at 0.88 and 0.26 V."


def test_a_condition_told_in_another_sentence_is_read() -> None:
    text = "Cells were cycled from 0.01 to 3 V at 0.2 A g−1. The silicon anode delivered a capacity of 1500 mAh g−1."
    (claim,) = extract(passage(text)).measurements
    assert claim.conditions == {"voltage_window": "0.01 to 3 V", "specific_current": "0.2 A/g"}
    assert left_in(text) == []


def test_recipes_decades_and_figures_are_left_out() -> None:
    assert left_in("The powder was heated to 800 °C for 2 h.", section="Experimental") == []
    assert left_in("Since the 1990s such cells are sold, as Figure 1C shows.") == []


def test_a_formula_that_no_vocabulary_knows() -> None:
    assert left_in("Crystals of HfNb(PO4)3 grow beside Li2CO3; graphite and Co3O4 are known. Li2CO3 is white.") == [
        ("Li2CO3", 2, "Li2CO3"),
        ("HfNb(PO4)3", 1, "HfNb(PO4)3"),
    ]


def test_cells_of_tables() -> None:
    def row(*cells: str) -> tuple[Text, ...]:
        return tuple(map(Text, cells))

    table = Table(
        "Table 1",
        Text("Anodes"),
        row("Anode", "Capacity (mAh g−1)", "Price (h of work)"),
        (row("Silicon", "3579", "12 h"), row("Graphite", "372", "3 h")),
    )
    document = Document("0", "text", tables=(table,))
    assert [(entry.what, entry.count, entry.sentence) for entry in left(document)] == [
        ("h", 2, "Price (h of work): 12 h")
    ]


def test_an_extraction_counts_what_was_not_understood() -> None:
    document = passage("Two reduction peaks stand at 0.88 and 0.26 V, of Li2CO3.")
    extraction = extract(document)
    assert list(extraction.defects) == unread_defects(document, extraction)
    assert [(defect.code, defect.count) for defect in extraction.defects] == [
        ("number in no claim", 2),
        ("formula in no vocabulary", 1),
    ]
