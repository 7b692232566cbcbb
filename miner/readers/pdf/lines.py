"""From words to lines: fragments on one baseline, with the sub- and superscripts beside them taken in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby
from operator import add, attrgetter

from miner.document import Script
from miner.readers.pdf.page import Font, Rect, Word
from miner.readers.pdf.repair import is_pi, recoded

# In ems of the larger size: what splits a row into fragments, and what is a space between words.
_SPLIT, _SPACE = 0.7, 0.16
# Between letters of two fonts a space may be tighter, for there is no kerning.
_TIGHT = 0.1
_SMALLER = 0.86

_PLACE, _ROW, _STYLE = attrgetter("x0", "x1"), attrgetter("base", "x0"), attrgetter("base", "size", "font", "kind")
_LEFT, _RIGHT, _SIZE, _SURE = attrgetter("x0"), attrgetter("x1"), attrgetter("size"), attrgetter("confidence")
_TEXT, _KIND = attrgetter("text"), attrgetter("kind")


class Line:
    """Words that stand on one baseline with their scripts, from left to right; `text` is what they spell."""

    def __init__(self, words: Iterable[Word], page: int = 0) -> None:
        self.page = page
        self.reword(recoded(sorted(words, key=_PLACE)))
        self.x0, self.x1 = self.words[0].x0, max(map(_RIGHT, self.words))
        plain = [w for w in self.words if not w.kind] or self.words
        self.size = _main_size(plain)
        self.base = next(w.base for w in plain if round(w.size, 1) == self.size)
        self.top, self.bottom = self.base - 0.78 * self.size, self.base + 0.22 * self.size
        self.middle = self.base - 0.3 * self.size

    @property
    def rect(self) -> Rect:
        """The line's extent; scripts that stand out are not counted."""
        return Rect(self.x0, self.top, self.x1, self.bottom)

    def pack(self) -> None:
        """Keep one word for all neighbours of one style: what the line says stays, where each word stands goes."""
        self.words, self._spaces = _packed(self.words, self._spaces), []

    def reword(self, words: list[Word]) -> None:
        """Give other characters to the words."""
        self.words, self._spaces = words, _spaces(words)
        self.text, self.scripts = _spelled(words, self._spaces)

    @cached_property
    def font(self) -> Font:
        """The font of most of its characters."""
        fonts: dict[Font, int] = {}
        for word in self.words:
            fonts[word.font] = fonts.get(word.font, 0) + len(word.text)
        return max(fonts, key=lambda f: (fonts[f], f)) if len(fonts) > 1 else self.words[0].font

    @cached_property
    def letter_fonts(self) -> set[Font]:
        """The fonts of its words that are letters only."""
        return {w.font for w in self.words if any(map(str.isalpha, w.text.split()))}

    @cached_property
    def bold(self) -> float:
        """The share of its letters that is bold."""
        return self._share([w.font.bold for w in self.words])

    @cached_property
    def italic(self) -> float:
        """The share of its letters that is italic."""
        return self._share([w.font.italic for w in self.words])

    @property
    def confidence(self) -> float:
        """How sure its characters are: 1 where they come from a text layer."""
        return min(map(_SURE, self.words))

    def _share(self, marks: Sequence[bool]) -> float:
        if not any(marks):
            return 0.0
        lengths = [sum(map(str.isalpha, w.text)) for w in self.words]
        total = sum(lengths)
        return sum(n for n, mark in zip(lengths, marks, strict=True) if mark) / total if total else 0.0


def spell(words: Sequence[Word]) -> tuple[str, tuple[Script, ...]]:
    """The characters of words from left to right, with spaces where there are gaps, and their scripts."""
    return _spelled(words, _spaces(words))


def _spelled(words: Sequence[Word], spaces: Sequence[str]) -> tuple[str, tuple[Script, ...]]:
    if any(map(_KIND, words)):
        text, scripts = _with_scripts(words, spaces)
    else:
        text, scripts = "".join(map(add, spaces, map(_TEXT, words))).replace("\u00ad", ""), ()
    return text + "-" if words and words[-1].text.endswith("\u00ad") else text, scripts


def _with_scripts(words: Sequence[Word], spaces: Sequence[str]) -> tuple[str, tuple[Script, ...]]:
    text, scripts = "", []
    for word, space in zip(words, spaces, strict=True):
        text += space
        start = len(text)
        text += word.text.replace("\u00ad", "")
        if word.kind and len(text) > start:
            if scripts and scripts[-1].end == start and scripts[-1].kind == word.kind:
                scripts[-1] = Script(scripts[-1].start, len(text), word.kind)
            else:
                scripts.append(Script(start, len(text), word.kind))
    return text, tuple(scripts)


def single(words: Iterable[Word]) -> list[Word]:
    """Packed words one by one, each with the place of all."""
    return [word if " " not in word.text else word._replace(text=part) for word in words for part in word.text.split()]


def _main_size(words: Sequence[Word]) -> float:
    """The size of most characters."""
    if len({*map(_SIZE, words)}) == 1:  # so it is in most lines
        return round(words[0].size, 1)
    sizes = Counter[float]()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
    return max(sizes, key=lambda s: (sizes[s], s))


def _packed(words: Sequence[Word], spaces: Sequence[str]) -> list[Word]:
    out: list[Word] = []
    at = 0
    for _, alike in groupby(words, key=_STYLE):
        group = list(alike)
        out += group if len(group) == 1 or is_pi(group[0].font) else [_one(group, spaces[at : at + len(group)])]
        at += len(group)
    return out


