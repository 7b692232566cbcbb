"""The commands that ask services on the network, and `watch`: references to works, works to full texts, folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui import show
from ui.papers import Json, open_library, ready_graph, whole_library
from ui.show import Format, console

if TYPE_CHECKING:
    from graph.answers import Result
    from miner.ingestion import Outcome
    from miner.library import Library
    from miner.literature.follow import Step
    from miner.literature.http import Client
    from miner.literature.works import Work

corpus_app = typer.Typer(help="Lists of papers to start with.", no_args_is_help=True)
PaperName = Annotated[str, typer.Argument(help="Title, DOI, file name, or start of the SHA-256.")]


def resolve(paper: PaperName, as_json: Json = False) -> None:
    """Find the DOIs of a paper's references, with their open copies (asks Crossref and others)."""
    from miner.literature.follow import resolve_all

    library = whole_library()
    with _client(library) as client:
        _take(library, resolve_all(client, library, library.find(paper)), as_json)


def follow(
    paper: PaperName,
    depth: Annotated[int, typer.Option(min=1, max=3, help="1: its references; 2: those of its references, too.")] = 1,
    most: Annotated[int, typer.Option("--max", min=1, help="Follow at most so many references.")] = 50,
    only: Annotated[str, typer.Option(help="Only those on this anode ('silicon'); 'anode' means any.")] = "",
    as_json: Json = False,
) -> None:
    """Fetch and mine the open full texts of a paper's references, those behind most claims first.

    Files of your own in the folder of full texts are taken in, too. A run that was interrupted goes on where it was.
    """
    from miner.literature.follow import follow as follow_references
    from miner.literature.watch import dropped, take_in

    library = whole_library()
    for outcome, work in take_in(library, dropped(library)):
        _tell(outcome, work, quiet=as_json)
    with _client(library) as client:
        steps = follow_references(client, library, library.find(paper), depth=depth, most=most, only=only)
        _take(library, steps, as_json)


@corpus_app.command()
def fetch(as_json: Json = False) -> None:
    """Fetch and mine the open reviews of corpus/reviews.yaml."""
    from importlib.resources import files

    import yaml

    from miner.literature.follow import get

    library = whole_library()
    reviews = yaml.safe_load((files("corpus") / "reviews.yaml").read_text("utf-8"))
    with _client(library) as client:
        _take(library, (get(client, library, review["doi"]) for review in reviews), as_json)


def watch(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The folder.")],
    once: Annotated[bool, typer.Option("--once", help="Take in what is there now, and end.")] = False,
) -> None:
    """Take in every paper that is dropped into a folder, until Ctrl-C."""
    import graph
    from miner.literature.watch import papers_of, take_in
    from miner.literature.watch import watch as watch_folder

    library = open_library()
    ready_graph()
    unread = 0
    for outcome, work in take_in(library, papers_of(folder)) if once else watch_folder(library, folder):
        _tell(outcome, work)
        unread += outcome.error is not None
        if outcome.extraction:
            graph.project(library.load(outcome.extraction.paper.sha256))
    if unread:
        raise typer.Exit(1)


def print_bibliography(result: Result, form: Format) -> None:
    """Print the papers that an answer names, by what the services say of them where they were asked."""
    import sys

    import graph
    from miner.literature.bibliography import FORMATS
    from miner.literature.works import Work, surname

    known = open_library().literature.works
    works = [
        known.get((row["doi"] or "").lower())
        or Work(
            doi=row["doi"] or "",
            title=row["title"] or row["text"] or "",
            authors=tuple(map(surname, row["authors"] or ())),
            years=(row["year"],) if row["year"] else (),
            journal=row["journal"] or "",
        )
        for row in graph.works(result)
    ]
    sys.stdout.write(FORMATS[form.value](works))


@contextmanager
def _client(library: Library) -> Generator[Client, None, None]:
    """A client for the run, the graph being there to take what it brings."""
    import graph
    from miner.literature.http import Client
    from miner.literature.services import services
    from miner.settings import settings

    graph.connect()
    if not settings().mailto:
        show.errors().print("Set ANODEGRAPH_MAILTO to your e-mail: services answer faster, and Unpaywall at all.")
    client = Client(services(settings()), library.folder.parent / "cache" / "services")
    try:
        yield client
    finally:
        client.close()


def _take(library: Library, steps: Iterable[Step], as_json: bool) -> None:
    """Take the steps, each with a line as soon as it is done, and bring the graph up to date; Ctrl-C ends them."""
    import graph

    done: list[Step] = []
    interrupted = False
    try:
        for step in steps:
            done.append(step)
            if not as_json:
                console().print(f"{_state(step):>12}  {step.name}", markup=False, highlight=False, overflow="ellipsis")
    except KeyboardInterrupt:
        interrupted = True
        show.errors().print("Interrupted: what was done is kept, and the same command goes on from there.")
    _show(done, as_json)
    graph.rebuild(library.extractions())  # with new DOIs, papers that were mined before cite other works
    if interrupted:
        raise typer.Exit(130)


def _show(done: list[Step], as_json: bool) -> None:
    if as_json:
        show.print_json([_step_json(step) for step in done])
        return
    show.rows(["outcome", "works"], sorted(Counter(map(_state, done)).items()), Format.table)
    missed = [row for row in map(_step_json, done) if row["state"] in ("closed", "failed", "unresolved")]
    columns = ["state", "name", "doi", "reason"]
    if missed:
        show.rows(columns, [[row[column] for column in columns] for row in missed], Format.table, title="Not had")


def _step_json(step: Step) -> dict[str, Any]:
    work, text = step.resolution.work, step.text
    return {
        "name": step.name,
        "state": _state(step),
        "doi": work.doi if work else "",
        "reason": text.reason if text else step.resolution.reason,
        "licence": (text.copy.licence if text and text.copy else "") or (work.licence if work else ""),
        "copies": [copy.url for copy in work.copies] if work else [],
        "file": text.file if text else "",
        "citing": step.citing,
    }


def _state(step: Step) -> str:
    if step.text:
        return step.text.state
    if not step.resolution.work:
        return "unresolved"
    return "open" if step.resolution.work.copies else "resolved"


def _tell(outcome: Outcome, work: Work | None, *, quiet: bool = False) -> None:
    if outcome.error:
        show.errors().print(f"Not read: {outcome.error}", markup=False)
    elif outcome.extraction and not quiet:
        known = f", which is {work.doi}" if work else "" if outcome.new else ", which the library had"
        console().print(f"Taken in: {outcome.path.name}{known}", markup=False, highlight=False)
