"""Pages a second on one core: our reader beside plain pypdfium2, pdfminer.six and pdfplumber, in one run.

The peers give text only; ours gives typed blocks in reading order, tables, references and resolved citations. None of
them is interrupted by Python's search for cycles, as none is in the worker process that reads a file at ingest.
usage: python benchmarks/reading.py [FILE.pdf ...]
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
from pdfminer.high_level import extract_text

from miner.readers.pdf import read_pdf

REPO = Path(__file__).parents[1]
ROUNDS = 5


def pypdfium2_text(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_bounded()


def pdfplumber_text(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


READERS: dict[str, Callable[[Path], object]] = {
    "anodegraph": read_pdf,
    "pypdfium2 (text only)": pypdfium2_text,
    "pdfminer.six (text only)": lambda path: extract_text(str(path)),
    "pdfplumber (text only)": pdfplumber_text,
}


def pages_a_second(read: Callable[[Path], object], path: Path) -> float:
    """Pages a second of processor time, so that a busy machine counts little; the best of some rounds."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = len(pdf)
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        read(path)
        times.append(time.process_time() - start)
    return pages / min(times)


def main() -> None:
    """Print one row a file."""
    files = [Path(name) for name in sys.argv[1:]] or sorted((REPO / "corpus" / "papers").glob("*.pdf"))
    review = REPO.parent / "shared/papers/anode-solutions-review/pdf/a1_twocol_latex.pdf"
    files += [review] if review.exists() and len(sys.argv) == 1 else []
    gc.disable()
    print("pages/s".ljust(36) + "".join(name.rjust(26) for name in READERS))
    for path in files:
        figures = (f"{pages_a_second(read, path):26.1f}" for read in READERS.values())
        print(path.name.ljust(36) + "".join(figures))


if __name__ == "__main__":
    main()
