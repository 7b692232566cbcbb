"""Which material a value belongs to: the one the sentence names for it, else the one the passage is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from miner.language import parse
from miner.materials import MaterialMention
from miner.measurements.focus import COMPARED, Focus, is_aside, is_other_half
from miner.phrases import words
from miner.quantities import Quantity
from miner.syntax import clause, head, path, subject

_GOES_ON = re.compile(r"\s?(?:anodes?|electrodes?|cathodes?|materials?|cells?)?\s?(?:\(|:)[^()]{0,40}$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:is|are|was|were|has been|have been|can be|could be)\s(?:\w+ )?\w+(?:ed|en|own|ound)\b")
_FOR = re.compile(r"[^.;]{0,60}\b(?:for|of|in|by|from|with|using|on|when|upon)\b[^.;]{0,30}$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"\b(?:which|that|is|are|was|were|has|have|because|since|due|so|its|their|compar\w+|than|similar)\b"
)
_BREAK = re.compile(r";|, (?:while|whereas|but)\b|\b(?:while|whereas|but)\b")
_MATE = re.compile(r"\s?(?:,|and|or|, and|/|&)?\s?(?:the |an? |those )?(?:[a-z-]+ ){0,2}$")
_PRONOUN = re.compile(
    r"(?:\b(?P<bare>it|its|they|their)\b|(?:\b(?:this|these|the|both|all|each|such)\b|^)"
    rf"(?: ?{words('between article and noun')})*(?: |^)(?P<noun>{words('noun for a material')})\b(?! of\b))",
    re.IGNORECASE,
)
_NOUN_ROLES = {
    "electrolyte": ("electrolyte",),
    "membrane": ("electrolyte", "other"),
    "separator": ("other", "electrolyte"),
    "conductor": ("electrolyte",),
    "cathode": ("cathode",),
    "anode": ("anode",),
}
_HOST = re.compile(r"\w \b(?:on|in|with|from|by|using|via|through|within|into)(?: the| an?)?\s$")
_CELL = re.compile(rf"\b((?:[\w|∥‖]+-)*{words('cell named by its kind')})", re.IGNORECASE)
_REACH, _MISFIT, _GENERAL, _TOLD_OF = 32.0, 14.0, 10.0, 4.0


def subjects(
    text: str,
    group: Sequence[Quantity],
    values: Sequence[Quantity],
    mentions: Sequence[MaterialMention],
    roles: Sequence[str],
    focus: Focus,
) -> list[MaterialMention] | None:
    """The material of each value of a list; None where neither the sentence nor the passage names one."""
    row = _listed(text, group, [m for m in mentions if m.role in roles])
    if row and all(is_other_half(text, mention) for mention in row):
        main = focus.best(roles[:1])
        return [replace(main, names=(f"{m.names[0]} full cell", *main.names)) for m in row] if main else row
    one = None if row else _subject(text, group, values, mentions, roles, focus)
    return row or ([_as_cell(text, group, one)] * len(group) if one else None)


def _as_cell(text: str, group: Sequence[Quantity], main: MaterialMention) -> MaterialMention:
    """The material, also by the name of the cell that the sentence speaks of: "quasi-solid-state batteries"."""
    cells = [m for m in _CELL.finditer(text, 0, group[0].start) if not main.start <= m.start() < main.end]
    return replace(main, names=tuple(dict.fromkeys([*main.names, cells[-1][1]]))) if cells else main


def _listed(text: str, group: Sequence[Quantity], mentions: Sequence[MaterialMention]) -> list[MaterialMention] | None:
    """As many materials in a row as the list has values, where the sentence says "respectively"."""
    if len(group) < 2 or "respectively" not in text:
        return None
    runs: list[list[MaterialMention]] = []
    for mention in mentions:
        joined = runs and _MATE.fullmatch(text[runs[-1][-1].end : mention.start])
        runs[-1].append(mention) if joined else runs.append([mention])
    fitting = [run for run in runs if len(run) == len(group)]
    return min(fitting, key=lambda run: abs(run[0].start - group[0].start), default=None)


def _subject(
    text: str,
    group: Sequence[Quantity],
    values: Sequence[Quantity],
    mentions: Sequence[MaterialMention],
    roles: Sequence[str],
    focus: Focus,
) -> MaterialMention | None:
    costs = [(_cost(text, mention, group, values, roles), index) for index, mention in enumerate(mentions)]
    costs.sort()
    if len(costs) > 1 and costs[1][0] - costs[0][0] <= _TOLD_OF:
        told = _told_of(text, group)
        costs = [(cost - _TOLD_OF * _lies_in(told, text, mentions[index]), index) for cost, index in costs]
    cost, index = min(costs, default=(99.0, 0))
    named = mentions[index] if cost <= _REACH else None
    meant = _meant(text, group, values, mentions, roles, focus, cost)
    if meant:
        return meant
    misfit = named and named.role not in roles and cost > _MISFIT + 2
    if not named or misfit or (named.general and (_governed(text, named) or _demonstrated(text, named))):
        return focus.best(roles) or named
    return named


def _told_of(text: str, group: Sequence[Quantity]) -> Token | None:
    """The subject of the clause that states the values, if it stands before them."""
    value = head(parse(text), group[0].start, group[-1].end)
    found = subject(clause(value)) if value is not None else None
    return found if found is not None and found.idx < group[0].start else None


def _lies_in(told: Token | None, text: str, mention: MaterialMention) -> bool:
    named = head(parse(text), mention.start, mention.end) if told is not None else None
    return named is not None and told in path(named)


def _governed(text: str, mention: MaterialMention) -> bool:
    """It stands after a preposition: "in sodium cells", "for lithium"."""
    return (
        re.search(r"\b(?:in|for|of|with|into|to|by|on|from)(?: the| an?)?\s$", text[: mention.start], re.IGNORECASE)
        is not None
    )


def _demonstrated(text: str, mention: MaterialMention) -> bool:
    """A class that points back to a sample named before: "these MOFs"."""
    return re.search(r"\b(?:this|these|such)\s$", text[: mention.start], re.IGNORECASE) is not None


def _meant(
    text: str,
    group: Sequence[Quantity],
    values: Sequence[Quantity],
    mentions: Sequence[MaterialMention],
    roles: Sequence[str],
    focus: Focus,
    limit: float,
) -> MaterialMention | None:
    """What the nearest pronoun or "the electrode" stands for, if it is nearer than any material named."""
    pair = [m for m in mentions if not m.general and m.end < group[0].start]
    which = re.search(r"\bthe (former|latter)\b[^;]{0,60}$", text[: group[0].start])
    if which and len(pair) > 1:
        return pair[-2] if which[1] == "former" else pair[-1]
    best: tuple[float, re.Match[str]] | None = None
    for match in _PRONOUN.finditer(text, 0, group[0].start):
        fitting = set(_NOUN_ROLES.get(_noun(match), roles)) & {*roles, "other"}
        cost = 2.0 + _distance(text, match.end(), group[0].start, group, values)
        if fitting and cost < (best[0] if best else limit):
            best = cost, match
    if not best:
        return None
    own = [
        m for m in mentions if m.end <= best[1].start() and not m.general and m.role in roles and not is_aside(text, m)
    ]
    if best[1]["bare"] and own and not COMPARED.search(text[: own[0].start]):
        return own[0]
    noun = _noun(best[1])
    return focus.best(_NOUN_ROLES.get(noun, roles), noun) or focus.best(roles, noun)


def _noun(match: re.Match[str]) -> str:
    return re.sub(r"ies$", "y", (match["noun"] or "").lower()).rstrip("s")


def _cost(
    text: str, mention: MaterialMention, group: Sequence[Quantity], values: Sequence[Quantity], roles: Sequence[str]
) -> float:
    start, end = group[0].start, group[-1].end
    cost = 3.0 * roles.index(mention.role) if mention.role in roles else _MISFIT
    if mention.end <= start and _GOES_ON.fullmatch(text[mention.end : start]):
        return cost
    cost += (_GENERAL if mention.general else 0.0) + (16.0 if is_aside(text, mention) else 0.0)
    if mention.end <= start:
        cost += (25 if COMPARED.search(text[: mention.start]) else 0) + (
            5 if _HOST.search(text[: mention.start]) else 0
        )
        return cost + _distance(text, mention.end, start, group, values)
    if mention.start < end:
        return 99.0
    between = text[end : mention.start]
    attached = _FOR.fullmatch(between) and not _NEW_CLAUSE.search(_DONE.sub("", between))
    cost += (2 if attached else 16) + (25 if COMPARED.search(between) else 0)
    return cost + _distance(text, end, mention.start, group, values)


def _distance(text: str, low: int, high: int, group: Sequence[Quantity], values: Sequence[Quantity]) -> float:
    """Words between two places, with other values of the kind and clauses between them counted as more."""
    between = text[low:high]
    crossed = sum(low <= v.start < high for v in values if v.group != group[0].group and v.kind == group[0].kind)
    return len(between.split()) * 0.6 + 4 * crossed + 6 * len(_BREAK.findall(between))
