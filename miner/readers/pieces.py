"""A plain text cut into pieces: what stands between blank lines, and what each looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from miner.document import BlockKind
from miner.readers.grid import is_grid

CAPTION = re.compile(
    r"((?:fig(?:ure)?|tab(?:le)?|scheme)\.?\s*[SA]?\d{1,3}[a-z]?)(?:\s*[.:|)–—]\s*|\s+(?=[A-Z(]))", re.IGNORECASE
)
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_NUMBERED = re.compile(
    r"(?P<number>(?P<roman>[IVX]{1,5})\.|(?P<path>\d{1,2}(?:\.\d{1,2})*)\.?)\s+(?=[^\sa-z])[^\n]{2,150}(?<![.,;:])$"
)
_REFERENCES = r"(?:references?(?: cited)?|bibliography|literature(?: cited)?)"
_NAMED = re.compile(
    r"(?:abstract|summary|introduction|background|methods?|experimental(?: section)?|materials and methods"
    r"|results(?: and discussion)?|discussion|conclusions?|outlook|acknowledge?ments?|appendix"
    rf"|{_REFERENCES})[:.]?",
    re.IGNORECASE,
)
LIST_HEADING = re.compile(rf"(?:(?:[IVX]+|\d+)\.?\s+)?{_REFERENCES}[:.]?", re.IGNORECASE)
_LABEL = re.compile(r"(?:[-*•]\s+)?(?:\[(\d{1,4})\]|(\d{1,4})(?:[.)]|\s)\s*(?=\S))")
_LISTED = re.compile(r"(?:[-*•]\s+)?(?:\[\d{1,4}\]|\d{1,4}[.)]\s)")
_BULLET = re.compile(r"[-*+•]\s+(?!\[?\d)(?=\S)")
_QUOTED = re.compile(r">\s(?=[A-Za-z])")
_FRONT = re.compile(
    r"(?:key\s?words?|index terms|received|accepted|date of|correspond|e-?mail|doi\b|https?://|©|copyright|\*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!:;][\"”’')\]]*\s*$")
_WRAPPED = 160  # characters; no editor wraps lines as late as this


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines between blank ones, with what it was found to be and the level of a heading."""

    lines: tuple[str, ...]
    kind: BlockKind | None = None
    level: int | None = None

    @property
    def raw(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)

    @property
    def is_open(self) -> bool:
        """Whether the text breaks off before a full stop."""
        return not _ENDS.search(self.raw)


def read_pieces(typed: str) -> list[Piece]:
    """The pieces of a text, in order, each with its kind; every entry of the reference list is a piece of its own."""
    pieces = [Piece(tuple(lines)) for lines in _paragraphs(typed)]
    found: list[Piece] = []
    in_list = False
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        piece = _kind(piece, found[-1] if found else None, after, in_list)
        if piece.kind == "heading":
            in_list = bool(LIST_HEADING.fullmatch(piece.raw))
        found.append(piece)
    return _with_front(_with_entries(found))


def unmarked(line: str) -> str:
    """A line of Markdown without the signs of emphasis or of an image before its first word."""
    return line.lstrip("!*_[ ")


def _paragraphs(typed: str) -> Iterator[list[str]]:
    """The lines between blank lines; where lines are longer than wrapping makes them, each line stands alone."""
    for chunk in re.split(r"\n[^\S\n\t]*(?=\n)|\f", typed.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip(" \u00a0\u200b") for line in chunk.split("\n") if line.strip()]
        if lines and is_grid(lines):
            yield lines
        elif lines and _BULLET.match(lines[0]):
            yield from _items(lines)
        elif lines:
            lines = [line[2:] for line in lines] if all(map(_QUOTED.match, lines)) else lines
            yield from _split_lines(lines)


def _items(lines: list[str]) -> Iterator[list[str]]:
    """The items of a list, each on its own and without its bullet."""
    group: list[str] = []
    for line in lines:
        if group and _BULLET.match(line):
            yield group
            group = []
        group.append(_BULLET.sub("", line, count=1) if _BULLET.match(line) else line)
    yield group


def _split_lines(lines: list[str]) -> Iterator[list[str]]:
    unwrapped = any(len(line) > _WRAPPED for line in lines)
    group: list[str] = []
    for line in lines:
        alone = _is_heading_line(line) or (bool(group) and _is_heading_line(group[-1]))
        if group and (unwrapped or alone or _LISTED.match(line)):
            yield group
            group = []
        group.append(line)
    yield group


