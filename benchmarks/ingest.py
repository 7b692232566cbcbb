"""Papers a minute on one and two processes and on a local Dask cluster of two workers, beside each other.

Efficiency is the rate of two over twice that of one. Papers are started ahead, so that when the clock starts some of
the following ones are done already; it stops while as many are still to come, so that the one makes up for the other.
What other processes do on the machine counts against it, so the median of the turns is printed with all of them.

usage: python benchmarks/ingest.py [TURNS] [FILE ...]    (5 turns on the sample papers, ten times over)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from miner import Library, Outcome, ingest

ROOT = Path(__file__).parents[1]
COPIES, AHEAD = 10, 4


def papers(folder: Path, originals: list[Path]) -> list[Path]:
    """Copies that differ by their last byte, so that each is a paper of its own."""
    made = []
    for number in range(COPIES):
        for original in originals:
            path = folder / f"{number}-{original.name}"
            path.write_bytes(original.read_bytes() + b"\n%" + str(number).encode() * (number + 1))
            made.append(path)
    return made


def rate(files: list[Path], edge: int, workers: int, scheduler: str) -> float:
    """Papers a minute between the results of the first `edge` papers and those of the last."""
    with tempfile.TemporaryDirectory() as home:
        outcomes = ingest(files, Library(Path(home)), None, workers, scheduler)
        taken(outcomes, edge)
        start, counted = time.perf_counter(), len(files) - 2 * edge
        taken(outcomes, counted)
        seconds = time.perf_counter() - start
        taken(outcomes, edge)
        return counted / seconds * 60


def taken(outcomes: Iterator[Outcome], number: int) -> None:
    """Wait for so many papers."""
    for outcome in islice(outcomes, number):
        assert outcome.new, outcome.error


def main() -> None:
    """Print the rates of each turn, and the median efficiency."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    originals = [Path(name) for name in sys.argv[2:]] or sorted((ROOT / "corpus" / "papers").glob("*.pdf"))
    efficiency: dict[str, list[float]] = {"2 processes": [], "Dask, 2 workers": []}
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with tempfile.TemporaryDirectory() as folder, LocalCluster(**options) as cluster:
        files = papers(Path(folder), originals)
        # Whole rounds of the papers, so that what is counted is the same mixture.
        edge = -(-AHEAD // len(originals)) * len(originals)
        for _ in range(turns):
            one = rate(files, edge, 1, "")
            two = {
                "2 processes": rate(files, edge, 2, ""),
                "Dask, 2 workers": rate(files, edge, 1, cluster.scheduler_address),
            }
            for name, found in two.items():
                efficiency[name].append(found / one / 2)
            rates = ", ".join(f"{name} {found:.1f}" for name, found in two.items())
            print(f"papers a minute: 1 process {one:.1f}, {rates}", flush=True)
    for name, found in efficiency.items():
        turns_ = " ".join(f"{each:.2f}" for each in found)
        print(f"efficiency of {name}: median {median(found):.2f} ({turns_})")


if __name__ == "__main__":
    main()
