"""The commands on the graph itself: what is one thing in it."""

from __future__ import annotations

from typing import Annotated

import typer

from ui import papers
from ui.show import console

Kind = Annotated[str, typer.Argument(help="Anode, Problem, Mitigation or Material.")]
Name = Annotated[str, typer.Argument(help="A name as the graph has it.")]


def merge(
    kind: Kind,
    name: Name,
    into: Annotated[str, typer.Argument(help="The name that both have from now on.")],
    reason: Annotated[str, typer.Option(help="Why they are one; it is kept.")],
) -> None:
    """Make two names one node of the graph; `split` takes it back."""
    import graph

    graph.merge(kind, name, into, reason)
    _rebuild()
    console.print(f"{name} is now {into}.", markup=False)


def split(
    kind: Kind,
    name: Name,
    reason: Annotated[str, typer.Option(help="Why they are two; it is kept.")] = "",
) -> None:
    """Take the merge of a name back, or keep the vocabulary from merging it."""
    import graph

    graph.split(kind, name, reason)
    _rebuild()
    console.print(f"{name} is judged anew.", markup=False)


def _rebuild() -> None:
    import graph

    graph.rebuild(papers.open_library().extractions())
