"""Questions in plain English: which named query answers one, with which parameters. No language model is asked.

A query says in its head by which words it is asked for; its parameters take what the question names. A query is chosen
only where it uses everything that the question says: a word that nobody knows is a reason to say so, not to guess.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.engine import Engine
from graph.identity import material_name
from graph.named import Query, queries
from miner.language import parse
from miner.measurements.properties import properties
from miner.names import Name, names
from miner.problems.terms import compile_all, small
from miner.quantities import Quantity, quantities
from miner.vocabulary import entries

# Of two names of the same words the one that stands first here counts, where a query takes both.
_KINDS = ("property", "material", "anode", "problem", "mitigation", "paper")
_QUOTED = re.compile(r"[\"“']([^\"”']{6,})[\"”']|\b(10\.\d{4,9}/\S+[\w)])")
# Names of samples are searched up to so many words long.
_LONGEST = 6
_LEAST, _MOST = {">", ">="}, {"<", "<="}
# Penn tags of what a question must not contain unknown: nouns and adjectives, and verbs where it names nothing.
_CONTENT, _VERBS = ("NN", "JJ", "FW"), ("VB",)


@dataclass(frozen=True, slots=True)
class Asked:
    """The `query` that answers a question with its `params`, or None and the reason why nothing does.

    `left_out` are the quantities that the query takes no notice of ("500 cycles").
    """

    query: str | None
    params: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question read as one query: the words that this leaves unknown, its doubt, and how many words ask for it."""

    query: Query
    params: dict[str, Any]
    unknown: tuple[str, ...]
    doubt: int
    said: int

    @property
    def rank(self) -> tuple[Any, ...]:
        """The smallest is the best: it explains most and is asked for most clearly."""
        needed = sum(parameter.required for parameter in self.query.parameters)
        return len(self.unknown), self.doubt, -needed, -self.said, self.query.name


def understand(engine: Engine, question: str) -> Asked:
    """The named query that a question asks for; its names are linked by the vocabularies and by those in the graph."""
    rows = engine.rows("MATCH (n:Material) RETURN n.name AS name, n.aliases AS aliases ORDER BY name")
    materials = {also.lower(): row["name"] for row in rows for also in row["aliases"] or ()}
    materials |= {row["name"].lower(): row["name"] for row in rows}
    linked = names(question)
    found = [*linked, *_samples(question, materials, linked), *_papers(question)]
    readings = [r for query in queries() if (r := _read_as(query, question, found, materials))]
    if not readings:
        return Asked(None, reason="I know no query that answers this.")
    best = min(readings, key=lambda reading: reading.rank)
    if best.unknown:
        return Asked(None, reason=f"I don't know what to look up for {', '.join(map(repr, best.unknown))}.")
    used = {best.params.get("at_least"), best.params.get("at_most")}
    left_out = tuple(q.printed for q in quantities(question) if used.isdisjoint(_in_properties(q)))
    if left_out and not best.params:
        return Asked(None, reason=f"I don't know how to look up {', '.join(left_out)} alone.")
    return Asked(best.query.name, best.params, left_out=left_out)


def _samples(question: str, materials: Mapping[str, str], linked: Sequence[Name]) -> Iterator[Name]:
    """Materials that only the graph knows by this name, as codes of samples."""
    words = list(re.finditer(r"[^\s,;?!\"]+", question))
    for first, last in itertools.product(range(len(words)), range(_LONGEST)):
        start, end = words[first].start(), words[min(first + last, len(words) - 1)].end()
        name = question[start:end].rstrip(".:")
        if name.lower() in materials and name.lower() not in _general() and not _touching((start, end), linked):
            yield Name(start, start + len(name), "material", (name,))


def _papers(question: str) -> Iterator[Name]:
    for match in _QUOTED.finditer(question):
        yield Name(match.start(), match.end(), "paper", (match[1] or match[2],))


