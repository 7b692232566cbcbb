import pytest

from miner.citations import named_studies, resolve
from miner.errors import ReadError
from miner.readers.jats import read_jats

ARTICLE = """<?xml version="1.0"?>
<!DOCTYPE article [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
<article xmlns:mml="http://www.w3.org/1998/Math/MathML">
<front><journal-meta><journal-title-group><journal-title>Materials</journal-title></journal-title-group>
</journal-meta>
<article-meta><article-id pub-id-type="doi">10.3390/ma1</article-id>
<title-group><article-title>MoS<sub>2</sub> flowers &lol2;<xref ref-type="fn" rid="f">†</xref></article-title>
</title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Ji</surname><given-names>Yan</given-names></name>
</contrib>
</contrib-group><pub-date pub-type="epub"><year>2019</year></pub-date><pub-date pub-type="ppub"><year>2020</year>
</pub-date>
<abstract><p>In short.</p></abstract><abstract abstract-type="toc"><p>Shorter.</p></abstract>
<kwd-group><kwd>anode</kwd><kwd>lithium</kwd></kwd-group></article-meta></front>
<body><sec><label>1.</label><title>Introduction</title>
<p>Flexible cells<sup><xref ref-type="bibr" rid="r1">1</xref>,<xref ref-type="bibr" rid="r2">2</xref></sup> at
 10<sup>&#x2212;4</sup> S cm<sup>&#x2212;1</sup>. Wood et al. [<xref ref-type="bibr" rid="r1">1</xref>&#x2013;<xref
 ref-type="bibr" rid="r3">3</xref>] agree.<list><list-item><p>One.</p></list-item><list-item><p>Two.</p>
</list-item></list>
 The end.</p>
<sec><title>Cells</title>
<p>Long life.<xref ref-type="bibr" rid="r1">1</xref>&#x2013;<xref ref-type="bibr" rid="r3">3</xref></p>
<p>Twice.<sup><xref ref-type="bibr" rid="r1">1</xref></sup><sup><xref ref-type="bibr" rid="r2">2</xref></sup></p>
<p><inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula>
</p></sec>
<fig><label>Figure 1</label><caption><p>A cell.</p></caption></fig>
<table-wrap><label>Table 1</label><caption><p>Data.</p></caption><table><thead>
<tr><th rowspan="2">Anode</th><th colspan="2">Capacity</th></tr><tr><th>first</th><th>last</th></tr></thead>
<tbody><tr><td rowspan="2">Sn</td><td>990<break/>980</td><td>600</td></tr><tr><td>970</td><td>500</td></tr></tbody>
</table>
<table-wrap-foot><p>At 0.1 C.</p></table-wrap-foot></table-wrap></sec></body>
<back><ack><p>Thanks.</p></ack><ref-list>
<ref id="r1"><label>1.</label><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>Wood</surname><given-names>D.</given-names></name><etal/></person-group>
<article-title>Cost of cells</article-title>
<source>J. Power Sources</source><year>2015</year><volume>275</volume><fpage>234</fpage><lpage>242</lpage>
<pub-id pub-id-type="doi">10.1016/j.x</pub-id></element-citation></ref>
<ref id="r2"><label>2.</label><mixed-citation publication-type="journal"><name><surname>Franz</surname>
<given-names>CM</given-names></name>. <article-title>Oils</article-title>. <source>Flavour Fragr J</source>.
 <year>2010</year>; <volume>25</volume>: <elocation-id>112</elocation-id>.</mixed-citation></ref>
<ref id="r3"><label>3.</label>
<mixed-citation publication-type="other">Lv, M. &amp; Li, X. Organic compounds for cathodes.
 Sci. Rep. 6, 23515 (2016).</mixed-citation></ref></ref-list></back></article>"""


@pytest.fixture(scope="module")
def document():
    return read_jats(ARTICLE.encode(), "0", "a.xml")


def texts(document, kind):
    return [block.text.markup for block in document.blocks if block.kind == kind]


