"""Year, volume, issue and pages of a reference: the run of numbers after the journal, whatever their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from miner.vocabulary import entries

YEAR = r"(?:1[5-9]\d\d|20\d\d)"


def _words(kind: str) -> str:
    found = (word for entry in entries("reference_words") if entry["kind"] == kind for word in entry["words"])
    return f"(?:{'|'.join(found)})"


MONTH = rf"(?:{_words('month')}\b\.?)"
_DAY = rf"(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s)?{MONTH}(?:\s?[-–/]\s?{MONTH})?(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s*"
_DASH = r"\s?[-–—‐‑−]+\s?"
_PLACE = r"[A-Za-z]{0,2}\d+[A-Za-z]?(?:\.\d+)*(?![A-Za-z\d]|-[a-z]{2})"
_ITEM = re.compile(
    rf"(?P<pages_label>\b{_words('pages')}\s*:?\s*)(?P<pages>{_PLACE}(?:{_DASH}{_PLACE})?)"
    rf"|\b{_words('volume')}\s*(?P<volume>{_PLACE}(?:{_DASH}\d+)?|[IVXLC]+\b)"
    rf"|\b{_words('issue')}\s*(?P<issue>\d+(?:\s?[/–-]\s?\d+)?)"
    rf"|[(\[]\s*(?:{_DAY})?(?P<closed_year>{YEAR})(?:[a-z]|/\d{{2,4}}|,?\s{MONTH}(?:\s\d{{1,2}})?)?\s*[)\]]"
    rf"|\(?\bsuppl(?:ement)?\b\.?\s?(?P<supplement>\d*)\)?"
    rf"|\(\s*(?:no\.?\s*)?(?P<closed_issue>[^()]{{1,24}})\)"
    rf"|{_DAY}(?P<dated_year>{YEAR})(?![\d–-])|(?P<year_dated>{YEAR})\s{MONTH}(?:\s\d{{1,2}}\b(?![:(]))?"
    rf"|\b(?:chapter|chap\.|ch\.|part|sec\.)\s?\d+[A-Z]?|{MONTH}(?=,)"
    rf"|(?P<range>{_PLACE}{_DASH}{_PLACE})"
    rf"|(?P<bare>{_PLACE}|[IVXLC]{{2,}}\b)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s,;:.]*")
_YEAR = re.compile(rf"{YEAR}[a-z]?")
_NEXT = re.compile(r"[\s(]")
_START = re.compile(r"(?<=[\s,;:.)\"”’»(])(?=[\dA-Za-z(\[])")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the run of numbers from `start` to `end` says; what it does not say is empty."""

    start: int
    end: int
    year: int | None = None
    volume: str = ""
    issue: str = ""
    pages: str = ""

    @property
    def weight(self) -> int:
        """How much was found."""
        return sum(map(bool, (self.year, self.volume, self.pages)))


def read_numbers(text: str, start: int, year: int | None) -> Numbers:
    """The run of numbers after `start` that says most, the last of equals; `year` is given where it is known."""
    best = Numbers(len(text), len(text))
    at = start
    while match := _START.search(text, at):
        items, end = _run(text, match.end())
        if items and (found := _understood(items, match.end(), end, year)).weight >= max(best.weight, 1):
            best = _joined(text, best, found)
        at = max(end, match.end() + 1)
        if not items and text[match.end()] != "(":
            space = _NEXT.search(text, at)
            at = space.start() if space else len(text)
    is_lone = not (best.year or year or best.pages)  # no volume stands without a year
    return Numbers(len(text), len(text)) if is_lone else best


def _joined(text: str, best: Numbers, found: Numbers) -> Numbers:
    """The later run, with the year of the one before where only a note stands between: "2010; Keynote, p. 5"."""
    if found.year or not best.year or not text[best.end :].lstrip().startswith(";"):
        return found
    return replace(found, start=best.start, year=best.year)


def _run(text: str, at: int) -> tuple[list[re.Match[str]], int]:
    """The items that follow each other from `at` on, and where the last ends; a closed issue cannot come first."""
    items: list[re.Match[str]] = []
    end = at
    while (match := _ITEM.match(text, at)) and (items or not match["closed_issue"]):
        items.append(match)
        end = match.end()
        at = _SEPARATOR.match(text, end).end()  # pyright: ignore[reportOptionalMemberAccess]
        if at == end and at < len(text) and text[at] not in "([":
            break
    return items, end


def _understood(items: list[re.Match[str]], start: int, end: int, known: int | None) -> Numbers:
    """Labelled numbers say what they are; of bare ones the year looks like one, then volume, issue, pages in order."""
    year: int | None = None
    volume = issue = pages = ""
    bare: list[str] = []
    for item in items:
        if item["pages"]:
            pages = item["pages"]
        elif item["volume"]:
            volume = item["volume"]
        elif item["issue"]:
            issue = item["issue"]
        elif printed := item["closed_year"] or item["dated_year"] or item["year_dated"]:
            year = year or int(printed)
        elif item["closed_issue"]:
            issue = issue or item["closed_issue"].strip()
        elif item["range"] or item["bare"]:
            bare.append(item["range"] or item["bare"])
    if year is None and known is None:
        at = next((i for i in _year_order(bare) if _YEAR.fullmatch(bare[i])), None)
        year = int(bare.pop(at)[:4]) if at is not None else None
    if bare and not volume and (len(bare) > 1 or pages or not _is_range(bare[0])):
        volume = bare.pop(0)
    if len(bare) > 1 and not issue:
        issue = bare.pop(0)
    return Numbers(start, end, year, volume, issue, pages or (bare[0] if bare else ""))


def _year_order(bare: list[str]) -> list[int]:
    """Where among bare numbers the year stands: first ("2001, 414, 359"), else last ("414, 359, 2001")."""
    return list(dict.fromkeys([0, len(bare) - 1, *range(len(bare))])) if bare else []


def _is_range(printed: str) -> bool:
    return bool(re.search(_DASH, printed))