def _read_as(query: Query, question: str, found: Sequence[Name], materials: Mapping[str, str]) -> _Reading | None:
    """The question as this query, where it asks so, names what the query needs and nothing that the query ignores."""
    takes = [parameter.name for parameter in query.parameters if parameter.name in _KINDS]
    chosen = _chosen(found, takes)
    params = _params(query, question, chosen, materials)
    taken = list(chosen.values())
    asks, hints = (
        [m.span() for m in _cues(patterns).finditer(small(question)) if not _touching(m.span(), _things(taken))]
        for patterns in (query.asks, query.hints)
    )
    if not (asks or hints or ("" in query.hints and params)):
        return None
    cues = asks + hints
    known = [*cues, *((name.start, name.end) for name in taken)]
    if any(parameter.required and parameter.name not in params for parameter in query.parameters):
        return None
    ignored = [n for n in found if not _touching((n.start, n.end), taken)]
    if any(n.kind != "property" or not _covered(n.start, n.end, cues) for n in ignored if n.kind != "material"):
        return None
    doubt = 0 if asks else 1 if hints else 2
    said = {word for start, end in asks or hints for word in question[start:end].lower().split()} - _function_words()
    unknown = tuple(_unknown(question, known, _CONTENT + _VERBS if doubt == 2 or not params else _CONTENT))
    return _Reading(query, params, unknown, doubt + 3 * bool(takes and not params and not ignored), len(said))


def _things(found: Sequence[Name]) -> list[Name]:
    """Names that a question cannot mean as ordinary words."""
    return [name for name in found if name.kind not in ("problem", "property")]


def _touching(span: tuple[int, int], found: Sequence[Name]) -> bool:
    return _covered(*span, [(name.start, name.end) for name in found])


def _covered(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in spans)


def _chosen(found: Sequence[Name], takes: Sequence[str]) -> dict[str, Name]:
    """The name for each parameter: of overlapping names the longest counts, and one that leaves another its own."""
    orders = (_KINDS, (*_KINDS[::-1],))
    return max((_in_order(found, takes, order) for order in orders), key=len)


def _in_order(found: Sequence[Name], takes: Sequence[str], order: Sequence[str]) -> dict[str, Name]:
    chosen: dict[str, Name] = {}
    for name in sorted(found, key=lambda n: (n.start - n.end, order.index(n.kind))):
        rivals = [other for other in chosen.values() if other.start < name.end and name.start < other.end]
        # "Tin expands" names a problem, and the anode that has it.
        nested = name.kind == "anode" and all(other.kind != "mitigation" for other in rivals)
        if name.kind in takes and name.kind not in chosen and (not rivals or nested):
            chosen[name.kind] = name
    return chosen


def _params(query: Query, question: str, chosen: Mapping[str, Name], materials: Mapping[str, str]) -> dict[str, Any]:
    params: dict[str, Any] = {kind: name.labels[0] for kind, name in chosen.items()}
    if "material" in chosen:
        spellings = (material_name(label).lower() for label in chosen["material"].labels)
        in_graph = [materials[spelling] for spelling in spellings if spelling in materials]
        if in_graph or "anode" not in params:
            params["material"] = (in_graph or [params["material"]])[0]
            params.pop("anode", None)
        else:
            del params["material"]
    if any(parameter.name == "at_least" for parameter in query.parameters):
        params |= _bounds(question, params)
    return params


def _bounds(question: str, params: dict[str, Any]) -> dict[str, Any]:
    """The bounds of a property, from its quantity in the question ("above 1000 mAh/g"), which may name it, too."""
    bounds: dict[str, Any] = {}
    for quantity in quantities(question):
        for known in properties():
            named = params.get("property") == known.label or ("property" not in params and known.always)
            if named and quantity.kind in known.kinds and quantity.relation in _LEAST | _MOST:
                side = "at_least" if quantity.relation in _LEAST else "at_most"
                bounds |= {"property": known.label, side: known.scaled(quantity.value)}
                break
    return bounds


def _in_properties(quantity: Quantity) -> set[float]:
    """Its value in the units of all properties that it can be one of."""
    return {known.scaled(quantity.value) for known in properties() if quantity.kind in known.kinds}


def _unknown(question: str, known: Sequence[tuple[int, int]], tags: tuple[str, ...]) -> Iterator[str]:
    """The words with these tags that are in no name, no cue and no list of general words."""
    spans = [*known, *((quantity.start, quantity.end) for quantity in quantities(question))]
    for token in parse(question):
        end = token.idx + len(token)
        if not token.tag_.startswith(tags) or token.lower_ in _general() or not token.text.strip("-–"):
            continue
        if not _covered(token.idx, end, spans):
            yield token.text


@cache
def _general() -> frozenset[str]:
    return frozenset(word for entry in entries("question_words") for word in entry["words"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(entries("question_words")[0]["words"])


@cache
def _cues(asks: tuple[str, ...]) -> re.Pattern[str]:
    """The expression that finds the words by which a query is asked for."""
    return compile_all(filter(None, asks)) if any(asks) else re.compile(r"(?!)")
