import pypdfium2 as pdfium
import pytest

from miner.readers.pdf.legible import is_language

GIBBERISH = (
    ")XUWKHUPRUH HPSOR\\LQJ FXWWLQJHGJH DQDO\\WLFDOPHWKRGVOLNH LQ VLWX PLFURVFRS\\ DQG VSHFWURVFRS\\ LV RIIHULQJ " * 4
)
REFERENCES = "Nzereogu, P. U., Omah, A. D. & Iwuoha, E. Appl. Surf. Sci. Adv. 9, 100233 (2022). Xu, W. et al. " * 4
GERMAN = "Die Zinnanode speichert viel Lithium, dehnt sich dabei aber stark aus und bricht nach wenigen Zyklen. " * 4


@pytest.mark.parametrize(
    "text", [REFERENCES, GERMAN, "E = E0 + kT ln(c1/c2) " * 20, "锂离子电池的负极材料" * 40, "Fig. 3"]
)
def test_text_of_any_kind_is_language(text):
    assert is_language(text)


@pytest.mark.parametrize("text", [GIBBERISH, "\uf041\uf042\uf043 " * 50])
def test_codes_of_a_font_without_names_are_not(text):
    assert not is_language(text)


def test_all_pages_of_real_papers_are_language(shared):
    for path in sorted((shared / "papers").glob("**/PMC*/*.pdf")):
        with pdfium.PdfDocument(path) as document:
            for page in document:
                assert is_language(page.get_textpage().get_text_range()), (path, page)
