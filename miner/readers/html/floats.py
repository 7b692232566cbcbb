"""Figures and tables of a page, each with its label, caption and notes, in the terms of JATS."""

from __future__ import annotations

import re

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.readers.html.page import words
from miner.readers.pieces import CAPTION

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CAPTIONS = {"caption", "captions", "legend", "figcaption"}
_OUT = 4  # levels from a table out to what holds its caption
# Links of the page's viewer under a figure or table.
_TOOLS = re.compile(
    r"\W*(?:(?:download|open|view|see|show|full|enlarge|powerpoint|expand|high.res|zoom|export)\b.{0,60}|.{0,20}full.size.{0,20})",
    re.IGNORECASE,
)


def place_floats(main: etree._Element) -> None:
    """Turn tables of data and figures into `<table-wrap>` and `<fig>`, where they stand."""
    for table in list(main.iter("table")):
        if _is_data(table):
            _wrap(table)
    for figure in [e for e in main.iter("figure", "div", "section") if _is_figure(e)]:
        if figure.getparent() is not None and not any(a.tag in ("fig", "table-wrap") for a in figure.iterancestors()):
            _figure(figure)


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds cells, and is none that only lays out the page."""
    rows = list(table.iter("tr"))
    widest = max((len(row.findall("td")) + len(row.findall("th")) for row in rows), default=0)
    return len(rows) > 1 and widest > 1 and table.find(".//table") is None and table.find(".//h2") is None


def _wrap(table: etree._Element) -> None:
    _mark_head(table)
    box = _holder(table)
    before, after = _around(box, table) if box is not None else (_caption_above(table), [])
    own = table.find("caption")
    if own is not None:
        before = [*before, own]
    out = etree.Element("table-wrap")
    _add_caption(out, before)
    place = table if box is None else box
    place.getparent().replace(place, _with_tail(out, place))
    table.tail = None
    out.append(table)
    if after:
        foot = etree.SubElement(out, "table-wrap-foot")
        for part in after:
            _rename(part, "p")
            foot.append(part)
    for part in before:
        if part.getparent() is not None and part.getparent() is not out.find("caption"):
            part.getparent().remove(part)


def _mark_head(table: etree._Element) -> None:
    """Rows of header cells before the first row of data are the head, where no head is marked."""
    if table.find("thead") is not None:
        return
    head = etree.Element("thead")
    for row in list(table.iter("tr")):
        if row.find("td") is not None:
            break
        head.append(row)
    if len(head):
        table.insert(0, head)


def _holder(table: etree._Element) -> etree._Element | None:
    """What holds the table with its caption, and no other table and no running text."""
    found = None
    for at, above in zip(range(_OUT), table.iterancestors(), strict=False):
        if above.tag in ("body", "main", "article") or len(above.findall(".//table")) > 1 or at > _OUT:
            break
        outside = _text(above)[:400]
        if above.tag == "figure" or (
            CAPTION.match(outside) and words(above) & {"table", "tables", "tbl", "tw", "float"}
        ):
            found = above
    return found


def _around(box: etree._Element, table: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    """The parts of a box before and after its table, the innermost that hold text."""
    before, after, seen = [], [], False
    for part in _leaves(box, table):
        if part is table:
            seen = True
        elif _text(part) and not _TOOLS.fullmatch(_text(part)):
            is_caption = not seen or part.tag == "figcaption"
            (before if is_caption else after).append(part)
    return before, after


def _leaves(box: etree._Element, table: etree._Element) -> list[etree._Element]:
    out = []
    for child in box:
        if child is table or not isinstance(child.tag, str):
            out += [table] if child is table else []
        elif table in child.iterdescendants() or (not (child.text or "").strip() and child.find(".//p") is not None):
            out += _leaves(child, table)
        else:
            out.append(child)
    return out


def _caption_above(table: etree._Element) -> list[etree._Element]:
    """A paragraph with a table's label right before it."""
    before = table.getprevious()
    is_caption = (
        before is not None and before.tag not in _HEADINGS and re.match(r"\s*tab", _text(before), re.IGNORECASE)
    )
    return [before] if is_caption and CAPTION.match(_text(before)) else []


def _is_figure(element: etree._Element) -> bool:
    if element.tag == "figure":
        return element.find(".//table") is None and bool(_caption_of(element))
    return (
        bool(words(element) & {"figure", "fig", "scheme"}) and bool(_caption_of(element)) and len(_text(element)) < 4000
    )


def _caption_of(figure: etree._Element) -> list[etree._Element]:
    """The parts of a figure that are its caption: the one so called, or all that begins with its label."""
    inner = next(iter(figure.iter("figcaption")), None)
    if inner is None:
        inner = next((e for e in figure.iterdescendants("div", "p", "section", "span") if words(e) & _CAPTIONS), None)
    if inner is not None:
        label = next((e for e in figure.iterdescendants() if _is_label(e) and inner not in e.iterancestors()), None)
        outside = label is not None and inner not in label.iterancestors() and not CAPTION.match(_text(inner))
        inside = {id(part) for part in inner.iter("p")}
        more = [p for p in figure.iter("p") if figure.tag == "figure" and id(p) not in inside and inner not in p.iter()]
        more = [p for p in more if not _TOOLS.fullmatch(_text(p)) and _text(p)]
        return [*([label] if label is not None and outside else []), inner, *more]
    return [figure] if CAPTION.match(_text(figure)) else []


def _is_label(element: etree._Element) -> bool:
    return bool(re.fullmatch(r"(?:fig(?:ure)?|scheme|chart)\.?\s*S?\d{1,3}[a-z]?[.:]?", _text(element), re.IGNORECASE))


def _figure(figure: etree._Element) -> None:
    out = etree.Element("fig")
    _add_caption(out, _caption_of(figure))
    figure.getparent().replace(figure, _with_tail(out, figure))


def _add_caption(out: etree._Element, parts: list[etree._Element]) -> None:
    """Label and caption out of the parts that hold them; the label is taken off the first words."""
    caption = etree.Element("caption")
    for part in parts:
        for tool in [e for e in part.iterdescendants("a", "div", "span", "p") if _TOOLS.fullmatch(_text(e))]:
            if tool.getparent() is not None:
                tool.getparent().remove(tool)
        inner = [e for e in part if e.tag in ("p", "div", *_HEADINGS)] if not (part.text or "").strip() else []
        for paragraph in inner or [part]:
            paragraph.tail = None
            _rename(paragraph, "p")
            caption.append(paragraph)
    match = re.match(
        r"((?:fig(?:ure)?|tab(?:le)?|scheme|chart)\.?\s*(?:S?\d{1,3}[a-z]?|[IVX]+\b))[.:|]?\s*",
        _text(caption),
        re.IGNORECASE,
    )
    if match:
        _cut(caption, match.end())
        etree.SubElement(out, "label").text = match[1]
    out.append(caption)


def _cut(element: etree._Element, count: int) -> None:
    """Take the first `count` characters off, white space counted once."""
    for part in element.iter():
        for name in ("text", "tail"):
            if name == "tail" and part is element:
                continue
            printed = getattr(part, name) or ""
            while count and printed:
                step = re.match(r"\s+|\S", printed)
                count -= 0 if not printed.strip() and not step else (1 if step else 0)
                printed = printed[step.end() :] if step else ""
            setattr(part, name, printed)
            if not count:
                return


def _rename(element: etree._Element, tag: str) -> None:
    element.tag = tag


def _with_tail(new: etree._Element, old: etree._Element) -> etree._Element:
    new.tail, old.tail = old.tail, None
    return new


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
