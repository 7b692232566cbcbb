import pytest

from miner.document import Block, Script, Text
from miner.readers.pdf.metadata import own_authors, own_doi, own_journal, own_title, own_year


def test_authors_without_their_marks():
    text = "Ada Wang1,2, Bo Li1 and Chen Xu*"
    scripts = (Script(8, 11, "sup"), Script(18, 19, "sup"))
    assert own_authors([Block("authors", Text(text, scripts))], {}) == ("Ada Wang", "Bo Li", "Chen Xu")


def test_the_printed_title_goes_before_the_metadata():
    assert own_title([Block("title", Text("Anodes of tin†"))], {"Title": "untitled draft of mine"}) == "Anodes of tin"
    assert own_title([], {"Title": "Anodes of tin"}) == "Anodes of tin"
    assert own_title([], {"Title": "paper.docx"}) == ""


def test_doi_and_year():
    lines = ["J. Energy 12 (2024) 1–9", "https://doi.org/10.5555/je.2024.1."]
    assert own_doi(lines) == "10.5555/je.2024.1"
    assert own_year(lines, {}) == 2024
    assert own_year(["Received 3 May 2019; Published: 7 January 2020"], {}) == 2020


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        ("P. Nzer et al. J. Electrochem. Mater. Rev. 8 (2024) 211–236", "J. Electrochem. Mater. Rev."),
        ("Cite this: Chem. Sci., 2020, 11, 37", "Chem. Sci."),
        ("Polymers 2020, 12, 405; doi:10.3390/polym12020405", "Polymers"),
        (
            "Jaradat et al. BMC Complementary and Alternative Medicine (2016) 16:418",
            "BMC Complementary and Alternative Medicine",
        ),
        ("Front. Chem. 8:125.", "Front. Chem."),
        ("Frontiers in Chemistry | www.frontiersin.org 1", "Frontiers in Chemistry"),
        ("Received 21st August 2019", ""),
    ],
)
def test_the_journal_stands_before_year_or_volume(line, journal):
    assert own_journal([line], {}) == journal


def test_a_year_is_no_part_of_a_name_and_not_to_come():
    assert own_year(["kim1993@mail.org", "since the 1990s", "DOI 10.5555/demo.2024.001"], {}) == 2024
    assert own_year(["Received: 1 May 2998"], {"CreationDate": "D:20210304"}) == 2021
    assert own_year([], {}) is None


def test_what_is_printed_counts_before_a_date_of_the_file_that_was_made_up():
    assert own_year(["© 2026 The authors"], {"CreationDate": "D:20000101000000"}) == 2026
    assert own_year(["Batteries by 2050"], {"CreationDate": "D:20240101000000"}) == 2024
