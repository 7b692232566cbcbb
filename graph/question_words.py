"""The words of a question beside its names: those by which queries are asked for, and those that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from graph.question_params import covered
from miner.language import parse
from miner.problems.terms import compile_all
from miner.vocabulary import entries

# Penn tags of what a question must not contain unknown: nouns, adjectives and verbs.
_NOUN, _VERB = ("NN", "FW"), "VB"
_CONTENT = (*_NOUN, _VERB, "JJ")
# A cue does not run over these words, and a question that begins with one of the others is answered by a cue for it.
_DENYING = ("no", "none", "neither", "nor", "not", "never", "without", "except", "excluding")
_HEEDED = (*_DENYING, "theoretically")
_AMOUNTS = ("much", "many", "long", "often", "far")
_ASKING = ("when", "who", "whose", "whom")
_LISTING = ("which", "what", "list", "name", "show", "give", "find", "tell")
# A short word before a full stop is one cut short ("vs.").
_SENTENCE = re.compile(r"\S.*?(?:(?<=\w{4})[.!]+|\?+)(?=\s|$)|\S.*$")
_LETTER = re.compile(r"\w")
# Endings of words, with what the plain word has instead.
_ENDINGS = {"ies": "y", "ied": "y", "s": "", "ses": "s", "xes": "x", "ches": "ch", "d": "", "ed": "", "ing": ""}
_SHORTEST = 3
_SPELLED, _OPTIONAL = re.compile(r"([A-Za-z]+)(\(?)"), re.compile(r"\\\w|\w\?")


@cache
def general_words() -> frozenset[str]:
    """The words of questions that say nothing about what is looked up."""
    return frozenset(word for entry in entries("question_words") for word in entry["words"])


@cache
def is_general(word: str) -> bool:
    """Whether a word in small letters is one of those, or is formed from one: "studies", "stopped"."""
    return not general_words().isdisjoint((word, *_plain(word)))


def _plain(word: str) -> Iterator[str]:
    """What a word may be without its ending."""
    for ending, instead in _ENDINGS.items():
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            stem = word.removesuffix(ending)
            yield stem + instead
            if ending == "ing":
                yield stem + "e"
            if stem[-1] == stem[-2]:  # "stopped"
                yield stem[:-1]


@cache
def function_words() -> frozenset[str]:
    """Those among them that say nothing at all, and what all is about ("anodes")."""
    return frozenset(word for entry in entries("question_words")[:2] for word in entry["words"])


def background(question: str) -> list[tuple[int, int]]:
    """The sentences that only say what a question is about: "My tin cracks. What helps?"."""
    sentences = [match.span() for match in _SENTENCE.finditer(question)]
    asking = [span for span in sentences if question[: span[1]].endswith("?")]
    return [span for span in sentences if span not in asking] if asking else []


def strange(question: str, known: Sequence[tuple[int, int]], measured: bool) -> Iterator[Token]:
    """The words with content that are in no known span and no list of general words.

    As well those that deny, or ask how much or how hot something is, where no property says what is `measured`.
    """
    # A capital makes the model take "Compile" for a name.
    for token in parse(question[:1].lower() + question[1:] if question[1:2].islower() else question):
        end = token.idx + len(token)
        says = token.tag_.startswith(_CONTENT) and _LETTER.search(token.text) and not is_general(token.lower_)
        if not says and not _is_heeded(token) and (measured or not _is_amount(token)):
            continue
        if not covered(token.idx, end, known):
            yield token


def is_incidental(token: Token, measured: Sequence[tuple[int, int]], certain: bool) -> bool:
    """Whether a strange word changes little where other words have told what is asked.

    What is done ("suffocated") and how it is ("nagging") do, but for what tells a property that is `measured` from
    another one ("thermal conductivity"). A noun is what is asked for, but before a hyphen ("sulfur-free"); where the
    query is `certain` only a proper name is, and what has a "which" or a preposition behind it ("the price of").
    """
    if _is_heeded(token) or _is_amount(token):
        return False
    if token.dep_ == "conj" and is_general(token.head.lower_):
        return True
    if token.tag_.startswith(_NOUN) and not token.doc[token.i :].text.startswith((f"{token.text}-", f"{token.text}–")):
        asked = any(child.dep_ == "prep" or child.tag_.startswith("W") for child in token.children)
        return certain and not asked and not token.tag_.startswith("NNP")
    return not _inside(token.head, measured)


def is_beside_cue(token: Token) -> bool:
    """Whether a strange word changes little beside the cue of a query.

    A word by which others are asked for does ("benefits"), and what is done with what is listed ("which strategies
    enjoy support").
    """
    is_done = token.tag_.startswith(_VERB) and token.doc[0].lower_ in _LISTING
    return is_done or bool(_classes().fullmatch(token.lower_))


@cache
def _classes() -> re.Pattern[str]:
    """The words of all classes of cues."""
    return compile_all(pattern for entry in entries("question_cues") for pattern in entry["words"].split(", "))


def _is_heeded(token: Token) -> bool:
    return token.lower_ in _HEEDED or (token.i == 0 and token.lower_ in _ASKING)


def _is_amount(token: Token) -> bool:
    """Whether it says of what there is how much: "how much", "how many", "how hot"."""
    asks = token.tag_.startswith("JJ") or token.lower_ in _AMOUNTS
    return asks and token.i > 0 and token.nbor(-1).lower_ == "how"


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.idx < end for start, end in spans)


def cues(patterns: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Where the words by which a query is asked for are in a text in small letters."""
    return [match.span() for pattern in _expressions(patterns) for match in pattern.finditer(text)]


def heard(patterns: tuple[str, ...], text: str, found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words in cues that the patterns spell out, without what stands in their gaps."""
    return [match.span() for start, end in found for match in _spelled(patterns).finditer(text, start, end)]


@cache
def _expressions(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    gap = rf"((?! ?(?:{'|'.join(_DENYING)})\b) \w+)"
    return tuple(compile_all([pattern.replace(r"( \w+)", gap)]) for pattern in patterns if pattern)


@cache
def _spelled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """The expression for the words that patterns spell out, from four letters on also as stems."""
    words = {match for pattern in patterns for match in _SPELLED.findall(_OPTIONAL.sub("", pattern))}
    either = "|".join(word + (r"\w*" if goes_on or len(word) > 3 else r"s?(?!\w)") for word, goes_on in sorted(words))
    return re.compile(rf"(?<!\w)(?:{either or '(?!)'})", re.IGNORECASE)
