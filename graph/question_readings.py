"""A question read as one query: what it asks for, what it names, and which of its words this leaves unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.named import Query, queries
from graph.question_params import KINDS, bounds, chosen_names, covered, inside, named_params, touching
from graph.question_values import Value, values
from graph.question_words import (
    background,
    cues,
    function_words,
    heard,
    is_beside_cue,
    is_general,
    is_incidental,
    strange,
)
from miner.names import Name
from miner.problems.terms import small
from miner.quantities import Quantity, quantities

# Names by which a question is surely one on anodes.
_TELLING = ("problem", "property")
# Names that may be among other words: what a query does not take of them has to be explained by its words.
_ELECTROLYTES = ("electrolyte", "family")
_MATERIALS = ("material", *_ELECTROLYTES)
# Parameters for the bounds of a quantity; kinds of names that may as well be among the words that ask for a query.
_BOUNDS, _IGNORED = {"at_least", "at_most"}, ("property",)
# Who asks for the anode of a problem does not name it: "which anodes have lithium dendrites".
_WHICH_ANODE = re.compile(r"\b(?:which|what)(?: \w+)? (?:anode|electrode|material)s?\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:during|upon|after|for|while)(?: \w+){0,2} \Z", re.IGNORECASE)
# "An efficiency problem" is a low efficiency.
_TROUBLE = re.compile(r" (?:problem|issue|trouble|concern)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question read as one query: the words that this leaves unknown, how many bounds it does not use, its doubt.

    `incidental` are unknown words that change little, `said` is how much its words tell, `named` how many characters
    its parameters explain.
    """

    query: Query
    params: dict[str, Any]
    unknown: tuple[str, ...]
    incidental: tuple[str, ...]
    unused: int
    doubt: int
    said: float
    named: int

    @property
    def rank(self) -> tuple[Any, ...]:
        """The smallest is the best: it explains most and is asked for most clearly."""
        needed = sum(parameter.required for parameter in self.query.parameters)
        spare = len(self.query.parameters) - len(self.params)
        left = len(self.unknown), self.unused, self.doubt, len(self.incidental)
        return *left, -self.said, -needed, -self.named, "property" not in self.params, spare, self.query.name


@dataclass(frozen=True, slots=True)
class Question:
    """A question's text with the `names` in it; `aspects` are problems where it is how to better them.

    `places` are spans that only say where, `bounds` those `quantities` that have a relation, `values` the numbers that
    are parameters, `materials` those of the graph; `asides` are sentences that ask nothing.
    """

    text: str
    names: Sequence[Name]
    aspects: Sequence[Name]
    places: Sequence[tuple[int, int]]
    quantities: Sequence[Quantity]
    bounds: Sequence[Quantity]
    values: Sequence[Value]
    materials: Mapping[str, str]
    asides: Sequence[tuple[int, int]]

    def names_for(self, query: Query) -> Sequence[Name]:
        """The names as a query understands them: one that needs a problem is after remedies."""
        betters = any(parameter.required and parameter.name == "problem" for parameter in query.parameters)
        return [*self.names, *self.aspects] if betters else self.names


def read_as(query: Query, question: Question) -> Reading | None:
    """The question as this query, where it asks so, names what the query needs and nothing that the query ignores."""
    found = question.names_for(query)
    chosen = chosen_names(found, [parameter.name for parameter in query.parameters if parameter.name in KINDS])
    params, taken = named_params(query, question.bounds, chosen, question.materials), list(chosen.values())
    about = [name for name in found if name.labels[0] in query.about]
    numbers = [value for value in question.values if any(p.name == value.name for p in query.parameters)]
    limits = [] if _BOUNDS.isdisjoint(params) else question.bounds
    cued = _cued(query, question, chosen, limits)
    certain = _is_certain(query, params, cued)
    by_number = bool(numbers and (about if query.about else params))
    params |= {value.name: value.value for value in numbers}
    told = certain or _is_told(params, cued, about)
    if not (cued.asks or cued.hints or by_number or ("" in query.hints and params)) or _lacks(query, params):
        return None
    # What is named twice is named once more.
    about += [name for name in found if any((name.kind, name.labels) == (n.kind, n.labels) for n in taken)]
    ignored = [n for n in found if not touching(n, (*taken, *about)) and not _is_ordinary(n, question.text)]
    ignored = [name for name in ignored if not covered(name.start, name.end, question.asides)]
    if any(_is_needed(name, cued) for name in ignored):
        return None
    known = [(n.start, n.end) for n in (*taken, *about, *question.values, *question.quantities)]
    measured = [(name.start, name.end) for name in (*taken, *about) if name.kind == "property"]
    unknown = list(strange(question.text, [*question.places, *known, *cued.words], bool(measured or query.about)))
    beside = [token for token in unknown if (told or cued.asks) and is_beside_cue(token)]
    aside = [token for token in unknown if told and covered(token.idx, token.idx + 1, question.asides)]
    little = [token for token in unknown if told and is_incidental(token, measured, certain)]
    incidental = [token for token in unknown if token in (*beside, *aside, *little)]
    if not (params or ignored or cued.asks):
        return None
    return Reading(
        query,
        params,
        unknown=tuple(token.text for token in unknown if token not in incidental),
        incidental=tuple(token.text for token in incidental),
        unused=len(question.bounds) - len(limits) + len(question.values) - len(numbers),
        doubt=cued.doubt,
        said=cued.said,
        named=len({place for name in taken for place in range(name.start, name.end)}),
    )


