"""Mutated PDFs through the reader: every outcome is a Document or a ReadError, whatever was done to the file.

usage: python tests/fuzz_reader.py [MUTATIONS [WORKERS]]
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from miner.errors import ReadError
from miner.readers.limits import limit
from miner.readers.pdf import ocr, read_pdf

REPO = Path(__file__).parents[1]
_PAPERS = REPO.parent / "shared/papers"
SAMPLES = sorted((REPO / "corpus" / "papers").glob("*.pdf"))
SHARED = [
    _PAPERS / "anode-solutions-review/pdf/h1_rotate90_and_cropbox_offset.pdf",
    _PAPERS / "layout/PMC5080681/fulltext.pdf",
    _PAPERS / "PMC7058583/fulltext.pdf",
]
_NUMBER = re.compile(rb"(?<![\d.])\d{1,6}(?![\d.])")


def mutate(content: bytes, rng: random.Random) -> bytes:
    """The content with one to fifty places flipped, cut, doubled or given another number."""
    out = bytearray(content)
    change = rng.choice((_flip, _cut, _double, _renumber))
    for _ in range(rng.choice((1, 3, 10, 50))):
        change(out, rng)
    return bytes(out)


def _flip(out: bytearray, rng: random.Random) -> None:
    out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)


def _cut(out: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(out) - 1)
    del out[start : min(start + rng.choice((1, 20, 2000)), len(out) - 1)]


def _double(out: bytearray, rng: random.Random) -> None:
    start = rng.randrange(len(out))
    out[start:start] = out[start : start + rng.choice((1, 20, 2000))]


def _renumber(out: bytearray, rng: random.Random) -> None:
    """Another number in place of the next one; most are in the objects' dictionaries and the table of places."""
    match = _NUMBER.search(out, rng.randrange(len(out)))
    if match:
        out[match.start() : match.end()] = str(rng.choice((0, 1, 7, 255, 65536, 999999, -1))).encode()


def outcome(seed: int, sources: Sequence[Path], folder: Path) -> str:
    """What comes of the mutation of this seed: "document", a ReadError's reason, or how the reader ended otherwise.

    It is read in a process of its own with the limits of `miner.readers.limits`, as `miner.read` does.
    """
    rng = random.Random(seed)
    path = folder / f"{seed}.pdf"
    path.write_bytes(mutate(rng.choice(sources).read_bytes(), rng))
    fork = get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    child = fork.Process(target=_read, args=(path, sender))
    child.start()
    sender.close()
    try:
        said = receiver.recv()
    except EOFError:
        child.join()
        said = f"process ended by signal {-(child.exitcode or 0)}"
    path.unlink()
    return said + (f" at seed {seed}" if said.startswith("TRACEBACK") else "")


def _read(path: Path, sender: Connection) -> None:
    limit()
    ocr.available = lambda: False  # ten seconds for each page that a mutation blanks
    try:
        read_pdf(path)
    except ReadError as error:
        sender.send(error.reason)
    except MemoryError:
        sender.send("too large")
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        sender.send(f"TRACEBACK {error!r} in {place.filename}:{place.lineno}")
    else:
        sender.send("document")
    os._exit(0)


def outcomes(seeds: Iterable[int], sources: Sequence[Path], workers: int = 2) -> Counter[str]:
    """How often each outcome comes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool,
    ):
        return Counter(pool.map(partial(outcome, sources=sources, folder=Path(folder)), seeds))


def main() -> None:
    """Print the counts; the exit code is 1 where anything but a Document or a ReadError came."""
    count, workers = (*map(int, sys.argv[1:]), *(2000, 2)[len(sys.argv) - 1 :])
    found = outcomes(range(count), [*SAMPLES, *(path for path in SHARED if path.exists())], workers)
    for name, times in found.most_common():
        sys.stdout.write(f"{times:6d}  {name}\n")
    sys.exit(any(name.startswith("TRACEBACK") for name in found))


if __name__ == "__main__":
    main()
