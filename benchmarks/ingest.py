"""Papers a minute on one and two processes and on a local Dask cluster of two workers, beside each other.

Efficiency is the rate of two over twice that of one; all are warm: each turn mines one small batch first. What other
processes do on the machine counts against it, so the median of the turns is printed with all of them.

usage: python benchmarks/ingest.py [TURNS] [FILE ...]    (5 turns on the sample papers, six times over)
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from miner import Library, ingest

ROOT = Path(__file__).parents[1]
COPIES = 6


def papers(folder: Path, originals: list[Path]) -> list[Path]:
    """Copies that differ by their last byte, so that each is a paper of its own."""
    made = []
    for number in range(COPIES):
        for original in originals:
            path = folder / f"{number}-{original.name}"
            path.write_bytes(original.read_bytes() + b"\n%" + str(number).encode() * (number + 1))
            made.append(path)
    return made


def rate(files: list[Path], warm: int, workers: int, scheduler: str) -> float:
    """Papers a minute from the first result after `warm` ones to the last."""
    with tempfile.TemporaryDirectory() as home:
        outcomes = ingest(files, Library(Path(home)), None, workers, scheduler)
        for outcome in islice(outcomes, warm):
            assert outcome.new, outcome.error
        start, left = time.perf_counter(), 0
        for outcome in outcomes:
            assert outcome.new, outcome.error
            left += 1
        return left / (time.perf_counter() - start) * 60


def main() -> None:
    """Print the rates of each turn, and the median efficiency."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    originals = [Path(name) for name in sys.argv[2:]] or sorted((ROOT / "corpus" / "papers").glob("*.pdf"))
    efficiency: dict[str, list[float]] = {"2 processes": [], "Dask, 2 workers": []}
    from distributed import LocalCluster

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with tempfile.TemporaryDirectory() as folder, LocalCluster(**options) as cluster:
        files = papers(Path(folder), originals)
        warm = len(originals)
        for _ in range(turns):
            one = rate(files, warm, 1, "")
            two = {
                "2 processes": rate(files, warm, 2, ""),
                "Dask, 2 workers": rate(files, warm, 1, cluster.scheduler_address),
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