def _one(words: Sequence[Word], spaces: Sequence[str]) -> Word:
    """Words of one style as one."""
    first = words[0]
    text = "".join(map(add, ("", *spaces[1:]), map(_TEXT, words)))
    end, sure = max(map(_RIGHT, words)), min(map(_SURE, words))
    return Word(text, first.x0, end, first.base, first.size, first.font, words[-1].spaced, first.kind, sure)


def _spaces(words: Sequence[Word]) -> list[str]:
    """What stands before each word: a space, or nothing."""
    return ["", *map(_space, words, words[1:])] if words else []


def _space(left: Word, right: Word) -> str:
    gap, size, alike = right.x0 - left.x1, left.size, left.kind == right.kind
    if size != right.size:
        size = (min if alike else max)(size, right.size)
    if gap > _SPACE * size:
        return " "
    if left.spaced and gap > -0.05 * size and not (left.kind and not alike and gap < 0.05 * size):
        return " "
    is_tight = alike and gap > _TIGHT * size and left.font != right.font
    return " " if is_tight and left.text[-1].isalpha() and right.text[0].isalpha() else ""


def fragments(words: Sequence[Word], page: int = 0) -> list[Line]:
    """The lines of a page, cut wherever a gap could be one between columns or cells."""
    rows = [_cut(row) for row in _rows(words)]
    pieces = [piece for row in rows for piece in row]
    hosts = _hosts(pieces)
    for index, host in hosts.items():
        small, large = pieces[index], pieces[host]
        large += [w._replace(kind="sub" if w.base > large[0].base else "sup") for w in small]
    taken = {id(pieces[index]) for index in hosts}
    return [Line(piece, page) for row in rows for piece in _merged([p for p in row if id(p) not in taken])]


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words whose baselines agree within the jitter of typesetting."""
    rows: list[list[Word]] = []
    anchor = last = -1e9
    for word in sorted(words, key=_ROW):
        if word.base - last > 0.7 or word.base - anchor > 2.5:
            rows.append([])
            anchor = word.base
        rows[-1].append(word)
        last = word.base
    return rows


def _cut(row: list[Word]) -> list[list[Word]]:
    row.sort(key=_PLACE)
    pieces = [[row[0]]]
    end = row[0].x1
    for word in row[1:]:
        size, last = word.size, pieces[-1][-1].size
        if word.x0 - end <= _SPLIT * (size if size > last else last):  # max would take most of the time
            pieces[-1].append(word)
        else:
            pieces.append([word])
            end = word.x1
        end = end if end > word.x1 else word.x1
    return pieces


def _merged(pieces: list[list[Word]]) -> list[list[Word]]:
    """Pieces of a row that a script between them joins."""
    out: list[list[Word]] = []
    for piece in pieces:
        start = min(map(_LEFT, piece))
        if out and start - max(map(_RIGHT, out[-1])) <= _SPLIT * max(piece[0].size, out[-1][0].size):
            out[-1] += piece
        else:
            out.append(list(piece))
    return out


def _hosts(pieces: list[list[Word]]) -> dict[int, int]:
    """For each piece that is a script, the piece that it belongs to."""
    order = sorted(range(len(pieces)), key=lambda i: pieces[i][0].base)
    bases = [pieces[i][0].base for i in order]
    sizes = [max(map(_SIZE, piece)) for piece in pieces]
    largest = max(sizes, default=0.0)
    found = {}
    for index, piece in enumerate(pieces):
        if sizes[index] >= _SMALLER * largest or sum(len(w.text) for w in piece) > 60:
            continue
        base, reach = piece[0].base, 0.7 * min(largest, 3 * sizes[index])
        near = order[bisect_left(bases, base - reach) : bisect_right(bases, base + reach)]
        best = min(
            ((d, i) for i in near if i != index and (d := _distance(piece, sizes[index], pieces[i])) is not None),
            default=None,
        )
        if best:
            found[index] = best[1]
    _beside_scripts(pieces, sizes, [i for i in order if i not in found and sizes[i] < _SMALLER * largest], found)
    return {i: host for i, h in found.items() if (host := _last(h, found)) != i}


def _beside_scripts(pieces: list[list[Word]], sizes: list[float], small: list[int], hosts: dict[int, int]) -> None:
    """Give a script that follows another, as the note's letter does the 12 of Li4Ti5O12, the other's host."""
    known = list(hosts)
    for index in small:
        size, start, base = sizes[index], pieces[index][0].x0, pieces[index][0].base
        for other in known:
            near = -0.1 * size < start - max(map(_RIGHT, pieces[other])) < 0.3 * size
            if near and abs(sizes[other] - size) < 0.1 * size and 0 < abs(pieces[other][0].base - base) < 1.2 * size:
                hosts[index] = hosts[other]
                break


def _last(index: int, hosts: dict[int, int]) -> int:
    """The host of hosts: a script of a script belongs to the line."""
    for _ in range(4):
        if index not in hosts:
            break
        index = hosts[index]
    return index


def _distance(piece: list[Word], size: float, host: list[Word]) -> float | None:
    """How far a piece stands from the nearest word of a line that it may be a script of, None if it cannot."""
    start, end = piece[0].x0, max(map(_RIGHT, piece))
    best = None
    for word in host:
        big, shift = word.size, piece[0].base - word.base
        if not 0.4 * big < size < _SMALLER * big or not (
            -0.65 * big < shift < -0.1 * big or 0.05 * big < shift < 0.4 * big
        ):
            continue
        gap = max(start - word.x1, word.x0 - end, -0.1 * big)
        if gap < 0.45 * big and (best is None or gap < best):
            best = gap
    return best
