"""Sentences of a document, each with its place, its section and the studies that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from miner.document import BlockKind, Document, Text
from miner.phrases import words

_RECIPE = re.compile(rf"[\dIVX.\s]*{words('section without results')}$", re.IGNORECASE)
_RESULTS = re.compile(r"\bresults\b", re.IGNORECASE)
# A run of characters longer than this is data or code, not a sentence.
LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block. `paragraph` numbers the block, so that sentences of one passage can be told.

    `cites` are the references that the sentence itself cites; `study` those of the study that the passage is describing
    ("Wang et al. [21] ... Their cell ..."), empty where it speaks for itself.
    """

    text: Text
    kind: BlockKind
    section: tuple[str, ...]
    paragraph: int
    cites: tuple[int, ...] = ()
    study: tuple[int, ...] = ()

    @property
    def is_mined(self) -> bool:
        """Claims are looked for in it: it is no recipe, and not so long that it must be data or code."""
        return len(self.text.text) <= LONGEST and not self.is_recipe

    @property
    def is_recipe(self) -> bool:
        """It stands in a section on how something was made or measured, and not within the results."""
        headings = [heading.strip() for heading in self.section]
        return any(map(_RECIPE.match, headings)) and not any(map(_RESULTS.search, headings))


_END = re.compile(r"[.?!][\"”’)\]]*(?=\s+(?:[\"“‘(\[]?[A-Z0-9Α-Ωα-ω]|\([a-z]\)\s)|\[?\d)")
# Citations printed after the full stop belong to the sentence before it: "over time. [76] Several", "life.1–4 To date".
_TRAILING = re.compile(
    r"(?:(?<=[A-Za-z)\]\"”][.?!])\d|\s*\[\d)[\d,;\s–−-]*(?:\]|(?<=\d))\.?(?=\s+[\"“‘(]?[A-Z0-9Α-Ωα-ω]|\s*$)"
)
_NEXT = re.compile(r"\s+[\"“‘(\[]?[A-Z0-9Α-Ωα-ω(]|\s*$")
# A full stop after these does not end a sentence ...
_ABBREVIATION = re.compile(
    r"\b(?:i\.e|e\.g|cf|vs|ca|approx|[Ff]igs?|FIG|[Tt]ab|[Ss]chem|[Ee]qs?|[Rr]efs?|[Nn]os?|[Ss]ecs?|[Vv]ols?|[Cc]hap|pp?"
    r"|Drs?|Profs?|Mrs?|Ms|St|Jr|viz|Co|Ltd|Inc|Corp|[Ss]upp?l|spp?|var|[Dd]ept|[Ee]ds?)\.$"
)
# ... nor after these, unless the next word is one that opens sentences (or, for units, a number stands before).
_DOUBTFUL = re.compile(r"(?:\bal|\b(?:resp|wt|at|mol|max|min|temp|conc|av|avg)|(?<![A-Za-z°])[A-Z])\.$")
_UNIT = re.compile(r"\d\s?(?:min|mol|[A-Z])\.$")
_OPENING = re.compile(
    r"\s+(?:The|This|These|Those|That|Th[eo]se|In|It|Its|An?|As|At|For|From|However|Moreover|Furthermore|Additionally|Also"
    r"|Therefore|Thus|Hence|Although|While|When|With|We|Our|They|Their|He|His|By|On|To|But|And|If|Here|Both|Such|There"
    r"|Then|After|Since|Similarly|Consequently|Besides|Because|Another|Other|Among|Recently|Finally|All|Each|Based)\b"
)
_LABEL = re.compile(
    r"(?:(?:Fig(?:ure)?s?|FIG|Tab(?:le)?|TABLE|Scheme)\.?\s*S?|\(?)(?:\d+(?:\.\d+)*|[IVX]+|[a-z])\)?\.$"
)


def split(text: Text) -> Iterator[Text]:
    """The sentences of a text, in order, without the white space between them."""
    yield from (text[start:end] for start, end in sentence_spans(text))


def sentence_spans(text: Text) -> Iterator[tuple[int, int]]:
    """The offsets (start, end) of the sentences of a text."""
    start, characters = 0, text.text
    for end in (*_ends(text), len(characters)):
        sentence = characters[start:end]
        if sentence.strip():
            yield start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())
        start = end


def _ends(marked: Text) -> Iterator[int]:
    # A superscript after a full stop is a citation of the sentence before, even where a number ends that: "g−1.19 Red".
    raised = {script.start: script.end for script in marked.scripts if script.kind == "sup"}
    start, text = 0, marked.text
    for match in _END.finditer(text):
        trailing = _TRAILING.match(text, match.end())
        end = trailing.end() if trailing else raised.get(match.end(), match.end())
        if end <= start or not (trailing or _NEXT.match(text, end)):
            continue
        if not _is_inside(text, start, match.end(), end):
            yield end
            start = end


def _is_inside(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the full stop before `stop` is an abbreviation's, an initial's or a label's; `end` is after citations."""
    before = text[max(start, stop - 16) : stop]
    if text[stop - 1] != ".":
        return False
    if _DOUBTFUL.search(before):
        return not (_UNIT.search(before) or _OPENING.match(text, end))
    return bool(_ABBREVIATION.search(before) or (stop - start < 16 and _LABEL.fullmatch(text[start:stop].strip())))


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of titles, headings, paragraphs and captions, in reading order."""
    for number, block in enumerate(document.blocks):
        if block.kind in ("title", "heading", "paragraph", "caption"):
            for text in split(block.text):
                cites = tuple(sorted({n for citation in text.citations for n in citation.numbers}))
                yield Sentence(text, block.kind, block.section, number, cites)
