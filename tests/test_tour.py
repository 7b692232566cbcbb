"""docs/tour.md as a new user would go it: the commands are run, the links opened, and the pages show what is quoted."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import REPO, visit
from playwright.sync_api import Browser, expect
from running_app import anodegraph, running_app, settled

TOUR = (REPO / "docs" / "tour.md").read_text(encoding="utf-8")
APP = "http://127.0.0.1:8501"
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", TOUR, re.DOTALL) for line in block.splitlines()]
STEPS = [step for step in re.split(r"\n(?=\n|\d\. )", TOUR) if APP in step]


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The app after the commands of the tour."""
    home: Path = tmp_path_factory.mktemp("tour")
    for command in COMMANDS:
        words = shlex.split(command.replace("make demo", "anodegraph demo"))
        if words != ["anodegraph", "app"]:
            anodegraph(home, *words[1:])
    with running_app(home) as address:
        yield address


@pytest.mark.parametrize("step", STEPS, ids=lambda step: re.sub(r"\W+", " ", step)[:40])
def test_a_step_shows_what_the_tour_says(step: str, toured: str, browser: Browser) -> None:
    text = re.sub(r"\s+", " ", step)
    (link,) = re.findall(rf"{APP}([^\s>]*?)(?:>|\)(?=[\s:.,;]|$))", text)
    with visit(browser, toured) as page:
        page.goto(link)
        settled(page)
        for quoted in re.findall("“(.*?)”", text.partition(APP)[2]):
            expect(page.get_by_text(re.compile(re.escape(quoted), re.IGNORECASE)).first).to_be_attached()
