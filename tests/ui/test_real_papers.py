"""The app on real papers: every page, and the way from a number to its sentence on the page of the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import REPO, choose, visit
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from running_app import settled

PAGES = {
    "/": "AnodeGraph",
    "/anode": "Anodes",
    "/anode?anode=silicon": "Problems and what helps",
    "/problem": "Problems",
    "/problem?problem=dendrite_growth": "What helps against dendrite growth",
    "/mitigation?mitigation=alloying": "What it helps against",
    "/compare?anode=silicon&anode=lithium+metal&anode=graphite": "What they suffer from",
    "/explore?problem=volume_change": "Explore",
    "/evidence?anode=silicon&problem=volume_change": "Evidence",
    "/audit": "Audit and gaps",
    "/audit?show=Research+gaps": "Audit and gaps",
    "/ask?q=What+mitigates+dendrite+growth+on+lithium+metal%3F": "Ask",
    "/cypher?q=MATCH+(a:Anode)+RETURN+a.name+ORDER+BY+a.name": "Cypher",
    "/curate": "Curate",
    "/ingest": "Ingest",
}


@pytest.fixture
def page(papers: str, browser: Browser) -> Iterator[Page]:
    with visit(browser, papers) as page:
        yield page


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_by_its_address_and_is_accessible(papers: str, browser: Browser, address: str) -> None:
    scheme = "dark" if list(PAGES).index(address) % 2 else "light"
    with visit(browser, papers, scheme) as page:
        page.goto(address)
        settled(page)
        expect(page.get_by_role("heading", name=PAGES[address], exact=True)).to_be_visible()
        expect(page.get_by_text("AnodeGraph made a mistake")).to_have_count(0)
        title = page.get_by_role("heading", level=1).inner_text()
        assert page.get_by_test_id("stMainBlockContainer").inner_text().strip().startswith(title)
        found = Axe().run(page).response["violations"]
        serious = [violation for violation in found if violation["impact"] in ("serious", "critical")]
        assert [(v["id"], node["html"]) for v in serious for node in v["nodes"]] == []


def test_values_that_disagree_are_shown_where_somebody_asks_for_them(page: Page) -> None:
    page.goto("/audit?show=Values+that+disagree")
    settled(page).get_by_test_id("stCheckbox").filter(has_text=re.compile(r"\d values\)")).first.click()
    expect(page.get_by_text("click one to read its sentence")).to_be_visible()


def test_a_visitor_without_a_mouse_reaches_the_evidence(page: Page) -> None:
    page.goto("/problem?problem=dendrite_growth")
    settled(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.matches('a') && document.activeElement.innerText")
        if re.search(r"\(\d+\)$", focused or ""):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Evidence", exact=True)).to_be_visible()


def test_from_the_first_question_to_the_sentence_marked_on_its_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("^What helps against")).click()
    settled(page)
    page.get_by_role("main").get_by_role("link", name=re.compile(r"\(\d+\)$")).first.click()
    expect(page.get_by_role("heading", name="Evidence", exact=True)).to_be_visible()
    settled(page).get_by_role("link", name="Show on its page").first.click()
    picture = page.get_by_role("img", name=re.compile(r"^Page \d+ of .*, with the sentence marked"))
    expect(picture).to_be_visible()
    expect(page.get_by_text(re.compile(r"· page \d+ ·")).first).to_be_visible()
    settled(page)
    source = picture.get_attribute("src") or ""
    drawn = Image.open(BytesIO(page.request.get(source).body())).convert("RGB")
    assert _marked(drawn) > 200


def _marked(picture: Image.Image) -> int:
    """The number of pixels with the ink of the marks on white paper."""
    return sum(count for count, colour in picture.getcolors(1 << 24) or () if _is_yellow(colour))


def _is_yellow(colour: tuple[int, int, int]) -> bool:
    return colour[0] > 245 and 220 < colour[1] < 245 and 140 < colour[2] < 175


def test_a_claim_is_rejected_and_the_rejection_undone_in_one_click(page: Page) -> None:
    page.goto("/evidence?anode=silicon&problem=volume_change")
    settled(page).get_by_role("link", name="Show on its page").first.click()
    expect(page.get_by_text("Is this read rightly?")).to_be_visible()
    settled(page).get_by_role("button", name="Reject").click()
    expect(page.get_by_text("The graph does not hold this claim")).to_be_visible()
    settled(page).get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Is this read rightly?")).to_be_visible()


def test_a_correction_holds_and_stands_in_the_log(page: Page) -> None:
    page.goto("/evidence?anode=silicon&problem=volume_change")
    settled(page).get_by_role("link", name="Show on its page").nth(1).click()
    expect(page.get_by_text("Is this read rightly?")).to_be_visible()
    before = parse_qs(urlsplit(settled(page).url).query)["claim"]
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Your name").press("Enter")
    settled(page).get_by_text("Correct it").click()
    choose(page, "Problem", "Dendrite growth")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_text("Corrected by Ada")).to_be_visible()
    assert parse_qs(urlsplit(settled(page).url).query)["claim"] != before
    page.goto("/curate?show=Log")
    settled(page)
    expect(page.get_by_text("Problem: dendrite_growth")).to_be_visible()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Nothing is judged at the moment")).to_be_visible()


def test_uploaded_papers_are_taken_in_and_bad_files_say_why(page: Page, tmp_path: Path) -> None:
    bad = tmp_path / "page.pdf"
    bad.write_text("<html><body>Please log in</body></html>")
    page.goto("/ingest")
    settled(page)
    sample = REPO / "corpus" / "papers" / "solid-state-anodes.pdf"
    page.locator("input[type=file]").set_input_files([bad, sample])
    expect(page.get_by_text("page.pdf", exact=True)).to_be_visible()
    page.get_by_role("button", name="Ingest", exact=True).click()
    expect(page.get_by_text("page.pdf is called a PDF but is not one")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Look its claims through")).to_be_visible(timeout=60_000)
    settled(page).get_by_role("link", name="Look its claims through").click()
    expect(page.get_by_text(re.compile("claims that nobody has judged"))).to_be_visible()
