from printed_page import BOLD, ROMAN, column, pdf

from miner.readers.pdf import read_pdf

PLACES = [f"{n} Department of Materials, University of the Cells and Electrodes, Town {n}" for n in range(1, 9)]
PROSE = ["Lithium metal grows dendrites on charging, and silicon swells when it takes up lithium."] * 12


def test_affiliations_are_no_abstract_where_one_is_named(tmp_path):
    path = pdf(
        tmp_path / "paper.pdf",
        [
            (80, 80, "Anodes of silicon and of lithium metal", ROMAN, 16),
            (80, 110, "Ada Wang and Bo Li", ROMAN, 11),
            *column(80, 140, PLACES, size=9),
            (80, 270, "Abstract", BOLD, 10),
            *column(80, 290, PROSE[:6], size=9),
            (80, 400, "1. Introduction", BOLD, 12),
            *column(80, 430, PROSE),
        ],
    )
    document = read_pdf(path)
    kinds = {block.text.text[:8]: block.kind for block in document.blocks}
    assert kinds["1 Depart"] == "front"
    assert {b.section for b in document.blocks if b.kind == "paragraph"} == {("Abstract",), ("1. Introduction",)}
