"""Plain text and Markdown: paragraphs between blank lines, headings, captions, tables, a reference list; no pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from miner.document import Block, BlockKind, Document, Figure, Table, Text, join
from miner.readers.grid import is_grid, read_grid
from miner.readers.notation import read_notation
from miner.references import parse_list

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_NUMBERED = re.compile(
    r"(?P<number>(?P<roman>[IVX]{1,5})\.|(?P<path>\d{1,2}(?:\.\d{1,2})*)\.?)\s+(?=[^\sa-z])[^\n]{2,150}(?<![.,;:])$"
)
_NAMED = re.compile(
    r"(?:abstract|summary|keywords|introduction|background|methods?|experimental(?: section)?|materials and methods"
    r"|results(?: and discussion)?|discussion|conclusions?|outlook|acknowledge?ments?|appendix|references?(?: cited)?"
    r"|bibliography|literature(?: cited)?)[:.]?",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:(?:[IVX]+|\d+)\.?\s+)?(?:references?(?: cited)?|bibliography|literature(?: cited)?)[:.]?", re.IGNORECASE
)
_ENTRY = re.compile(r"(?:[-*•]\s+)?(?=\[\d{1,4}\]|\d{1,4}[.)]\s)")
_CAPTION = re.compile(
    r"((?:fig(?:ure)?|tab(?:le)?|scheme)\.?\s*S?\d{1,3}[a-z]?)(?:\s*[.:|)–—]\s*|\s+(?=[A-Z(]))", re.IGNORECASE
)
_FRONT = re.compile(
    r"(?:key\s?words?|index terms|received|accepted|date of|correspond|e-?mail|doi\b|https?://|©|copyright|\*)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!:;][\"”’')\]]*\s*$")
_DANGLES = re.compile(r"(?:\([a-z]\)|[,\-–]|\b(?:the|a|an|of|and|or|with|to|in|on|by|for|from|as|at|both))$")
_YEAR = re.compile(
    r"(?:received|accepted|accept|published|date of|©|copyright)[^\n]*?\b((?:19|20)\d\d)\b", re.IGNORECASE
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of lines between blank ones, with what it was found to be."""

    lines: tuple[str, ...]
    kind: BlockKind | None = None
    level: int | None = None

    @property
    def raw(self) -> str:
        return " ".join(self.lines)


def read_text(typed: str, sha256: str) -> Document:
    """The document that a plain or Markdown text holds; the first line is its title if it reads like one."""
    words = frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", typed.lower()))
    pieces = _classified([_Piece(tuple(lines)) for lines in _paragraphs(typed)])
    pieces = list(_mended(pieces, words))
    entries = [piece.raw for piece in pieces if piece.kind == "reference"]
    blocks, tables, figures = _placed(pieces, words)
    front = "\n".join(piece.raw for piece in pieces[:20] if piece.kind in ("front", "authors"))
    dois, years = _DOI.findall(front), _YEAR.findall(front)
    return Document(
        sha256=sha256,
        format="text",
        title=next((str(block.text) for block in blocks if block.kind == "title"), ""),
        authors=_names(next((block.text for block in blocks if block.kind == "authors"), Text(""))),
        year=int(years[-1]) if years else None,
        doi=dois[0] if dois else "",
        blocks=tuple(blocks),
        tables=tuple(tables),
        figures=tuple(figures),
        references=parse_list([str(read_notation(entry)) for entry in entries]),
    )


def _paragraphs(typed: str) -> Iterator[list[str]]:
    """The lines between blank lines; where lines are longer than any wrapping makes them, each line stands alone."""
    for chunk in re.split(r"\n[^\S\n\t]*\n|\f", typed.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip(" \u00a0\u200b") for line in chunk.split("\n")]
        lines = [line for line in lines if line.strip()]
        if not lines:
            continue
        if is_grid(lines):
            yield lines
        else:
            yield from _split_lines(lines)


def _split_lines(lines: list[str]) -> Iterator[list[str]]:
    long = any(len(line) > 160 for line in lines)
    group: list[str] = []
    for line in lines:
        if group and (long or _ENTRY.match(line) or _HASHES.match(line) or _HASHES.match(group[-1])):
            yield group
            group = []
        group.append(line)
    yield group


