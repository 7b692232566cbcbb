"""A page as a tree without its furniture: menus, notices of cookies, teasers, tools."""

from __future__ import annotations

import re

from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue]

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SILENT = (
    "script",
    "style",
    "noscript",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "input",
    "select",
    "svg",
    "iframe",
    *("template", "dialog", "object", "audio", "video", "img", "picture", "hr", "textarea", "canvas"),
)
_ROLES = {"navigation", "banner", "search", "complementary", "contentinfo", "dialog", "menu", "menubar", "toolbar"}
# Words in the classes and identifiers of what is no part of the article.
_FURNITURE = re.compile(
    r"cookie|cookies|consent|breadcrumb|breadcrumbs|nav|navbar|navigation|menu|sidebar|related|recommend|"
    r"recommended|recommendations|share|sharing|social|metrics|altmetric|altmetrics|advert|advertisement|"
    r"ads|promo|newsletter|toolbar|footer|toc|login|popup|modal|tooltip|skip|masthead|download|downloads|"
    r"survey|subscribe|citedby"
)
_MAIN = ".//main | .//article | .//*[@role='main'] | .//*[@itemprop='articleBody']"
_SHARE = 0.7  # of the page's paragraphs: what holds so much is the article


def parsed(content: bytes) -> etree._Element | None:
    """The page's tree, its encoding as marked, else UTF-8, else Windows-1252; None where there is none."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decoded(content)).replace("\0", "")
    try:
        return html.document_fromstring(
            text, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _decoded(content: bytes) -> str:
    marked = _CHARSET.search(content[:4096])
    for encoding in ("utf-8-sig", marked[1].decode() if marked else "utf-8"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


def words(element: etree._Element) -> set[str]:
    """The words of an element's classes, identifier and role."""
    names = " ".join(element.get(name) or "" for name in ("class", "id", "role", "data-type"))
    return set(re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", names).lower()))


def prose(element: etree._Element) -> int:
    """How many characters stand in paragraphs, or in the divisions that some publishers use as such."""
    inside = (part for part in element.iter("p", "div") if part.tag == "p" or (part.text or "").strip())
    return sum(len("".join(part.itertext())) for part in inside if part.find("div") is None)


def main_part(page: etree._Element) -> etree._Element:
    """The smallest part that holds most of the page's paragraphs, without furniture."""
    body = page.find("body")
    whole = prose(body)
    for element in [e for e in body.iter() if isinstance(e.tag, str)]:
        if element is not body and _is_furniture(element) and prose(element) < 0.5 * whole:
            remove(element)
    whole = prose(body)
    parts = [part for part in body.xpath(_MAIN) if prose(part) >= _SHARE * whole and _has_list(part) >= _has_list(body)]
    return parts[-1] if parts else body


def _has_list(part: etree._Element) -> bool:
    """Whether a reference list may be inside."""
    return any(
        words(element) & {"references", "bibliography", "biblist", "reflist"} for element in part.iter("*")
    ) or any(
        "".join(heading.itertext()).strip().lower().startswith(("references", "bibliography"))
        for heading in part.iter("h1", "h2", "h3", "h4")
    )


def _is_furniture(element: etree._Element) -> bool:
    if element.tag in _SILENT or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    is_hidden = re.search(r"display\s*:\s*none", element.get("style") or "")
    return bool(is_hidden) or (element.tag != "a" and any(_FURNITURE.fullmatch(word) for word in words(element)))


def remove(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
