"""Open copies onto the disk: PDF or JATS, nothing else."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from miner.literature.errors import HttpError
from miner.literature.http import Client, Reply
from miner.literature.records import FullText
from miner.literature.works import Work


def fetch(client: Client, work: Work, folder: Path) -> FullText:
    """The first copy that is what it promises, as a file of the folder; why there is none otherwise."""
    if not work.copies:
        return FullText(work.doi, "closed", "no open copy is known")
    reasons: list[str] = []
    passing = False
    for copy in work.copies:
        try:
            reply = client.file(copy.url)
            name = file_name(work.doi) + _ending(reply)
        except HttpError as error:
            reasons.append(str(error))
            passing = passing or error.passing
            continue
        _write(folder / name, reply.content)
        sha256 = hashlib.sha256(reply.content).hexdigest()
        return FullText(work.doi, "fetched", file=name, sha256=sha256, copy=copy)
    return FullText(work.doi, "failed", "; ".join(dict.fromkeys(reasons)), passing)


def file_name(doi: str) -> str:
    """A name for the file of a DOI, without an ending; a hash keeps those apart that would look alike."""
    return f"{re.sub(r'[^a-z0-9.]+', '-', doi)[:80]}-{hashlib.sha256(doi.encode()).hexdigest()[:6]}"


def _ending(reply: Reply) -> str:
    """By the content, whatever the server calls it. Raises HttpError."""
    head = reply.content[:65536]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and re.search(rb"<(?:article|pmc-articleset)\b", head):
        return ".xml"
    kind = reply.type.partition(";")[0] or "something unknown"
    raise HttpError(f"{reply.url} is neither PDF nor JATS but {kind}")


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)
