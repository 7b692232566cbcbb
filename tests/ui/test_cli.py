"""The command line as a user types it, in a home with the sample papers of corpus/.

`anodegraph` is a real process, `here` runs the command in this one.
"""

import csv
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from commandline import ANODEGRAPH, Run, environment, runner, runner_here

from graph.exports import _FORMS
from graph.questions import Asked
from miner.evaluation.comparison import rules
from ui.cli import ExportFormat

REPO = Path(__file__).parents[2]
PAPERS = sorted((REPO / "corpus" / "papers").glob("*.pdf"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def anodegraph(home: Path) -> Iterator[Run]:
    """The command in a home where the sample papers are ingested."""
    run = runner(home)
    done = run("ingest", REPO / "corpus" / "papers" / "*.pdf")
    assert done.returncode == 0, done.stderr
    yield run
    run("graph", "down")


@pytest.fixture(scope="module")
def here(anodegraph: Run, home: Path) -> Run:
    return runner_here(home)


def test_ingest_sums_up_what_it_found(anodegraph: Run) -> None:
    done = anodegraph("ingest", *PAPERS, "--json")
    outcomes = json.loads(done.stdout)
    assert [outcome["new"] for outcome in outcomes] == [False] * len(PAPERS)
    for kind in ("measurements", "has_problem", "mitigations"):
        assert all(outcome[kind] > 5 for outcome in outcomes)


def test_ingest_counts_what_it_passes_over(here: Run, tmp_path: Path) -> None:
    shutil.copy(PAPERS[0], tmp_path)
    for name in ("a.docx", "b.docx", "c.png"):
        (tmp_path / name).write_text("x")
    (tmp_path / "link").symlink_to(tmp_path)
    assert here("ingest", tmp_path).stderr == "Passed over: .docx (2), .png (1), linked folder (1).\n"


def test_query_alone_lists_the_queries_and_each_gives_rows(anodegraph: Run) -> None:
    listed = json.loads(anodegraph("query", "--json").stdout)
    assert len(listed) >= 12
    rows = json.loads(anodegraph("query", "mitigations_of_problem", "-p", "problem=dendrite_growth", "--json").stdout)
    assert rows


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (("query", "papers"), {"numpy", "pandas", "pyarrow", "spacy"}),
        (("ingest", PAPERS[0]), {"pandas", "pyarrow", "spacy"}),
        (("query",), {"neo4j"}),
    ],
    ids=["a query", "a paper that is known", "the list of queries"],
)
def test_a_command_does_not_wait_for_what_it_does_not_need(
    anodegraph: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str | Path, ...], spared: set[str]
) -> None:
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    done = anodegraph(*words)
    loaded = set(re.findall(r"\| +(\w+)$", done.stderr, re.MULTILINE))
    assert done.returncode == 0
    assert "typer" in loaded
    assert not spared & loaded