def _classified(pieces: list[_Piece]) -> list[_Piece]:
    """Each piece with its kind: what a line looks like, and for short lines what stands before and after it."""
    found: list[_Piece] = []
    in_references = False
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        before = found[-1] if found else None
        piece = _numbered_or_named(piece) or (
            _in_list(piece, before) if in_references else _kind_of(piece, before, after)
        )
        if piece.kind == "heading":
            in_references = bool(_REFERENCES.fullmatch(piece.raw))
        found.append(piece)
    return _with_front(_with_list(found))


def _numbered_or_named(piece: _Piece) -> _Piece | None:
    """The piece as a heading, where its own form says so."""
    if len(piece.lines) > 2 or _ENTRY.match(piece.lines[0]) and not _NUMBERED.match(piece.raw):
        return None
    if match := _HASHES.match(piece.raw):
        return replace(piece, lines=(match[2],), kind="heading", level=len(match[1]))
    if _NAMED.fullmatch(piece.raw):
        return replace(piece, lines=(piece.raw.rstrip(":. "),), kind="heading", level=1)
    if (match := _NUMBERED.match(piece.raw)) and not re.search(r"[.?!] [A-Z]", piece.raw[match.end("number") :]):
        return replace(piece, kind="heading", level=1 if match["roman"] else match["path"].count(".") + 1)
    return None


def _in_list(piece: _Piece, before: _Piece | None) -> _Piece:
    """A piece of the reference list: an entry, or what goes on with the entry before it."""
    numbered = before is not None and before.kind == "reference" and _ENTRY.match(before.lines[0])
    if before is not None and numbered and not _ENTRY.match(piece.lines[0]):
        return replace(piece, kind="reference", level=-1)
    return replace(piece, kind="reference")


def _kind_of(piece: _Piece, before: _Piece | None, after: _Piece | None) -> _Piece:
    if is_grid(piece.lines):
        return replace(piece, kind="table")
    if _CAPTION.match(piece.raw):
        return replace(piece, kind="caption")
    if before is None and len(piece.raw) < 300 and not piece.raw.endswith((".", ";", ",")) and after is not None:
        return replace(piece, kind="title")
    is_open = before is not None and before.kind == "paragraph" and not _ENDS.search(before.raw)
    if not is_open and after is not None and _looks_like_heading(piece.raw, after.raw):
        return replace(piece, kind="heading", level=1)
    return replace(piece, kind="front" if _FRONT.match(piece.raw) and len(piece.raw) < 400 else "paragraph")


def _looks_like_heading(raw: str, after: str) -> bool:
    """A short line without a full stop, a comma or a citation, before something that does not go on with it."""
    is_short = len(raw) <= 90 and len(raw.split()) <= 12
    return is_short and raw[0].isupper() and not re.search(r"[.?!:;,]$|[.?!;] |\[\d|\t", raw) and not after[0].islower()


def _with_list(pieces: list[_Piece]) -> list[_Piece]:
    """A list without a heading: at least three entries in brackets, numbered from 1, to the end of the text."""
    if any(piece.kind == "reference" for piece in pieces):
        return pieces
    starts = [i for i, piece in enumerate(pieces) if re.match(r"(?:[-*•]\s+)?\[1\]", piece.raw)]
    if not starts or sum(bool(_ENTRY.match(p.raw)) for p in pieces[starts[-1] :]) < 3:
        return pieces
    return pieces[: starts[-1]] + [replace(piece, kind="reference") for piece in pieces[starts[-1] :]]


def _with_front(pieces: list[_Piece]) -> list[_Piece]:
    """What stands between title and abstract is front matter, and its first piece names the authors."""
    heads = [i for i, p in enumerate(pieces[:40]) if re.match(r"abstract\b", p.raw, re.IGNORECASE)]
    title = next((i for i, p in enumerate(pieces[:3]) if p.kind in ("title", "heading")), None)
    if title is None:
        return pieces
    out = [*pieces[:title], replace(pieces[title], kind="title", level=None), *pieces[title + 1 :]]
    if heads and heads[0] > title:
        for i in range(title + 1, heads[0]):
            out[i] = replace(out[i], kind="authors" if i == title + 1 else "front")
    return out


