"""Citations by number: in brackets, in parentheses, raised, or after the word "Ref."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miner.document import Citation, Text

_DASH = r"[-–—−‐‑~]"
_NUMBER = r"(?!0)\d{1,4}(?:[a-z](?:\s*(?:,|[-–])\s*[a-z]\b)*)?"
_LIST = rf"{_NUMBER}(?:\s*(?:[,;&]|and\b|{_DASH})\s*{_NUMBER})*"
_CLOSED = rf"\s*(?:[Rr]efs?\.?\s*)?{_LIST}\s*[,;]?\s*\]"
# What begins with a character, and looks behind it from there, is tried where that character stands only.
_BRACKET = re.compile(
    rf"(?P<cited>\[(?<!\bthe \[)(?<!\balong \[){_CLOSED}(?:\s?{_DASH}\s?\[{_CLOSED})?)"
    r"(?!\s*(?:direction|plane|facet|orientation|zone))"
)
_PARENTHESES = re.compile(rf"\((?:(?<![\w)\]]\()|(?<=[a-z]{{3}}\())\s*(?:[Rr]efs?\.?\s*)?(?P<list>{_LIST})\s*\)")
_NUMBERED = re.compile(
    r"\b(?:eqs?\.|figs?\.|equations?|figures?|tables?|reactions?|steps?|schemes?|samples?|no\.)\s$", re.IGNORECASE
)
_MENTION = re.compile(rf"[Rr](?<!\w[Rr])(?:efs?\.?|(?<=r)eferences?)\s*(?P<list>{_LIST})")
_RAISED = re.compile(rf"[\s,;.]*(?P<list>{_LIST})[\s,;.]*")
_GAP = re.compile(rf"\s?(?:[,;]|{_DASH})?\s?")
_PART = re.compile(rf"(?P<dash>{_DASH})?\s*(?P<number>\d{{1,4}})")
# What carries an exponent: units after which a raised 1, 2 or 3 is a power, and quantities printed with one.
_POWERED = re.compile(r"(?:^|[^A-Za-z])(?:[kcmdnµμp]?m|Å|[mµμn]?s|[mkµμ]?[gLlVWJAKNF]|[mk]?A?h|mol|in|ft|sp|R|[a-zχ])$")
_LONGEST_RANGE = 200


def numbers_in(printed: str) -> tuple[int, ...]:
    """The numbers that a printed list stands for: "3,5-7" is 3, 5, 6, 7 and "141-4" is 141 to 144."""
    found: list[int] = []
    for match in _PART.finditer(printed):
        number = int(match["number"])
        if match["dash"] and found:
            last = found[-1]
            if number < last and len(match["number"]) < len(str(last)):
                number = int(str(last)[: -len(match["number"])] + match["number"])
            if last < number <= last + _LONGEST_RANGE:
                found += range(last + 1, number)
        found.append(number)
    return tuple(dict.fromkeys(found))


def letters_of(printed: str, number: int) -> str:
    """The letters of works that a printed list cites of an entry: "ac" of 12 in "3,12a,c", "" for the whole entry."""
    match = re.search(rf"(?<!\d){number}([a-z](?:\s*(?:,|{_DASH})\s*[a-z]\b)*)", printed)
    letters = re.sub(r"[\s,]", "", match[1]) if match else ""
    return re.sub(rf"([a-z]){_DASH}([a-z])", _letters_between, letters)


def _letters_between(ends: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1)))


def bracketed(text: Text) -> list[Citation]:
    """`[16]`, `[24,25]`, `[141-144]`; brackets with a dash between them, `[1]–[3]`, are one citation."""
    found = _BRACKET.finditer(text.text)
    return [Citation(m.start(), m.end(), numbers_in(re.sub(r"[\[\]]", "", m["cited"]))) for m in found]


def parenthesised(text: Text) -> list[Citation]:
    """`(12)`, `(12, 13)`, which may as well be equations and years: for texts that cite so and in no other way."""
    return [
        Citation(m.start("list"), m.end("list"), numbers_in(m["list"]))
        for m in _PARENTHESES.finditer(text.text)
        if not _NUMBERED.search(text.text[max(0, m.start() - 12) : m.start()])
    ]


def mentioned(text: Text) -> list[Citation]:
    """`Ref. 12`, `refs 3 and 5`; of "Reference [12]" the brackets are the citation, so it is not among these."""
    return [Citation(m.start("list"), m.end(), numbers_in(m["list"])) for m in _MENTION.finditer(text.text)]


def raised(text: Text) -> list[Citation]:
    """Superscripts that are lists of numbers and neither exponents, charges, isotopes nor marks of affiliations."""
    found = []
    for start, end in _raised_spans(text):
        match = _RAISED.fullmatch(text.text[start:end])
        if match and not _is_power(text, start, end, match["list"]):
            found.append(Citation(start + match.start("list"), start + match.end("list"), numbers_in(match["list"])))
    return found


def _raised_spans(text: Text) -> Iterator[tuple[int, int]]:
    """Superscripts, those that only a comma or a dash keeps apart as one."""
    spans: list[tuple[int, int]] = []
    for script in text.scripts:
        if script.kind != "sup":
            continue
        if spans and _GAP.fullmatch(text.text[spans[-1][1] : script.start]):
            spans[-1] = (spans[-1][0], script.end)
        else:
            spans.append((script.start, script.end))
    yield from spans


def _is_power(text: Text, start: int, end: int, printed: str) -> bool:
    before, after = text.text[:start], text.text[end : end + 1]
    if not before.strip() or (before[-1] in " (" and after.isalpha()):
        return True  # the mark of an affiliation, an isotope
    if before[-1].isdigit():
        in_formula = any(s.kind == "sub" and s.end == start for s in text.scripts)
        is_list = bool(re.search(r"\D", printed)) and not before.endswith("10")
        return not (in_formula or is_list or re.search(r"(?<!\d)(?:19|20)\d\d$", before))
    return printed in ("1", "2", "3", "4", "6") and bool(_POWERED.search(before[-12:]))
