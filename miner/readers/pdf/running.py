"""Lines joined to running text, with hyphens at line ends judged by the document's own vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from miner.document import Line as Placed
from miner.document import Script, Text
from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Page

# Whole, and none that its line's end cuts; not by a possessive group, which Python 3.11.2 (Debian's) reads wrongly.
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![^\W\d_]|-(?:[^\W\d_]|$))", re.MULTILINE)
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+")
# A hanging hyphen: "pre- and post-treatment".
_HANGING = frozenset(("and", "or", "to", "und", "nor"))


class Vocabulary:
    """How often words and hyphenated compounds stand unbroken in a document."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words = Counter(_TOKEN.findall("\n".join(lines).lower()))
        for compound, count in [(token, n) for token, n in self.words.items() if "-" in token]:
            self.words.update(dict.fromkeys(compound.split("-"), count))

    def hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of `before` stays when `after` is joined to it."""
        head, tail = _LAST.search(before.rpartition(" ")[2].lower()), _FIRST.match(after.lower())
        if not head or not tail or after[:1].isupper():
            return True
        start, end = head[1], tail[0]
        joined, kept = self.words[start.split("-")[-1] + end], self.words[f"{start.split('-')[-1]}-{end}"]
        if joined or kept:
            return kept > joined
        whole = len(start.split("-")[-1]) > 3 and len(end) > 3 and self.words[start.split("-")[-1]] > 0
        return whole and self.words[end] > 0


def running(lines: Sequence[Line], pages: Mapping[int, Page], vocabulary: Vocabulary) -> Text:
    """The text of lines in order, without the hyphens that only break a word."""
    text: list[str] = []
    scripts: list[Script] = []
    spans: list[Placed] = []
    at = 0
    for index, line in enumerate(lines):
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        keep, gap = _end(line.text, after, vocabulary)
        end = at + len(keep)
        scripts += [Script(at + s.start, min(at + s.end, end), s.kind) for s in line.scripts if at + s.start < end]
        if keep:
            spans.append(Placed(at, end, pages[line.page].box(line.rect), line.confidence))
        text.append(keep + (gap if after else ""))
        at += len(text[-1])
    return Text("".join(text), tuple(_continued(scripts)), tuple(spans))


def _end(line: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What stays of a line, and what stands between it and the next."""
    if not after or len(line) < 2 or line[-2] == " ":
        return line, " "
    if line.endswith("-"):
        word = _FIRST.match(after.lower())
        if word and word[0] in _HANGING:
            return line, " "
        return (line, "") if vocabulary.hyphen(line, after) else (line[:-1], "")
    return line, "" if line[-1] in "–—/" else " "


def _continued(scripts: Iterable[Script]) -> list[Script]:
    """Scripts with those of one kind that touch made one."""
    out: list[Script] = []
    for script in scripts:
        if out and out[-1].kind == script.kind and out[-1].end == script.start:
            out[-1] = replace(out[-1], end=script.end)
        else:
            out.append(script)
    return out
