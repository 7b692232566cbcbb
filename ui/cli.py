"""The command line: `anodegraph`. Each command hands its words to `miner` or `graph` and prints what comes back."""

from __future__ import annotations

import errno
import io
import json
import os
import shlex
import socket
import sys
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from miner.errors import UserError
from ui import graph_commands, literature, papers, show
from ui.papers import Json, Password
from ui.show import Format, console

if TYPE_CHECKING:
    from graph.answers import Result

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"max_content_width": 120},
    rich_markup_mode=None,  # rich takes longer to load than all the rest of `--help`
)
graph_app = typer.Typer(help="Start, stop or rebuild the local graph.", no_args_is_help=True)
app.add_typer(graph_app, name="graph")
app.add_typer(literature.corpus_app, name="corpus")
for command in (papers.ingest, papers.status, papers.remove, literature.resolve, literature.follow, literature.watch):
    app.command()(command)
for command in (
    graph_commands.merge,
    graph_commands.split,
    graph_commands.gaps,
    graph_commands.analyse,
    graph_commands.mcp,
):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        show.console().print(version("anodegraph"), highlight=False)
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Reads battery reviews and turns what they say about anodes into a graph with evidence."""


File = Annotated[Path, typer.Argument(help="A PDF, JATS XML, HTML, Markdown or text file.")]
Params = Annotated[
    list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; repeat it.")
]
Limit = Annotated[int, typer.Option(min=1, help="Show at most so many rows.")]
Output = Annotated[Format, typer.Option("--format", "-f", help="How to print the rows.")]


@app.command()
def read(
    file: File,
    password: Password = None,
    overlay: Annotated[
        Path | None, typer.Option(help="Draw what was read on the pages of a PDF: OUT.png gives OUT-1.png, ...")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show how a file was read: blocks with their kind and place, tables, references."""
    from miner import read as read_file
    from miner.jsonform import document_json

    document = read_file(file, password)
    if overlay:
        from miner.readers.pdf.overlay import draw_overlay

        if document.format != "pdf":
            raise UserError(f"{file.name} has no pages to draw on; --overlay is for PDFs.")
        try:
            pictures = draw_overlay(file, document, overlay, password)
        except OSError as error:
            raise UserError(f"{overlay} cannot be written ({error.strerror}); name another place.") from error
        show.errors().print(f"Drew {len(pictures)} pages, the first in {pictures[0]}.", markup=False)
    if as_json:
        show.print_json(document_json(document))
        return
    console().print(document.title or file.name, style="bold", markup=False)
    kinds = Counter(block.kind for block in document.blocks)
    counts = {**kinds, "table": len(document.tables), "reference": len(document.references)}
    show.rows(["found", "count"], counts.items(), Format.table)
    papers.defects(document.defects)


@app.command()
def extract(
    file: File,
    password: Password = None,
    unread: Annotated[bool, typer.Option("--unread", help="Show what was not understood instead.")] = False,
    as_json: Json = False,
) -> None:
    """Show the claims of one file, without adding them to the library."""
    from miner import extract as extract_claims
    from miner import read as read_file
    from miner.jsonform import extraction_json

    document = read_file(file, password)
    found = extract_claims(document, file.name)
    if unread:
        from miner.unread import unread as not_understood

        fields = ["kind", "what", "count", "printed", "page", "sentence"]
        rows = [[getattr(entry, field) for field in fields] for entry in not_understood(document, found)]
        show.rows(fields, rows, Format.json if as_json else Format.table, title="Not understood")
        return
    extraction = extraction_json(found)
    if as_json:
        show.print_json(extraction)
        return
    keys = {
        "measurements": ("material", "property", "printed", "cites"),
        "has_problem": ("anode", "problem", "cites"),
        "mitigations": ("strategy", "problem", "anode", "cites"),
    }
    for kind, columns in keys.items():
        rows = [[claim.get(c) for c in columns] + [claim["evidence"]["page"]] for claim in extraction[kind]]
        show.rows([*columns, "page"], rows, Format.table, title=f"{kind.replace('_', ' ')} ({len(rows)})")


@app.command()
def query(
    name: Annotated[str | None, typer.Argument(help="A named query; without one they are listed.")] = None,
    param: Params = None,
    form: Output = Format.table,
    limit: Limit = 1000,
    as_json: Json = False,
) -> None:
    """Ask the graph a named question."""
    import graph

    form = Format.json if as_json else form
    if name is None:
        if form.is_bibliography:
            raise UserError(f"--format {form.value} needs the name of a query; `anodegraph query` lists them.")
        rows = [[q.name, q.title, [p.name for p in q.parameters]] for q in graph.queries()]
        show.rows(["name", "title", "parameters"], rows, form)
    else:
        _answer(graph.run(name, _params(param), rows=limit), form)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question in plain English.")],
    limit: Limit = 1000,
    as_json: Json = False,
) -> None:
    """Answer a question by the named query that it asks for."""
    import graph

    asked = graph.ask(question)
    if as_json:
        reason, rows = asked.reason, []
        try:
            rows = graph.run(asked.query, asked.params, rows=limit).records() if asked.query else []
        except UserError as error:
            reason = str(error)
        notes = [*(f"left out: {part}" for part in asked.left_out), *filter(None, [reason])]  # both, for who reads it
        told = {"reason": reason, "left_out": asked.left_out, "notes": notes}
        show.print_json({"query": asked.query, "params": asked.params, "rows": rows, **told})
        return
    if not asked.query:
        raise UserError(f"{asked.reason} `anodegraph query` lists what can be asked.")
    words = "".join(f" -p {name}={shlex.quote(str(value))}" for name, value in asked.params.items())
    console().print(f"anodegraph query {asked.query}{words}\n", markup=False, highlight=False)
    for part in asked.left_out:
        show.errors().print(f"Left out: {part}.")
    _answer(graph.run(asked.query, asked.params, rows=limit), Format.table)


