"""A reference list as a whole: the style that most entries share helps with the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from miner.document import Reference
from miner.references.duplicates import mark_duplicates
from miner.references.names import Form
from miner.references.notes import doi_of, whole_doi, without_notes
from miner.references.numbers import read_numbers
from miner.references.opening import read_opening
from miner.references.parts import works_of
from miner.references.patents import find_patent
from miner.references.titles import Break, Split, split_title

_LABEL = re.compile(
    r"\s*(?:[-*•]\s+)?(\[[^\[\]]{1,20}\]|\(\d{1,4}\)|\d{1,4}\s?[.)](?=\s|[A-Z])|\d{1,4}(?=\s*[A-Z]\.)|\d{1,4}(?=\s+[A-Z]))\.?\s*"
)

# So many entries tell the style of a list.
_VOTERS = 24


@dataclass(frozen=True, slots=True)
class _Style:
    """What entries of one list share: the form of names, whether the year follows them, and what ends the title."""

    form: Form
    year_first: bool
    ended: Break


def parse_list(texts: Sequence[str]) -> tuple[Reference, ...]:
    """The entries of a list, numbered by position; an entry for a work that the list has already is marked.

    Known are the styles of APA, ACS, Nature, RSC, Elsevier, Wiley (the first of several works), MDPI, IEEE, Vancouver,
    IOP, Springer, AIP, Science and author-year lists. What an entry does not say, or cannot be told, is left empty.
    """
    style = _common(texts)
    out: list[Reference] = []
    for number, text in enumerate(texts, 1):
        out.append(_same_place(_parse(text, number, style)[0], out[-1] if out else None))
    return mark_duplicates(out)


def with_parts(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The entries, followed by the second and further works of those that list several, labelled "12b", "12c".

    Duplicates are marked anew, among all works and by all that is known of them now.
    """
    texts, labels = [], []
    for reference in references:
        printed = re.search(r"\d+", reference.label)
        works = [reference.text, *works_of(reference.text)[1 : len(ascii_lowercase)]]
        texts += works
        labels += [f"{printed[0] if printed else reference.number}{ascii_lowercase[at]}" for at in range(len(works))]
    if len(texts) == len(references):
        return mark_duplicates(references)
    parts = [
        replace(work, label=label)
        for work, label in zip(parse_list(texts), labels, strict=True)
        if not label.endswith("a")
    ]
    numbered = (replace(part, number=number) for number, part in enumerate(parts, len(references) + 1))
    return mark_duplicates([*references, *numbered])


def _same_place(reference: Reference, before: Reference | None) -> Reference:
    """An entry that says "ibid." with the journal of the one before; with all of it, where it says no more."""
    is_alone = re.match(r"\W*ibid", reference.text, re.IGNORECASE)
    if before is None or not (is_alone or re.match(r"ibid", reference.journal or reference.title, re.IGNORECASE)):
        return reference
    reference = replace(reference, journal=before.journal, title="")
    if not is_alone:
        return reference
    reference = replace(reference, authors=before.authors, year=reference.year or before.year)
    if reference.volume:
        return reference
    return replace(reference, title=before.title, volume=before.volume, pages=reference.pages or before.pages)


def _common(texts: Sequence[str]) -> _Style | None:
    """The style of most entries of a list, or of a sample of a long one; None for a list too short for a vote."""
    sample = texts[:: max(1, len(texts) // _VOTERS)]
    votes = Counter(style for text in sample if (style := _parse(text, 1, None)[1]))
    if len(texts) < 4 or not votes:
        return None
    return votes.most_common(1)[0][0]


def _body(text: str) -> tuple[str, str]:
    """Label, and the entry as printed."""
    label = _LABEL.match(text)
    printed = text[label.end() :].strip() if label else text.strip()
    return label[1] if label else "", whole_doi(printed)


def _parse(text: str, number: int, style: _Style | None) -> tuple[Reference, _Style | None]:
    """The entry, and the style that it is in, where it is one for a vote."""
    label, printed = _body(text)
    body, is_unpublished = without_notes(works_of(printed)[0])
    opening = read_opening(body, style.form if style else None, style.year_first if style else True)
    patent = find_patent(body, opening.end)
    numbers = read_numbers(body, patent.end if patent else opening.end, opening.year)
    if patent:
        split = Split(body[opening.end : patent.start].strip(" ,.;"), patent.office, "stop")
    else:
        words = body[opening.end : numbers.start].lstrip(" .,:;")
        has_journal = bool(numbers.volume or numbers.pages or is_unpublished)
        split = split_title(words, style.ended if style else opening.expected, has_journal)
    if opening.title:
        split = Split(opening.title, split.journal or split.title, "stop")
    reference = Reference(
        number=number,
        text=printed,
        label=label,
        authors=opening.authors.surnames,
        title=split.title,
        journal=_whole_journal(split, body[: opening.authors.end]),
        year=opening.year or numbers.year,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=patent.number if patent else numbers.pages,
        doi=doi_of(printed),
    )
    has_style = bool(reference.authors and reference.journal)
    return reference, _Style(opening.authors.form, opening.year is not None, split.ended) if has_style else None


def _whole_journal(split: Split, names: str) -> str:
    """The journal; of "Chen, Z. J. Power Sources", where no title stands between, J. is no second initial."""
    is_cut = split.journal and not split.title and re.search(r"[A-Z]\. ?J\.$", names)
    return f"J. {split.journal}" if is_cut and not split.journal.startswith("J.") else split.journal
