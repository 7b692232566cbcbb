"""What goes wrong for a user of the graph, each as one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from miner.errors import UserError

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError

# Names that a message lists.
_SHOWN = 60
READ_ONLY = "Queries only read: this one would change the graph or its server, so it was refused."


class GraphError(UserError):
    """An error of the graph or of a query on it."""


def unknown(kind: str, name: str, known: Iterable[str]) -> GraphError:
    """There is no `kind` called `name`; the message proposes the nearest of the `known` ones."""
    known = sorted(known)
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known[:_SHOWN]) or 'none'}{more}."
    return GraphError(f"There is no {kind} called {name!r}; {hint}")


def no_room(folder: Path, left: int) -> GraphError:
    """A transaction failed, and the disk of the embedded graph has only so many bytes left."""
    return GraphError(
        f"The graph was not changed, as {folder} has only {left >> 20} MB left; make room, and run the same again."
    )


def of_engine(error: Neo4jError | DriverError, where: str | None, seconds: float) -> GraphError:
    """The sentence for what the driver raised; `where` names the server (None: the embedded one)."""
    # Not before: a command that stops the graph, or lists the queries, needs no driver.
    from neo4j.exceptions import AuthError, CypherSyntaxError, Forbidden, ServiceUnavailable, SessionExpired

    code = getattr(error, "code", None) or ""
    message = " ".join((getattr(error, "message", None) or str(error)).split("\n")[0].split())
    match error:
        case AuthError():
            return GraphError(f"{where} refuses the user or the password; check GRAPH_USER and GRAPH_PASSWORD.")
        case ServiceUnavailable() | SessionExpired() if where is None:
            return GraphError("The server of the embedded graph stopped while it worked; run the same again.")
        case ServiceUnavailable() | SessionExpired():
            return GraphError(
                f"No graph server answers at {where}; start it, or unset GRAPH_URI for the embedded graph."
            )
        case CypherSyntaxError():
            return GraphError(f"Cypher syntax error: {message}")
        case Forbidden():
            return GraphError(READ_ONLY)
        case _ if code.endswith(("AccessMode", "Forbidden")):
            return GraphError(READ_ONLY)
        case _ if code.endswith("ParameterMissing"):
            return GraphError(f"{message}; give it as a parameter.")
        case _ if "TimedOut" in code or "Timeout" in code:
            return GraphError(f"The query took longer than {seconds:g} s and was stopped; ask for less.")
        case _:
            return GraphError(f"The graph cannot answer this query: {message}")
