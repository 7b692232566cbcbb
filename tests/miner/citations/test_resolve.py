from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.citations import named_studies, resolve
from miner.citations.numeric import bracketed, numbers_in
from miner.document import Block, Document, Script, Table, Text
from miner.readers.notation import read_notation
from miner.references import parse_list

REFERENCES = parse_list(
    [
        "[1] Wang, Z., Li, X., & Cui, Y. (2021). A hybrid electrolyte for lithium. Small, 1, 2-3.",
        "[2] Qi, L. (2020). A layer with two functions on lithium. Small, 2, 3-4.",
        "[3] Poizot, P., & Tarascon, J. (2000). Oxides as negative electrodes. Nature, 407, 496-499.",
        "[4] Adachi, G., & Imanaka, N. (1999a). Conductors of magnesium ions. Small, 4, 5-6.",
        "[5] Adachi, G., & Imanaka, N. (1999b). More conductors of ions. Small, 5, 6-7.",
        "[6] Wang, M., Bo, S., & Ceder, G. (2021). Chalcogenide spinels. Small, 6, 7-8.",
    ]
)


def cited(*texts, references=REFERENCES):
    blocks = tuple(Block("paragraph", text if isinstance(text, Text) else read_notation(text)) for text in texts)
    return resolve(Document("0", "text", references=references, blocks=blocks))


def numbers(document):
    return [citation.numbers for block in document.blocks for citation in block.text.citations]


def test_brackets_with_lists_and_ranges():
    document = cited("One [1], two [2, 3], four [2–5], [1]–[3] and [3-5,1].")
    assert numbers(document) == [(1,), (2, 3), (2, 3, 4, 5), (1, 2, 3), (3, 4, 5, 1)]


def test_a_mention_of_a_reference_by_its_number():
    assert numbers(cited("As in [1], and in Ref. 2 and refs 3–4.")) == [(1,), (2,), (3, 4)]


def test_numbers_in_parentheses_where_they_reach_the_list():
    document = cited("Oxides (1) swell (2, 3) and crack (4–6), by Eq. (2). In 2020 (Fig. 3), they (12) broke.")
    assert numbers(document) == [(1,), (2, 3), (4, 5, 6)]
    assert [defect.code for defect in document.defects] == ["citation out of range"]


def test_numbers_in_parentheses_of_a_text_that_cites_otherwise():
    assert numbers(cited("One [1,2], two [3], x = 2 (1), y = 3 (2).")) == [(1, 2), (3,)]
    assert numbers(cited("Fast (Qi, 2020), by two steps: (1) mixing, (2) milling.")) == [(2,)]


def test_raised_numbers_are_citations_and_powers_are_not():
    document = cited(
        "Oxides^{1,2} of 10^{5} S cm^{-1} and 3 cm^{2} hold Li^{+} and Mg^{2+}. Sn swells.^{3-5} MnO_{2}^{6}, ^{7}Li."
    )
    assert numbers(document) == [(1, 2), (3, 4, 5), (6,)]


def test_directions_in_a_crystal_are_no_citations():
    assert numbers(cited("It grows along [001] and in the [3] direction, as shown [2].")) == [(2,)]


def test_raised_numbers_that_a_plain_dash_keeps_apart():
    text = Text("life.1–4 To date", (Script(5, 6, "sup"), Script(7, 8, "sup")))
    assert numbers(cited(text, "Others.^{5} More.^{6}")) == [(1, 2, 3, 4), (5,), (6,)]


def test_author_and_year():
    document = cited(
        "Fast (Qi, 2020; Poizot and Tarascon, 2000). Adachi and Imanaka (1999a,b) agree, as do Wang M. et al., 2021."
    )
    assert numbers(document) == [(2,), (3,), (4,), (5,), (6,)]


def test_author_and_year_of_nobody_is_a_defect():
    document = cited("Fast (Qi, 2020; Poizot and Tarascon, 2000; Nobody et al., 1999).")
    assert [d.code for d in document.defects] == ["citation not found", "reference never cited"]


def test_numbers_out_of_range_and_never_cited_are_defects():
    document = cited("One [1,2,3,4] and [9].")
    assert [(d.code, d.count) for d in document.defects] == [("citation out of range", 1), ("reference never cited", 2)]
    assert "9" in document.defects[0].message


def test_without_a_reference_list_numbers_are_kept_as_printed():
    document = cited("Wang et al. [21] did it.", references=())
    assert numbers(document) == [(21,)]
    assert [d.code for d in document.defects] == ["no reference list"]


