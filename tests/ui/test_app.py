"""The app as a visitor meets it, in a real browser on a real graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import REPO, not_tested
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from running_app import CHROMIUM, anodegraph, chromium, running_app, settled

from miner.claims import Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper
from miner.document import Box, Reference
from miner.library import Library

DENDRITES = "Lithium grows dendrites on every cycle."
COATING = "A 20 nm layer of Li3N kept the lithium free of dendrites for 500 h [2]."
CAPACITY = "Silicon stores 3579 mAh g-1 in theory."


def evidence(sentence: str, section: str = "Anodes", page: int = 2) -> Evidence:
    return Evidence(sentence, section, page, (Box(page, 50, 100, 290, 112),))


SAMPLE = Extraction(
    paper=Paper(
        "doi:10.1000/review", "a" * 64, "Anodes, briefly", ("Doe",), 2024, "10.1000/review", "J. Tests", "anodes.pdf"
    ),
    measurements=(
        Measurement(
            evidence=evidence(CAPACITY),
            material=("silicon",),
            anode="silicon",
            property="specific_capacity",
            value=3579.0,
            unit="mAh/g",
            printed="3579 mAh g-1",
            qualifier="theoretical",
            basis="theoretical",
        ),
        Measurement(
            evidence=evidence("Si nanowires kept 2100 mAh g-1 at C/5 [1].", page=3),
            cites=(1,),
            anode="silicon",
            material=("Si nanowires",),
            property="specific_capacity",
            value=2100.0,
            unit="mAh/g",
            printed="2100 mAh g-1",
            qualifier="retained",
            conditions={"c_rate": "C/5"},
        ),
        Measurement(
            evidence=evidence("Graphite returns 92 % of the first charge."),
            material=("graphite",),
            anode="graphite",
            property="coulombic_efficiency",
            value=92.0,
            unit="%",
            printed="92 %",
        ),
    ),
    has_problem=(
        HasProblem(evidence=evidence(DENDRITES), anode="lithium metal", problem="dendrite_growth"),
        HasProblem(
            evidence=evidence("Silicon swells to four times its volume."), anode="silicon", problem="volume_change"
        ),
        HasProblem(
            evidence=evidence("No dendrites were seen on graphite."),
            anode="graphite",
            problem="dendrite_growth",
            denied=True,
        ),
    ),
    mitigations=(
        Mitigation(
            evidence=evidence(COATING),
            cites=(2,),
            strategy="artificial_sei",
            problem="dendrite_growth",
            anode="lithium metal",
        ),
        Mitigation(
            evidence=evidence("Nanowires have room to swell [1]."),
            cites=(1,),
            strategy="nanostructuring",
            problem="volume_change",
            anode="silicon",
        ),
        Mitigation(
            evidence=evidence("Additives that smooth the film hold dendrites back in general."),
            strategy="electrolyte_additive",
            problem="dendrite_growth",
        ),
    ),
    named_studies=(1,),
    references=(
        Reference(
            1,
            "A. Roe, Nanowires for silicon anodes, J. Wires 2019, 3, 14.",
            "1",
            ("Roe",),
            "Nanowires for silicon anodes",
            "J. Wires",
            2019,
            "3",
            pages="14",
            doi="10.1000/wires",
        ),
        Reference(
            2,
            "B. Poe, A nitride skin for lithium, J. Films 2020, 8, 21.",
            "2",
            ("Poe",),
            "A nitride skin for lithium",
            "J. Films",
            2020,
            "8",
            pages="21",
            doi="10.1000/skin",
        ),
    ),
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        not_tested("the app", "no Chromium on this machine")
    with chromium() as browser:
        yield browser


@contextmanager
def visit(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A page of the app; what its console complains of, and what it asks of other machines, fails the test."""
    context = browser.new_context(base_url=address, **options)  # pyright: ignore[reportArgumentType]
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if is_local(request.url, address) else complaints.append(request.url))
    yield page
    context.close()
    assert complaints == []


def is_complaint(message: ConsoleMessage) -> bool:
    """Streamlit itself asks below a page's address for what lies at the root, before it looks there."""
    return message.type == "error" and "/_stcore/" not in message.location["url"]


