# ruff: noqa: E501  (pages as publishers write them)
"""Articles of PubMed Central set as pages in the manner of three groups of publishers, with their furniture."""

from dataclasses import dataclass
from html import escape

from lxml import etree

from miner.readers.jats.inline import plain_text


@dataclass(frozen=True)
class Manner:
    """How a publisher sets a page: `{}` takes the content, `{id}` an identifier."""

    page: str
    paragraph: str
    link: str
    figure: str
    table: str
    listing: str
    entry: str


FURNITURE = (
    "<div class='cookie-banner'><p>We use cookies to make the site work. Do you accept?</p></div>"
    "<nav><ul><li><a href='/'>Home</a></li></ul></nav>"
)
NATURE = Manner(
    "<body>" + FURNITURE + "<main><article><header><h1>{title}</h1></header>{body}</article></main>"
    "<aside><h2>Similar content</h2><p>Another paper on cells that others read.</p></aside></body>",
    "<p>{}</p>",
    '<a data-track="click" href="/articles/x#ref-CR{id}" title="Some title">{}</a>',
    '<div class="c-article-section__figure"><figure><figcaption><b>{label}: {head}</b></figcaption>'
    '<div><p>{rest}</p></div><a href="/f">Full size image</a></figure></div>',
    '<figure class="c-article-table"><figcaption><b>{label}. {head}</b></figcaption>{grid}<div class="notes">'
    '<p>{foot}</p></div><a href="/t">Full size table</a></figure>',
    '<section><h2>References</h2><ol class="c-article-references">{}</ol></section>',
    '<li><p id="ref-CR{id}">{}</p><p class="links"><a href="https://s">Google Scholar</a></p></li>',
)
ELSEVIER = Manner(
    "<body>" + FURNITURE + '<div class="Article"><h1><span class="title-text">{title}</span></h1>{body}</div>'
    '<div class="related-content"><h2>Recommended articles</h2><p>Another paper.</p></div></body>',
    '<div class="u-margin-s-bottom">{}</div>',
    '<a class="anchor" href="#bib{id}" name="bbib{id}"><span class="anchor-text">{}</span></a>',
    '<figure class="figure"><img src="f.png"><ol class="links-for-figure"><li><a>Download: Download full-size image</a>'
    '</li></ol><span class="captions"><p>{label}. {head} {rest}</p></span></figure>',
    '<div class="tables"><span class="captions"><p><span class="label">{label}</span>. {head}</p></span>'
    "<div>{grid}</div><p>{foot}</p></div>",
    '<section class="bibliography"><h2>References</h2><dl class="references">{}</dl></section>',
    '<dt class="label"><a href="#bbib{id}">[{id}]</a></dt><dd id="bib{id}">{}<a href="https://g">View in Scopus</a></dd>',
)
MDPI = Manner(
    "<body>"
    + FURNITURE
    + '<div class="middle-column"><h1>{title}</h1><div class="html-body">{body}</div></div></body>',
    '<div class="html-p">{}</div>',
    '<a href="#B{id}-materials-13" class="html-bibr">{}</a>',
    '<div class="html-fig-wrap"><div class="html-fig_description"><b>{label}.</b> {head} {rest}</div></div>',
    '<div class="html-table-wrap"><div class="html-table_wrap_td">{label}. {head}</div>{grid}'
    '<div class="html-table_foot">{foot}</div></div>',
    '<section id="html-references_list"><h2>References</h2><ol class="html-xx">{}</ol></section>',
    '<li id="B{id}-materials-13">{} [<a href="https://g">Google Scholar</a>] [<a href="https://d">CrossRef</a>]</li>',
)
MANNERS = {"nature": NATURE, "elsevier": ELSEVIER, "mdpi": MDPI}
_TAGS = {"italic": "i", "bold": "b", "sub": "sub", "sup": "sup", "break": "br"}
_GROUPS = {
    "body",
    "back",
    "notes",
    "floats-group",
    "app-group",
    "fn-group",
    "fig-group",
    "glossary",
    "boxed-text",
    "def-list",
}
_CELLS = {"table", "thead", "tbody", "tr", "td", "th"}


