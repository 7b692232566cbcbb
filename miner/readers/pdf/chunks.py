"""Lines of a column grouped to chunks of one style: a paragraph's part, a heading, a caption, an entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Font

CAPTION = re.compile(
    r"(?=[CEFPST])(?:(?:Supplementary|Extended Data|Supporting)\s+)?"
    r"(?:(Fig(?:ure|s?\.|\b)|FIG(?:URE|\.|\b)|Scheme|SCHEME|Chart|Plate)|(Table|TABLE|Tab\.))\s*(S?\d+|[IVX]+\b|[A-Z]\.?\d+)"
)
NUMBERED = re.compile(r"(?:(\d+(?:\.\d+)*)\.?|([IVX]+)\.)\s+(?=[^\W\d_])")
_STOP = re.compile(r"[.?!:;][\"”’)\]\d,–\s-]*$")


@dataclass
class Chunk:
    """Lines in sequence. `column` numbers the column of the document, `left` and `right` are the column's edges."""

    lines: list[Line]
    column: int
    left: float
    right: float
    kind: str = ""
    level: int | None = None

    @cached_property
    def text(self) -> str:
        """The characters of all lines."""
        return _joined(self.lines)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes = Counter()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return max(sizes, key=lambda s: (sizes[s], s))

    @cached_property
    def bold(self) -> bool:
        """Whether it is set in bold."""
        return all(line.bold > 0.8 for line in self.lines)

    @cached_property
    def italic(self) -> bool:
        """Whether it is set in italics."""
        return all(line.italic > 0.8 for line in self.lines)

    @property
    def page(self) -> int:
        """The page of its first line."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Body:
    """How the running text of a document is set: size in points, pitch of lines in ems, font."""

    size: float
    pitch: float
    font: Font


def body(columns: Sequence[Sequence[Line]]) -> Body:
    """The style of most characters."""
    styles: Counter[tuple[float, Font]] = Counter()
    for column in columns:
        for line in column:
            styles[line.size, line.font] += len(line.text)
    if not styles:
        return Body(10.0, 1.2, Font("", False, False))
    size, font = max(styles, key=lambda s: (styles[s], s))
    steps = [
        b.base - a.base
        for column in columns
        for a, b in pairwise(column)
        if a.size == b.size == size and 0.9 * size < b.base - a.base < 3 * size
    ]
    return Body(size, median(steps) / size if steps else 1.2, font)


def bare(text: str) -> str:
    """A heading's text without the square or dot that a journal sets before it."""
    return text.strip().lstrip("■●▪◼◆►▶❚•□ ").strip()


def split_chunks(columns: Sequence[Sequence[Line]], style: Body) -> list[Chunk]:
    """All chunks in reading order."""
    out: list[Chunk] = []
    for number, column in enumerate(columns):
        if not column:
            continue
        left, right = _edges(column)
        groups = [[column[0]]]
        for before, line in pairwise(column):
            if _parted(groups[-1], before, line, left, right, style):
                groups.append([line])
            else:
                groups[-1].append(line)
        out += [Chunk(lines, number, left, right) for lines in groups]
    return out


def _joined(lines: Sequence[Line]) -> str:
    return " ".join([line.text for line in lines])


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    """Where most lines of a column begin and end."""
    starts, ends = Counter(), Counter()
    for line in column:
        starts[round(line.x0)] += 1
        ends[round(line.x1)] += 1
    left = min(s for s, n in starts.items() if n >= 0.3 * max(starts.values()))
    right = max(s for s, n in ends.items() if n >= 0.3 * max(ends.values()))
    return float(left), float(right)


def _parted(chunk: Sequence[Line], before: Line, line: Line, left: float, right: float, style: Body) -> bool:
    """Whether the lines of a chunk end between two lines."""
    step = line.base - before.base
    size = max(line.size, before.size)
    if labelled(chunk[0], style) and _caption_goes_on(chunk, before, line):
        return False
    loose = 1.65 if _unfinished(before, line, left, right) else 1.22
    pitch = _pitch(chunk, style)
    if step > pitch * size * loose + 0.6 or step < 0:
        return True
    if abs(line.size - before.size) > 0.07 * size and min(len(line.text), len(before.text)) > 3:
        return True
    wide = step > 1.1 * pitch * size or abs(line.size - before.size) > 0.05 * size
    if wide and labelled(line, style):
        return True
    if (before.bold > 0.8) != (line.bold > 0.8) and _headlike(before, chunk, right) | _headlike(line, chunk, right):
        return True
    if (before.italic > 0.8) != (line.italic > 0.8) and NUMBERED.match(line.text if line.italic > 0.8 else before.text):
        return True
    if min(before.x1, line.x1) < right - 2 * size and _restyled(before, line):
        return True
    return _indented(before, line, left, right)


def _restyled(before: Line, line: Line) -> bool:
    """Whether no font of one line goes on in the other."""
    one, other = before.letter_fonts, line.letter_fonts
    return bool(one and other) and not one & other


def _unfinished(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a full line stops in the middle of a sentence that the next goes on with (scripts may push it down)."""
    full = before.x1 > right - 1.5 * before.size and abs(line.x0 - left) < 0.6 * line.size
    return full and not _STOP.search(before.text) and before.font == line.font and before.size == line.size


def _caption_goes_on(chunk: Sequence[Line], before: Line, line: Line) -> bool:
    """Whether a caption has another line: at one pitch, whatever its style and indent."""
    if labelled(line):
        return False
    alone = CAPTION.fullmatch(_joined(chunk).strip(" .:|"))
    return 0 < line.base - before.base < (1.7 if alone else 1.4) * max(line.size, before.size) and (
        alone is not None or abs(line.size - before.size) < 0.07 * line.size
    )


def _pitch(chunk: Sequence[Line], style: Body) -> float:
    """The pitch within a chunk in ems, as far as it is known."""
    if len(chunk) < 2:
        return max(style.pitch, 1.15)
    a, b = chunk[:2]
    return (b.base - a.base) / max(a.size, b.size)


def _headlike(line: Line, chunk: Sequence[Line], right: float) -> bool:
    """Whether a line may be a heading by its length: it does not fill the column, or it stands alone."""
    return line.bold > 0.8 and (line.x1 < right - line.size or len(chunk) <= 3)


def _indented(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether a new paragraph begins by an indent or after a line that ends early."""
    size = line.size
    indent = line.x0 - before.x0
    if 0.6 * size < indent < 4.5 * size and abs(before.x0 - left) < 0.6 * size:
        return before.x1 < right - 0.1 * size or _STOP.search(before.text) is not None or line.text[:1].isupper()
    early = before.x1 < right - 3.5 * size and _STOP.search(before.text) is not None
    return early and (line.text[:1].isupper() or not line.text[:1].isalpha()) and abs(indent) < 0.5 * size


def labelled(line: Line, style: Body | None = None) -> bool:
    """Whether a line that begins with "Figure 1" is a caption's first: a mark after the label, or another style.

    Running text may set "Figure 1" in bold, so that with the body's `style` known only the rest of the line counts.
    """
    match = CAPTION.match(line.text)
    if not match:
        return False
    rest = line.text[match.end() :]
    if not rest.strip() or re.match(r"\s?[.:|]\s|[.:|]$", rest):
        return True
    if style is None:
        return line.words[0].font.bold or line.words[0].font != line.words[-1].font
    return abs(line.size - style.size) > 0.05 * style.size or style.font not in [w.font for w in line.words]