WORKS = parse_list(
    [
        "[1] a) Y. Zhang, X. Bu, Small 2017, 23, 19; b) J. Wang, Small 2018, 1, 2; c) H. Li, Small 2019, 3, 44.",
        "[2] X. Chen, Nano Lett. 2014, 3, 17.",
    ]
)


def test_the_works_of_an_entry_are_cited_by_letter_or_all():
    document = cited("Zhang [1a], Wang [1b], two [1a,c], three [1a–c], all [1], both [1,2].", references=WORKS)
    assert [(r.number, r.label, r.authors) for r in document.references[2:]] == [
        (3, "1b", ("Wang",)),
        (4, "1c", ("Li",)),
    ]
    assert numbers(document) == [(1,), (3,), (1, 4), (1, 3, 4), (1, 3, 4), (1, 3, 4, 2)]


def test_a_work_of_an_entry_that_is_never_cited_is_named_by_its_letter():
    document = cited("Only these [1a,b] and [2].", references=WORKS)
    (defect,) = document.defects
    assert (defect.code, defect.message) == ("reference never cited", "In the list, but never cited: 1c.")


def test_duplicates_are_marked_by_what_is_known_when_citations_are():
    known = tuple(replace(r, doi="10.1000/same") if r.number in (2, 5) else r for r in REFERENCES)
    assert [r.same_as for r in cited("One [1].", references=known).references] == [None, None, None, None, 2, None]


def test_labels_count_where_they_are_not_positions():
    references = tuple(replace(r, label=f"[{r.number + 10}]") for r in REFERENCES)
    assert numbers(cited("As in [12].", references=references)) == [(2,)]


def test_a_reference_column_holds_bare_numbers():
    cells = (Text("Sn"), Text("3, 4"))
    table = Table("Table 1", Text("Anodes"), (Text("Anode"), Text("Refs.")), (cells,))
    document = resolve(Document("0", "text", references=REFERENCES, tables=(table,)))
    assert [c.numbers for c in document.tables[0].rows[0][1].citations] == [(3, 4)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wang et al. [1] investigated a core.", (1,)),
        ("Qiet al [2] explored a layer.", (2,)),
        ("It was first reported by Poizot [3] in 2000.", (3,)),
        ("Cui and co-workers built a cell that lived long [1].", (1,)),
        ("Yi Cui's group [1] built a cell.", (1,)),
        ("Wang and co-workers [1] built a cell.", (1,)),
        ("The group of Poizot built a cell (see Ref. [3]).", (3,)),
        ("Adachi and Imanaka (Ref. 4) built a cell.", (4,)),
        ("According to Wang et al. [1] and Qi et al. [2], it works.", (1, 2)),
        ("In 1999, Imanaka varied the phase [4]. It works [1].", (4,)),
        ("Imanaka and Adachi went on. In 1999, they varied the phase [4].", (4,)),
        ("Poizot et al. tried an oxide. The cell held 900 mAh/g [3].", (3,)),
        ("Dendrites are a problem [1,2].", ()),
        ("Li metal is prone to dendrites [1].", ()),
        ("It was made by the Poizot method [3].", ()),
    ],
)
def test_studies_described_by_their_authors(text, named):
    assert named_studies(cited(text)) == named


@given(st.lists(st.text(alphabet="[]()-–,; 0123456789abc.RefsWang", max_size=40), max_size=4), st.integers(0, 6))
def test_what_is_cited_is_in_the_list_or_a_defect(texts, entries):
    document = cited(*texts, references=REFERENCES[:entries])
    found = {number for citation in numbers(document) for number in citation}
    known = {reference.number for reference in document.references}
    assert found <= known or not known
    beyond = [d for d in document.defects if d.code == "citation out of range"]
    printed = {n for text in texts for c in bracketed(Text(text)) for n in c.numbers}
    # Brackets are the style of a text unless another reaches more of the list.
    if printed - known and printed & known == known and known:
        assert beyond


@given(st.text(alphabet="0123456789,;–-abc ", max_size=30))
def test_printed_lists_are_numbers_in_range(printed):
    assert all(0 <= number <= 9999 for number in numbers_in(printed))


def test_names_in_parentheses_are_not_in_the_running_text():
    document = cited("It is fast (Wang et al., 2021; Qi, 2020). Poizot and Tarascon (2000) disagree.")
    assert named_studies(document) == (3,)


def test_captions_describe_no_studies():
    caption = Block("caption", Text("Fig. 1. Reproduced from Wang et al. [1]."))
    document = resolve(Document("0", "text", references=REFERENCES, blocks=(caption,)))
    assert document.blocks[0].text.citations[0].numbers == (1,)
    assert named_studies(document) == ()
