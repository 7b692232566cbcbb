"""The app as a visitor meets it, in a real browser on a real graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import choose, visit
from playwright.sync_api import Browser, Page, expect
from running_app import running_app, settled
from sample_review import CAPACITY, COATING


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
    choose(page, "Anode", "silicon")
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
    page.locator("path[role='graphics-symbol'][aria-label*='3579']").click()
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
    choose(page, "Qualifier", "retained")
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
    expect(page).to_have_url(re.compile("selected=mitigation"))
    page.get_by_role("radio", name="anode", exact=True).or_(
        page.get_by_role("button", name="anode", exact=True)
    ).click()
    settled(page)  # the selection outlives the rerun
    page.get_by_role("link", name="Open Artificial sei").click()
    expect(page.get_by_role("heading", name="Mitigations")).to_be_visible()


def test_a_selected_node_can_be_shared_and_expanded(page: Page) -> None:
    page.goto("/explore?problem=dendrite_growth&selected=anode%3Alithium+metal")
    settled(page).get_by_role("button", name="Show more around Lithium metal").click()
    expect(page).to_have_url(re.compile("expand=anode"))
    expect(settled(page).get_by_role("link", name="Open Lithium metal")).to_be_visible()


def test_too_much_belief_leaves_nothing_and_says_so(page: Page) -> None:
    page.goto("/explore?problem=dendrite_growth&belief=100")
    settled(page)
    expect(page.get_by_text("No paper in the graph states this")).to_be_visible()


def test_the_search_suggests_names_and_looks_up_words(page: Page) -> None:
    page.goto("/")
    choose(page, "Search or ask", "Dendrite growth (problem)", typed="dendr")
    expect(page.get_by_role("heading", name="What helps against dendrite growth")).to_be_visible()
    page.goto("/")
    search = settled(page).get_by_role("combobox", name="Search or ask")
    search.fill("nanowires")
    search.press("Enter")
    expect(page.get_by_role("link", name=re.compile("Si nanowires .*material"))).to_be_visible()


def test_a_question_in_the_search_is_asked(page: Page) -> None:
    page.goto("/")
    search = settled(page).get_by_role("combobox", name="Search or ask")
    search.fill("What helps against dendrite growth?")
    search.press("Enter")
    expect(page.get_by_role("combobox", name="Understood as")).to_have_value("What mitigates a problem")


def test_anodes_are_compared_number_by_number(page: Page) -> None:
    page.goto("/compare?anode=silicon&anode=graphite")
    settled(page)
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    expect(page.get_by_role("link", name="Volume change (2)")).to_be_visible()
    page.goto("/compare")
    settled(page)
    expect(page.get_by_text("Choose two to six anodes")).to_be_visible()


def test_both_sides_of_a_contradiction_stand_side_by_side(page: Page) -> None:
    page.goto("/evidence?problem=dendrite_growth")
    settled(page)
    expect(page.get_by_text("3 claims in support")).to_be_visible()
    expect(page.get_by_text("1 claim to the contrary")).to_be_visible()


def test_a_filtered_table_can_be_shared(page: Page) -> None:
    page.goto("/anode?anode=silicon&qualifier=retained")
    settled(page)
    expect(page.get_by_text("1 measurement; click")).to_be_visible()


def test_a_sentence_without_its_pdf_says_so(page: Page) -> None:
    page.goto("/evidence?anode=graphite")
    settled(page).get_by_role("link", name="Show on its page").first.click()
    expect(page.get_by_text("The library keeps no copy of this PDF")).to_be_visible()


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


def test_cypher_that_gives_nodes_is_drawn(page: Page) -> None:
    run_cypher(page, "MATCH p = (:Anode)-[:HAS_PROBLEM]->(:Problem) RETURN p")
    expect(page.frame_locator("iframe").first.locator("#cy canvas").first).to_be_visible()


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
    "path",
    ["/", "/anode?anode=silicon", "/problem?problem=dendrite_growth", "/evidence?anode=silicon", "/audit", "/cypher"],
)
def test_a_telephone_shows_it_without_scrolling_sideways(app: str, browser: Browser, path: str) -> None:
    with visit(browser, app, size=(375, 740)) as page:
        page.goto(path)
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_two_names_are_merged_and_the_merge_undone(page: Page) -> None:
    page.goto("/curate?show=Names")
    choose(page, "This name", "graphite")
    choose(page, "means the same as", "silicon")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("Give two different names, the reason and your name.")).to_be_visible()
    settled(page).get_by_label("Why").fill("a trial")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text(re.compile(r"Anode graphite is silicon: a trial \(Ada, "))).to_be_visible()
    settled(page).get_by_role("button", name="Undo").click()
    expect(page.get_by_text("No names are merged.")).to_be_visible()


def test_all_mitigations_are_listed(page: Page) -> None:
    page.goto("/mitigation")
    settled(page).get_by_role("link", name=re.compile("^Artificial SEI", re.IGNORECASE)).click()
    expect(page.get_by_role("heading", name="What it helps against")).to_be_visible()
