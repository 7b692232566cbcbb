"""How soon the pages of the app are ready on a made-up library, alone and with nine other sessions at work.

usage: python benchmarks/app.py [PAPERS] [HOME]    (10,000 papers of 100 claims: a million claims; HOME keeps the graph)

First is the first visit of all since the server started, in a new browser; cold is a visit in another new browser, with
the loading of Streamlit's own pages; warm is coming back to a page in the same session. Ready is when the app has
answered and stopped drawing. The other sessions speak Streamlit's protocol over websockets: each opens one page after
the other, with a second of reading between them.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from math import inf
from pathlib import Path
from statistics import median, quantiles
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from made_up_library import CLAIMS, library
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NotReady
from running_app import chromium, running_app
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from miner.claims import Extraction

ROUNDS, OTHERS, READING_SECONDS = 5, 9, 1.0
ANODE, PROBLEM, MITIGATION = "lithium+metal", "dendrite_growth", "artificial_sei_or_coating"
PAGES = {
    "home": "/",
    "anode": f"/anode?anode={ANODE}",
    "problem": f"/problem?problem={PROBLEM}",
    "mitigation": f"/mitigation?mitigation={MITIGATION}",
    "compare": "/compare?anode=silicon&anode=graphite",
    "explore": f"/explore?problem={PROBLEM}&anode={ANODE}",
    "evidence": f"/evidence?anode={ANODE}&problem={PROBLEM}&mitigation={MITIGATION}",
    "audit": "/audit?show=Research+gaps",
    "ask": "/ask?q=What+mitigates+dendrite+growth+on+silicon%3F",
    "cypher": "/cypher?q=MATCH+(a:Anode)+RETURN+a.name",
    "curate": "/curate",
    "ingest": "/ingest",
}
READY = """title => {
    const heading = document.querySelector('h1'), app = document.querySelector('[data-testid="stApp"]');
    return heading && (!title || heading.innerText.trim() === title)
        && app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
}"""


def fill(papers: int) -> None:
    """Put a made-up library of so many papers into the graph, unless it holds them already."""
    import graph

    held = {row["label"]: row["nodes"] for row in graph.run("overview").records()}.get("Document", 0)
    if held < papers:
        graph.rebuild(told(library(papers)))
    graph.connect().close()


def told(papers: Iterator[Extraction]) -> Iterator[Extraction]:
    """The papers, with how many there were so far."""
    start = time.perf_counter()
    for number, extraction in enumerate(papers, 1):
        yield extraction
        if number % 500 == 0:
            print(f"... {number} papers, {number / (time.perf_counter() - start):.1f}/s", flush=True)


def cold(browser: Browser, address: str, path: str) -> float:
    """Seconds until a page is ready in a new browser."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(path)
    ready(page)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def warm(page: Page, path: str) -> Iterator[float]:
    """Seconds until the page is ready again, coming back to it from a page that asks nothing."""
    page.goto(path)
    ready(page)
    title = page.get_by_role("heading", level=1).inner_text()
    assert title != "Nothing in the graph yet", "the app looks at another graph"
    for _ in range(ROUNDS):
        page.get_by_role("navigation").get_by_role("link", name="Ingest", exact=True).click()
        ready(page, "Ingest")
        start = time.perf_counter()
        page.evaluate("history.back()")
        ready(page, title)
        yield time.perf_counter() - start


def ready(page: Page, title: str = "") -> None:
    """Wait until the app has answered and stopped drawing; looked at on each frame, for `expect` looks ever less often.

    Raises:
        NotReady: after 30 s.
    """
    page.wait_for_function(READY, arg=title)


@contextmanager
def others(address: str, count: int) -> Iterator[list[float]]:
    """So many sessions at work in the background; yields the seconds that their pages took."""
    stop, seconds = Event(), []
    thread = Thread(target=lambda: asyncio.run(_sessions(address, count, stop, seconds)))
    thread.start()
    yield seconds
    stop.set()
    thread.join()


async def _sessions(address: str, count: int, stop: Event, seconds: list[float]) -> None:
    await asyncio.gather(*(_session(address, number, stop, seconds) for number in range(count)))


async def _session(address: str, number: int, stop: Event, seconds: list[float]) -> None:
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], origin=address, max_size=None) as socket:  # pyright: ignore
        pages = [path for name, path in PAGES.items() if name != "ingest"]
        for path in cycle(pages[number % len(pages) :] + pages[: number % len(pages)]):
            if stop.is_set():
                return
            start = time.perf_counter()
            name, _, query = path.lstrip("/").partition("?")
            message = BackMsg()
            message.rerun_script.query_string = query
            message.rerun_script.page_name = name
            await socket.send(message.SerializeToString())
            while True:
                answer = ForwardMsg.FromString(await socket.recv())
                if answer.WhichOneof("type") == "script_finished":
                    break
            seconds.append(time.perf_counter() - start)
            await asyncio.sleep(READING_SECONDS)


def measure(address: str, browser: Browser, label: str) -> None:
    """Print median and p95 of each page, cold and warm."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    all_cold, all_warm = [], []
    print(f"{label}\n{'page':12}{'first s':>8}{'cold s':>8}{'warm s':>8}{'warm p95':>9}")
    for name, path in PAGES.items():
        try:
            first, again = [cold(browser, address, path) for _ in range(4)], []
            again = list(warm(page, path)) if name != "ingest" else []
        except NotReady:
            print(f"{name:12} not ready in 30 s", flush=True)
            first, again = [inf, inf], [inf]
        all_cold += first[1:]
        all_warm += again
        if first[0] < inf:
            warmed = f"{median(again):8.2f}{p95(again):9.2f}" if again else ""
            print(f"{name:12}{first[0]:8.2f}{median(first[1:]):8.2f}{warmed}", flush=True)
    print(f"{'p95':20}{p95(all_cold):8.2f}{p95(all_warm):8.2f}\n", flush=True)
    context.close()


def p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[18]


def main() -> None:
    """Fill the graph, and measure alone and in company."""
    papers = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        home = Path(sys.argv[2] if len(sys.argv) > 2 else folder).resolve()
        home.mkdir(parents=True, exist_ok=True)
        os.environ["ANODEGRAPH_HOME"] = str(home)
        fill(papers)
        print(f"{papers:,} papers, {papers * CLAIMS:,} claims", flush=True)
        with running_app(home) as address, chromium() as browser:
            measure(address, browser, "one session")
            with others(address, OTHERS) as seconds:
                measure(address, browser, f"{OTHERS + 1} sessions")
            print(
                f"the {OTHERS} others: {len(seconds)} pages, median {median(seconds):.2f} s, p95 {p95(seconds):.2f} s"
            )


if __name__ == "__main__":
    main()
