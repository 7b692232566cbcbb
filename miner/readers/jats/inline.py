"""Running text of JATS: characters with their scripts and the citations that the publisher linked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from miner.document import Citation, Script, Text
from miner.readers.notation import read_notation

Numbers = Mapping[str, int]
"""The positions of references by the identifiers that cross-references use."""

_ASIDE = {"fig", "fig-group", "table-wrap", "table-wrap-group", "list", "def-list", "boxed-text", "fn"}
_SILENT = {
    *("label", "graphic", "inline-graphic", "object-id", "hr", "alt-text", "long-desc", "annotation", "pub-id"),
    "supplementary-material",  # a file, not text
}
_FIXED = {"break": "\u2028", "etal": "et al."}
_BETWEEN = {"p": " ", "title": " ", "term": ": ", "list-item": " ", "surname": " ", "name": ", ", "string-name": ", "}
_JOINTS = re.compile(r"[\s,;]*(?:[-–—−‐‑][\s,;]*)?")


@dataclass(frozen=True, slots=True)
class _Run:
    characters: str
    kind: str | None = None
    cited: tuple[int, ...] = ()


def plain_text(element: etree._Element | None) -> str:
    """The characters of an element, white space collapsed; "" for no element."""
    return "" if element is None else _text(_runs(element, None, {}, None)).text


def inline_text(element: etree._Element, numbers: Numbers, aside: list[etree._Element] | None = None) -> Text:
    """The text of an element; figures, tables and lists inside of it go to `aside`. A `<break>` is a line feed."""
    return _linked(_text(_runs(element, None, numbers, aside)))


def _runs(
    element: etree._Element, kind: str | None, numbers: Numbers, aside: list[etree._Element] | None
) -> Iterator[_Run]:
    yield _Run(element.text or "", kind)
    for child in element:
        yield from _child_runs(child, kind, numbers, aside)
        yield _Run(child.tail or "", kind)


def _child_runs(
    child: etree._Element, kind: str | None, numbers: Numbers, aside: list[etree._Element] | None
) -> Iterator[_Run]:
    tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
    if not tag:
        yield _Run(html.unescape(child.text or "") if isinstance(child, etree._Entity) else "", kind)
    elif tag in _ASIDE and aside is not None:
        aside.append(child)
    elif tag in _SILENT or tag in _ASIDE:
        return
    elif tag in _FIXED:
        yield _Run(_FIXED[tag], kind)
    elif tag == "tex-math":
        yield from _tex_runs(child, kind)
    elif tag == "alternatives" and (chosen := _readable(child)) is not None:
        yield from _child_runs(chosen, kind, numbers, aside)
    elif tag == "xref" and child.get("ref-type") == "bibr":
        cited = tuple(numbers[rid] for rid in (child.get("rid") or "").split() if rid in numbers)
        for run in _runs(child, kind, numbers, aside):
            yield _Run(run.characters, run.kind, cited)
    elif tag in ("msub", "msup", "msubsup", "mfrac"):
        yield from _math_runs(child, tag, kind, numbers)
    else:
        yield from _runs(child, {"sub": "sub", "sup": "sup"}.get(tag, kind), numbers, aside)
        if not (child.tail or "").strip() and child.getnext() is not None:
            yield _Run(_BETWEEN.get(tag, ""), kind)


def _readable(alternatives: etree._Element) -> etree._Element | None:
    """Of several forms of a formula the one that reads best: MathML, then TeX."""
    tags = {etree.QName(child).localname: child for child in alternatives if isinstance(child.tag, str)}
    return next((tags[tag] for tag in ("math", "textual-form", "tex-math") if tag in tags), None)


def _math_runs(child: etree._Element, tag: str, kind: str | None, numbers: Numbers) -> Iterator[_Run]:
    parts = list(child)
    kinds = {"msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup"), "mfrac": (kind,)}[tag]
    for index, part in enumerate(parts[:3]):
        if index and tag == "mfrac":
            yield _Run("/", kind)
        yield from _child_runs(part, kinds[index - 1] if index and index <= len(kinds) else kind, numbers, None)


def _tex_runs(child: etree._Element, kind: str | None) -> Iterator[_Run]:
    """TeX between dollar signs, without the preamble that some publishers put around each formula."""
    source = re.search(r"\$+(.+?)\$+", child.text or "", re.DOTALL)
    text = read_notation(f"${source[1].strip()}$") if source else Text("")
    at = 0
    for script in text.scripts:
        yield _Run(text.text[at : script.start], kind)
        yield _Run(text.text[script.start : script.end], script.kind)
        at = script.end
    yield _Run(text.text[at:], kind)


def _text(runs: Iterator[_Run]) -> Text:
    """One text out of runs: white space collapsed, scripts and citations by offset."""
    out = ""
    scripts: list[Script] = []
    citations: list[Citation] = []
    for run in runs:
        characters = re.sub(r"[^\S\u2028]+", " ", run.characters)
        characters = characters.lstrip(" ") if not out or out[-1] in " \u2028" else characters
        if (
            run.cited
            and characters
            and citations
            and citations[-1].end == len(out)
            and citations[-1].numbers != run.cited
        ):
            characters = "," + characters  # two links that touch, as in "<sup>1</sup><sup>2</sup>"
        start, out = len(out), out + characters
        if run.kind and characters.strip():
            _extend(scripts, Script(start, len(out), "sub" if run.kind == "sub" else "sup"))
        if run.cited and characters.strip():
            if citations and citations[-1].end == start and citations[-1].numbers == run.cited:
                start = citations.pop().start
            citations.append(Citation(start, len(out), run.cited))
    end = len(out.rstrip())
    kept = [Script(s.start, min(s.end, end), s.kind) for s in scripts if s.start < end]
    return Text(out[:end].replace("\u2028", "\n"), tuple(kept), (), tuple(c for c in citations if c.start < end))


def _extend(scripts: list[Script], script: Script) -> None:
    if scripts and scripts[-1].end == script.start and scripts[-1].kind == script.kind:
        scripts[-1] = Script(scripts[-1].start, script.end, script.kind)
    else:
        scripts.append(script)


def _linked(text: Text) -> Text:
    """Neighbouring links as one citation, ranges filled; numbers printed without brackets after a word are raised."""
    groups: list[Citation] = []
    for citation in text.citations:
        between = text.text[groups[-1].end : citation.start] if groups else ""
        is_numbered = len(text.text[citation.start : citation.end].strip("[]() ")) < 4  # and no year
        if not groups or not is_numbered or not _JOINTS.fullmatch(between):
            groups.append(citation)
            continue
        last = groups.pop()
        is_range = bool(re.search(r"[-–—−‐‑]", between)) and last.numbers[-1] < citation.numbers[0]
        middle = tuple(range(last.numbers[-1] + 1, citation.numbers[0])) if is_range else ()
        groups.append(Citation(last.start, citation.end, last.numbers + middle + citation.numbers))
    raised = [Script(g.start, g.end, "sup") for g in groups if _is_raised(text, g)]
    scripts = sorted({*text.scripts, *raised}, key=lambda script: script.start)
    return Text(text.text, tuple(scripts), text.lines, tuple(_with_brackets(text.text, group) for group in groups))


def _is_raised(text: Text, citation: Citation) -> bool:
    """RSC's files have superscript citations as bare numbers."""
    printed, before = text.text[citation.start : citation.end], text.text[citation.start - 1 : citation.start]
    is_bare = bool(before) and not before.isspace() and before not in "[(–-"
    return is_bare and printed[0].isdigit() and not any(s.start <= citation.start < s.end for s in text.scripts)


def _with_brackets(text: str, citation: Citation) -> Citation:
    if text[citation.start - 1 : citation.start] == "[" and text[citation.end : citation.end + 1] == "]":
        return Citation(citation.start - 1, citation.end + 1, citation.numbers)
    return citation
