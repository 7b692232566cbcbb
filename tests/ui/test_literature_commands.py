"""A review and the papers that it cites, by the command line, with services on this machine; killed in the middle."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandline import Run, runner_here
from literature_server import Server, running
from two_levels import DOIS, REVIEW, load, pdf

STUDIES = ("silicon", "tin", "garnet")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(Server()) as server:
        load(server, tmp_path_factory.mktemp("files"))
        yield server


@pytest.fixture(scope="module")
def anodegraph(server: Server, home: Path) -> Iterator[Run]:
    """The command in a home where the review was followed, killed while a file came in, and followed again."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        run = runner_here(home)
        (home / "review.md").write_text(REVIEW)
        done = run("ingest", "review.md")
        assert done.returncode == 0, done.stderr
        _killed(server, home)
        yield run
        run("graph", "down")


def _killed(server: Server, home: Path) -> None:
    server.failures["/files/garnet.pdf"] = lambda handler: time.sleep(30)
    command = [Path(sys.executable).with_name("anodegraph"), "follow", "review.md"]
    environment = {**os.environ, "ANODEGRAPH_HOME": str(home)}
    process = subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 120
    while not server.seen["/files/garnet.pdf"] and time.monotonic() < deadline:
        time.sleep(0.05)
    process.kill()
    process.wait()
    server.failures.clear()


def test_a_killed_run_goes_on_and_ends_with_linked_papers(anodegraph: Run, server: Server, home: Path) -> None:
    before = server.seen.copy()
    assert before["/files/garnet.pdf"] == 1
    steps = json.loads(anodegraph("follow", "review.md", "--json").stdout)
    states = {step["doi"]: step["state"] for step in steps}
    assert states == {**{DOIS[name]: "mined" for name in STUDIES}, DOIS["closed"]: "closed", "": "unresolved"}
    assert {step["licence"] for step in steps if step["state"] == "mined"} == {"cc by", "cc-by"}
    fulltext = "/europepmc/PMC1/fullTextXML"
    assert server.seen[fulltext] == before[fulltext] == 1
    assert len(list((home / "papers").iterdir())) == 3
    linked = "MATCH (d:Document)-[:READS]->(p:Paper)<-[:LISTS]-(r:Document) RETURN p.doi AS doi, r.source AS source"
    rows = json.loads(anodegraph("cypher", linked, "--json").stdout)
    assert {(row["doi"], row["source"]) for row in rows} == {(DOIS[name], "review.md") for name in STUDIES}


def test_second_hand_and_first_hand_stand_side_by_side(anodegraph: Run) -> None:
    rows = json.loads(anodegraph("query", "second_hand", "--json").stdout)
    numbers = {(row["second_hand"], row["first_hand"]) for row in rows if row["property"]}
    assert {("2725 mAh/g", "2725 mAh/g"), ("640 mAh/g", "460 mAh/g")} <= numbers
    assert any(row["mitigation"] == "carbon_coating" and not row["contrary"] for row in rows)
    found = json.loads(anodegraph("audit", "--json").stdout)
    told = {f["message"]: f["verdict"] for f in found if f["kind"] == "second hand"}
    [silicon] = [message for message in told if "2725" in message]
    assert told[silicon] == "confirmed"
    assert silicon.endswith("the paper itself says 2725 mAh/g (C/10).")
    [tin] = [message for message in told if "640" in message]
    assert told[tin] == "other value"


def test_a_study_counts_once_whoever_says_it(anodegraph: Run) -> None:
    edge = "MATCH (:Mitigation {name: 'carbon_coating'})-[t:APPLIED_TO]->(:Anode {name: 'silicon'})"
    [row] = json.loads(anodegraph("cypher", f"{edge} RETURN t.papers AS papers, t.studies AS studies", "--json").stdout)
    assert row == {"papers": 2, "studies": 1}


def test_status_says_what_was_had_and_why_not(anodegraph: Run) -> None:
    literature = json.loads(anodegraph("status", "--json").stdout)["literature"]
    not_had = {row["doi"]: (row["state"], row["reason"]) for row in literature.pop("not had")}
    assert not_had == {
        DOIS["closed"]: ("closed", "no open copy is known"),
        "": ("unresolved", "no record has this title"),
    }
    assert literature == {
        "references resolved": 4,
        "references not resolved": 1,
        "works with an open copy": 3,
        "full texts fetched": 3,
        "full texts mined": 3,
        "full texts closed": 1,
        "full texts failed": 0,
        "twins": [],
    }
    assert "no open copy is known" in anodegraph("status").stdout