@app.command()
def cypher(
    text: Annotated[str, typer.Argument(help="A reading Cypher statement.")],
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            metavar="NAME=VALUE",
            help="A parameter: JSON (1000, true, [1, 2]) or else text; repeat it.",
        ),
    ] = None,
    form: Output = Format.table,
    limit: Limit = 1000,
    as_json: Json = False,
) -> None:
    """Run Cypher on the graph, read-only."""
    import graph

    params = {name: _value(text) for name, text in _params(param).items()}
    _answer(graph.cypher(text, params, rows=limit), Format.json if as_json else form)


@app.command()
def audit(
    paper: Annotated[
        str | None, typer.Argument(help="Title, DOI, file name, or start of the SHA-256; all papers without it.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="List what was confirmed, too.")] = False,
    as_json: Json = False,
) -> None:
    """Check claims by Faraday's law, against each other, and against the titles of the papers they are credited to."""
    from miner.audit import audit as audit_claims
    from miner.audit import finding_json

    library = papers.open_library()
    among = {library.find(paper).paper.sha256} if paper else set(library.papers())
    findings = [found for found in audit_claims(library.extractions()) if among & set(found.papers)]
    if as_json:
        show.print_json([finding_json(found) for found in findings])
        return
    shown = [f for f in findings if everything or f.verdict != "confirmed"]
    columns = ["finding", "verdict", "pages", "message"]
    rows = [[f.kind, f.verdict, sorted({e.page for e in f.evidence if e.page}), f.message] for f in shown]
    show.rows(columns, rows, Format.table, title="Findings")
    if len(shown) < len(findings):
        console().print(f"Confirmed: {len(findings) - len(shown)}; --all lists them.")


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Gold annotations; the paper is looked for beside them.")],
    errors: Annotated[int, typer.Option(help="Show up to so many mistakes a part of development gold.")] = 0,
    second_reader: Annotated[
        bool, typer.Option("--second-reader", help="Let ChemDataExtractor's verdicts count in beliefs (slower).")
    ] = False,
    priors: Annotated[Path | None, typer.Option(help="Write each rule's precision on development gold here.")] = None,
    as_json: Json = False,
) -> None:
    """Score the extraction against gold annotations: F1 of each part, and calibration of belief."""
    from miner.evaluation import calibrations, people, pooled, priors_text, table
    from miner.evaluation import evaluate as evaluate_gold

    if priors and (priors.is_dir() or not os.access(priors.parent, os.W_OK)):
        raise UserError(f"{priors} cannot be written; name a file in a folder of yours.")
    scored = evaluate_gold(gold, second_reader=second_reader)
    by_people = list(papers.open_library().curation.holding().values())
    if priors:
        if all(row.use != "development" for row in scored):
            raise UserError("Priors come from development gold, and this is all for validation; name other gold.")
        developed = (claim for row in scored if row.use == "development" for claim in row.judged)
        priors.write_text(priors_text(developed, by_people), encoding="utf-8")
        show.errors().print(f"Wrote {priors}.", markup=False)
        return
    if as_json:
        show.print_json({row.name.strip(): row.report.figures() for row in (*scored, *pooled(scored))})
        return
    show.figures(table(scored), "By document")
    show.figures(table(pooled(scored)), "\nPooled")
    show.figures(calibrations(scored), "\nStatements by belief: mean belief, and the share that is right")
    if by_people:
        show.figures(people(by_people), "\nJudged by people: each rule's prior by gold, and with what they say")
    for row in (row for row in scored if errors and row.use == "development"):
        console().print(f"\n{row.name}", style="bold", markup=False)
        show.print_json(row.report.errors(errors))


class ExportFormat(StrEnum):
    """How the graph is written to disk."""

    csv = "csv"
    jsonl = "jsonl"
    graphml = "graphml"
    jsonld = "jsonld"
    neo4j = "neo4j"
    canonical = "canonical"


@app.command()
def export(
    target: Annotated[Path, typer.Argument(help="A folder for csv and neo4j, a file otherwise.")],
    form: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format", "-f", help="csv unless given; neo4j: for neo4j-admin import; canonical: to be imported."
        ),
    ] = None,
    canonical: Annotated[
        bool, typer.Option("--canonical", help="The same as --format canonical: text that is equal for equal graphs.")
    ] = False,
) -> None:
    """Write the whole graph to disk."""
    import graph

    if canonical and form not in (None, ExportFormat.canonical):
        raise UserError(f"--canonical is a format of its own; leave it out, or --format {form.value}.")
    count = graph.export(target, ExportFormat.canonical if canonical else form or ExportFormat.csv)
    console().print(f"Wrote {count} nodes and relationships to {target}.", markup=False)