def test_bibliographic_record(document):
    assert (document.authors, document.year, document.doi) == (("Yan Ji",), 2020, "10.3390/ma1")
    assert document.journal == "Materials"


def test_entities_are_not_expanded(document):
    assert document.title == "MoS2 flowers &lol2;"


def test_sections_and_their_paragraphs(document):
    assert texts(document, "heading") == ["Abstract", "1. Introduction", "Cells", "Acknowledgements"]
    assert [b.section for b in document.blocks if b.text.text == "Long life.1–3"] == [("1. Introduction", "Cells")]
    assert texts(document, "front") == ["Keywords: anode; lithium", "Shorter."]


def test_scripts_and_lists(document):
    first, one, two = texts(document, "paragraph")[1:4]
    assert first.startswith(
        "Flexible cells<sup>1,2</sup> at 10<sup>−4</sup> S cm<sup>−1</sup>. Wood et al. [1–3] agree."
    )
    assert (one, two) == ("One.", "Two.")
    assert texts(document, "paragraph")[-2] == "x<sup>2</sup>"


def test_linked_citations_with_ranges_filled(document):
    cited = [(b.text.text[c.start : c.end], c.numbers) for b in document.blocks for c in b.text.citations]
    assert cited == [("1,2", (1, 2)), ("[1–3]", (1, 2, 3)), ("1–3", (1, 2, 3)), ("1,2", (1, 2))]
    assert texts(document, "paragraph")[4] == "Long life.<sup>1–3</sup>"


def test_resolving_keeps_links_and_marks_named_studies(document):
    assert named_studies(resolve(document)) == (1, 2, 3)


def test_spanning_cells_are_spread(document):
    (table,) = document.tables
    assert (table.label, table.caption.text, table.notes.text) == ("Table 1", "Table 1. Data.", "At 0.1 C.")
    assert [cell.text for cell in table.header] == ["Anode", "Capacity first", "Capacity last"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Sn", "990\n980", "600"], ["Sn", "970", "500"]]


def test_references_tagged_and_untagged(document):
    tagged, mixed, untagged = document.references
    assert (tagged.authors, tagged.journal, tagged.pages, tagged.doi) == (
        ("Wood",),
        "J. Power Sources",
        "234–242",
        "10.1016/j.x",
    )
    assert (mixed.text, mixed.pages) == ("Franz CM. Oils. Flavour Fragr J. 2010; 25: 112.", "112")
    assert (untagged.authors, untagged.journal, untagged.year, untagged.label) == (
        ("Lv", "Li"),
        "Sci. Rep.",
        2016,
        "3.",
    )


def test_the_start_of_a_journal_tagged_as_the_end_of_the_title():
    entry = (
        "<article><back><ref-list><ref><mixed-citation publication-type='journal'><name><surname>Liu</surname></name>"
        "<article-title>Layers of MoS<sub>2</sub> for batteries. <italic>Part. Part. Syst</italic></article-title>. "
        "<source>Charact</source>. <volume>32</volume></mixed-citation></ref></ref-list></back></article>"
    )
    (reference,) = read_jats(entry.encode(), "0", "a.xml").references
    assert (reference.title, reference.journal) == ("Layers of MoS2 for batteries", "Part. Part. Syst. Charact")


def test_damaged_xml_is_read_as_far_as_it_goes():
    document = read_jats(ARTICLE[: ARTICLE.index("<fig>")].encode(), "0", "a.xml")
    assert document.title
    assert [defect.code for defect in document.defects] == ["damaged XML"]


def test_other_xml_is_refused():
    with pytest.raises(ReadError, match=r"a\.xml is no PDF"):
        read_jats(b"<svg/>", "0", "a.xml")


def test_all_shared_articles_are_read(shared):
    for path in sorted((shared / "papers").glob("**/fulltext.xml")):
        document = read_jats(path.read_bytes(), "0", path.name)
        assert document.title
        assert document.references
        assert all(len(row) == len(table.header) for table in document.tables for row in table.rows)