class _Setter:
    def __init__(self, article, manner):
        self.manner = manner
        self.ids = {}
        for number, ref in enumerate(article.findall("back//ref"), 1):
            self.ids |= {part.get("id"): number for part in ref.iter() if part.get("id")}

    def inline(self, element):
        out = escape(element.text or "")
        for child in element:
            out += self.child(child) + escape(child.tail or "")
        return out

    def child(self, child):
        tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if tag == "xref" and child.get("ref-type") == "bibr":
            number = self.ids.get((child.get("rid") or "").split()[0])
            return self.manner.link.replace("{id}", str(number)).replace("{}", self.inline(child))
        if tag in ("fig", "table-wrap", "list", "graphic", "label", "object-id", "tex-math", ""):
            return ""
        inner = self.inline(child)
        if tag == "break":
            return "<br>"
        return f"<{_TAGS[tag]}>{inner}</{_TAGS[tag]}>" if tag in _TAGS else inner

    def block(self, element, depth):
        tag = element.tag
        if tag in ("sec", "ack", "app", "abstract") or (tag in _GROUPS and element.find("title") is not None):
            return self.section(element, depth)
        if tag == "p":
            inside = "".join(self.block(part, depth) for part in element.iter("fig", "table-wrap", "list"))
            return self.manner.paragraph.replace("{}", self.inline(element)) + inside
        if tag in ("disp-formula", "def-item", "supplementary-material"):
            return self.manner.paragraph.replace("{}", self.inline(element)) if tag != "supplementary-material" else ""
        if tag == "list":
            return "<ul>" + "".join(f"<li>{self.inline(p)}</li>" for p in element.iter("p")) + "</ul>"
        if tag in ("fig", "table-wrap"):
            return self.float(element)
        return "".join(self.block(part, depth) for part in element) if tag in _GROUPS else ""

    def section(self, element, depth):
        title = element.find("title")
        name = "Abstract" if element.tag == "abstract" else "Acknowledgements" if element.tag == "ack" else ""
        label = plain_text(element.find("label"))
        head = f"{label} {self.inline(title)}".strip() if title is not None else name
        inner = "".join(self.block(part, depth + 1) for part in element if part.tag not in ("title", "label"))
        return f"<section><h{depth}>{head}</h{depth}>{inner}</section>"

    def float(self, element):
        parts = [self.inline(part) for part in element.findall("caption/*")]
        values = {
            "{label}": plain_text(element.find("label")).rstrip(".:"),
            "{head}": parts[0] if parts else "",
            "{rest}": " ".join(parts[1:]),
            "{grid}": "".join(self.grid(table) for table in element.iter("table")),
            "{foot}": " ".join(self.inline(p) for foot in element.findall("table-wrap-foot") for p in foot.iter("p")),
        }
        out = self.manner.figure if element.tag == "fig" else self.manner.table
        for name, value in values.items():
            out = out.replace(name, value)
        return out

    def grid(self, element):
        if element.tag not in _CELLS:
            return ""
        spans = "".join(f' {name}="{element.get(name)}"' for name in ("colspan", "rowspan") if element.get(name))
        is_cell = element.tag in ("td", "th")
        inner = self.inline(element) if is_cell else "".join(self.grid(part) for part in element)
        return f"<{element.tag}{spans}>{inner}</{element.tag}>"


def set_page(article, manner, entries):
    """An `<article>` as a publisher's page; `entries` are the texts of its references."""
    setter = _Setter(article, manner)
    title = article.find("front/article-meta/title-group/article-title")
    parts = [
        *article.findall("front/article-meta/abstract"),
        article.find("body"),
        *article.findall("back"),
        *article.findall("floats-group"),
    ]
    body = "".join(setter.block(part, 2) for part in parts if part is not None and not part.get("abstract-type"))
    listed = "".join(
        manner.entry.replace("{id}", str(number)).replace("{}", escape(text)) for number, text in enumerate(entries, 1)
    )
    page = manner.page.replace("{title}", setter.inline(title))
    page = page.replace("{body}", body + manner.listing.replace("{}", listed))
    meta = "".join(
        f'<meta name="citation_author" content="{escape(plain_text(c.find("name/surname")))}, '
        f'{escape(plain_text(c.find("name/given-names")))}">'
        for c in article.iter("contrib")
        if c.get("contrib-type") == "author" and c.find("name") is not None
    )
    doi = plain_text(article.find("front/article-meta/article-id[@pub-id-type='doi']"))
    meta += (
        f'<meta name="citation_title" content="{escape(plain_text(title))}"><meta name="citation_doi" content="{doi}">'
    )
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{meta}</head>{page}</html>'