def _mended(pieces: Sequence[_Piece], words: frozenset[str]) -> Iterator[_Piece]:
    """Paragraphs, captions and entries that a page break or a figure cut in two, made whole again."""
    out: list[_Piece] = []
    open_at: int | None = None
    for piece in pieces:
        last = out[-1] if out else None
        if last and last.kind == "caption" and piece.kind == "paragraph" and _DANGLES.search(last.raw):
            out[-1] = replace(last, lines=last.lines + piece.lines)
            continue
        if last and piece.kind == "reference" and piece.level == -1:
            out[-1] = replace(last, lines=last.lines + piece.lines)
            continue
        if piece.kind == "paragraph" and open_at is not None and _goes_on(out[open_at].raw, piece.raw):
            out[open_at] = replace(out[open_at], lines=(*out[open_at].lines, *piece.lines))
            open_at = open_at if not _ENDS.search(piece.raw) else None
            continue
        out.append(piece)
        if piece.kind == "paragraph":
            open_at = len(out) - 1 if not _ENDS.search(piece.raw) else None
        elif piece.kind not in ("caption", "table"):
            open_at = None
    for piece in out:
        yield replace(piece, lines=(_flow(piece.lines, words),)) if piece.kind != "table" else piece


def _goes_on(raw: str, after: str) -> bool:
    return after[0].islower() or after[0].isdigit() or after[0] in "([$~<>" or bool(_DANGLES.search(raw))


def _flow(lines: Sequence[str], words: frozenset[str]) -> str:
    """Lines as one; a hyphen at a line's end goes where the text has the joined word elsewhere and not the hyphened one."""
    flowed = lines[0]
    for line in lines[1:]:
        match = re.search(r"([A-Za-z]+)[-\u00ad\u2010]$", flowed)
        if not match or not line[:1].isalpha():
            flowed += " " + line
            continue
        tail = re.match(r"[A-Za-z]+", line)
        right = tail[0].lower() if tail else ""
        joins = f"{match[1].lower()}{right}" in words and f"{match[1].lower()}-{right}" not in words
        flowed = (flowed[:-1] if joins else flowed) + line
    return flowed


def _placed(pieces: Sequence[_Piece], words: frozenset[str]) -> tuple[list[Block], list[Table], list[Figure]]:
    """Blocks under their headings; tables with the caption that stands before them."""
    blocks: list[Block] = []
    tables: list[Table] = []
    figures: list[Figure] = []
    path: list[tuple[int, str]] = []
    for index, piece in enumerate(pieces):
        section = tuple(title for _, title in path)
        if piece.kind == "table":
            _add_table(tables, piece, pieces[index - 1] if index else None, section)
            continue
        text = read_notation(piece.raw)
        if piece.kind == "heading":
            path = [(level, title) for level, title in path if level < (piece.level or 1)]
            section = tuple(title for _, title in path)
            path.append((piece.level or 1, str(text)))
        elif piece.kind == "caption" and not piece.raw.lower().startswith("tab"):
            figures.append(Figure(_label(piece.raw), text))
        blocks.append(Block(piece.kind or "paragraph", text, section, piece.level if piece.kind == "heading" else None))
    return blocks, tables, figures


def _add_table(tables: list[Table], piece: _Piece, before: _Piece | None, section: tuple[str, ...]) -> None:
    """A new table, or the rest of the one before it where the header is printed again after a page break."""
    header, rows = read_grid(piece.lines)
    captioned = before is not None and before.kind == "caption"
    if tables and not captioned and tables[-1].header == header:
        tables[-1] = replace(tables[-1], rows=tables[-1].rows + rows)
    else:
        caption = read_notation(before.raw) if before is not None and captioned else Text("")
        tables.append(Table(_label(str(caption)), caption, header, rows, section=section))


def _label(caption: str) -> str:
    match = _CAPTION.match(caption)
    return match[1] if match else ""


def _names(text: Text) -> tuple[str, ...]:
    """Names in a line of authors, without the marks of their affiliations."""
    spans = [0, *(at for script in text.scripts for at in (script.start, script.end)), len(text.text)]
    plain = join([text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)], "").text
    names = [re.sub(r"[\d*†‡§]+$", "", name.strip()).strip() for name in re.split(r",|;|\band\b|&", plain)]
    return tuple(name for name in names if name)
