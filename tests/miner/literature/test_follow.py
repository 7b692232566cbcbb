"""From a review to the papers that it cites, two levels, on a server of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from literature_server import Server, reply, running
from two_levels import DOIS, REVIEW, load, pdf

from miner.claims import Extraction
from miner.errors import UserError
from miner.ingestion import ingest
from miner.library import Library
from miner.literature.follow import Step, follow, get
from miner.literature.http import Client, Limits
from miner.literature.report import counts, missed, twins
from miner.literature.watch import dropped, take_in

LIMITS = Limits(connect=2, silence=2, total=5, tries=2, pause=0.01)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(Server()) as server:
        load(server, tmp_path)
        yield server


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home")


@pytest.fixture
def review(tmp_path: Path, library: Library) -> Extraction:
    path = tmp_path / "review.md"
    path.write_text(REVIEW)
    found = next(iter(ingest([path], library))).extraction
    assert found
    return found


def _states(steps: list[Step]) -> dict[str, str]:
    return {step.name[:3]: step.text.state if step.text else "unresolved" for step in steps}


def test_open_papers_are_mined_closed_ones_listed(client: Client, library: Library, review: Extraction) -> None:
    steps = list(follow(client, library, review, depth=2))
    level = [step for step in steps if step.citing == review.paper.sha256]
    assert _states(level) == {"[1]": "mined", "[2]": "mined", "[3]": "mined", "[4]": "closed", "[5]": "unresolved"}
    # The second level: what the JATS and the PDFs cite.
    assert len(steps) == 7
    assert [step.name[:3] for step in level][-1] == "[5]"  # nothing is claimed by it

    after = library.load(review.paper.sha256)
    keys = {e.paper.key for e in library.extractions()}
    assert {reference.key for reference in after.references} & keys == {
        f"doi:{DOIS[n]}" for n in ("silicon", "tin", "garnet")
    }
    licences = {text.copy.licence for text in library.literature.texts.values() if text.copy}
    assert licences == {"cc by", "cc-by"}


def test_without_the_record_all_is_as_before(
    client: Client, library: Library, review: Extraction, tmp_path: Path
) -> None:
    list(follow(client, library, review))
    (tmp_path / "home" / "literature.jsonl").unlink()
    assert Library(tmp_path / "home").load(review.paper.sha256) == review


def test_a_run_that_was_killed_goes_on_where_it_was(
    server: Server, client: Client, library: Library, review: Extraction, tmp_path: Path
) -> None:
    steps = follow(client, library, review)
    assert [next(steps).name[:3] for _ in range(2)] == ["[1]", "[3]"]
    steps.close()
    log = tmp_path / "home" / "literature.jsonl"
    log.write_bytes(log.read_bytes() + b'{"text": {"doi": "10.9999/tin')  # killed while it wrote
    asked = server.seen.copy()

    again = Library(tmp_path / "home")
    assert set(_states(list(follow(client, again, again.load(review.paper.sha256)))).values()) == {
        "mined",
        "closed",
        "unresolved",
    }
    assert server.seen["/europepmc/PMC1/fullTextXML"] == asked["/europepmc/PMC1/fullTextXML"] == 1
    assert server.seen["/files/garnet.pdf"] == server.seen["/files/tin.pdf"] == 1
    asked = server.seen.copy()
    whole = log.read_bytes()
    list(follow(client, again, again.load(review.paper.sha256)))
    assert server.seen == asked
    assert log.read_bytes() == whole


def test_what_fails_for_now_is_asked_again(
    server: Server, client: Client, library: Library, review: Extraction
) -> None:
    server.failures["/files/tin.pdf"] = lambda handler: reply(handler, 503)
    server.failures["/files/garnet.pdf"] = lambda handler: reply(handler, 200, b"<html>", {"Content-Type": "text/html"})
    list(follow(client, library, review))
    found = {m.doi: (m.state, m.reason) for m in missed(library.literature)}
    assert found[DOIS["tin"]][0] == "failed"
    assert "answered 503" in found[DOIS["tin"]][1]
    assert "neither PDF nor JATS but text/html" in found[DOIS["garnet"]][1]
    server.failures.clear()
    list(follow(client, library, review))
    assert library.literature.texts[DOIS["tin"]].state == "mined"
    assert library.literature.texts[DOIS["garnet"]].state == "failed"
    figures = counts(library.literature)
    assert figures["references resolved"] == 4
    assert figures["references not resolved"] == 1
    assert figures["full texts mined"] == 2


def test_a_copy_of_which_a_failing_service_would_have_told_is_had_later(
    server: Server, client: Client, library: Library, review: Extraction
) -> None:
    path = f"/unpaywall/{DOIS['garnet']}"
    server.failures[path] = lambda handler: reply(handler, 503)
    list(follow(client, library, review, only="lithium metal"))
    assert library.literature.texts[DOIS["garnet"]].state == "closed"
    server.failures.clear()
    list(follow(client, library, review, only="lithium metal"))
    assert library.literature.texts[DOIS["garnet"]].state == "mined"


def test_a_file_with_another_paper_is_not_taken(
    server: Server, client: Client, library: Library, review: Extraction
) -> None:
    server.files["tin.pdf"] = server.files["garnet.pdf"]
    list(follow(client, library, review, most=3))
    text = library.literature.texts[DOIS["tin"]]
    assert text.state == "failed"
    assert "the file holds another paper" in text.reason
    assert len(library.papers()) == 3


def test_a_pdf_that_is_dropped_is_matched_to_its_entry(
    client: Client, library: Library, review: Extraction, server: Server
) -> None:
    server.unpaywall.clear()
    list(follow(client, library, review))
    assert library.literature.texts[DOIS["garnet"]].state == "closed"
    pdf("garnet", library.literature.papers / "downloaded.pdf")
    [(outcome, work)] = take_in(library, dropped(library))
    assert work
    assert work.doi == DOIS["garnet"]
    assert outcome.extraction
    assert library.load(outcome.extraction.paper.sha256).paper.key == f"doi:{DOIS['garnet']}"
    assert library.literature.texts[DOIS["garnet"]].state == "mined"
    assert dropped(library) == []


@pytest.mark.parametrize(("only", "first"), [("silicon", ["[1]"]), ("lithium metal", ["[3]"]), ("Sn", ["[2]"])])
def test_only_some_anodes(client: Client, library: Library, review: Extraction, only: str, first: list[str]) -> None:
    assert [step.name[:3] for step in follow(client, library, review, only=only)] == first


def test_a_study_that_was_taken_out_of_the_library_is_mined_again(
    client: Client, library: Library, review: Extraction
) -> None:
    first = list(follow(client, library, review, depth=2))
    study = next(step.text.sha256 for step in first if step.text and step.text.state == "mined")
    library.remove(study)
    assert _states(list(follow(client, library, review, depth=2))) == _states(first)
    assert library.has(study)


def test_only_must_name_an_anode(client: Client, library: Library, review: Extraction) -> None:
    assert len(list(follow(client, library, review, only="anode"))) >= 3
    with pytest.raises(UserError, match="names no anode"):
        list(follow(client, library, review, only="weather"))


def test_a_doi_is_got_once_and_twins_are_seen(client: Client, library: Library, tmp_path: Path) -> None:
    assert get(client, library, DOIS["tin"].upper()).text == get(client, library, DOIS["tin"]).text
    pdf("tin", tmp_path / "other.pdf")
    (tmp_path / "other.pdf").write_bytes((tmp_path / "other.pdf").read_bytes() + b"\n")
    list(take_in(library, [tmp_path / "other.pdf"]))
    [twin] = twins(library.extractions())
    assert twin.why == "one work"
    assert len(twin.papers) == 2
    assert get(client, library, "10.9999/nothing").resolution.reason == "no service knows the DOI"
