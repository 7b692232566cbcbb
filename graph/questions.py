"""Questions in plain English: which named query answers one, with which parameters. No language model is asked.

A query says in its head by which words it is asked for; its parameters take what the question names. A query is chosen
only where it uses everything that the question says: a word that nobody knows is a reason to say so, not to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.engine import Engine
from graph.identity import material_name
from graph.named import Query, queries
from graph.question_names import question_names
from graph.question_values import Value, values
from graph.question_words import cues, function_words, general_words, heard, is_incidental, strange
from graph.spelling import corrected
from miner.measurements.properties import properties
from miner.names import Name
from miner.problems.terms import small
from miner.quantities import Quantity, quantities

# Of two names of the same words the one that stands first here counts, where a query takes both.
_KINDS = ("property", "electrolyte", "family", "material", "anode", "problem", "mitigation", "paper")
# Names by which a question is surely one on anodes.
_TELLING = ("problem", "property")
# Names that may be among other words: what a query does not take of them has to be explained by its words.
_ELECTROLYTES = ("electrolyte", "family")
_MATERIALS = ("material", *_ELECTROLYTES)
_LEAST, _MOST = {">", ">="}, {"<", "<="}
# Parameters for the bounds of a quantity; kinds of names that may as well be among the words that ask for a query.
_BOUNDS, _IGNORED = {"at_least", "at_most"}, ("property",)
# "An efficiency problem" is a low efficiency.
_TROUBLE = re.compile(r" (?:problem|issue|trouble|concern)s?\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.\-/])\d+(?:[.,]\d+)*(?![\w\-/])")
# A query that sorts gives the greatest first, and these are told as left out.
_LEAST_FIRST = re.compile(r"\b(?:lowest|smallest|(?<!at )least|fewest|minimum)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The `query` that answers a question with its `params`, or None and the reason why nothing does.

    `left_out` are the words that the query takes no notice of: quantities ("500 cycles"), an order ("lowest").
    """

    query: str | None
    params: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question read as one query: the words that this leaves unknown, how many bounds it does not use, its doubt.

    `incidental` are unknown words that change little, `said` is how many words ask for it, `named` how many characters
    its parameters explain.
    """

    query: Query
    params: dict[str, Any]
    unknown: tuple[str, ...]
    incidental: tuple[str, ...]
    unused: int
    doubt: int
    said: int
    named: int

    @property
    def rank(self) -> tuple[Any, ...]:
        """The smallest is the best: it explains most and is asked for most clearly."""
        needed = sum(parameter.required for parameter in self.query.parameters)
        spare = len(self.query.parameters) - len(self.params)
        no_property = "property" not in self.params
        strange = len(self.unknown), len(self.incidental)
        return *strange, self.unused, self.doubt, -self.said, -needed, -self.named, no_property, spare, self.query.name


@dataclass(frozen=True, slots=True)
class _Question:
    """A question's text with the `names` in it; `aspects` are problems where it is how to better them.

    `places` are spans that only say where, `bounds` the quantities with a relation, `values` the numbers that are
    parameters, `materials` those of the graph.
    """

    text: str
    names: Sequence[Name]
    aspects: Sequence[Name]
    places: Sequence[tuple[int, int]]
    bounds: Sequence[Quantity]
    values: Sequence[Value]
    materials: Mapping[str, str]

    def names_for(self, query: Query) -> Sequence[Name]:
        """The names as a query understands them: one that needs a problem is after remedies."""
        betters = any(parameter.required and parameter.name == "problem" for parameter in query.parameters)
        return [*self.names, *self.aspects] if betters else self.names


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
    read = _question(text, found, materials)
    readings = [reading for query in queries() if (reading := _read_as(query, read))]
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
        *best.incidental,
    ]
    if left_out and not best.params:
        return Asked(None, reason=f"I don't know how to look up {', '.join(left_out)} alone.")
    return Asked(best.query.name, best.params, left_out=(*left_out, *tops, *_LEAST_FIRST.findall(read.text)))


def _read_as(query: Query, question: _Question) -> _Reading | None:
    """The question as this query, where it asks so, names what the query needs and nothing that the query ignores."""
    found = question.names_for(query)
    chosen = _chosen(found, [parameter.name for parameter in query.parameters if parameter.name in _KINDS])
    params, taken = _params(query, question.text, chosen, question.materials), list(chosen.values())
    about = [name for name in found if name.labels[0] in query.about]
    numbers = [value for value in question.values if any(p.name == value.name for p in query.parameters)]
    bounds = [q for q in quantities(question.text) if not _BOUNDS.isdisjoint(params) and q.relation in _LEAST | _MOST]
    cued = _cued(query, question.text, chosen, bounds)
    certain = _is_certain(query, params, cued)
    told = certain or _is_told(params, cued, about)
    by_number = bool(numbers and (about if query.about else params))
    params |= {value.name: value.value for value in numbers}
    if not (cued.asks or cued.hints or by_number or ("" in query.hints and params)) or _lacks(query, params):
        return None
    # What is named twice is named once more.
    about += [name for name in found if any((name.kind, name.labels) == (n.kind, n.labels) for n in taken)]
    ignored = [
        n for n in found if not _touching((n.start, n.end), (*taken, *about)) and not _is_ordinary(n, question.text)
    ]
    if any(
        n.kind not in _IGNORED or not _covered(n.start, n.end, cued.all) for n in ignored if n.kind not in _MATERIALS
    ):
        return None
    known = [(n.start, n.end) for n in (*taken, *about, *question.values)]
    measured = [(name.start, name.end) for name in (*taken, *about) if name.kind == "property"]
    unknown = list(strange(question.text, [*question.places, *known, *cued.words], bool(measured)))
    incidental = [token for token in unknown if told and is_incidental(token, measured, certain)]
    nothing_named = not cued.asks and "" not in query.hints and not params and not ignored
    return _Reading(
        query,
        params,
        unknown=tuple(token.text for token in unknown if token not in incidental),
        incidental=tuple(token.text for token in incidental),
        unused=len(question.bounds) - len(bounds) + len(question.values) - len(numbers),
        doubt=cued.doubt + 3 * (nothing_named and bool(query.parameters)),
        said=cued.said,
        named=len({place for name in taken for place in range(name.start, name.end)}),
    )


@dataclass(frozen=True, slots=True)
class _Cued:
    """Where a question asks for a query, for certain and perhaps; the `words` of it all, and how many of them count."""

    asks: Sequence[tuple[int, int]]
    hints: Sequence[tuple[int, int]]
    words: Sequence[tuple[int, int]]
    said: int

    @property
    def all(self) -> Sequence[tuple[int, int]]:
        """All such places."""
        return [*self.asks, *self.hints]

    @property
    def doubt(self) -> int:
        """How doubtful it is that the query is asked for."""
        return 0 if self.asks else 1 if self.hints else 2


def _cued(query: Query, question: str, chosen: Mapping[str, Name], bounds: Sequence[Quantity]) -> _Cued:
    """What asks for a query: its cues outside of names, bounds and electrolytes for its parameters."""
    text, patterns, things = small(question), (*query.asks, *query.hints), _things(list(chosen.values()))
    asks, hints = (
        [span for span in cues(either, text) if not _inside(span, things)] for either in (query.asks, query.hints)
    )
    given = [(quantity.start, quantity.end) for quantity in bounds]
    given += [(name.start, name.end) for kind, name in chosen.items() if kind in _ELECTROLYTES]
    said = {text[start:end] for start, end in (*heard(patterns, text, asks or hints), *given)}
    words = [*heard(patterns, text, asks + hints), *given]
    return _Cued([*asks, *given], hints, words, len(said - function_words()))


def _lacks(query: Query, params: Mapping[str, Any]) -> bool:
    """Whether the query needs what is not named, or is about another property than the one that is."""
    if query.about and params.get("property") not in (None, *query.about):
        return True
    return any(parameter.required and parameter.name not in params for parameter in query.parameters)


def _is_certain(query: Query, params: Mapping[str, Any], cued: _Cued) -> bool:
    """Whether a query is surely meant: it is asked for with what it needs, or a strategy and its problem are named."""
    needs = any(parameter.required for parameter in query.parameters)
    return bool(needs and cued.asks) or {"problem", "mitigation"} <= params.keys()


def _is_told(params: Mapping[str, Any], cued: _Cued, about: Sequence[Name]) -> bool:
    """Whether names and cues say so much that a strange word may change little."""
    of_anodes = bool(about) or not params.keys().isdisjoint(_TELLING)
    return len(params) > 1 or (of_anodes and bool(cued.all))


def _question(text: str, found: Sequence[Name], materials: Mapping[str, str]) -> _Question:
    names = _without_named_anodes([name for name in found if name.kind in _KINDS])
    # "Carbon coating" is what is done to an anode, and none of carbon.
    done = {(name.start, name.end) for name in names if name.labels[0].endswith("coating")}
    names = [name for name in names if name.kind != "anode" or (name.start, name.end) not in done]
    aspects = [replace(name, kind="problem") for name in found if name.kind == "aspect"]
    troubles = [name for name in aspects if _TROUBLE.match(text, name.end)]
    names = [*troubles, *(name for name in names if not _touching((name.start, name.end), troubles))]
    if any(name.kind == "property" and not _is_ordinary(name, text) for name in names):
        names = [name for name in names if not _is_ordinary(name, text)]
    places = [(name.start, name.end) for name in found if name.kind == "not"]
    bounds = [quantity for quantity in quantities(text) if quantity.relation in _LEAST | _MOST]
    return _Question(text, names, aspects, places, bounds, values(text), materials)


def _without_named_anodes(names: Sequence[Name]) -> list[Name]:
    """Without problems that are said with their anode ("protect lithium"), if another one is said as well."""
    anodes = [(name.start, name.end) for name in names if name.kind == "anode"]
    with_anode = [n for n in names if n.kind == "problem" and _covered(n.start, n.end, anodes)]
    alone = [n for n in names if n.kind == "problem" and n not in with_anode]
    if not alone:
        return list(names)
    # "Plating" is a property as well.
    return [
        n
        for n in names
        if n not in with_anode and not (n.kind == "property" and _touching((n.start, n.end), with_anode))
    ]


def _is_ordinary(name: Name, text: str) -> bool:
    """Whether a property is only told by ordinary words: "cycled", "symmetric cells"."""
    return name.kind == "property" and general_words().issuperset(text[name.start : name.end].lower().split())


def _things(found: Sequence[Name]) -> list[Name]:
    """Names that a question cannot mean as ordinary words."""
    return [name for name in found if name.kind not in ("problem", "property")]


def _inside(span: tuple[int, int], found: Sequence[Name]) -> bool:
    return any(name.start <= span[0] and span[1] <= name.end for name in found)


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
            if "anode" in params and _touching((chosen["anode"].start, chosen["anode"].end), [chosen["material"]]):
                del params["anode"]
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


def _spare_quantities(question: _Question, best: _Reading) -> list[str]:
    """The quantities that are neither a bound of the reading nor a number that is a parameter."""
    used = {best.params.get("at_least"), best.params.get("at_most")}
    values = [(value.start, value.end) for value in question.values]
    found = (q for q in quantities(question.text) if used.isdisjoint(_in_properties(q)))
    return [q.printed for q in found if not _covered(q.start, q.end, values)]


def _other_numbers(question: _Question, found: Sequence[Name]) -> list[str]:
    """The numbers that are in no name, no quantity and no value: no query takes notice of them."""
    known = [(x.start, x.end) for x in (*found, *quantities(question.text), *question.values)]
    return [m[0] for m in _NUMBER.finditer(question.text) if not _covered(m.start(), m.end(), known)]


def _in_properties(quantity: Quantity) -> set[float]:
    """Its value in the units of all properties that it can be one of."""
    return {known.scaled(quantity.value) for known in properties() if quantity.kind in known.kinds}