def _is_heading_line(line: str) -> bool:
    return bool(_HASHES.match(line) or _NAMED.fullmatch(line))


def _kind(piece: Piece, before: Piece | None, after: Piece | None, in_list: bool) -> Piece:
    """The piece with what it looks like, and for short lines what stands before and after it."""
    if heading := _heading(piece, in_list):
        return heading
    if in_list:
        return replace(piece, kind="reference")
    if is_grid(piece.lines):
        return replace(piece, kind="table")
    if CAPTION.match(unmarked(piece.raw)):
        return replace(piece, kind="caption")
    if before is None and after is not None and len(piece.raw) < 300 and not piece.raw.endswith((".", ";", ",")):
        return replace(piece, kind="title")
    if _FRONT.match(piece.raw) and len(piece.raw) < 400:
        return replace(piece, kind="front")
    goes_on = before is not None and before.kind == "paragraph" and before.is_open
    if after is not None and not goes_on and _looks_like_heading(piece.raw, after.raw):
        return replace(piece, kind="heading", level=1)
    return replace(piece, kind="paragraph")


def _heading(piece: Piece, in_list: bool) -> Piece | None:
    """The piece as a heading, where its own form says so: hashes, a number or a customary name."""
    if len(piece.lines) > 2:
        return None
    if match := _HASHES.match(piece.raw):
        return replace(piece, lines=(match[2],), kind="heading", level=len(match[1]))
    if _NAMED.fullmatch(piece.raw):
        return replace(piece, lines=(piece.raw.rstrip(":. "),), kind="heading", level=1)
    match = None if in_list else _NUMBERED.match(piece.raw)
    if match and not re.search(r"[.?!] [A-Z]", piece.raw[match.end("number") :]):
        return replace(piece, kind="heading", level=1 if match["roman"] else match["path"].count(".") + 1)
    return None


def _looks_like_heading(raw: str, after: str) -> bool:
    """A short line without a full stop, a comma or a citation, before something that does not go on with it."""
    is_short = len(raw) <= 90 and len(raw.split()) <= 12
    return is_short and raw[0].isupper() and not re.search(r"[.?!;,:]$|[.?!;] |\[\d|\t", raw) and not after[0].islower()


def _with_entries(pieces: list[Piece]) -> list[Piece]:
    """The reference list as one piece an entry; a list without a heading is one of at least three bracketed numbers."""
    if not any(piece.kind == "reference" for piece in pieces):
        starts = [i for i, piece in enumerate(pieces) if re.match(r"(?:[-*•]\s+)?\[1\]", piece.raw)]
        if not starts or sum(bool(_LISTED.match(piece.raw)) for piece in pieces[starts[-1] :]) < 3:
            return pieces
        pieces = pieces[: starts[-1]] + [replace(piece, kind="reference") for piece in pieces[starts[-1] :]]
    out: list[Piece] = []
    last: int | None = None
    for piece in pieces:
        for at, line in enumerate(piece.lines if piece.kind == "reference" else ()):
            label = _LABEL.match(line)
            number = int(label[1] or label[2]) if label else None
            if number is not None and number == (last or 0) + 1:
                out.append(replace(piece, lines=(line,)))
                last = number
            elif last is None and (at == 0 or len(piece.lines) > 3):
                out.append(replace(piece, lines=(line,)))
            else:
                out[-1] = replace(out[-1], lines=(*out[-1].lines, line))
        if piece.kind != "reference":
            out.append(piece)
    return out


def _with_front(pieces: list[Piece]) -> list[Piece]:
    """What stands between title and abstract is front matter, and its first piece names the authors."""
    title = next((i for i, piece in enumerate(pieces[:3]) if piece.kind in ("title", "heading")), None)
    if title is None or pieces[title].raw.lower().startswith(("abstract", "introduction", "1")):
        return pieces
    out = [*pieces[:title], replace(pieces[title], kind="title", level=None), *pieces[title + 1 :]]
    abstract = next((i for i, p in enumerate(pieces[:40]) if re.match(r"abstract\b", p.raw, re.IGNORECASE)), 0)
    for i in range(title + 1, abstract):
        out[i] = replace(out[i], kind="authors" if i == title + 1 else "front")
    return out
