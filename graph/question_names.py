"""What a question names: by the vocabularies of papers, by what people say in questions, and by names in the graph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph.question_params import inside, touching
from graph.question_words import is_general
from miner.names import Kind, Name, names
from miner.pairing import family
from miner.problems.terms import compile_all, small
from miner.vocabulary import entries

# A title in quotation marks, a DOI or the name of a file.
_QUOTED = re.compile(
    r"(?<!\w)[\"“']([^\"”']{6,})[\"”'](?!\w)|\b(10\.\d{4,9}/\S+[\w)])|(?<![\w.])([\w.-]+\.(?:pdf|xml|nxml|html?|md|txt))\b"
)
# Names of samples are searched up to so many words long.
_LONGEST = 6
_IONS = ("lithium", "sodium", "li", "na")
_STORED = ("specific_capacity", "diffusion_coefficient")
_JOINED = re.compile(r"\b(?:and|or|nor|vs|versus|than|with|to|against)\b|[,/&+]")
_ANODES = re.compile(r" (?:anode|electrode)")
# What the titles of problems say of a quantity, in other words.
_DEGREES = {
    "low": "low|poor|bad|insufficient|limited|small|weak|inferior",
    "high": "high|excessive|large|elevated|big",
    "slow": "slow|sluggish|poor",
}
_NOT, _OUTSIDE = "not", "outside"


def question_names(question: str, materials: Mapping[str, str]) -> list[Name]:
    """All names in a question; `materials` are those of the graph by each spelling in small letters."""
    said, plain = list(_said(question)), names(question)
    papers = list(_papers(question))
    hidden = [*papers, *(name for name in said if name.kind == _NOT)]
    linked = [
        name for name in (*(n for n in said if n.kind != _NOT), *plain) if not inside(name.start, name.end, hidden)
    ]
    electrolytes = _electrolytes(question, plain, materials)
    places = [name for name in linked if _only_says_where(name, linked, question)]
    hidden += [replace(name, kind=_NOT) for name in places]
    linked = [name for name in linked if name not in places and not _is_anode(name, linked, question)]
    if not any(name.kind == "anode" for name in linked):
        linked += [replace(name, kind=_OUTSIDE) for name in linked if not _cathodes().isdisjoint(name.labels)]
    return [*dict.fromkeys(linked), *electrolytes, *_samples(question, materials, linked), *hidden]


def _only_says_where(name: Name, others: Sequence[Name], question: str) -> bool:
    """Whether it is what an anode takes up ("lithium in graphite"), or has the problem ("cracking of nanowires")."""
    if name.kind == "mitigation":
        return any(o.kind == "problem" and question[o.end : name.start] in (" of ", " of the ") for o in others)
    return question[name.start : name.end].lower() in _IONS and any(
        (other.kind == "property" and other.labels[0] in _STORED and touching(name, [other]))
        or (
            other.kind == name.kind == "anode"
            and other.labels != name.labels
            and not _JOINED.search(question[min(name.end, other.end) : max(name.start, other.start)])
        )
        for other in others
    )


def _is_anode(name: Name, others: Sequence[Name], question: str) -> bool:
    """Whether what is a strategy as well is an anode here, or part of its name: "MXene anodes", "Si-C composites"."""
    anodes = [other for other in others if other.kind == "anode" and touching(name, [other])]
    longer = any(other.start < name.start < other.end for other in anodes)
    return name.kind == "mitigation" and bool(longer or (anodes and _ANODES.match(question, name.end)))


def _said(question: str) -> Iterator[Name]:
    lowered = small(question)
    for kind, label, pattern in _patterns():
        for match in pattern.finditer(lowered):
            yield Name(match.start(), match.end(), kind, (label,))  # pyright: ignore[reportArgumentType]


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The (kind, label, expression) of what people say, and of the labels themselves with their titles."""
    said = [(entry["kind"], entry.get("label", ""), entry["words"]) for entry in entries("question_names")]
    for kind in ("problem", "mitigation"):
        for entry in entries(f"{kind}s"):
            titles = {entry["label"].removeprefix("other: ").replace("_", " "), entry.get("title", "").lower()} - {""}
            said.append((kind, entry["label"], [words for title in titles for words in _in_other_words(title)]))
            said.append(("aspect", entry["label"], [aspect for title in titles for aspect in _aspect(title)]))
    return tuple((kind, label, compile_all(words)) for kind, label, words in said if words)


def _in_other_words(title: str) -> Iterator[str]:
    """Patterns of what a label may be called: "high cost" is "excessive costs" and "cost issues", too."""
    degree, _, thing = title.partition(" ")
    alike, thing = _DEGREES.get(degree), thing.removesuffix("s")
    yield f"{f'({alike}) {thing}' if alike else re.escape(title).replace(chr(92) + ' ', ' ')}s?"
    if alike:
        yield f"{thing}s? (problem|issue|trouble|concern|disadvantage|limitation)s?"
        yield f"{thing}s?( \\w+){{0,4}} (is|are|was|were|being|too)( \\w+)? ({alike})"


def _aspect(title: str) -> Iterator[str]:
    """The pattern of what a problem is too low, too high or too slow of."""
    degree, _, thing = title.partition(" ")
    if degree in _DEGREES:
        yield f"{thing.removesuffix('s')}s?"


@cache
def _cathodes() -> frozenset[str]:
    """The materials that are asked for as cathodes, where no anode is named beside them."""
    return frozenset(entry["name"] for entry in entries("materials") if entry.get("role") == "cathode")


def _electrolytes(question: str, plain: Sequence[Name], materials: Mapping[str, str]) -> list[Name]:
    """Solid electrolytes: one that the graph has by its name there, any other by its family."""
    found: list[Name] = []
    for pattern, label in _families():
        found += [Name(m.start(), m.end(), "family", (label,)) for m in pattern.finditer(question)]
    for name in plain:
        if name.kind == "material" and (label := family(name.labels)) and not touching(name, found):
            in_graph = materials.get(name.labels[0].lower())
            kind: Kind = "electrolyte" if in_graph else "family"
            found.append(Name(name.start, name.end, kind, (in_graph or label,)))
    return found


@cache
def _families() -> list[tuple[re.Pattern[str], str]]:
    """The expressions for the names of families; of those that stand for other things as well, with "electrolyte"."""
    labels = [entry["family"] for entry in entries("electrolytes")]
    alone = ("garnet", "NASICON", "argyrodite", "LiPON")
    electrolyte = r"[- ]?(?:based|type)?(?: solid| gel)?(?:[- ]state)? electrolytes?"
    return [
        (re.compile(rf"\b{label}s?(?:{electrolyte}){'?' if label in alone else ''}(?!\w)", re.IGNORECASE), label)
        for label in labels
    ]


def _samples(question: str, materials: Mapping[str, str], linked: Sequence[Name]) -> Iterator[Name]:
    """Materials that only the graph knows by this name, as codes of samples."""
    words = list(re.finditer(r"[^\s,;?!\"]+", question))
    for first, last in itertools.product(range(len(words)), range(_LONGEST)):
        start, end = words[first].start(), words[min(first + last, len(words) - 1)].end()
        name = question[start:end].rstrip(".:")
        found = Name(start, start + len(name), "material", (name,))
        if name.lower() in materials and not is_general(name.lower()) and not touching(found, linked):
            yield found


def _papers(question: str) -> Iterator[Name]:
    for match in _QUOTED.finditer(question):
        yield Name(match.start(), match.end(), "paper", (match[1] or match[2] or match[3],))
