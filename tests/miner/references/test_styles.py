"""The same twelve works in the styles of journals: how much of each entry is read right."""

import re

import pytest
from printed_references import STYLES, WORKS

from miner.references import parse_list


def letters(text):
    return re.sub(r"[^\w]", "", text).lower()


def wrong(style):
    """The fields read and the fields that are printed, where they differ; and how many are printed."""
    printed = [STYLES[style](number, work) for number, work in enumerate(WORKS, 1)]
    bad, total = [], 0
    for entry, work, text in zip(parse_list(printed), WORKS, printed, strict=True):
        shown = [surname for _, surname in work.authors if letters(surname) in letters(text)]
        pairs = {
            "authors": (" ".join(entry.authors), " ".join(shown)),
            "title": (entry.title, work.title),
            "journal": (entry.journal, work.journal if f"{work.journal}, {work.volume}" in text else work.short),
            "year": (str(entry.year), str(work.year)),
            "volume": (entry.volume, work.volume),
            "page": (entry.first_page, work.first),
            "doi": (entry.doi, work.doi),
        }
        for field, (found, wanted) in pairs.items():
            if field in ("title", "doi") and wanted not in text:
                wanted = ""
            total += bool(wanted)
            if letters(found) != letters(wanted):
                bad.append((field, found, wanted))
    return bad, total


@pytest.mark.parametrize("style", STYLES)
def test_fields_in_each_style(style):
    bad, total = wrong(style)
    assert len(bad) <= 0.05 * total, bad
