"""From a file to a `Document`, whatever its format."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from miner.citations import resolve
from miner.document import Document
from miner.errors import ReadError
from miner.readers.html import read_html
from miner.readers.jats import read_jats
from miner.readers.text import read_text
from miner.readers.worker import read_apart

_TEXT_ENDINGS = (".txt", ".md", ".markdown", ".text", "")


def read(path: Path, password: str | None = None, content: bytes | None = None) -> Document:
    """The document in a file, its citations resolved; the content decides the format, then the file's ending.

    `content` is what the file holds, where it has been read already; only a PDF is then read again, in its own process.

    Raises ReadError: "missing", "not a file", "empty", "not a PDF", "unknown format", and what `read_apart` raises.
    """
    content = content_of(path) if content is None else content
    is_called_pdf = path.suffix.lower() == ".pdf"
    if b"%PDF-" in (content if is_called_pdf else content[:1024]):
        return read_apart(path, password)
    if is_called_pdf:
        raise ReadError("not a PDF", path.name, _nature(content))
    sha256 = hashlib.sha256(content).hexdigest()
    if _is_jats(content):
        return resolve(read_jats(content, sha256, path.name))
    if _is_html(content) or path.suffix.lower() in (".html", ".htm", ".xhtml"):
        return resolve(read_html(content, sha256, path.name))
    if path.suffix.lower() in _TEXT_ENDINGS and _is_text(content):
        return resolve(read_text(_decoded(content), sha256))
    raise ReadError("unknown format", path.name)


def content_of(path: Path) -> bytes:
    """What a file holds. Raises ReadError: "missing", "not a file", "empty"."""
    if not path.exists():
        raise ReadError("missing", path.name)
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


def _is_jats(content: bytes) -> bool:
    is_xml = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and not _is_html(content)
    return is_xml and bool(re.search(rb"<(?:article|pmc-articleset)\b", content[:65536]))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
