"""The commands for the papers of the library: `ingest`, `remove`, `status`; and how papers are taken in and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui import show
from ui.show import Format, console

if TYPE_CHECKING:
    from miner.claims import Extraction
    from miner.document import Defect
    from miner.ingestion import Outcome
    from miner.library import Library

Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Password = Annotated[str | None, typer.Option(help="The password of an encrypted PDF.")]


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders or globs.")],
    password: Password = None,
    workers: Annotated[int, typer.Option(min=0, help="So many processes mine; 0: one a core.")] = 0,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Mine on the Dask cluster of this scheduler: tcp://HOST:8786.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Read papers, mine their claims, and add them to the library and the graph."""
    try:
        outcomes = take_in(paths, password, workers, scheduler, quiet=as_json)
    except KeyboardInterrupt:
        show.errors().print("Interrupted: what was read is kept, and the same command goes on from there.")
        raise typer.Exit(130) from None
    if as_json:
        show.print_json([outcome_json(outcome) | {"file": str(outcome.path)} for outcome in outcomes])
    else:
        summary(outcomes)
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


def remove(paper: Annotated[str, typer.Argument(help="Title, DOI, file name, or start of the SHA-256.")]) -> None:
    """Take a paper and its evidence out of the library and the graph."""
    import graph

    library = open_library()
    found = library.find(paper).paper
    graph.connect()  # so that a graph out of reach is told before the library forgets the paper
    library.remove(found.sha256)
    graph.remove(found.sha256)
    console().print(f"Removed {found.title or found.source}.", markup=False)


def status(as_json: Json = False) -> None:
    """Show what the library holds, what became of references and full texts, and where library and graph are."""
    from dataclasses import asdict

    from miner.literature.report import counts, missed, twins
    from miner.settings import settings

    library = open_library()
    tell_damaged(library)
    extractions = list(library.extractions())
    papers = [paper_json(extraction) for extraction in extractions]
    graph_at = settings().graph_uri or "local, started on demand"
    figures, not_had = counts(library.literature), [asdict(found) for found in missed(library.literature)]
    same = [[[sha256[:12] for sha256 in twin.papers], twin.why] for twin in twins(extractions)]
    if as_json:
        literature = {**figures, "not had": not_had, "twins": same}
        show.print_json({"home": str(settings().home), "graph": graph_at, "papers": papers, "literature": literature})
        return
    console().print(f"Library: {library.folder}\nGraph: {graph_at}", markup=False, highlight=False)
    columns = ["paper", "title", "doi", "measurements", "has_problem", "mitigations", "defects"]
    show.rows(columns, [[paper[c] for c in columns] for paper in papers], Format.table, title="Papers")
    if same:
        show.rows(["papers", "why"], same, Format.table, title="Twice in the library")
    if figures:
        show.rows(["what", "count"], figures.items(), Format.table, title="References and full texts")
    if not_had:
        columns = ["state", "name", "doi", "reason"]
        show.rows(columns, [[row[c] for c in columns] for row in not_had], Format.table, title="Not had")


def open_library() -> Library:
    """The claim library of the user's settings."""
    from miner.library import Library
    from miner.settings import settings

    return Library(settings().home)


def whole_library() -> Library:
    """The library, to make the whole graph anew from it.

    Raises UserError where the graph holds papers that the library never had: made anew, it would lose them.
    """
    import graph
    from miner.errors import UserError

    library = open_library()
    if strange := sum(not library.knows(sha256) for sha256 in graph.documents()):
        raise UserError(
            f"The graph holds {strange} papers that are not in the library (an import?), and this would lose them: "
            "ingest them first, or `anodegraph graph rebuild` does without them."
        )
    return library


def is_projected() -> bool:
    """Whether the graph holds a paper, if the library may hold any."""
    import graph

    return not open_library().papers() or bool(graph.cypher("MATCH (d:Document) RETURN d.sha256 LIMIT 1").rows)


def ready_graph() -> None:
    """Connect before any reading, and make a graph that was thrown away anew. Raises UserError for one out of reach."""
    import graph

    graph.connect()
    if not is_projected():
        graph.rebuild(open_library().extractions())


def tell_damaged(library: Library) -> None:
    """Say which files of the library hold no paper any more."""
    for path in library.damaged():
        show.errors().print(f"{path} is damaged: its paper is lost until it is ingested again.", markup=False)


