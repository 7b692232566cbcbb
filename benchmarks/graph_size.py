"""The graph at size: load rate beside the bare engine, one paper more, times of the named queries, memory.

On ArcadeDB and, where its jars are, on Neo4j.

usage: python benchmarks/graph_size.py [PAPERS] [ROWS]    (1000 papers of 100 claims; the first 100 rows of an answer)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from engines import JARS, PASSWORD, _running, clear
from made_up_library import library

from graph.answers import run
from graph.contents import links, nodes
from graph.engine import Engine, open_embedded, open_neo4j
from graph.named import Query, queries
from graph.projection import project, rebuild
from graph.schema import schema
from miner.claims import Extraction

COMPARED, ROUNDS, BATCH, LIMIT_MS = 300, 5, 1000, 200
# What the pages of the app ask.
APP = {
    *("anodes", "evidence", "measurements", "mitigations", "overview"),
    *("papers", "problems", "research_gaps", "what_helps", "who_suffers"),
}
GIVEN = {
    "anode": "lithium metal",
    "problem": "dendrite_growth",
    "mitigation": "artificial_sei_or_coating",
    "property": "specific_capacity",
    "paper": "review-3.pdf",
    "first": "review-3.pdf",
    "second": "review-4.pdf",
    "text": "silicon",
}


@contextmanager
def engines(folder: Path) -> Iterator[list[Engine]]:
    """The engines at hand, empty."""
    embedded = open_embedded(folder / "arcadedb")
    if not list(JARS.glob("neo4j-server-*.jar")):
        yield [embedded]
        return
    (folder / "neo4j").mkdir()
    with _running(folder / "neo4j") as uri:
        yield [embedded, open_neo4j(uri, "neo4j", PASSWORD)]


def bare(engine: Engine) -> list[tuple[str, list[dict[str, Any]]]]:
    """All that the graph holds as bare statements with their rows."""
    by_labels: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    by_type: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for node in nodes(engine):
        by_labels[node.labels].append(node.properties)
    for link in links(engine):
        (start, a), (end, b) = link.start.split(":", 1), link.end.split(":", 1)
        by_type[link.type, start, end].append({"start": a, "end": b, "properties": link.properties})
    statements = [(f"CREATE (n:{':'.join(labels)}) SET n = row", rows) for labels, rows in by_labels.items()]
    for (type_, start, end), rows in by_type.items():
        a, b = schema().labels[start].key, schema().labels[end].key
        text = f"MATCH (a:{start} {{{a}: row.start}}) MATCH (b:{end} {{{b}: row.end}}) CREATE (a)-[r:{type_}]->(b)"
        statements.append((f"{text} SET r = row.properties", rows))
    return statements


def write_bare(engine: Engine, statements: list[tuple[str, list[dict[str, Any]]]]) -> None:
    """Write them in batches, each a transaction."""
    for text, rows in statements:
        for at in range(0, len(rows), BATCH):
            batch = rows[at : at + BATCH]
            engine.write(lambda tx, text=text, batch=batch: tx.run(f"UNWIND $rows AS row {text}", rows=batch).consume())


def compare_loads(engine: Engine, papers: list[Extraction]) -> None:
    """Print how fast the projection loads, beside the bare engine with the same rows; the median of three turns."""
    ours, theirs = [], []
    for _ in range(3):
        clear(engine)
        ours.append(seconds(lambda: rebuild(engine, papers)))
        statements = bare(engine)
        clear(engine)
        theirs.append(seconds(lambda statements=statements: write_bare(engine, statements)))
    elements = sum(len(rows) for _, rows in statements)
    print(
        f"  load of {len(papers)} papers: {elements / median(ours):,.0f} elements/s, bare UNWIND "
        f"{elements / median(theirs):,.0f}: {median(theirs) / median(ours):.0%}"
    )
    clear(engine)


def load(engine: Engine, papers: int) -> None:
    """Load a library, and print the rate, what one paper costs at its start and its end, and a paper again."""
    first = median(seconds(lambda one=one: project(engine, one)) for one in library(21))
    start = time.perf_counter()
    rebuild(engine, library(papers))
    took = time.perf_counter() - start
    more = list(islice(library(papers + 11), papers, None))
    last = median(seconds(lambda one=one: project(engine, one)) for one in more)
    again = median(seconds(lambda one=one: project(engine, one)) for one in more)
    print(f"  {papers} papers in {took:,.0f} s, {papers / took:.1f} papers/s")
    print(
        f"  a paper costs {first * 1000:.0f} ms at first (median of 21), {last * 1000:.0f} ms at {papers} (of 11):",
        end="",
    )
    print(f" {last / first:.2f} times; unchanged {again * 1000:.0f} ms")


def seconds(work: Any) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def asked(query: Query) -> list[dict[str, Any]]:
    """Its required parameters alone, with each of the filters, and with all of them."""
    required = {p.name: GIVEN[p.name] for p in query.parameters if p.required}
    filters = {
        p.name: GIVEN[p.name]
        for p in query.parameters
        if not p.required and p.type in ("Anode", "Problem", "Mitigation")
    }
    single = [{**required, name: value} for name, value in filters.items()]
    return [required, *single, *([{**required, **filters}] if len(filters) > 1 else [])]


def time_queries(engine: Engine, rows: int) -> None:
    """Print p50 and p95 of each query with each filter, the app's first; a `!` marks what is over the limit."""
    for query in sorted(queries(), key=lambda query: (query.name not in APP, query.name)):
        for given in asked(query):
            ask = partial(run, engine, query.name, given, rows)
            try:
                times = [seconds(ask) * 1000 for _ in range(ROUNDS)]
            except Exception as error:
                print(f"  ! {query.name} {', '.join(given)}: {error}")
                continue
            cuts = quantiles(times, n=20, method="inclusive")
            mark = "!" if cuts[18] > LIMIT_MS else " "
            kind = "app" if query.name in APP else "   "
            print(f"  {mark} {kind} {cuts[9]:7.0f} {cuts[18]:7.0f} ms  {query.name} {', '.join(given)}", flush=True)


def memory(engine: Engine) -> None:
    """Print the resident memory of the server, and what lies on disk."""
    pid = engine.server.pid if engine.server else _listener(int(engine.where.rpartition(":")[2]))
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        kilobytes = {line.split(":")[0]: line.split()[1] for line in status.read_text().splitlines() if "kB" in line}
        print(f"  memory: {int(kilobytes['VmRSS']) / 1e6:.2f} GB, at most {int(kilobytes['VmHWM']) / 1e6:.2f} GB")


def _listener(port: int) -> str:
    found = subprocess.run(["pgrep", "-P", str(os.getpid()), "java"], capture_output=True, text=True, check=False)
    return found.stdout.split()[0] if found.stdout else str(port)


def main() -> None:
    """Print all of it for each engine."""
    papers, rows = (int(word) for word in [*sys.argv[1:], *("1000", "100")[len(sys.argv) - 1 :]])
    with tempfile.TemporaryDirectory() as folder, engines(Path(folder)) as found:
        for engine in found:
            print(f"{engine.kind}: {papers} papers of 100 claims", flush=True)
            compare_loads(engine, list(library(min(papers, COMPARED))))
            load(engine, papers)
            time_queries(engine, rows)
            memory(engine)
            engine.close()


if __name__ == "__main__":
    main()
