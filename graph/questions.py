"""Questions in plain English: which named query answers one, with which parameters. No language model is asked.

A query says in its head by which words it is asked for; its parameters take what the question names. Of all queries the
one is chosen that leaves the fewest words unexplained. A word that nobody knows is a reason to say so, not to guess;
only where the others have told what is asked it is left out, and the answer tells that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.engine import Engine
from graph.named import queries
from graph.question_names import question_names
from graph.question_params import covered
from graph.question_readings import Question, Reading, as_question, read_as
from graph.spelling import corrected
from miner.measurements.properties import properties
from miner.names import Name
from miner.quantities import Quantity

_NUMBER = re.compile(r"(?<![\w.\-/])\d+(?:[.,]\d+)*(?![\w\-/])")
# What a thing is, is told by no query: "What is an SEI?".
_WHAT_IS = re.compile(r"what(?:[’']?s| is| are)(?: an?)? ", re.IGNORECASE)
# A query that sorts gives the greatest first, and these are told as left out.
_LEAST_FIRST = re.compile(r"\b(?:lowest|smallest|(?<!at )least|fewest|minimum)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The `query` that answers a question with its `params`, or None and the reason why nothing does.

    `left_out` are the words that the query takes no notice of: quantities ("500 cycles"), an order ("lowest"), strange
    words that change little ("nagging").
    """

    query: str | None
    params: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    left_out: tuple[str, ...] = ()


def understand(engine: Engine, question: str) -> Asked:
    """The named query that a question asks for; its names are linked by the vocabularies and by those in the graph."""
    if not question.strip():
        return Asked(None, reason="Nothing is asked here; write for example: What helps against volume change?")
    rows = engine.rows("MATCH (n:Material) RETURN n.name AS name, n.aliases AS aliases ORDER BY name")
    materials = {also.lower(): row["name"] for row in rows for also in row["aliases"] or ()}
    materials |= {row["name"].lower(): row["name"] for row in rows}
    text = corrected(question)
    found = question_names(text, materials)
    outside = [text[name.start : name.end] for name in found if name.kind == "outside"]
    if outside:
        return Asked(None, reason=f"The graph is on anodes; nothing is looked up for {', '.join(map(repr, outside))}.")
    if defined := _defined(text, found):
        return Asked(None, reason=f"The graph holds what papers say of {defined!r}, but not what it is.")
    read = as_question(text, found, materials)
    readings = [reading for query in queries() if (reading := read_as(query, read))]
    if not readings:
        return Asked(None, reason="I know no query that answers this.")
    best = min(readings, key=lambda reading: reading.rank)
    if best.unknown:
        return Asked(None, reason=f"I don't know what to look up for {', '.join(map(repr, best.unknown))}.")
    spare = [value for value in read.values if best.params.get(value.name) != value.value]
    tops = [value.printed for value in spare if value.name == "top"]
    left_out = [
        *_spare_quantities(read, best),
        *_other_numbers(read, found),
        *(value.printed for value in spare if value.name != "top"),
    ]
    if left_out and not best.params:
        return Asked(None, reason=f"I don't know how to look up {', '.join(left_out)} alone.")
    left_out += [*best.incidental, *tops, *_LEAST_FIRST.findall(read.text)]
    return Asked(best.query.name, best.params, left_out=tuple(left_out))


def _defined(text: str, found: Sequence[Name]) -> str:
    """The name that is all of a question for what it is, or ""."""
    asked = _WHAT_IS.match(text)
    rest = text[asked.end() :].rstrip(" ?.!") if asked else ""
    return rest if any(text[name.start : name.end] == rest for name in found) else ""


def _spare_quantities(question: Question, best: Reading) -> list[str]:
    """The quantities that are neither a bound of the reading nor a number that is a parameter."""
    used = {best.params.get("at_least"), best.params.get("at_most")}
    values = [(value.start, value.end) for value in question.values]
    found = (q for q in question.quantities if used.isdisjoint(_in_properties(q)))
    return [q.printed for q in found if not covered(q.start, q.end, values)]


def _other_numbers(question: Question, found: Sequence[Name]) -> list[str]:
    """The numbers that are in no name, no quantity and no value: no query takes notice of them."""
    known = [(x.start, x.end) for x in (*found, *question.quantities, *question.values)]
    return [m[0] for m in _NUMBER.finditer(question.text) if not covered(m.start(), m.end(), known)]


def _in_properties(quantity: Quantity) -> set[float]:
    """Its value in the units of all properties that it can be one of."""
    return {known.scaled(quantity.value) for known in properties() if quantity.kind in known.kinds}