def last_read(library: Library, most: int) -> list[tuple[Extraction, float]]:
    """The papers that were added last, each with the time (seconds since 1970) at which its file was written."""
    written = {path.stem: path.stat().st_mtime for path in library.folder.glob("*.jsonl")}
    found: list[tuple[Extraction, float]] = []
    for sha256 in sorted(written, key=lambda name: (-written[name], name)):
        if len(found) == most:
            break
        if library.has(sha256):
            found.append((library.load(sha256), written[sha256]))
    return found


def take_in(
    paths: Sequence[Path], password: str | None = None, workers: int = 0, scheduler: str = "", *, quiet: bool = False
) -> list[Outcome]:
    """Ingest with a progress bar; each paper reaches the graph as soon as it is in the library."""
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    import graph
    from miner.ingestion import ingest as mine
    from miner.ingestion import papers_in
    from miner.parallel import cores

    files, passed = papers_in(paths)
    if passed:
        kinds = Counter("linked folder" if path.is_dir() else path.suffix.lower() or path.name for path in passed)
        told = ", ".join(f"{kind} ({number})" for kind, number in kinds.most_common())
        show.errors().print(f"Passed over: {told}.", markup=False, highlight=False, soft_wrap=True)
    # A process of its own is worth its start from the second paper on.
    workers = workers or max(1, min(cores(), len(files) // 2))
    ready_graph()
    outcomes: list[Outcome] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(), disable=quiet) as progress:
        task = progress.add_task("Ingesting", total=len(files))
        for outcome in mine(files, open_library(), password, workers, scheduler):
            if outcome.extraction:
                graph.project(outcome.extraction)
            outcomes.append(outcome)
            progress.update(task, advance=1, description=escape(outcome.path.name))
    return outcomes


def summary(outcomes: Sequence[Outcome]) -> None:
    """Papers, claims by kind, and all that could not be read or understood."""
    mined = [outcome.extraction for outcome in outcomes if outcome.extraction]
    counts = {
        "papers": len(mined),
        "of these new": sum(outcome.new for outcome in outcomes),
        "measurements": sum(len(extraction.measurements) for extraction in mined),
        "problems of anodes": sum(len(extraction.has_problem) for extraction in mined),
        "mitigations": sum(len(extraction.mitigations) for extraction in mined),
        "references": sum(len(extraction.references) for extraction in mined),
        "files that could not be read": sum(outcome.error is not None for outcome in outcomes),
    }
    if mined:
        show.rows(["what", "count"], counts.items(), Format.table)
    defects([defect for extraction in mined for defect in extraction.defects])
    for outcome in outcomes:
        if outcome.error:
            show.error(outcome.error)


def defects(found: Sequence[Defect]) -> None:
    """What was not read or understood, counted by kind, each with one example."""
    rows = [list(warning.values()) for warning in _warnings(found)]
    if rows:
        show.rows(["warning", "count", "for example"], rows, Format.table)


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """What became of a file, for programs."""
    if outcome.extraction is None:
        return {"file": outcome.path.name, "error": str(outcome.error)}
    extraction = outcome.extraction
    return {
        "file": outcome.path.name,
        "new": outcome.new,
        **paper_json(extraction),
        "sha256": extraction.paper.sha256,
        "references": len(extraction.references),
        "warnings": _warnings(extraction.defects),
    }


def _warnings(found: Sequence[Defect]) -> list[dict[str, Any]]:
    by_code: dict[str, list[Defect]] = {}
    for defect in found:
        by_code.setdefault(defect.code, []).append(defect)
    return [
        {"code": code, "count": sum(defect.count for defect in same), "message": same[0].message}
        for code, same in sorted(by_code.items())
    ]


def paper_json(extraction: Extraction) -> dict[str, Any]:
    """A paper and the numbers of its claims, for programs."""
    paper = extraction.paper
    return {
        "paper": paper.sha256[:12],
        "title": paper.title or paper.source,
        "doi": paper.doi,
        "measurements": len(extraction.measurements),
        "has_problem": len(extraction.has_problem),
        "mitigations": len(extraction.mitigations),
        "defects": sum(defect.count for defect in extraction.defects),
    }