def test_what_is_missing_is_named_as_it_is_printed(anodegraph: Run) -> None:
    assert "A study that no service knows of at all" in anodegraph("status").stdout


def test_a_closed_paper_that_is_dropped_is_linked(anodegraph: Run, home: Path) -> None:
    (home / "inbox").mkdir()
    pdf("closed", home / "inbox" / "downloaded.pdf")
    done = anodegraph("watch", "inbox", "--once")
    assert f"downloaded.pdf, which is {DOIS['closed']}" in done.stdout, done.stderr
    rows = json.loads(anodegraph("query", "papers", "--json").stdout)
    assert DOIS["closed"] in {row["doi"] for row in rows}


def test_what_is_followed_as_json_is_json_alone_whatever_was_dropped(anodegraph: Run, home: Path) -> None:
    (home / "papers" / "mine.md").write_text("# Mine\n\nSilicon suffers from volume expansion.\n")
    assert json.loads(anodegraph("follow", "review.md", "--json").stdout)
    assert "Mine" in anodegraph("status").stdout


def test_a_folder_with_a_file_that_cannot_be_read_ends_as_ingesting_it_does(anodegraph: Run, home: Path) -> None:
    (home / "bad").mkdir()
    (home / "bad" / "damaged.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert anodegraph("watch", "bad", "--once").returncode == anodegraph("ingest", "bad").returncode == 1


def test_following_that_is_interrupted_ends_as_ingesting_does(anodegraph: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[None]:
        yield from ()
        raise KeyboardInterrupt

    for name, words in {
        "literature.follow.follow": ("follow", "review.md"),
        "literature.follow.resolve_all": ("resolve", "review.md"),
        "ingestion.ingest": ("ingest", "review.md"),
        "literature.watch.watch": ("watch", "inbox"),
    }.items():
        monkeypatch.setattr(f"miner.{name}", interrupted)
        assert anodegraph(*words).returncode == 130


@pytest.mark.parametrize(
    ("form", "sign"), [("bibtex", "@article{alder2015,"), ("ris", "AU  - Alder, A."), ("csl", '"family": "Alder"')]
)
def test_the_papers_of_a_query_as_a_bibliography(anodegraph: Run, form: str, sign: str) -> None:
    done = anodegraph("query", "second_hand", "--format", form)
    assert sign in done.stdout, done.stderr


def test_without_the_record_a_rebuilt_graph_is_the_old_one(anodegraph: Run, home: Path) -> None:
    log = home / "literature.jsonl"
    listed = "MATCH (:Document {source: 'review.md'})-[l:LISTS]->(p:Paper) RETURN p.key AS key ORDER BY l.number"
    with_record = anodegraph("cypher", listed, "--format", "csv").stdout
    kept = log.read_bytes()
    log.unlink()
    anodegraph("graph", "rebuild")
    keys = [row["key"] for row in csv.DictReader(io.StringIO(anodegraph("cypher", listed, "--format", "csv").stdout))]
    assert len(keys) == 5
    assert all(key.startswith("title:") for key in keys)
    log.write_bytes(kept)
    anodegraph("graph", "rebuild")
    assert anodegraph("cypher", listed, "--format", "csv").stdout == with_record


def test_the_reviews_of_the_corpus_are_fetched(anodegraph: Run, server: Server) -> None:
    steps = json.loads(anodegraph("corpus", "fetch", "--json").stdout)
    assert len(steps) >= 16
    assert {step["state"] for step in steps} == {"unresolved"}


def test_mistakes_are_one_sentence(anodegraph: Run) -> None:
    for words, sentence in (
        (("follow", "nothing"), "No paper in the library for 'nothing'"),
        (("follow", "review.md", "--only", "weather"), "names no anode"),
        (("query", "--format", "ris"), "needs the name of a query"),
    ):
        done = anodegraph(*words)
        assert done.returncode == 1
        assert sentence in done.stderr.replace("\n", " ")