@app.command(name="import")
def import_(source: Annotated[Path, typer.Argument(help="A file that `export --canonical` wrote.")]) -> None:
    """Read an exported graph into an empty one, without its papers."""
    import graph

    console().print(f"Read {graph.load(source)} nodes and relationships.", markup=False)


@app.command(name="app")
def open_app(
    port: Annotated[int, typer.Option(min=1024, max=65535, help="The port on this machine.")] = 8501,
) -> None:
    """Open the app in the browser."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise UserError(f"Port {port} is in use; choose another with --port.")
    page = Path(__file__).with_name("app.py")
    options = [f"--server.port={port}", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(page), *options])  # noqa: S606 (our own words)


@app.command()
def demo() -> None:
    """Ingest the sample papers that come with AnodeGraph and answer three questions."""
    from importlib.resources import files

    import graph

    outcomes = papers.take_in(sorted(Path(str(files("corpus") / "papers")).glob("*.pdf")))
    papers.summary(outcomes)
    questions = {
        "What mitigates dendrite growth on lithium metal?": (
            "mitigations_of_problem",
            {"problem": "dendrite_growth", "anode": "lithium metal"},
        ),
        "Anodes by theoretical capacity": ("theoretical_capacities", {}),
        "What does nanostructuring help against?": ("problems_of_mitigation", {"mitigation": "nanostructuring"}),
    }
    for question, (name, params) in questions.items():
        result = graph.run(name, params)
        show.rows(result.columns, result.rows[:3], Format.table, title=question)
        words = "".join(f' -p {key}="{value}"' for key, value in params.items())
        console().print(f"... 3 of {len(result.rows)}: anodegraph query {name}{words}\n", markup=False, highlight=False)
    console().print("Next: [bold]anodegraph app[/] opens the app; [bold]anodegraph query[/] lists what you can ask;")
    console().print("[bold]anodegraph cypher 'MATCH (a:Anode) RETURN a.name'[/] asks in Cypher; all below .venv/bin.")


@graph_app.command()
def up() -> None:
    """Start the local graph and leave it running; its address and password are printed for other tools."""
    import graph

    show.rows(["what", "value"], graph.up().items(), Format.table)


@graph_app.command()
def down() -> None:
    """Stop the local graph."""
    import graph

    console().print("Stopped." if graph.down() else "It was not running.")


@graph_app.command()
def rebuild() -> None:
    """Throw the graph away and make it again from the claim library."""
    import graph

    library = papers.open_library()
    papers.tell_damaged(library)
    count = graph.rebuild(library.extractions())
    console().print(f"Rebuilt the graph from {count} papers.")


def main() -> None:
    """Run the command line; an error that the user can mend is one sentence and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal's encoding lacks
    _spare_the_driver()
    try:
        if any(word != word.encode(errors="replace").decode() for word in sys.argv):
            raise UserError("A word of the command is not UTF-8; rename the file, or name its folder.")
        app()
    except UserError as error:
        show.error(error)
        sys.exit(1)
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody takes what is still to be written
        if error.errno == errno.ENOSPC:
            show.error(UserError("The disk is full; make room, and run the same again."))
        sys.exit(1)


def _spare_the_driver() -> None:
    """Keep Neo4j's driver from loading NumPy, pandas and Arrow, half a second: no command gives it types of theirs."""
    absent = ModuleType("neo4j._optional_deps")
    vars(absent)["__getattr__"] = lambda _: None
    sys.modules[absent.__name__] = absent


def _answer(result: Result, form: Format) -> None:
    if form.is_bibliography:
        literature.print_bibliography(result, form)
    else:
        show.rows(result.columns, result.rows, form)
    if not result.rows and not papers.is_projected():
        show.errors().print("The graph is empty, the library is not: `anodegraph graph rebuild` makes the graph anew.")
    if result.summary.more:
        show.errors().print(f"There are more rows: these are the first {result.summary.rows}; --limit shows more.")


def _params(pairs: Sequence[str] | None) -> dict[str, str]:
    """`name=value` words as a dictionary; raises UserError for a word without `=`."""
    params = {}
    for pair in pairs or ():
        name, equals, value = pair.partition("=")
        if not equals:
            raise UserError(f"--param {pair!r} is not NAME=VALUE; write for example --param anode=silicon.")
        params[name] = value
    return params


def _value(text: str) -> Any:
    """What JSON says, and the text itself where it is no JSON."""
    try:
        return json.loads(text, parse_constant=str)  # NaN and Infinity are words
    except ValueError:
        return text
