from printed_page import HEIGHT, WIDTH
from reportlab.pdfgen.canvas import Canvas

from miner.readers.pdf import read_pdf

ENTRIES = [
    "1. Wang, L.; Li, B. A skin for lithium. Small 2020, 3, 17. [CrossRef]",
    "2. Qi, X.; Xu, C. Wires of silicon. Nano Lett. 2019, 9, 491. [CrossRef]",
    "3. Roe, R. Anodes of tin. Carbon 2018, 4, 5. doi:10.5555/printed",
]


def test_a_doi_behind_an_entry(tmp_path):
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.drawString(50, 700, "A paper on the anodes of batteries")
    canvas.showPage()
    canvas.setFont("Times-Bold", 12)
    canvas.drawString(50, 700, "References")
    canvas.setFont("Times-Roman", 10)
    for i, entry in enumerate(ENTRIES):
        canvas.drawString(50, 670 - 14 * i, entry)
    for i, address in enumerate(("https://doi.org/10.5555/skin%282%29", "https://example.org/wires", "")):
        canvas.linkURL(address, (300, 668 - 14 * i, 340, 678 - 14 * i))
    canvas.save()
    assert [entry.doi for entry in read_pdf(path).references] == ["10.5555/skin(2)", "", "10.5555/printed"]
