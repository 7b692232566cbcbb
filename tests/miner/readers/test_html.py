# ruff: noqa: E501  (pages as publishers write them)
import re
from collections import Counter

import pytest
from lxml import etree
from publisher_pages import MANNERS, set_page

from miner.errors import ReadError
from miner.readers import read
from miner.readers.html import read_html
from miner.readers.jats import read_jats
from miner.sentences import split

FILLER = (
    "Alloys of tin store much lithium but swell by two to three times when they do, which breaks the layer on top. " * 2
)


def page(body, head=""):
    html = f"<!DOCTYPE html><html><head>{head}</head><body><p>{FILLER}</p>{body}</body></html>"
    return read_html(html.encode(), "0", "a.html")


def texts(document, kind):
    return [block.text.markup for block in document.blocks if block.kind == kind]


def cited(document):
    return [(b.text.text[c.start : c.end], c.numbers) for b in document.blocks for c in b.text.citations]


def rows(table):
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def test_the_record_is_that_of_the_tags():
    tags = {"title": "Tin anodes", "doi": "10.1000/tin", "journal_title": "Small", "publication_date": "2021/03/04"}
    head = "".join(f'<meta name="citation_{name}" content="{value}">' for name, value in tags.items())
    head += '<meta name="citation_author" content="Ji, Yan"><meta name="citation_author" content="Ann B. Lee">'
    document = page("<h1>Tin <i>anodes</i></h1>", head)
    assert (document.title, document.authors, document.year) == ("Tin anodes", ("Yan Ji", "Ann B. Lee"), 2021)
    assert (document.doi, document.journal, document.format) == ("10.1000/tin", "Small", "html")


def test_furniture_is_left_out_and_headings_make_sections():
    document = page(
        "<nav><a href='/'>Home</a></nav><div id='cookie-consent'><p>We use cookies.</p></div>"
        "<h2>1. Cells</h2><h3>1.1 Tin</h3><p>It holds 990 mAh g<sup>-1</sup>.</p><h2>2. End</h2><p>Done.</p>"
        "<div class='related-articles'><p>Another paper.</p></div><footer>Publisher</footer>"
    )
    assert texts(document, "paragraph")[1:] == ["It holds 990 mAh g<sup>-1</sup>.", "Done."]
    assert [b.section for b in document.blocks if b.text.text.startswith("It holds")] == [("1. Cells", "1.1 Tin")]


def test_text_in_divisions_and_broken_markup():
    document = page("<div class=NLM_p>It swells much.</p><div class=NLM_p>It cracks.</div><p>Unclosed <sub>2</sub>")
    assert texts(document, "paragraph")[1:] == ["It swells much.", "It cracks.", "Unclosed <sub>2</sub>"]


def test_author_lists_before_the_abstract_are_no_text():
    document = page(
        "<h1>Tin</h1><div>Yan Ji</div><h2>Abstract</h2><p>In short.</p><h2>Introduction</h2><p>" + FILLER + "</p>"
    )
    assert texts(document, "paragraph") == ["In short.", FILLER.strip()]
    assert texts(document, "front")[-1] == "Yan Ji"


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        (  # American Chemical Society: links by `rid`, entries in divisions
            '<p>It swells.<a onclick="show()" rid="ref1"><sup>1</sup></a><sup>,</sup><a rid="ref2"><sup>2</sup></a></p>',
            '<h2>References</h2><ol id="references"><li><a id="ref1"></a>Ji, Y. Tin. <i>Small</i> 2020, 2, 3.</li>'
            '<li><div id="ref2">Lee, A. Zinc. <i>Small</i> 2019, 1, 2. '
            '<a href="https://g">Google Scholar</a></div></li></ol>',
        ),
        (  # Royal Society of Chemistry: links to the anchors of the list
            '<p>It swells.<a href="#cit1"><sup>1</sup></a><sup>,</sup><a href="#cit2"><sup>2</sup></a></p>',
            '<h2>References</h2><ol><li><span id="cit1">Y. Ji, Small, 2020, 2, 3</span> '
            '<a href="https://doi.org/x">CrossRef</a> <a href="/c">CAS</a>.</li><li><span id="cit2">A. Lee, Small, 2019, 1, 2</span></li></ol>',
        ),
        (  # Wiley: whole addresses, names on the items
            '<p>It swells.<sup><a href="https://x.org/1#tin-bib-0001">1</a>,<a href="#tin-bib-0002">2</a></sup></p>',
            '<section class="article-section__references"><h3>Bibliography</h3><ul>'
            '<li data-bib-id="tin-bib-0001">1 Y. Ji, Small 2020, 2, 3.</li><li data-bib-id="tin-bib-0002">2 A. Lee, Small 2019, 1, 2.</li></ul></section>',
        ),
        (  # PubMed Central and Frontiers: divisions under a heading
            '<p>It swells.<sup><a href="#B1">1</a>,<a href="#B2">2</a></sup></p>',
            '<h2>References</h2><div class="ref"><a name="B1"></a>Ji Y. Tin. Small (2020) 2:3.</div>'
            '<div class="ref"><a name="B2"></a>Lee A. Zinc. Small (2019) 1:2.</div>',
        ),
    ],
)
def test_links_into_the_list_are_citations(text, listing):
    document = page(f"<h2>Tin</h2>{text}{listing}")
    assert cited(document) == [("1,2", (1, 2))]
    assert [(r.year, "Google" in r.text, "CAS" in r.text) for r in document.references] == [
        (2020, False, False),
        (2019, False, False),
    ]
    assert not any("2019" in b.text.text for b in document.blocks)


