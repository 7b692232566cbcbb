from hypothesis import given
from hypothesis import strategies as st

from miner.readers.text import read_text

PAPER = """Anodes for Solid-State Cells: A Review

Ada Lovelace^{1*} and Lise Meitner²

¹Institute of Cells, Vienna

Date of Acceptance: 20-09-2024

ABSTRACT

Solid-state cells need better
anodes. This review says which.

Keywords: anode, silicon

I. INTRODUCTION

Silicon-based anodes hold 4200 mAh g⁻¹ but their silicon-
based grains swell and lose

Fig. 1. Cracks in silicon: (a) before and (b)

after cycling.

their contact [1].

2.1. Silicon-Based Anodes

See Table 1.

Table 1: Capacities of anodes

Anode	Capacity (mAh g⁻¹)
Silicon	4200

Anode	Capacity (mAh g⁻¹)
Graphite	372

REFERENCES

- [1]. Lovelace, A. (2018). Cracks in the particles of silicon. *Joule*, 3(10),
2322-2333.
- [2]. Meitner, L. (2019). Another work on silicon. *Small*, 17, 1-2.
"""


def blocks(document, kind):
    return [block.text.text for block in document.blocks if block.kind == kind]


def test_front_matter():
    document = read_text(PAPER, "0")
    assert document.title == "Anodes for Solid-State Cells: A Review"
    assert document.authors == ("Ada Lovelace", "Lise Meitner")
    assert document.year == 2024
    assert len(blocks(document, "front")) == 3


def test_headings_give_the_section_of_what_follows():
    document = read_text(PAPER, "0")
    assert [(b.text.text, b.level) for b in document.blocks if b.kind == "heading"] == [
        ("ABSTRACT", 1),
        ("I. INTRODUCTION", 1),
        ("2.1. Silicon-Based Anodes", 2),
        ("REFERENCES", 1),
    ]
    (paragraph,) = [b for b in document.blocks if b.text.text == "See Table 1."]
    assert paragraph.section == ("I. INTRODUCTION", "2.1. Silicon-Based Anodes")


def test_wrapped_and_interrupted_paragraphs_are_whole():
    assert blocks(read_text(PAPER, "0"), "paragraph")[:2] == [
        "Solid-state cells need better anodes. This review says which.",
        "Silicon-based anodes hold 4200 mAh g−1 but their silicon-based grains swell and lose their contact [1].",
    ]


def test_captions_and_figures():
    document = read_text(PAPER, "0")
    assert blocks(document, "caption")[0] == "Fig. 1. Cracks in silicon: (a) before and (b) after cycling."
    assert [figure.label for figure in document.figures] == ["Fig. 1"]


def test_a_table_goes_on_where_its_header_is_printed_again():
    (table,) = read_text(PAPER, "0").tables
    assert (table.label, table.caption.text) == ("Table 1", "Table 1: Capacities of anodes")
    assert [cell.markup for cell in table.header] == ["Anode", "Capacity (mAh g<sup>−1</sup>)"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Silicon", "4200"], ["Graphite", "372"]]


def test_the_reference_list():
    first, second = read_text(PAPER, "0").references
    assert (first.label, first.journal, first.pages) == ("[1]", "Joule", "2322-2333")
    assert second.authors == ("Meitner",)


def test_a_title_and_a_passage():
    document = read_text("Nitrates as additives for lithium\n\nLithium metal holds 3800 mAh g−1. It fails.", "0")
    assert document.title == "Nitrates as additives for lithium"
    assert blocks(document, "paragraph") == ["Lithium metal holds 3800 mAh g−1. It fails."]


def test_markdown():
    typed = "# Title\n\n## Part A\nText with **weight**.\n\n| A | B |\n|---|:-:|\n| 1 | 2 |\n\n### Part B\nMore text.\n"
    document = read_text(typed, "0")
    assert document.title == "Title"
    assert [(b.text.text, b.level) for b in document.blocks if b.kind == "heading"] == [("Part A", 2), ("Part B", 3)]
    assert blocks(document, "paragraph") == ["Text with weight.", "More text."]
    assert [[cell.text for cell in row] for row in document.tables[0].rows] == [["1", "2"]]


def test_lists_without_brackets_and_without_numbers():
    numbered = "Title\n\nText [2].\n\nReferences\n1 J. Park, Nature, 2001, 4, 5.\n2 K. Lee, Small, 2002,\n5, 6.\n"
    assert [r.authors for r in read_text(numbered, "0").references] == [("Park",), ("Lee",)]
    named = (
        "Title\n\nText.\n\nReferences\n\nLee, K. (2002). A title. Small, 5, 6.\n\nPark, J. (2001). Tin. Small, 4, 5."
    )
    assert [r.year for r in read_text(named, "0").references] == [2002, 2001]


@given(st.text(alphabet="aB1.\n #|-\t[]", max_size=120))
def test_any_text_is_read(typed):
    document = read_text(typed, "0")
    assert document.format == "text"


MARKDOWN = """# Tin anodes

Yan Ji

## Abstract

Tin stores 990 mAh g^-1^ [[1](#r1),2] and swells[^2], as [2](#r2) says.

## Cells

- It is cheap.
- It is `heavy`,
  and soft.

> It is a quoted line.

| Anode | V |
|---|---|
| Sn | 0.6 |

**Table 1.** Voltages of anodes.

![Figure 1. A cell of tin.](cell.png)

[^1]: Ji, Y. Tin anodes. Small 2020, 2, 3-9.
[^2]: Lee, A. Zinc anodes. Small 2019, 1, 2-8.
[^3]: Wang, C. Alloys of tin. Small 2018, 3, 11-19.
"""


def test_markdown_notes_are_references_and_citations():
    document = read_text(MARKDOWN, "0")
    assert blocks(document, "paragraph")[0] == "Tin stores 990 mAh g-1 [1,2] and swells[2], as [2] says."
    assert [(r.authors, r.year) for r in document.references] == [(("Ji",), 2020), (("Lee",), 2019), (("Wang",), 2018)]


def test_markdown_items_and_quotations_are_paragraphs():
    found = blocks(read_text(MARKDOWN, "0"), "paragraph")[1:]
    assert found == ["It is cheap.", "It is heavy, and soft.", "It is a quoted line."]


def test_markdown_captions_may_be_bold_below_their_table_or_of_an_image():
    document = read_text(MARKDOWN, "0")
    assert [(t.label, t.caption.text) for t in document.tables] == [("Table 1", "Table 1. Voltages of anodes.")]
    assert [(f.label, f.caption.text) for f in document.figures] == [("Figure 1", "Figure 1. A cell of tin.")]