def is_local(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:"))


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The app on a library with one paper."""
    home = tmp_path_factory.mktemp("home")
    Library(home).add(SAMPLE)
    anodegraph(home, "graph", "rebuild")
    with running_app(home) as address:
        yield address


@pytest.fixture
def page(app: str, browser: Browser) -> Iterator[Page]:
    with visit(browser, app) as page:
        yield page


def test_home_says_what_the_graph_holds(page: Page) -> None:
    page.goto("/")
    settled(page)
    expect(page.get_by_role("heading", name="AnodeGraph")).to_be_visible()
    for name, count in {"Papers": 1, "Anodes": 3, "Problems": 2, "Mitigations": 3, "Measurements": 3}.items():
        expect(page.get_by_test_id("stMetric").filter(has_text=name)).to_contain_text(str(count))


def test_the_first_question_leads_to_the_evidence(page: Page) -> None:
    page.goto("/")
    settled(page).get_by_role("link", name="What helps against dendrite growth on lithium metal?").click()
    page.get_by_role("link", name=re.compile("Lithium metal .1.")).first.click()
    settled(page)
    expect(page.get_by_text(COATING)).to_be_visible()


def test_from_a_problem_to_the_evidence_sentence(page: Page) -> None:
    page.goto("/problem")
    settled(page).get_by_role("link", name=re.compile("^Dendrite growth")).click()
    expect(page).to_have_url(re.compile("problem=dendrite_growth"))
    page.get_by_role("link", name=re.compile("Lithium metal .1.")).first.click()
    settled(page)
    expect(page.get_by_text(COATING)).to_be_visible()
    expect(page.get_by_text("Anodes · page 2")).to_be_visible()
    expect(page.get_by_text("A nitride skin for lithium (2020)")).to_be_visible()
    expect(page.get_by_role("link", name="doi:10.1000/skin")).to_have_attribute("href", "https://doi.org/10.1000/skin")


def test_an_address_can_be_shared(page: Page) -> None:
    page.goto("/problem?problem=dendrite_growth&anode=lithium+metal")
    settled(page)
    expect(page.get_by_role("heading", name="What helps against dendrite growth on lithium metal")).to_be_visible()
    expect(page.get_by_role("link", name="Artificial SEI")).to_be_visible()
    expect(page.get_by_text("Electrolyte additive")).to_have_count(0)


def test_a_choice_stands_in_the_address(page: Page) -> None:
    page.goto("/anode")
    settled(page)
    page.get_by_role("combobox", name="Anode").click()
    page.get_by_role("option", name="silicon").click()
    expect(page).to_have_url(re.compile("anode=silicon"))
    expect(page.get_by_role("link", name="Volume change")).to_be_visible()
    page.reload()
    settled(page)
    expect(page.get_by_role("link", name="Volume change")).to_be_visible()


def test_a_name_that_the_graph_does_not_have_is_told(page: Page) -> None:
    page.goto("/anode?anode=unobtainium")
    settled(page)
    expect(page.get_by_text("The graph has no anode called “unobtainium”")).to_be_visible()


def test_what_is_denied_is_called_denied(page: Page) -> None:
    page.goto("/evidence?anode=graphite")
    settled(page)
    expect(page.get_by_text("No dendrites were seen on graphite.")).to_be_visible()
    expect(page.get_by_text("the paper states the contrary")).to_be_visible()
    page.goto("/problem?problem=dendrite_growth")
    settled(page)
    expect(page.get_by_role("link", name=re.compile("^Graphite"))).to_have_count(0)


def test_a_point_of_the_plot_shows_its_sentence(page: Page) -> None:
    page.goto("/anode?anode=silicon")
    settled(page)
    page.locator("[role='graphics-symbol'][aria-label*='3579']").click()
    expect(page.get_by_text(CAPACITY)).to_be_visible()


def test_a_cell_of_the_matrix_shows_its_sentences(page: Page) -> None:
    page.goto("/mitigation?mitigation=artificial_sei")
    settled(page)
    page.get_by_test_id("stVegaLiteChart").get_by_text("1", exact=True).click()
    expect(page.get_by_text(COATING)).to_be_visible()


def test_a_row_of_the_measurements_shows_its_sentence(page: Page) -> None:
    page.goto("/anode?anode=silicon")
    settled(page)
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 60, box["y"] + 55)  # the first row, below the header: the table is a drawing
    expect(page.get_by_text(CAPACITY)).to_be_visible()


def test_the_way_back(page: Page) -> None:
    page.goto("/problem?problem=dendrite_growth")
    settled(page).get_by_role("link", name="Artificial SEI").click()
    expect(page.get_by_role("heading", name="Mitigations")).to_be_visible()
    settled(page).go_back()
    settled(page)
    if "problem=dendrite_growth" not in page.url:  # on a busy machine Streamlit leaves an entry of its own in between
        page.go_back()
    expect(page).to_have_url(re.compile("/problem.problem=dendrite_growth$"))
    expect(page.get_by_role("heading", name="What helps against dendrite growth")).to_be_visible()


def test_filters_narrow_the_measurements(page: Page) -> None:
    page.goto("/anode?anode=silicon")
    settled(page)
    page.get_by_role("combobox", name="Qualifier").click()
    page.get_by_role("option", name="retained").click()
    settled(page)
    expect(page.get_by_text("1 measurement")).to_be_visible()


def test_the_graph_is_drawn(page: Page) -> None:
    page.goto("/explore?problem=dendrite_growth")
    settled(page)
    frame = page.frame_locator("iframe").first
    expect(frame.locator("#cy canvas").first).to_be_visible()


NODE = """(_, colour) => {
    for (const canvas of document.querySelectorAll('#cy canvas')) {
        const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const at = [];
        for (let i = 0; i < data.length; i += 4) if (colour.every((c, k) => data[i + k] === c)) at.push(i / 4);
        const middle = at[at.length >> 1];
        if (at.length) return [(middle % width) / devicePixelRatio, Math.floor(middle / width) / devicePixelRatio];
    }
}"""


def test_a_node_of_the_drawing_leads_on(page: Page) -> None:
    page.goto("/explore?problem=dendrite_growth&anode=lithium+metal")
    settled(page)
    drawing = page.frame_locator("iframe").first.locator("#cy")
    expect(drawing).to_be_visible()
    page.wait_for_timeout(1500)  # until the nodes have come to rest
    mitigation = drawing.evaluate(NODE, [0x4C, 0x8C, 0x4A])
    drawing.click(position={"x": mitigation[0], "y": mitigation[1]})
    page.get_by_role("link", name="Open Artificial sei").click()
    expect(page.get_by_role("heading", name="Mitigations")).to_be_visible()


def run_cypher(page: Page, text: str) -> None:
    page.goto("/cypher")
    settled(page)
    page.get_by_label("Statement").fill(text)
    page.get_by_role("button", name="Run").click()
    settled(page)


def test_cypher_gives_rows_and_the_time_they_took(page: Page) -> None:
    run_cypher(page, "MATCH (a:Anode) RETURN a.name ORDER BY a.name")
    expect(page.get_by_text(re.compile(r"3 rows, in \d+ ms"))).to_be_visible()
    expect(page).to_have_url(re.compile("q=MATCH"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (a:Anode RETURN a", "syntax error"),
        ("CREATE (a:Anode {name: 'x'})", "refused"),
        ("MATCH (n) DETACH DELETE n", "refused"),
    ],
)
def test_cypher_that_cannot_run_gets_one_sentence(page: Page, text: str, message: str) -> None:
    run_cypher(page, text)
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text(message)
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_question_in_plain_english(page: Page) -> None:
    page.goto("/ask?q=What+mitigates+dendrite+growth+on+lithium+metal%3F")
    settled(page)
    expect(page.get_by_role("combobox", name="Understood as")).to_have_value("What mitigates a problem")
    expect(page.get_by_label("problem: the problem")).to_have_value("dendrite_growth")
    expect(page.get_by_text("1 row, in")).to_be_visible()


def test_a_question_that_nobody_can_answer(page: Page) -> None:
    page.goto("/ask")
    page.get_by_label("Your question").fill("What will the weather be tomorrow?")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_text("I know no query that answers this")).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=What"))


def test_an_empty_graph_says_how_to_fill_it(browser: Browser, tmp_path: Path) -> None:
    with running_app(tmp_path) as address, visit(browser, address) as page:
        page.goto("/")
        settled(page)
        expect(page.get_by_role("heading", name="Nothing in the graph yet")).to_be_visible()
        expect(page.get_by_text("anodegraph ingest")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/", "/anode?anode=silicon", "/problem?problem=dendrite_growth", "/evidence?anode=silicon"]
)
def test_a_telephone_shows_it_without_scrolling_sideways(app: str, browser: Browser, path: str) -> None:
    with visit(browser, app, viewport={"width": 375, "height": 740}) as page:
        page.goto(path)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_sample_papers_from_the_first_question_to_a_sentence(browser: Browser, tmp_path: Path) -> None:
    anodegraph(tmp_path, "ingest", REPO / "corpus" / "papers")
    with running_app(tmp_path) as address, visit(browser, address) as page:
        page.goto("/")
        page.get_by_role("link", name=re.compile("^What helps against")).click()
        settled(page)
        page.get_by_role("main").get_by_role("link", name=re.compile(r"\(\d+\)$")).first.click()
        expect(page.get_by_role("heading", name="Evidence")).to_be_visible()
        settled(page)
        expect(page.get_by_text(re.compile("helps against")).first).to_be_visible()
        expect(page.get_by_text(re.compile(r"· page \d+ ·")).first).to_be_visible()
