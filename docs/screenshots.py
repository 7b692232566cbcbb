"""Makes docs/screenshot.png: the app on the sample papers, with the evidence behind one cell of a matrix opened."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPO = Path(__file__).parents[1]
sys.path.insert(0, str(REPO / "tests"))

from running_app import anodegraph, chromium, running_app, settled  # noqa: E402

SIZE = {"width": 1200, "height": 1030}


def main() -> None:
    """Ingest the sample papers into a folder of their own, and photograph what a visitor sees."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        anodegraph(home, "ingest", REPO / "corpus" / "papers")
        with running_app(home) as address, chromium() as browser:
            page = browser.new_page(base_url=address, viewport=SIZE, color_scheme="light")
            page.goto("/mitigation?mitigation=nanostructuring")
            settled(page)
            page.get_by_test_id("stVegaLiteChart").get_by_text(re.compile(r"^\d+$")).first.click()
            page.get_by_text("Show on its page").first.wait_for()
            settled(page).mouse.move(0, 0)
            page.wait_for_timeout(1000)  # the chart fades
            page.screenshot(path=REPO / "docs" / "screenshot.png")


main()
