from miner.document import Block, Script, Text
from miner.readers.pdf.metadata import own_authors, own_doi, own_title, own_year


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
