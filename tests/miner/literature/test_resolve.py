"""References against a server with their records among near misses: right, or not at all."""

import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from literature_server import Server, crossref_item, reply

from miner.document import Reference
from miner.literature.http import Client, Limits
from miner.literature.resolve import resolve
from miner.readers import read

LIMITS = Limits(connect=2, silence=2, total=5, tries=2, pause=0.01)
TITLE = "A made-up study of tin anodes with carbon"
REFERENCE = Reference(1, "Smith, A. A made-up study", authors=("Smith", "Jones"), title=TITLE, year=2011)
OTHER_WORDS = {"lithium": "sodium", "silicon": "germanium", "anode": "cathode", "anodes": "cathodes", "solid": "liquid"}


def openalex_item(doi: str, title: str, authors: list[str], year: int, **more: Any) -> dict[str, Any]:
    names = [{"author": {"display_name": f"A. {name}"}, "raw_author_name": name} for name in authors]
    item = {"doi": f"https://doi.org/{doi}", "title": title, "publication_year": year, "authorships": names}
    return item | {"biblio": {}, "locations": [], **more}


def test_what_crossref_does_not_have_openalex_may(server: Server, client: Client) -> None:
    copy = {"is_oa": True, "pdf_url": "https://example.org/a.pdf", "license": "cc-by", "version": "publishedVersion"}
    item = openalex_item("10.9999/A", TITLE, ["Smith", "Jones"], 2011, locations=[copy], best_oa_location=copy)
    server.openalex.append(item)
    found = resolve(client, REFERENCE)
    assert found.work
    assert (found.work.doi, found.work.service) == ("10.9999/a", "OpenAlex")
    assert [(copy.url, copy.licence) for copy in found.work.copies] == [("https://example.org/a.pdf", "cc-by")]


def test_a_work_comes_with_the_copies_of_all_services_jats_first(server: Server, client: Client) -> None:
    server.crossref.append(crossref_item("10.9999/a", TITLE, ["Smith", "Jones"], 2011))
    server.unpaywall["10.9999/a"] = {
        "best_oa_location": {"url_for_pdf": "https://b.example/b.pdf", "license": None, "version": "acceptedVersion"},
        "oa_locations": [{"url_for_pdf": "https://c.example/c.pdf", "license": "cc-by", "version": "publishedVersion"}],
    }
    server.europepmc["10.9999/a"] = {"doi": "10.9999/A", "pmcid": "PMC1", "isOpenAccess": "Y", "license": "cc by"}
    work = resolve(client, REFERENCE).work
    assert work
    assert [copy.url for copy in work.copies] == [
        f"{server.url}/europepmc/PMC1/fullTextXML",
        "https://c.example/c.pdf",
        "https://b.example/b.pdf",
    ]


def test_without_an_address_unpaywall_is_left_for_the_next_run(server: Server, tmp_path: Path) -> None:
    server.crossref.append(crossref_item("10.9999/a", TITLE, ["Smith", "Jones"], 2011))
    client = Client(replace(server.services, mailto=""), tmp_path / "other", LIMITS)
    found = resolve(client, REFERENCE)
    client.close()
    assert found.work
    assert found.passing
    assert "ANODEGRAPH_MAILTO" in found.reason
    assert not any("mailto" in path for path in server.asked)


def test_the_printed_doi_counts_unless_it_is_another_works(server: Server, client: Client) -> None:
    server.crossref.append(crossref_item("10.9999/a", TITLE, ["Smith", "Jones"], 2012))
    server.crossref.append(crossref_item("10.9999/b", "On the weather", ["Brown"], 1950))
    assert resolve(client, replace(REFERENCE, doi="10.9999/A")).work
    wrong = resolve(client, replace(REFERENCE, doi="10.9999/b"))
    assert wrong.work is None
    assert "belongs to another work, 'On the weather'" in wrong.reason
    assert "10.9999/a, differs in year" in wrong.reason


def test_the_reason_says_whether_to_ask_again(server: Server, client: Client) -> None:
    found = resolve(client, REFERENCE)
    assert (found.work, found.reason, found.passing) == (None, "no record has this title", False)
    server.failures["/openalex/works"] = lambda handler: reply(handler, 503)
    found = resolve(client, replace(REFERENCE, title=TITLE + " again"))
    assert "answered 503" in found.reason
    assert found.passing


def test_an_entry_without_a_title_is_searched_as_printed(server: Server, client: Client) -> None:
    server.crossref.append(crossref_item("10.9999/a", "Smith Carbon 49 77", ["Smith"], 2011, "Carbon", "49", "77-80"))
    untitled = Reference(1, "Smith, A. Carbon 2011, 49, 77", "", ("Smith",), "", "Carbon", 2011, "49", "", "77")
    assert resolve(client, untitled).work
    assert resolve(client, replace(untitled, volume="50")).work is None


def _record(entry: dict[str, Any], doi: str) -> dict[str, Any]:
    fields = (entry.get(name) or "" for name in ("journal", "volume", "first_page"))
    return crossref_item(doi, entry["title"], entry["authors"], entry.get("year"), *fields)


def _near_miss(entry: dict[str, Any], doi: str, chance: random.Random) -> dict[str, Any]:
    """A record that differs from an entry in what one mistakes: year, a word, authors, or volume and page."""
    kind = chance.choice(["year", "word", "authors", "place", "erratum"])
    changed = dict(entry)
    if kind == "year":
        changed["year"] = (entry.get("year") or 2000) + chance.choice([-3, -2, -1, 1, 2, 3])
    elif kind == "word":
        words = entry["title"].split()
        swapped = [OTHER_WORDS.get(word.lower(), word) for word in words]
        at = chance.randrange(len(words))
        changed["title"] = " ".join(swapped if swapped != words else [*words[:at], "novel", *words[at:]])
    elif kind == "authors":
        changed["authors"] = [name[::-1].title() for name in entry["authors"]]
    elif kind == "place":
        changed |= {"volume": str(chance.randrange(200, 400)), "first_page": str(chance.randrange(10_000, 90_000))}
    else:
        changed |= {"title": f"Erratum: {entry['title']}"}
    return _record(changed, doi)


def test_the_references_of_the_review_among_two_thousand_near_misses(
    shared: Path, review: Path, server: Server, client: Client
) -> None:
    gold = json.loads((shared / "gold" / "anode-solutions-review.json").read_text())["references"]["entries"]
    document = read(review / "pdf" / "a1_twocol_latex.pdf")
    works = [reference for reference in document.references if not reference.same_as]
    assert (len(document.references), len(works)) == (167, 155)

    chance = random.Random(8)
    entries = {entry["n"]: entry for entry in gold}
    recorded = {reference.number for reference in works if reference.number in entries and chance.random() < 0.9}
    server.crossref = [_record(entries[n], f"10.9999/ref.{n}") for n in sorted(recorded)]
    server.crossref += [_near_miss(chance.choice(gold), f"10.9999/decoy.{n}", chance) for n in range(2000)]
    server.decoys_first = lambda query: hashlib.sha256(query.encode()).digest()[0] % 2 == 0

    found = {reference.number: resolve(client, reference).work for reference in works}
    right = {n for n, work in found.items() if work and work.doi == f"10.9999/ref.{n}"}
    wrong = {n: work.doi for n, work in found.items() if work and n not in right}
    assert not wrong
    assert right <= recorded
    assert len(right) >= 0.98 * len(recorded)
