"""Makes the pictures of docs/: the app on the sample papers, page by page, and one with the evidence behind a cell.

usage: python docs/screenshots.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPO = Path(__file__).parents[1]
sys.path.insert(0, str(REPO / "tests"))

from playwright.sync_api import Page  # noqa: E402
from running_app import anodegraph, chromium, running_app, settled  # noqa: E402

SIZE = {"width": 1200, "height": 1030}
TALLEST = 1600
PAGES = {
    "home": "/",
    "anode": "/anode?anode=silicon",
    "problem": "/problem?problem=dendrite_growth",
    "mitigation": "/mitigation?mitigation=nanostructuring",
    "compare": "/compare?anode=silicon&anode=tin&anode=graphite",
    "explore": "/explore?problem=dendrite_growth",
    "audit": "/audit",
    "ask": "/ask?q=What+mitigates+dendrite+growth+on+lithium+metal%3F",
    "cypher": "/cypher?q=MATCH+p+=+(:Anode)-[:HAS_PROBLEM]->(:Problem)+RETURN+p",
    "curate": "/curate?paper={paper}",
    "ingest": "/ingest",
}


def photograph(page: Page, name: str) -> None:
    """The whole page, up to a height that one can look at."""
    settled(page).mouse.move(0, 0)
    page.wait_for_timeout(1500)  # until charts have faded in and drawings come to rest
    height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": SIZE["width"], "height": min(height, TALLEST)})
    page.wait_for_timeout(500)
    page.screenshot(path=REPO / "docs" / "pages" / f"{name}.png")
    page.set_viewport_size(SIZE)


def main() -> None:
    """Ingest the sample papers into a folder of their own, and photograph what a visitor sees."""
    (REPO / "docs" / "pages").mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        anodegraph(home, "ingest", REPO / "corpus" / "papers")
        paper = next(path.stem for path in sorted((home / "sources").glob("*.pdf")))
        with running_app(home) as address, chromium() as browser:
            page = browser.new_page(base_url=address, viewport=SIZE, color_scheme="light")
            for name, path in PAGES.items():
                page.goto(path.format(paper=paper))
                photograph(page, name)
            page.goto("/evidence?anode=silicon&problem=volume_change")
            settled(page).get_by_role("link", name="Show on its page").nth(1).click()
            page.get_by_role("img", name=re.compile("with the sentence marked")).wait_for()
            photograph(page, "evidence")
            page.goto("/mitigation?mitigation=nanostructuring")
            settled(page)
            page.get_by_test_id("stVegaLiteChart").get_by_text(re.compile(r"^\d+$")).first.click()
            page.get_by_text("Show on its page").first.wait_for()
            settled(page).mouse.move(0, 0)
            page.wait_for_timeout(1000)  # the chart fades
            page.screenshot(path=REPO / "docs" / "screenshot.png")


main()