def test_what_a_link_prints_does_not_matter():
    document = page('<p>As Ji says (<a href="#r1">Ji, 2020</a>).</p><h2>References</h2><ul><li id="r1">Ji. A. 2020.</li>'
                    '<li id="r2">Lee. B. 2019.</li></ul>')  # fmt: skip
    assert cited(document) == [("Ji, 2020", (1,))]


def test_a_table_with_spans_caption_and_notes():
    document = page(
        '<div class="table-wrapper"><div class="table-caption"><b>Table 2.</b> Cells of tin.</div><table>'
        '<tr><th rowspan="2">Anode</th><th colspan="2">Capacity</th></tr><tr><th>first</th><th>last</th></tr>'
        '<tr><td>Sn</td><td>990</td><td>600</td></tr></table><div class="foot">At 0.1 C.</div></div>'
    )
    (table,) = document.tables
    assert (table.label, table.caption.text, table.notes.text) == ("Table 2", "Table 2. Cells of tin.", "At 0.1 C.")
    assert rows(table) == [["Anode", "Capacity first", "Capacity last"], ["Sn", "990", "600"]]


def test_a_table_without_a_holder_takes_the_paragraph_above_it():
    document = page(
        "<p>Table 1. Cells.</p><table><tr><td>Anode</td><td>V</td></tr><tr><td>Sn</td><td>0.6</td></tr></table>"
    )
    assert (document.tables[0].caption.text, rows(document.tables[0])[1]) == ("Table 1. Cells.", ["Sn", "0.6"])
    assert len(texts(document, "paragraph")) == 1


def test_figures_have_captions_without_the_viewer_s_links():
    document = page(
        '<figure><img src="f"><figcaption>Fig. 3: A cell.<a href="/">Open in figure viewer</a></figcaption></figure>'
        "<p>The text goes on.</p>"
    )
    assert [(f.label, f.caption.text) for f in document.figures] == [("Fig. 3", "Fig. 3. A cell.")]
    assert texts(document, "paragraph")[1:] == ["The text goes on."]


def test_encodings_as_marked():
    html = f'<html><head><meta charset="iso-8859-1"></head><body><p>25 °C. {FILLER}</p></body></html>'
    assert "25 °C" in texts(read_html(html.encode("latin-1"), "0", "a.html"), "paragraph")[0]


@pytest.mark.parametrize("html", ["<html></html>", "<html><body><p>Not found</p></body></html>", "<html>\0<table><td>"])
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(ReadError, match="HTML article"):
        read_html(html.encode(), "0", "a.html")


def test_the_file_s_content_decides(tmp_path):
    path = tmp_path / "saved.html"
    path.write_text(f"<!doctype html><html><body><h1>Tin</h1><p>{FILLER}</p></body></html>")
    assert (read(path).format, read(path).title) == ("html", "Tin")


def letters(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def contents(document):
    """What two readings of one article must share."""
    paragraphs = [block.text for block in document.blocks if block.kind == "paragraph"]
    found = [("sentence", letters(str(s))) for text in paragraphs for s in split(text)]
    found += [("citation", letters(t.text[c.start : c.end]), c.numbers) for t in paragraphs for c in t.citations]
    found += [("cell", letters(c.text)) for t in document.tables for row in (t.header, *t.rows) for c in row]
    found += [("reference", letters(reference.text)) for reference in document.references]
    return Counter(found)


@pytest.mark.parametrize("manner", MANNERS)
def test_a_page_says_what_its_jats_says(shared, manner):
    for path in sorted((shared / "papers").glob("**/fulltext.xml")):
        jats = read_jats(path.read_bytes(), "0", path.name)
        root = etree.parse(path, etree.XMLParser(load_dtd=False)).getroot()
        article = root if root.tag == "article" else root.find(".//article")
        html = set_page(article, MANNERS[manner], [reference.text for reference in jats.references])
        document = read_html(html.encode(), "0", path.name)
        wanted, got = contents(jats), contents(document)
        assert sum((wanted & got).values()) >= 0.99 * max(wanted.total(), got.total()), path
        assert (document.title, document.authors, document.doi) == (jats.title, jats.authors, jats.doi)


def test_control_characters_are_dropped():
    (paragraph,) = [p for p in texts(page("<p>Silicon\x01 swells&#2; much.</p>"), "paragraph") if "Silicon" in p]
    assert paragraph == "Silicon swells much."
