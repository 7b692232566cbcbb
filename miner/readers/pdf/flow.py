"""Chunks become blocks: paragraphs joined over columns, pages and floats, each under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from miner.document import Block, BlockKind
from miner.readers.pdf.chunks import Chunk, bare
from miner.readers.pdf.entries import split_entries
from miner.readers.pdf.lines import Line
from miner.readers.pdf.page import Page
from miner.readers.pdf.running import Vocabulary, running

_CLOSED = re.compile(r"[.?!][\"”’)\]\d,–\s*†-]*$")
_FLOATS = ("caption", "footnote", "furniture", "front", "authors")


@dataclass(slots=True)
class Piece:
    """The lines of one block to be."""

    kind: str
    lines: list[Line]
    section: tuple[str, ...] = ()
    level: int | None = None
    parts: list[Chunk] = field(default_factory=list)


def blocks(chunks: Sequence[Chunk], pages: Mapping[int, Page], vocabulary: Vocabulary) -> list[Block]:
    """The blocks of a document in reading order."""
    return [
        Block(cast(BlockKind, piece.kind), running(piece.lines, pages, vocabulary), piece.section, piece.level)
        for piece in _pieces(chunks)
    ]


def _pieces(chunks: Sequence[Chunk]) -> Iterator[Piece]:
    out: list[Piece] = []
    path: list[tuple[int, str]] = []
    open_: Piece | None = None
    listed: Piece | None = None
    for chunk in chunks:
        if chunk.kind == "heading":
            level = chunk.level or 1
            path = [step for step in path if step[0] < level] + [(level, _plain(chunk.text))]
            out.append(Piece("heading", chunk.lines, tuple(t for _, t in path[:-1]), level))
            open_ = None
        elif chunk.kind in ("paragraph", "abstract"):
            section = ("Abstract",) if chunk.kind == "abstract" else tuple(title for _, title in path)
            if open_ is not None and open_.section == section and _continues(open_, chunk):
                open_.lines = open_.lines + chunk.lines
                open_.parts.append(chunk)
            else:
                open_ = Piece("paragraph", chunk.lines, section, parts=[chunk])
                out.append(open_)
        elif chunk.kind == "reference":
            if listed is None:
                listed = Piece("reference", [], tuple(t for _, t in path))
                out.append(listed)
            listed.parts.append(chunk)
        else:
            out.append(Piece(chunk.kind, chunk.lines, tuple(t for _, t in path)))
    for piece in out:
        if piece.kind == "reference":
            lead, entries = split_entries(piece.parts)
            if lead:
                yield Piece("furniture", lead, piece.section)
            yield from (Piece("reference", lines, piece.section) for lines in entries)
        else:
            yield piece


def _plain(heading: str) -> str:
    return re.sub(r"\s+", " ", bare(heading))


def _continues(piece: Piece, chunk: Chunk) -> bool:
    """Whether a chunk goes on with the sentence, and the style, of the open paragraph."""
    last = piece.parts[-1]
    if abs(last.size - chunk.size) > 0.08 * chunk.size:
        return False
    if _CLOSED.search(last.lines[-1].text):
        return chunk.lines[0].text[:1].islower() and last.column != chunk.column
    if chunk.lines[0].text[:1].islower():
        return True
    return last.column != chunk.column and len(last.lines[-1].text) > 20
