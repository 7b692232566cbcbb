"""The commands on the graph as a whole: what is one thing in it, and what its shape says."""

from __future__ import annotations

from getpass import getuser
from typing import Annotated

import typer

from miner.errors import UserError
from ui import papers, show
from ui.show import Format, console

Kind = Annotated[str, typer.Argument(help="Anode, Problem, Mitigation or Material.")]
Limit = Annotated[int, typer.Option(min=1, help="Show at most so many rows.")]
Name = Annotated[str, typer.Argument(help="A name as the graph has it.")]


def merge(
    kind: Kind,
    name: Name,
    into: Annotated[str, typer.Argument(help="The name that both have from now on.")],
    reason: Annotated[str, typer.Option(help="Why they are one; it is kept.")],
) -> None:
    """Make two names one node of the graph; `split` takes it back."""
    import graph

    library = papers.whole_library()
    graph.merge(kind, name, into, reason, getuser())
    graph.rebuild(library.extractions())
    console().print(f"{name} is now {into}.", markup=False)


def split(
    kind: Kind,
    name: Name,
    reason: Annotated[str, typer.Option(help="Why they are two; it is kept.")] = "",
) -> None:
    """Take the merge of a name back, or keep the vocabulary from merging it."""
    import graph

    library = papers.whole_library()
    graph.split(kind, name, reason, getuser())
    graph.rebuild(library.extractions())
    console().print(f"{name} is judged anew.", markup=False)


def gaps(
    most: Annotated[int, typer.Option(min=1, help="So many proposals for each gap.")] = 3, limit: Limit = 50
) -> None:
    """List problems of anodes that nobody has tried to solve, with what works on analogous anodes."""
    import graph

    found = graph.gaps(most)[:limit]
    rows = [[g.anode, g.problem, g.studies, [f"{p.mitigation} {p.score:.2f}" for p in g.proposals]] for g in found]
    show.rows(["anode", "problem", "studies", "proposals"], rows, Format.table, title="Gaps")


def analyse(limit: Limit = 20) -> None:
    """List the central strategies, and what belongs together."""
    import graph

    rows = [[c.mitigation, c.betweenness, c.problems, c.anodes] for c in graph.central()[:limit]]
    show.rows(["mitigation", "betweenness", "problems", "anodes"], rows, Format.table, title="Central strategies")
    groups = [[number, [name for _, name in one]] for number, one in enumerate(graph.communities(), 1)]
    show.rows(["community", "members"], groups, Format.table, title="Communities")


def mcp() -> None:
    """Serve the graph, read-only, to agents that speak the Model Context Protocol on stdin and stdout."""
    try:
        from graph.agents import serve
    except ModuleNotFoundError as error:
        raise UserError(f"{error.name} is not installed; install anodegraph[mcp].") from None
    serve()
