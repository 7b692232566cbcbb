"""From a file to a `Document`, whatever its format."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from miner.citations import resolve
from miner.document import Document
from miner.errors import ReadError
from miner.readers.html import read_html
from miner.readers.jats import read_jats
from miner.readers.text import read_text
from miner.readers.worker import read_apart


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: `read` makes the document of a file whose content and ending (".html") it `fits`.

    `read` takes the content, its SHA-256 and the file's name for messages, and raises ReadError. `endings` are those of
    the files that are looked for in a folder.
    """

    endings: tuple[str, ...]
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, str], Document]


def read(path: Path, password: str | None = None, content: bytes | None = None) -> Document:
    """The document in a file, its citations resolved; the content decides the format, then the file's ending.

    `content` is what the file holds, where it has been read already; only a PDF is then read again, in its own process.

    Raises ReadError: "missing", "not a file", "empty", "not a PDF", "unknown format", and what `read_apart` raises.
    """
    content = content_of(path) if content is None else content
    ending = path.suffix.lower()
    if b"%PDF-" in (content if ending == ".pdf" else content[:1024]):
        return read_apart(path, password)
    if ending == ".pdf":
        raise ReadError("not a PDF", path.name, _nature(content))
    for reader in READERS:
        if reader.fits(content, ending):
            return resolve(reader.read(content, hashlib.sha256(content).hexdigest(), path.name))
    raise ReadError("unknown format", path.name)


def content_of(path: Path) -> bytes:
    """What a file holds. Raises ReadError: "missing", "not a file", "closed folder", "empty"."""
    if not path.exists():
        raise ReadError("missing", path.name)
    if path.is_dir():
        try:
            os.scandir(path).close()
        except PermissionError as error:
            raise ReadError("closed folder", path.name) from error
    if not path.is_file():
        raise ReadError("not a file", path.name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError("not a file", path.name) from error
    if not content.strip():
        raise ReadError("empty", path.name)
    return content


def _nature(content: bytes) -> str:
    if _is_html(content):
        return "an HTML page"
    return "a text file" if _is_text(content) else "other data"


def _is_text(content: bytes) -> bool:
    """Whether the first 64 kB hold no control characters but those of text."""
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", content[:65536])


def _is_html(content: bytes) -> bool:
    return bool(re.search(rb"<(?:!doctype\s+html|html)\b", content[:2048], re.IGNORECASE))


def _is_jats(content: bytes, _ending: str) -> bool:
    is_xml = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and not _is_html(content)
    return is_xml and bool(re.search(rb"<(?:article|pmc-articleset)\b", content[:65536]))


def _read_typed(content: bytes, sha256: str, _name: str) -> Document:
    try:
        return read_text(content.decode("utf-8-sig"), sha256)
    except UnicodeDecodeError:
        return read_text(content.decode("cp1252", errors="replace"), sha256)


_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".md", ".markdown", ".text")
# The first that fits a file reads it. PDF is none of them: it is read in a process of its own.
READERS = (
    Reader((".xml", ".nxml"), _is_jats, read_jats),
    Reader(_PAGES, lambda content, ending: _is_html(content) or ending in _PAGES, read_html),
    Reader(_TEXTS, lambda content, ending: ending in (*_TEXTS, "") and _is_text(content), _read_typed),
)
READABLE = (".pdf", *(ending for reader in READERS for ending in reader.endings))
"""The endings of files that are looked for in a folder."""
