"""How well proposals for gaps find known remedies: each anode and problem hidden in turn, beside the most popular ones.

usage: python benchmarks/gaps.py FILE ...    (papers; without any, those of corpus/ and ../shared that are reviews)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from graph.analysis import analogous, hit_rate, known, popular, popular_against
from graph.engine import open_embedded
from graph.projection import project
from miner import extract, read

ROOT = Path(__file__).parents[1]


def papers() -> list[Path]:
    """The papers to learn from."""
    ours = [*(ROOT / "corpus" / "papers").glob("*.pdf"), *(ROOT.parent / "shared" / "papers").rglob("*.xml")]
    return [Path(name) for name in sys.argv[1:]] or sorted(ours)


def main() -> None:
    """Print the hit rates at 1, 3 and 5 proposals."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_embedded(Path(folder))
        for path in papers():
            project(engine, extract(read(path), path.name))
        edges, problems = known(engine)
        engine.close()
    print(f"{len(edges)} known (strategy, problem, anode) of {len({(e.anode, e.problem) for e in edges})} pairs")
    for name, recommend in (
        ("analogous anodes", analogous),
        ("most popular against it", popular_against),
        ("most popular", popular),
    ):
        rates = "  ".join(f"top {top}: {hit_rate(edges, problems, recommend, top):.2f}" for top in (1, 3, 5))
        print(f"{name:24s} {rates}")


if __name__ == "__main__":
    main()
