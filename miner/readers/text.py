"""Plain text and Markdown: paragraphs between blank lines, headings, captions, tables, a reference list; no pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from miner.document import Block, Document, Figure, Table, Text, join
from miner.readers.grid import read_grid
from miner.readers.notation import read_notation
from miner.readers.pieces import CAPTION, Piece, read_pieces, unmarked
from miner.references import parse_list

_DANGLES = re.compile(r"(?:\([a-z]\)|[,\-–]|\b(?:the|a|an|of|and|or|with|to|in|on|by|for|from|as|at|both))$")
_YEAR = re.compile(r"(?:received|accept|published|date of|©|copyright)[^\n]*?\b((?:19|20)\d\d)\b", re.IGNORECASE)
# What Markdown has for a citation: a footnote ("[^12]"), or a link into the list ("[12](#r12)").
_LINK = re.compile(r"\[(\d{1,4})\]\(#[^()\s]*\)")
_NOTE_LINK = re.compile(
    rf"\[\^(?P<note>\d{{1,4}})\]:?|{_LINK.pattern}|\[(?P<several>(?:{_LINK.pattern}|[\d\s,;–-])+)\]"
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)]")


def read_text(typed: str, sha256: str) -> Document:
    """The document that a plain or Markdown text holds; the first line is its title if it reads like one."""
    typed = _NOTE_LINK.sub(_cited, typed)
    words = frozenset(re.findall(r"[a-z]+(?:-[a-z]+)*", typed.lower()))
    pieces = [_flowed(piece, words) for piece in _mended(read_pieces(typed))]
    blocks, tables, figures = _placed(pieces)
    front = "\n".join(piece.raw for piece in pieces[:20] if piece.kind in ("front", "authors"))
    dois, years = _DOI.findall(front), _YEAR.findall(front)
    return Document(
        sha256=sha256,
        format="text",
        title=next((block.text.text for block in blocks if block.kind == "title"), ""),
        authors=_names(next((block.text for block in blocks if block.kind == "authors"), Text(""))),
        year=int(years[-1]) if years else None,
        doi=dois[0] if dois else "",
        blocks=tuple(blocks),
        tables=tuple(tables),
        figures=tuple(figures),
        references=parse_list([block.text.text for block in blocks if block.kind == "reference"]),
    )


def _cited(match: re.Match[str]) -> str:
    """The citation that a note or a link stands for."""
    return f"[{match['note'] or _LINK.sub(lambda link: link[1], match['several'] or match[0])}]"


def _mended(pieces: Iterable[Piece]) -> list[Piece]:
    """Paragraphs and captions that a page break or a figure cut in two, made whole again."""
    out: list[Piece] = []
    broken: int | None = None
    for piece in pieces:
        last = out[-1] if out else None
        if last and last.kind == "caption" and piece.kind == "paragraph" and _DANGLES.search(last.raw):
            out[-1] = replace(last, lines=last.lines + piece.lines)
        elif broken is not None and piece.kind == "paragraph" and _continues(out[broken].raw, piece.raw):
            out[broken] = replace(out[broken], lines=out[broken].lines + piece.lines)
            broken = broken if piece.is_open else None
        else:
            out.append(piece)
            if piece.kind not in ("caption", "table"):
                broken = len(out) - 1 if piece.kind == "paragraph" and piece.is_open else None
    return out


def _continues(before: str, after: str) -> bool:
    return after[0].islower() or after[0].isdigit() or after[0] in "([$~<>" or bool(_DANGLES.search(before))


def _flowed(piece: Piece, words: frozenset[str]) -> Piece:
    """The piece on one line; a hyphen at a line's end goes where the text has the joined word and not the hyphened."""
    if piece.kind == "table":
        return piece
    flowed = piece.lines[0]
    for line in piece.lines[1:]:
        left, right = re.search(r"([A-Za-z]+)[-\u00ad\u2010]$", flowed), re.match(r"[A-Za-z]+", line)
        if not left or not right:
            flowed += " " + line
            continue
        parts = left[1].lower(), right[0].lower()
        is_word = "".join(parts) in words and "-".join(parts) not in words
        flowed = (flowed[:-1] if is_word else flowed) + line
    return replace(piece, lines=(flowed,))


def _placed(pieces: Sequence[Piece]) -> tuple[list[Block], list[Table], list[Figure]]:
    """Blocks under their headings; tables with the caption that stands before them."""
    blocks: list[Block] = []
    tables: list[Table] = []
    figures: list[Figure] = []
    path: list[tuple[int, str]] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "table":
            _add_table(tables, piece, _caption_of(pieces, index), tuple(title for _, title in path))
            continue
        text = read_notation(piece.raw)
        level = piece.level if piece.kind == "heading" else None
        path = [(above, title) for above, title in path if level is None or above < level]
        blocks.append(Block(piece.kind or "paragraph", text, tuple(title for _, title in path), level))
        if level is not None:
            path.append((level, text.text))
        elif piece.kind == "caption" and not text.text.lower().startswith("tab"):
            figures.append(Figure(_label(text.text), text))
    return blocks, tables, figures


def _caption_of(pieces: Sequence[Piece], index: int) -> Piece | None:
    """The caption before a table, else one of a table after it that no other table follows."""
    before, after, then = (pieces[i] if 0 <= i < len(pieces) else None for i in (index - 1, index + 1, index + 2))
    if before is not None and before.kind == "caption":
        return before
    is_below = after is not None and after.kind == "caption" and unmarked(after.raw).lower().startswith("tab")
    return after if is_below and (then is None or then.kind != "table") else None


def _add_table(tables: list[Table], piece: Piece, caption: Piece | None, section: tuple[str, ...]) -> None:
    """A new table, or the rest of the one before it where the header is printed again after a page break."""
    header, rows = read_grid(piece.lines)
    if tables and caption is None and tables[-1].header == header:
        tables[-1] = replace(tables[-1], rows=tables[-1].rows + rows)
    else:
        text = read_notation(caption.raw) if caption is not None else Text("")
        tables.append(Table(_label(text.text), text, header, rows, section=section))


def _label(caption: str) -> str:
    match = CAPTION.match(caption)
    return match[1] if match else ""


def _names(text: Text) -> tuple[str, ...]:
    """Names in a line of authors, without the marks of their affiliations."""
    spans = [0, *(at for script in text.scripts for at in (script.start, script.end)), len(text.text)]
    plain = join([text[start:end] for start, end in zip(spans[::2], spans[1::2], strict=True)], "").text
    names = [re.sub(r"[\d*†‡§]+$", "", name.strip()).strip() for name in re.split(r",|;|\band\b|&", plain)]
    return tuple(name for name in names if name)