def test_cypher_prints_csv_for_programs(anodegraph: Run) -> None:
    done = anodegraph("cypher", "MATCH (a:Anode) RETURN a.name AS anode ORDER BY anode", "--format", "csv")
    anodes = [row["anode"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert {"lithium metal", "silicon", "graphite"} <= set(anodes)


def test_csv_has_all_digits_and_json_for_what_is_no_plain_value(here: Run) -> None:
    done = here("cypher", "RETURN 123456.7 AS x, 0.1234567 AS y, 7 AS n, null AS z, ['a', 1.5] AS l", "-f", "csv")
    assert list(csv.DictReader(io.StringIO(done.stdout))) == [
        {"x": "123456.7", "y": "0.1234567", "n": "7", "z": "", "l": '["a", 1.5]'}
    ]
    [row] = csv.DictReader(io.StringIO(here("cypher", "MATCH (a:Anode) RETURN a LIMIT 1", "-f", "csv").stdout))
    assert json.loads(row["a"])["labels"] == ["Anode"]


def test_a_parameter_of_cypher_is_json_or_else_text(here: Run) -> None:
    given = ("-p", "v=1000", "-p", "list=[1, 2]", "-p", "name=lithium metal", "-p", "none=NaN", "-p", 'text="5"')
    done = here(
        "cypher", "RETURN $v AS v, $list AS list, $name AS name, $none AS none, $text AS text", *given, "--json"
    )
    assert json.loads(done.stdout) == [{"v": 1000, "list": [1, 2], "name": "lithium metal", "none": "NaN", "text": "5"}]
    more = "MATCH (m:Measurement) WHERE m.value > $v RETURN count(m) > 0 AS some"
    assert json.loads(here("cypher", more, "-p", "v=1000", "--json").stdout) == [{"some": True}]


def test_a_question_as_json_has_why_there_is_no_answer_apart_from_what_was_left_out(
    here: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = here("ask", "Will it rain tomorrow?", "--json")
    assert refused.returncode in (0, None)
    told = json.loads(refused.stdout)
    assert (told["query"], told["rows"], told["left_out"]) == (None, [], [])
    assert told["notes"] == [told["reason"]]
    monkeypatch.setattr("graph.ask", lambda _: Asked("anodes", left_out=("500 cycles",)))
    told = json.loads(here("ask", "Which anodes last 500 cycles?", "--json").stdout)
    assert told["rows"]
    assert (told["reason"], told["left_out"], told["notes"]) == ("", ["500 cycles"], ["left out: 500 cycles"])


def test_read_and_extract_print_json(here: Run) -> None:
    document = json.loads(here("read", PAPERS[0], "--json").stdout)
    assert {"blocks", "tables", "references"} <= document.keys()
    assert all(block["page"] and len(block["bbox"]) == 4 for block in document["blocks"])
    claims = json.loads(here("extract", PAPERS[0], "--json").stdout)
    assert all(claim["evidence"]["sentence"] for claim in claims["measurements"])


def test_a_removed_paper_takes_its_evidence_with_it(here: Run) -> None:
    count = "MATCH (e:Evidence) RETURN count(e) AS n"
    before = json.loads(here("cypher", count, "--format", "json").stdout)[0]["n"]
    assert here("remove", PAPERS[0].name).returncode == 0
    during = json.loads(here("cypher", count, "--format", "json").stdout)[0]["n"]
    assert 0 < during < before
    assert here("ingest", PAPERS[0]).returncode == 0
    assert json.loads(here("cypher", count, "--format", "json").stdout)[0]["n"] == before


def test_a_paper_is_not_forgotten_where_the_graph_is_out_of_reach(anodegraph: Run, home: Path) -> None:
    away = environment(home) | {"GRAPH_URI": "bolt://127.0.0.1:9"}
    done = subprocess.run([ANODEGRAPH, "remove", PAPERS[0].name], env=away, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert len(json.loads(anodegraph("status", "--json").stdout)["papers"]) == len(PAPERS)


def test_a_rebuilt_graph_is_the_same(here: Run, tmp_path: Path) -> None:
    assert here("export", tmp_path / "before", "--canonical").returncode == 0
    assert here("graph", "rebuild").returncode == 0
    assert here("export", tmp_path / "after", "--canonical").returncode == 0
    assert (tmp_path / "before").read_bytes() == (tmp_path / "after").read_bytes()


def test_every_format_of_the_help_is_written(here: Run, tmp_path: Path) -> None:
    assert {form.value for form in ExportFormat} == _FORMS.keys()
    for form in ExportFormat:
        assert here("export", tmp_path / form, "--format", form).returncode in (0, None)


def test_an_exported_graph_is_read_into_an_empty_one(here: Run, tmp_path: Path) -> None:
    assert here("export", tmp_path / "before", "--canonical").returncode == 0
    (tmp_path / "home").mkdir()
    other = runner_here(tmp_path / "home")
    assert other("import", tmp_path / "before").returncode == 0
    assert other("export", tmp_path / "after", "--canonical").returncode == 0
    assert (tmp_path / "before").read_bytes() == (tmp_path / "after").read_bytes()
    assert "holds papers already" in other("import", tmp_path / "before").stderr
    # The library behind it is empty: made anew, nothing would be left.
    assert "would lose them" in other("merge", "Anode", "tin", "alloy", "--reason", "a test").stderr
    assert other("export", tmp_path / "later", "--canonical").returncode == 0
    assert (tmp_path / "before").read_bytes() == (tmp_path / "later").read_bytes()
    other("graph", "down")


def test_a_graph_that_was_thrown_away_is_told_and_made_anew(tmp_path: Path) -> None:
    run = runner_here(tmp_path)
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.md").write_text(f"# {name}\n\nSilicon suffers from volume expansion.\n")
    assert run("ingest", tmp_path / "a").returncode == 0
    for number, again in enumerate((("ingest", tmp_path / "b"), ("watch", tmp_path / "c", "--once")), start=2):
        run("graph", "down")
        shutil.rmtree(tmp_path / "graph")
        assert "`anodegraph graph rebuild` makes the graph anew" in runner(tmp_path)("query", "papers").stderr
        assert run(*again).returncode in (0, None)
        assert len(json.loads(run("query", "papers", "--json").stdout)) == number
    run("graph", "down")


def encrypted(folder: Path) -> Path:
    path = folder / "secret.pdf"
    with pikepdf.open(PAPERS[0]) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="o", user="secret"))
    return path


def text_called_pdf(folder: Path) -> Path:
    path = folder / "text.pdf"
    path.write_text("Lithium metal suffers from dendrites.")
    return path


def gold(folder: Path, name: str = "paper") -> Path:
    """A gold in which nothing is, beside its paper."""
    (folder / f"{name}.txt").write_text("Nothing.")
    path = folder / f"{name}.json"
    path.write_text('{"measurements": [], "has_problem": [], "mitigations": []}')
    return path


def test_a_gold_in_which_nothing_is_is_scored(here: Run, tmp_path: Path) -> None:
    done = here("evaluate", gold(tmp_path))
    assert done.returncode in (0, None)
    assert "1 passage, development" in done.stdout
    assert "the share that is right: none" in done.stdout


MISTAKES = {
    "a missing file": (lambda _: ["ingest", "nowhere.pdf"], "there is no such file"),
    "a text called .pdf": (lambda folder: ["ingest", text_called_pdf(folder)], "is called a PDF but is not one"),
    "an encrypted PDF": (lambda folder: ["ingest", encrypted(folder)], "encrypted; give its password"),
    "a wrong password": (lambda folder: ["ingest", encrypted(folder), "--password", "x"], "encrypted"),
    "an empty folder": (lambda folder: ["ingest", folder / "."], "holds no file that could be read"),
    "an unknown query": (lambda _: ["query", "mitigations_of"], "mitigations_of"),
    "a missing parameter": (lambda _: ["query", "mitigations_of_problem"], "problem"),
    "an unknown parameter": (lambda _: ["query", "anodes_by_capacity", "-p", "x=1"], "capacity called 'x'; there are:"),
    "a parameter called rows": (lambda _: ["query", "anodes", "-p", "rows=5"], "no parameter of anodes called 'rows'"),
    "a parameter without =": (lambda _: ["query", "anodes_by_capacity", "-p", "x"], "NAME=VALUE"),
    "a Cypher syntax error": (lambda _: ["cypher", "MATCH (a:Anode RETURN a"], "Cypher syntax error: "),
    "a write in Cypher": (lambda _: ["cypher", "CREATE (:Anode {name: 'unobtainium'})"], "so it was refused"),
    "a number too large": (lambda _: ["cypher", "RETURN $n", "-p", f"n=1{'0' * 30}"], "more than 64 bits"),
    "an unknown paper": (lambda _: ["remove", "no such paper"], "No paper"),
    "a file for a folder": (lambda folder: ["export", folder / "out.json"], "out.json does not end as csv does"),
    "two formats": (
        lambda folder: ["export", folder / "out", "--canonical", "--format", "csv"],
        "--canonical is a format of its own; leave it out, or --format csv",
    ),
    "no gold": (lambda _: ["evaluate", "nowhere.json"], "nowhere.json"),
    "priors nowhere": (
        lambda folder: ["evaluate", gold(folder), "--priors", folder / "nowhere" / "x.yaml"],
        "x.yaml cannot be written; name a file",
    ),
    "priors without development gold": (
        lambda folder: ["evaluate", gold(folder, rules()["validation"][0]), "--priors", folder / "x.yaml"],
        "Priors come from development gold",
    ),
}


@pytest.fixture(scope="module")
def untouched(here: Run) -> Iterator[None]:
    """Whatever the tests do with it, library and graph stay as they are."""

    def state() -> tuple[str, str]:
        nodes = here("cypher", "MATCH (n) RETURN count(n) AS n", "--format", "json")
        return nodes.stdout, here("status", "--json").stdout

    before = state()
    yield
    assert state() == before


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_gets_one_clear_sentence_and_changes_nothing(here: Run, tmp_path: Path, mistake: str) -> None:
    words, sentence = MISTAKES[mistake]
    done = here(*words(tmp_path))
    assert done.returncode not in (0, None)
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("Error: ")
    assert sentence in lines[0]
    assert "Traceback" not in done.stdout + done.stderr


def test_an_encrypted_paper_is_read_with_its_password(here: Run, tmp_path: Path) -> None:
    assert here("read", encrypted(tmp_path), "--password", "secret").returncode == 0
