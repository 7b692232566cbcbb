"""The graph: claims as anodes, problems, mitigations and measurements with their evidence, and queries on them.

In a notebook: `graph.query("mitigations_of_problem", problem="dendrite growth")` is a pandas.DataFrame. Everything here
works on the graph that the settings name (`GRAPH_URI`, else the embedded one), and connects when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from miner.settings import settings

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    import pandas as pd

    from graph.analysis import Central, Gap
    from graph.answers import Result
    from graph.engine import Engine
    from graph.identity import Judgement, Names
    from graph.named import Query
    from graph.questions import Asked
    from miner.claims import Extraction

# The driver takes a second to import, so each function imports what it needs.


def connect() -> Engine:
    """The connection to the graph of this process."""
    from graph import engine

    return engine.connect()


def turn() -> str | None:
    """A word that is new after every write: while it is the same, what was asked before still holds."""
    return next((row["turn"] for row in connect().rows("MATCH (g:Graph {name: 'claims'}) RETURN g.turn AS turn")), None)


def queries() -> tuple[Query, ...]:
    """The named queries: name, title, description, parameters, text."""
    from graph import named

    return named.queries()


def run(name: str, parameters: Mapping[str, Any] | None = None, *, rows: int = 1000) -> Result:
    """The first `rows` rows of a named query. Raises GraphError, a UserError."""
    from graph import answers

    return answers.run(connect(), name, parameters or {}, rows)


def cypher(text: str, parameters: dict[str, Any] | None = None, *, rows: int = 1000) -> Result:
    """The first `rows` rows of a reading Cypher query. Raises GraphError, a UserError."""
    from graph import answers

    return answers.cypher(connect(), text, parameters or {}, rows)


def ask(question: str) -> Asked:
    """The named query, with its parameters, that answers a question in plain English; `run` runs it."""
    from graph import questions

    return questions.understand(connect(), question)


def query(name: str, /, *, rows: int = 100_000, **parameters: Any) -> pd.DataFrame:
    """The rows of a named query as a table."""
    import pandas as pd

    result = run(name, parameters, rows=rows)
    return pd.DataFrame(list(result.rows), columns=pd.Index(result.columns))


def project(extraction: Extraction) -> bool:
    """Bring what the graph says of one paper up to date; False where it says so already."""
    from graph import projection

    return projection.project(connect(), extraction, _names())


def remove(sha256: str) -> bool:
    """Take the paper with this file hash out of the graph; False where it is not in it."""
    from graph import projection

    return projection.remove(connect(), sha256)


def documents() -> set[str]:
    """The SHA-256 of each file whose claims are in the graph."""
    from graph import projection

    return projection.documents(connect())


def rebuild(extractions: Iterable[Extraction]) -> int:
    """Make the graph say exactly what the extractions (`Library.extractions()`) say; returns their number.

    A graph that another version made is thrown away first.
    """
    from graph import engine, projection

    return projection.rebuild(engine.connect(outdated=True), extractions, _names())


def merge(kind: str, name: str, into: str, reason: str, who: str = "") -> None:
    """Judge that two names of an "Anode", "Problem", "Mitigation" or "Material" mean one; `rebuild` makes it so."""
    from graph import identity

    identity.check_named(connect(), settings().home, kind, name, into)
    identity.merge(settings().home, kind, name, into, reason, who)


def split(kind: str, name: str, reason: str, who: str = "") -> None:
    """Take the merge of a name back, or keep the vocabulary from merging it; `rebuild` makes it so."""
    from graph import identity

    identity.check_named(connect(), settings().home, kind, name)
    identity.split(settings().home, kind, name, reason, who)


def merged() -> list[Judgement]:
    """The judgements on names that hold, in the order of kind and name."""
    return sorted(_names().judged.values(), key=lambda judgement: (judgement.kind, judgement.name))


def gaps(most: int = 3) -> list[Gap]:
    """Problems of anodes without a tried strategy, each with the best proposals from analogous anodes."""
    from graph import analysis

    return analysis.gaps(connect(), most)


def central() -> list[Central]:
    """The strategies by betweenness between anodes and problems."""
    from graph import analysis

    return analysis.central(connect())


def communities() -> list[list[tuple[str, str]]]:
    """Anodes, problems and strategies (label, name) that belong together."""
    from graph import analysis

    return analysis.communities(connect())


def _names() -> Names:
    from graph import identity

    return identity.names(settings().home)


def up() -> dict[str, str]:
    """Start the embedded graph and let it stay until `down`; returns what other tools need to read it over Bolt.

    With `GRAPH_URI` set there is nothing to start; the server's address is returned.
    """
    from graph import engine

    return engine.up()


def down() -> bool:
    """Stop the embedded graph; False where none was running. A server of the user's own is left alone."""
    from graph import embedded

    return not settings().graph_uri and embedded.down(settings().home / "graph")


def works(result: Result) -> list[dict[str, Any]]:
    """The works that an answer names: their properties as in the graph."""
    from graph import named_works

    return named_works.works(connect(), result)


def export(target: Path, form: str) -> int:
    """Write the graph as "csv" or "neo4j" (folders), "jsonl", "graphml", "jsonld" or "canonical" (files).

    Returns the number of nodes and relationships.
    """
    from graph import exports

    return exports.export(connect(), target, form)


def load(source: Path) -> int:
    """Fill an empty graph with what `export` wrote as "canonical"; returns the number of nodes and relationships."""
    from graph import loading

    return loading.load(connect(), source)


def to_networkx() -> nx.MultiDiGraph[str]:
    """The whole graph for networkx; a node's name is its label and its key ("Anode:silicon")."""
    from graph import exports

    return exports.to_networkx(connect())
