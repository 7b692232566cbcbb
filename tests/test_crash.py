"""Whatever is killed and whenever, and with a full disk: the same command run again completes, nothing lost or doubled.

`make soak` is the long form, with SOAK_KILLS=100.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest
from commandline import ANODEGRAPH, environment, runner
from conftest import not_tested
from engines import clear
from made_up_library import library as made_up_library

from graph.contents import canonical_export
from graph.embedded import down
from graph.engine import Engine, open_embedded
from graph.errors import GraphError
from graph.projection import project, rebuild
from miner import Library, ingest
from miner.errors import UserError

KILLS = int(os.environ.get("SOAK_KILLS", "2"))
PAPER = """# Review {n} of anodes

Lithium metal suffers from dendrite growth. Silicon suffers from volume change.
Silicon has a specific capacity of {n}500 mAh/g. Nanostructuring relieves the volume change of silicon.
An artificial SEI relieves the dendrite growth of lithium metal [1].

## References

[1] Wang, A. A skin for lithium metal. J. Tests 2020, 1, 1-9.
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    for n in range(1, 9):
        (folder / f"p{n}.md").write_text(PAPER.format(n=n))
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def clean(papers: list[Path], tmp_path_factory: pytest.TempPathFactory, arcadedb: Engine) -> tuple[dict, str]:
    """The library and the graph of the papers where nothing went wrong."""
    library = Library(tmp_path_factory.mktemp("clean"))
    clear(arcadedb)
    for outcome in ingest(papers, library):
        assert outcome.extraction
        assert len(outcome.extraction.claims) >= 5
        project(arcadedb, outcome.extraction)
    return contents(library.folder), canonical_export(arcadedb)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.json*")}


def graph_of(home: Path) -> str:
    engine = open_embedded(home / "graph")
    try:
        return canonical_export(engine)
    finally:
        engine.close()
        down(home / "graph")


def started(home: Path, papers: list[Path], *words: str) -> subprocess.Popen[bytes]:
    command = [ANODEGRAPH, "ingest", *map(str, papers), *words]
    return subprocess.Popen(
        command, env=environment(home), cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_an_ingest_that_is_killed_again_and_again_completes(papers: list[Path], clean: tuple, tmp_path: Path) -> None:
    random, folder = Random(6), tmp_path / "library"
    for _ in range(KILLS):
        running = started(tmp_path, papers, "--workers", "1")
        so_far, deadline = len(list(folder.glob("*.jsonl"))), time.monotonic() + 60
        # The start takes longest: what is to be hit comes after it.
        while running.poll() is None and time.monotonic() < deadline and len(list(folder.glob("*.jsonl"))) == so_far:
            time.sleep(0.01)
            if so_far == len(papers):
                break
        time.sleep(random.uniform(0, 0.3))
        running.kill()
        running.wait()
    done = runner(tmp_path)("ingest", *papers)
    assert done.returncode == 0, done.stderr
    library = contents(folder)
    # A record that was cut short stays where it is, and is passed over.
    assert library.keys() == clean[0].keys()
    assert all(library[name].endswith(clean[0][name]) for name in library)
    assert graph_of(tmp_path) == clean[1]


def test_two_ingests_at_once_add_each_paper_once(papers: list[Path], clean: tuple, tmp_path: Path) -> None:
    both = [started(tmp_path, order, "--workers", "1") for order in (papers, papers[::-1])]
    assert [running.wait(200) for running in both] == [0, 0]
    assert contents(tmp_path / "library") == clean[0]
    assert graph_of(tmp_path) == clean[1]


def test_a_server_that_is_killed_again_and_again_loses_nothing(tmp_path: Path, arcadedb: Engine) -> None:
    wanted, random = list(made_up_library(6)), Random(6)
    clear(arcadedb)
    rebuild(arcadedb, wanted)
    for _ in range(KILLS):
        engine = open_embedded(tmp_path)
        assert engine.server
        killer = threading.Timer(random.uniform(0, 1.2), os.kill, (engine.server.pid, signal.SIGKILL))
        killer.start()
        try:
            for number in count():
                project(engine, wanted[number % len(wanted)])
                if not killer.is_alive() and number > len(wanted):
                    break
        except GraphError:
            pass
        killer.join()
        engine.close()
    engine = open_embedded(tmp_path)
    rebuild(engine, wanted)
    assert canonical_export(engine) == canonical_export(arcadedb)
    engine.close()
    down(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A disk of its own with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={getattr(request, 'param', '32k')}", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        not_tested("a full disk", "only root may mount a small one")
    yield disk
    # Lazily: a server that has just ended may still hold it.
    subprocess.run(["umount", "-l", disk], check=True)


def test_a_full_disk_is_one_sentence_and_leaves_the_library_whole(
    small_disk: Path, papers: list[Path], clean: tuple
) -> None:
    library = Library(small_disk)
    outcomes = list(ingest(papers, library))
    errors = [outcome.error for outcome in outcomes if outcome.error]
    assert errors, "the disk should be full"
    assert len(errors) < len(papers), "not from the first paper on"
    assert all(isinstance(error, UserError) and "No space left" in str(error) for error in errors)
    kept = [outcome.extraction for outcome in outcomes if outcome.extraction]
    assert sorted(e.paper.sha256 for e in kept) == library.papers()
    assert list(library.extractions()) == sorted(kept, key=lambda e: e.paper.sha256)
    subprocess.run(["mount", "-o", "remount,size=10m", small_disk], check=True)
    assert not any(outcome.error for outcome in ingest(papers, library))
    assert all(contents(library.folder)[name].endswith(whole) for name, whole in clean[0].items())


@pytest.mark.parametrize("small_disk", ["24m"], indirect=True)
def test_a_full_disk_is_one_sentence_and_the_graph_can_be_made_again(small_disk: Path, arcadedb: Engine) -> None:
    wanted = list(made_up_library(6))
    engine = open_embedded(small_disk)
    with pytest.raises(GraphError, match="MB left; make room, and run the same again"):
        rebuild(engine, wanted)
    engine.close()
    down(small_disk)
    subprocess.run(["mount", "-o", "remount,size=1g", small_disk], check=True)
    engine = open_embedded(small_disk)
    rebuild(engine, wanted)
    clear(arcadedb)
    rebuild(arcadedb, wanted)
    assert canonical_export(engine) == canonical_export(arcadedb)
    engine.close()
    down(small_disk)


def test_a_dask_cluster_makes_the_same_library_though_a_worker_is_killed(
    papers: list[Path], clean: tuple, tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        pids = list(client.run(os.getpid).values())
        library = Library(tmp_path)
        outcomes = ingest(papers, library, scheduler=cluster.scheduler_address)
        threading.Timer(1.0, os.kill, (pids[0], signal.SIGKILL)).start()
        assert [outcome.path for outcome in outcomes if outcome.new] == papers
    assert contents(library.folder) == clean[0]


def test_a_process_that_dies_costs_no_paper(papers: list[Path], clean: tuple, tmp_path: Path) -> None:
    library = Library(tmp_path)
    outcomes = ingest(papers, library, workers=2)
    first = next(outcomes)
    children = subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", "spawn_main"], capture_output=True, check=False)
    os.kill(int(children.stdout.split()[0]), signal.SIGKILL)
    assert [outcome.error for outcome in (first, *outcomes)] == [None] * len(papers)
    assert contents(library.folder) == clean[0]
