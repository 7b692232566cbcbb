"""Broken, hostile, scanned and very long PDFs: what comes of each, how long it takes and what it costs.

Each file is read as `anodegraph read` does it, in a worker process under limits. Memory is the worker's peak.

usage: python benchmarks/hostile.py [FILE.pdf ...]
"""

import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from miner.errors import ReadError
from miner.readers import read

REVIEW = Path(__file__).parents[2] / "shared/papers/anode-solutions-review/pdf"
PASSWORD = "secret"  # of the encrypted samples, as their names say
LOCKED = "_userpw_"


class Outcome(NamedTuple):
    """What reading a file gave: pages read of how many, defects by kind or the reason in a sentence, and the cost."""

    pages: str
    said: str
    seconds: float
    megabytes: float


def outcome(path: Path, password: str | None = None) -> Outcome:
    """Read a file; for the figures of one file the process must have read no other."""
    start = time.perf_counter()
    try:
        document = read(path, password)
    except ReadError as error:
        pages, said = "-", str(error)
    else:
        lost = sum(d.count for d in document.defects if d.code in ("no text layer", "page"))
        pages = f"{(document.pages or 0) - lost}/{document.pages}"
        said = "; ".join(f"{d.message}: {d.count}" for d in document.defects) or "read whole"
    seconds = time.perf_counter() - start
    return Outcome(pages, said, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def jobs() -> Iterator[tuple[Path, str | None]]:
    """The files of the command line, or all renderings that are no plain paper; the locked ones also with their key."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(REVIEW.glob("[c-h]*.pdf"))
    for path in files:
        yield path, None
        if LOCKED in path.name:
            yield path, PASSWORD


def main() -> None:
    """Print one row a file."""
    print(f"{'file':44}{'s':>7}{'MB':>7}{'pages':>11}  outcome")
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as pool:
        for path, password in jobs():
            found = pool.submit(outcome, path, password).result()
            name = path.name + (" (password)" if password else "")
            print(f"{name:44}{found.seconds:7.1f}{found.megabytes:7.0f}{found.pages:>11}  {found.said}", flush=True)


if __name__ == "__main__":
    main()