@dataclass(frozen=True, slots=True)
class _Cued:
    """Where a question asks for a query, for certain and perhaps; the `words` of it all, and what is `said` by them."""

    asks: Sequence[tuple[int, int]]
    hints: Sequence[tuple[int, int]]
    words: Sequence[tuple[int, int]]
    said: float

    @property
    def all(self) -> Sequence[tuple[int, int]]:
        """All such places."""
        return [*self.asks, *self.hints]

    @property
    def doubt(self) -> int:
        """How doubtful it is that the query is asked for."""
        return 0 if self.asks else 1 if self.hints else 2


def _cued(query: Query, question: Question, chosen: Mapping[str, Name], limits: Sequence[Quantity]) -> _Cued:
    """What asks for a query: its cues outside of names, bounds and electrolytes for its parameters."""
    text, patterns, things = small(question.text), (*query.asks, *query.hints), _things(list(chosen.values()))
    asks, hints = (
        [span for span in cues(either, text) if not inside(*span, things) and not covered(*span, question.asides)]
        for either in (query.asks, query.hints)
    )
    given = [(quantity.start, quantity.end) for quantity in limits]
    given += [(name.start, name.end) for kind, name in chosen.items() if kind in _ELECTROLYTES]
    said = {text[start:end] for start, end in (*heard(patterns, text, asks or hints), *given)}
    words = [*heard(patterns, text, asks + hints), *given]
    return _Cued([*asks, *given], hints, words, sum(map(_weight, said - function_words())))


@cache
def _weight(word: str) -> float:
    """How much a word tells of what is asked: the less, the more queries are asked for by it."""
    return 1 / max(1, sum(bool(heard((*q.asks, *q.hints), word, [(0, len(word))])) for q in queries()))


def _lacks(query: Query, params: Mapping[str, Any]) -> bool:
    """Whether the query needs what is not named, or is about another property than the one that is."""
    if query.about and params.get("property") not in (None, *query.about):
        return True
    return any(parameter.required and parameter.name not in params for parameter in query.parameters)


def _is_needed(ignored: Name, cued: _Cued) -> bool:
    """Whether a query that ignores a name would answer another question; some names are among the words for a query."""
    cue = ignored.kind in _IGNORED and covered(ignored.start, ignored.end, cued.all)
    return ignored.kind not in _MATERIALS and not cue


def _is_certain(query: Query, params: Mapping[str, Any], cued: _Cued) -> bool:
    """Whether a query is surely meant: with what it needs, an anode or a strategy, or with a strategy and a problem.

    A problem alone can be one of other things than anodes: corrosion, cost.
    """
    needs = any(parameter.required for parameter in query.parameters)
    return bool(needs and cued.asks and params.keys() - {"problem"}) or {"problem", "mitigation"} <= params.keys()


def _is_told(params: Mapping[str, Any], cued: _Cued, about: Sequence[Name]) -> bool:
    """Whether names and cues say so much that a strange word may change little."""
    of_anodes = bool(about) or not params.keys().isdisjoint(_TELLING)
    alone = cued.asks and cued.said >= 1  # no other query is asked for so
    return len(params) > 1 or bool((of_anodes and cued.all) or (params and alone))


def as_question(text: str, found: Sequence[Name], materials: Mapping[str, str]) -> Question:
    """The question with what its names mean beside one another."""
    names = _without_named_anodes([name for name in found if name.kind in KINDS])
    # "Carbon coating" is what is done to an anode, and none of carbon.
    done = {(name.start, name.end) for name in names if name.labels[0].endswith("coating")}
    names = [name for name in names if name.kind != "anode" or (name.start, name.end) not in done]
    aspects = [replace(name, kind="problem") for name in found if name.kind == "aspect"]
    troubles = [name for name in aspects if _TROUBLE.match(text, name.end)]
    names = [*troubles, *(name for name in names if not touching(name, troubles))]
    if any(name.kind == "property" and not _is_ordinary(name, text) for name in names):
        names = [name for name in names if not _is_ordinary(name, text)]
    if _WHICH_ANODE.search(text):
        problems = [name for name in names if name.kind == "problem"]
        names = [name for name in names if name.kind != "anode" or not inside(name.start, name.end, problems)]
    when = [name for name in names if _says_when(name, names, text)]
    names = [name for name in names if name not in when]
    places = [(name.start, name.end) for name in (*found, *when) if name.kind == "not" or name in when]
    found_quantities, asides = quantities(text), background(text)
    limits = bounds(found_quantities)
    return Question(text, names, aspects, places, found_quantities, limits, values(text), materials, asides)


def _without_named_anodes(names: Sequence[Name]) -> list[Name]:
    """Without problems that are said with their anode ("protect lithium"), if another one is said as well."""
    anodes = [(name.start, name.end) for name in names if name.kind == "anode"]
    problems = [name for name in names if name.kind == "problem"]
    with_anode = [name for name in problems if covered(name.start, name.end, anodes)]
    alone = [name for name in problems if not inside(name.start, name.end, with_anode)]
    if not alone:
        return list(names)
    # "Plating" is a property as well.
    return [n for n in names if n not in with_anode and not (n.kind == "property" and touching(n, with_anode))]


def _says_when(name: Name, others: Sequence[Name], text: str) -> bool:
    """Whether a property only says when another one holds: "overpotential during plating"."""
    measured = [other for other in others if other.kind == "property" and other.end < name.start]
    return name.kind == "property" and bool(measured and _WHEN.search(text, 0, name.start))


def _is_ordinary(name: Name, text: str) -> bool:
    """Whether a property is only told by ordinary words: "cycled", "symmetric cells"."""
    return name.kind == "property" and all(map(is_general, text[name.start : name.end].lower().split()))


def _things(found: Sequence[Name]) -> list[Name]:
    """Names that a question cannot mean as ordinary words."""
    return [name for name in found if name.kind not in ("problem", "property")]
