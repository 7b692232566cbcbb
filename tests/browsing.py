"""A browser before the app for the tests: on a made-up review, and on real papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page
from running_app import CHROMIUM, anodegraph, chromium, running_app, settled
from sample_review import SAMPLE

from miner.library import Library

REPO = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from conftest import not_tested

    if CHROMIUM is None:
        not_tested("the app", "no Chromium on this machine")
    with chromium() as browser:
        yield browser


@cache
def tab(browser: Browser, address: str) -> Page:
    """One tab for all visitors: a new one takes the browser as much work as the page itself."""
    return browser.new_context(base_url=address).new_page()


@contextmanager
def visit(
    browser: Browser, address: str, scheme: Literal["light", "dark"] = "light", size: tuple[int, int] = (1280, 720)
) -> Iterator[Page]:
    """A page of the app; what its console complains of, and what it asks of other machines, fails the test."""
    page = tab(browser, address)
    page.goto("about:blank")  # whatever another visitor has left open
    page.context.clear_cookies()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    complaints: list[str] = []
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: complaints.append(message.text) if is_complaint(message) else None,
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda asked: None if is_local(asked.url, address) else complaints.append(asked.url),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        yield page
        page.evaluate("localStorage.clear()")
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
    assert complaints == []


def choose(page: Page, field: str, option: str, typed: str | None = None) -> None:
    """Choose in a list by typing; a list closes when the page scrolls under it, and opens when it is typed in again."""
    box = settled(page).get_by_role("combobox", name=field)
    box.scroll_into_view_if_needed()
    for attempt in range(3):
        box.clear()
        box.press_sequentially(typed or option)
        try:
            page.get_by_role("option", name=option).click(timeout=5000)
            return
        except Error:
            if attempt == 2:
                raise


def is_complaint(message: ConsoleMessage) -> bool:
    """Streamlit itself asks below a page's address for what lies at the root, before it looks there."""
    return message.type == "error" and "/_stcore/" not in message.location["url"]


def is_local(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:"))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The app on a library with one paper."""
    home = tmp_path_factory.mktemp("home")
    Library(home).add(SAMPLE)
    anodegraph(home, "graph", "rebuild")
    with running_app(home) as address:
        yield address


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The app on real papers where they are at hand, else on those of corpus/."""
    home = tmp_path_factory.mktemp("papers")
    real = REPO.parent / "shared" / "papers"
    found = [*real.glob("anode-solutions-review/pdf/a1_*.pdf"), *sorted(real.glob("*/fulltext.pdf"))[:2]]
    anodegraph(home, "ingest", *(found or [REPO / "corpus" / "papers"]))
    with running_app(home) as address:
        yield address
