"""The app on a free port and a browser before it, for the tests and for docs/screenshots.py."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
COMMAND = Path(sys.executable).with_name("anodegraph")
_CALM = ("quic", "background-networking", "component-update", "sync", "gpu")  # what the browser shall leave alone
_START_SECONDS = 60


expect.set_options(timeout=20_000)  # a busy machine draws a page in more than the usual 5 s


@contextmanager
def running_app(home: Path, command: Path = COMMAND) -> Iterator[str]:
    """Run `anodegraph app` on the library in `home`; yields its address, and stops app and graph in the end."""
    port = _free_port()
    with (home / "app.log").open("ab") as log:
        process = subprocess.Popen(
            [command, "app", "--port", str(port)], env=_env(home), cwd=home, stdout=log, stderr=log
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)
            anodegraph(home, "graph", "down")


def anodegraph(home: Path, *arguments: str | Path) -> None:
    """Run the command line on the library in `home`."""
    subprocess.run([COMMAND, *arguments], env=_env(home), cwd=home, stdout=subprocess.DEVNULL, check=True)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    arguments = ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in _CALM)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


def settled(page: Page) -> Page:
    """The page once the app has answered and stopped drawing."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=10_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=10_000)
    return page


def _env(home: Path) -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GRAPH_")}
    return env | {"ANODEGRAPH_HOME": str(home), "STREAMLIT_SERVER_HEADLESS": "true"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(_START_SECONDS * 10):
        if process.poll() is not None:
            raise RuntimeError(f"the app ended with exit code {process.returncode}")
        try:
            with urlopen(address, timeout=1):
                return
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the app did not answer within {_START_SECONDS} s")
