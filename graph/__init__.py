"""The graph: claims as anodes, problems, mitigations and measurements with their evidence, and queries on them.

In a notebook: `graph.query("mitigations_of_problem", problem="dendrite growth")` is a pandas.DataFrame. Everything here
works on the graph that the settings name (`GRAPH_URI`, else the embedded one), and connects when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from graph.answers import Result
    from graph.engine import Engine
    from graph.named import Query
    from miner.claims import Extraction

# The driver takes a second to import, so each function imports what it needs.


def connect() -> Engine:
    """The connection to the graph of this process."""
    from graph import engine

    return engine.connect()


def queries() -> tuple[Query, ...]:
    """The named queries: name, title, description, parameters, text."""
    from graph import named

    return named.queries()


def run(name: str, /, *, rows: int = 1000, **parameters: Any) -> Result:
    """The first `rows` rows of a named query. Raises GraphError, a UserError."""
    from graph import answers

    return answers.run(connect(), name, parameters, rows)


def cypher(text: str, parameters: dict[str, Any] | None = None, *, rows: int = 1000) -> Result:
    """The first `rows` rows of a reading Cypher query. Raises GraphError, a UserError."""
    from graph import answers

    return answers.cypher(connect(), text, parameters or {}, rows)


def query(name: str, /, *, rows: int = 100_000, **parameters: Any) -> pd.DataFrame:
    """The rows of a named query as a table."""
    import pandas as pd

    result = run(name, rows=rows, **parameters)
    return pd.DataFrame(list(result.rows), columns=list(result.columns))


def project(extraction: Extraction) -> bool:
    """Bring what the graph says of one paper up to date; False where it says so already."""
    from graph import projection

    return projection.project(connect(), extraction)


def remove(sha256: str) -> bool:
    """Take the paper with this file hash out of the graph; False where it is not in it."""
    from graph import projection

    return projection.remove(connect(), sha256)


def rebuild(extractions: Iterable[Extraction]) -> int:
    """Make the graph say exactly what the extractions (`Library.extractions()`) say; returns their number."""
    from graph import projection

    return projection.rebuild(connect(), extractions)
