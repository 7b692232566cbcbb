"""Which material a value belongs to: the one the sentence names for it, else the one the passage is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Token

from miner.language import parse
from miner.materials import MaterialMention
from miner.materials.cells import BARS
from miner.measurements.focus import COMPARED, MIXTURES, SEVERAL, Focus, is_aside, is_layer, is_other_half, singular
from miner.phrases import words
from miner.quantities import Quantity
from miner.syntax import clause, head, path, subject

_ARTICLE = r"(?:the |an? |pure |bare |both )?"
_GOES_ON = re.compile(
    r"(?:['’]s)?\s?(?:anodes?|electrodes?|cathodes?|materials?|cells?)?\s?(?:\(|:)[^()]{0,40}$", re.IGNORECASE
)
_DONE = re.compile(r"\b(?:is|are|was|were|has been|have been|can be|could be)\s(?:\w+ )?\w+(?:ed|en|own|ound)\b")
_FOR = re.compile(r"[^.;]{0,60}\b(?:for|of|in|by|from|with|using|on|when|upon)\b[^.;]{0,30}$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"\b(?:which|that|is|are|was|were|has|have|because|since|due|so|its|their|compar\w+|than|similar)\b"
)
_REASON = re.compile(
    r"\b(?:caused by|due to|owing to|because of|attribut\w+ to|ascrib\w+ to|originat\w+ from|arising from)\b"
)
_BREAK = re.compile(r";|, (?:while|whereas|but)\b|\b(?:while|whereas|but)\b")
_MATE = re.compile(
    r"(?:\s\([^()]*\)(?=,| and| or)|\s\[[\d,–-]+\])?"
    r"(?:\s*(?:,|and|or|, and|/|&)\s?(?:the |an? |those )?(?:[a-z-]+ ){0,2}|\s?)$"
)
_PRONOUN = re.compile(
    r"(?:\b(?P<bare>it|its|they|their)\b|(?:\b(?:this|these|the|both|all|each|such)\b|^)"
    rf"(?: ?{words('between article and noun')})*(?: |^)(?P<noun>{words('noun for a material')})\b(?! of\b))",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"(?:\w+(?: \w+){0,2}, )?")  # what may stand before a pronoun that opens a sentence
_NOUN_ROLES = {
    "electrolyte": ("electrolyte",),
    "membrane": ("electrolyte", "other"),
    "separator": ("other", "electrolyte"),
    "conductor": ("electrolyte",),
    "cathode": ("cathode",),
    "anode": ("anode",),
}
# Parts of a cell that are no sample where the value is one of an electrode.
_PARTS = ("electrolyte", "membrane", "separator", "conductor")
_ARE = re.compile(rf"\)?(?: \w+){{0,3}} (?:is|are|was|were|{words('has as a value')})(?: \w+){{0,4}} ?")
# "When paired with a LiFePO4 cathode, it delivers".
_PARTNER = re.compile(
    r"\b(?:pair|coupl|match|combin|assembl)\w+ (?:with|to|against) (?:an? |the )?(?:\w+ )?(?:[\w.]+ \()?$"
)
# "With X as the anode and Y as the cathode".
_AS_CATHODE = re.compile(r"\s(?:as|for) (?:the |an? )?(?:cathode|positive electrode)\b")
_AS_ANODE = re.compile(r"\b(?:as|for) (?:the |an? )?(?:anode|negative electrode)\b")
_HOST = re.compile(
    r"\w \b(?:for|on|in|with|from|by|using|via|through|within|into)(?: the| an?)?(?: (?:mixtures?|blends?) of)?\s$"
)
_CELL = re.compile(
    rf"\b((?:[\w{BARS}]+-)*(?:{words('cell named by its kind')}|[\w-]+[/{BARS}][\w-]+ (?:batter(?:y|ies)|cells?)))",
    re.IGNORECASE,
)
# "890 mAh/g for Co3O4", "640 Ω (bare SnS)": named right behind the value.
_BEHIND = re.compile(rf"(?:\s\([^()]*\))?\s(?:for|of|in|with)\s{_ARTICLE}$|\s?\((?:for |with |of |in )?{_ARTICLE}$")
_ALL_OF_THEM = re.compile(
    r"\bin (?:the same|this|that) order\b|\b(?:their|they|these|those|the (?:two|three|four|five))\b", re.IGNORECASE
)
# "20 µm thin Li", "a 20 nm ZnO film".
_SO_THICK = re.compile(r"(?:[\s-](?:thin|thick))? ")
# "than graphite (4200 vs. 372 mAh/g)": the first value is that of what is compared with it.
_VERSUS = re.compile(r"\b(?:vs\.?|versus|against|compared (?:to|with))\s?$")
_ALTERNATES = re.compile(
    r"\s\([^()]*\),?(?:\s(?:and|or))?\s|[^()]{0,12}\),?(?:\s(?:and|or))?\s\d[\d.]*\s[^()\d]*(?:\d[^()\d]*)?\s\("
)
_TO = re.compile(r"(?: \w+)? to (?:\w+ )?")
# Not "beyond that of hard carbon".
_THAT_OF = re.compile(rf"(?:[,;]|\b(?:and|while|whereas|but)) (?:that|those) (?:of|for) {_ARTICLE}$")
_OPENED, _FOLLOWS = (
    re.compile(r"(?:['’]s)?\s?\((?:\w+ ){0,2}"),
    re.compile(rf"(?:\s\([^()]*\)|\))?\sfor\s{_ARTICLE}|\s?\((?:for )?{_ARTICLE}"),
)
_HAS_ITS_OWN = re.compile(r"\s?\([^()]*\d[^()]*\)[^.;]* ")  # "graphite (0.1 V)"
# "Graphite anodes, which have a capacity of 372 mAh/g": said of what stands before, also in a comparison.
_WHICH = re.compile(
    r",?\swhose\s[^,;]*"
    r"|,?\s(?:which|that) (?:only )?(?:has|have|had|offers?|delivers?|shows?|exhibits?|provides?)\s[^,;]*"
)
_IN_BRACKETS = re.compile(r"\s\((?=[^()]+\))|\sfor\s(?=[A-Z])")
_OWN_NUMBER = re.compile(r"\([A-Z][\w@/.–-]*[^\w@/.–()-][^()]*\d")  # "(Sn, 20 nm)"
_EQUALS = re.compile(r"\s?[:=]\s?")
_OPENS = re.compile(r"(?: \w+)?\s?\((?:\w+ )?")
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|for|of|with|into|to|by|on|from|among)(?: the| an?)?\s(?:\w+ (?:and|or) )?$", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]*\)")
_OPENS_LIST = re.compile(r"(?<![\w-])([A-Z][\w-]*)(?:, | and | or )$")
_RESPECTIVELY = re.compile(r"\brespectively\b|\bin (?:the same|this|that) order\b")
_MADE_FROM = re.compile(r"\w(?:ed|en|wn|de) (?:from|out of) (?:the )?$")  # "PSi prepared from SiO and d-SiO"
_TOPIC = re.compile(r"\b(?:for|with|in the case of|in) (?:the |an? )?$", re.IGNORECASE)
_THEN = re.compile(r"(?:\s\([^()]*\))?,?\s")
_SETTING = re.compile(r"(?:In|With|For|Among|Under|Using|Without)\b[^,;]*")
_REACH, _MISFIT, _GENERAL, _TOLD_OF = 32.0, 14.0, 10.0, 4.0


@dataclass(frozen=True, slots=True)
class Values:
    """A list of values (`group`) of one property, whose material is looked for in its sentence.

    `every` are the values of all properties in the sentence, `mentions` the materials that it names; `roles` are those
    of the materials that can have the property, the likeliest first. `named` are the materials with those that only a
    name right at the value can mean.
    """

    text: str
    group: Sequence[Quantity]
    every: Sequence[Quantity]
    mentions: Sequence[MaterialMention]
    roles: Sequence[str]
    named: Sequence[MaterialMention] = ()

    @property
    def start(self) -> int:
        """Where the first value begins."""
        return self.group[0].start

    @property
    def end(self) -> int:
        """Where the last value ends."""
        return self.group[-1].end

    def rivals(self, low: int, high: int) -> int:
        """How many other values of the kind stand between two places."""
        kind, group = self.group[0].kind, self.group[0].group
        return sum(low <= v.start < high for v in self.every if v.group != group and v.kind == kind)

    def distance(self, low: int, high: int) -> float:
        """Words between two places, with other values of the kind and clauses between them counted as more."""
        between = self.text[low:high]
        return len(between.split()) * 0.6 + 4 * self.rivals(low, high) + 6 * len(_BREAK.findall(between))


def subjects(values: Values, focus: Focus) -> list[MaterialMention] | None:
    """The material of each value of a list; None where neither the sentence nor the passage names one."""
    row = _named_each(values, focus) or _listed(values) or _listed_before(values, focus) or _compared(values, focus)
    if row and all(is_other_half(values.text, mention) for mention in row):
        main = focus.best(values.roles[:1])
        return [replace(main, names=(f"{m.names[0]} full cell", *main.names)) for m in row] if main else row
    one = None if row else _subject(values, focus)
    row = row or ([_as_cell(values, one)] * len(values.group) if one else None)
    return _those_of(values, row) if row else None


def _those_of(values: Values, row: Sequence[MaterialMention]) -> list[MaterialMention]:
    """The materials, where a value has one of its own: "that of tin is 260 %, whereas that of silicon is 300 %"."""
    found = []
    for quantity, material in zip(values.group, row, strict=True):
        since = max((v.end for v in values.every if v.end <= quantity.start), default=0)
        owners = [m for m in values.mentions if since <= m.start and m.end <= quantity.start]
        own = [m for m in owners if _THAT_OF.search(values.text, since, m.start) and m.role in values.roles]
        changed = found and _TO.fullmatch(values.text, since, quantity.start)
        found.append(own[-1] if own else found[-1] if changed else material)
    return found


def _as_cell(values: Values, main: MaterialMention) -> MaterialMention:
    """The material, also by the name of the cell that the sentence speaks of: "quasi-solid-state batteries"."""
    cells = [m for m in _CELL.finditer(values.text, 0, values.start) if not main.start <= m.start() < main.end]
    return replace(main, names=tuple(dict.fromkeys([*main.names, cells[-1][1]]))) if cells else main


def _named_each(values: Values, focus: Focus) -> list[MaterialMention] | None:
    """The material right behind or before each value of a list: "250% (Bi), 490% (P)", "250% for Bi", "Bi: 250%".

    The first may be that of the sentence: "A has the lower resistance (48 versus 63 Ω for B)".
    """
    mentions = values.named or values.mentions
    found = []
    for quantity in values.group:
        opened = _IN_BRACKETS.match(values.text, quantity.end)
        behind = [m for m in mentions if opened and m.start == opened.end()]
        behind = [m for m in behind if not _OWN_NUMBER.match(values.text, m.start - 1)]
        before = [m for m in mentions if _EQUALS.fullmatch(values.text, m.end, quantity.start)]
        found.append(next(iter(behind or before), None))
    first = values.group[0]
    if len(found) > 1 and not found[0] and _VERSUS.search(values.text[first.end : values.group[1].start]):
        rest = {m.start for m in found if m}
        mentions = [m for m in mentions if m.start not in rest]
        found[0] = _subject(replace(values, group=[first], mentions=mentions), focus)
    return [m for m in found if m] if len(found) > 1 and None not in found else None


def _listed(values: Values) -> list[MaterialMention] | None:
    """As many materials in a row as the list has values: "A and B reach 500 and 400 mAh/g (respectively)"."""
    text, group = values.text, _series(values)
    if len(group) < 2:
        return None
    start = group[0].start
    runs = _runs(text, values.mentions, values.roles)
    if not _RESPECTIVELY.search(text):
        runs = [run for run in runs if _ARE.fullmatch(text, run[-1].end, start) or len(group) > len(values.group)]
    # "Compared with graphite, silicon and tin ...": the first is none of them.
    runs += [run[1:] for run in runs if COMPARED.search(text[: run[0].start])]
    # Not "1247 and 958 mAh/g, respectively, far more than X (48 %) and Y (70 %)".
    runs = [run for run in runs if run and (run[0].end <= values.start or not COMPARED.search(text[: run[0].start]))]
    fitting = [run for run in runs if len(run) == len(group) and not _MADE_FROM.search(text, 0, run[0].start)]
    fitting = fitting or [run for run in (_with_bare(text, run) for run in runs) if len(run) == len(group)]
    nearest = min(fitting, key=lambda run: abs(run[0].start - values.start), default=None)
    return nearest and [m for m, quantity in zip(nearest, group, strict=True) if quantity in values.group]


def _series(values: Values) -> Sequence[Quantity]:
    """The list of values, or the one in which others stand beside them: "545 mAh/g (89 %) and 402 mAh/g (43 %)"."""
    if len(values.group) > 1:
        return values.group
    chains: list[list[Quantity]] = []
    for value in sorted((v for v in values.every if v.kind == values.group[0].kind), key=lambda v: v.start):
        goes_on = chains and _ALTERNATES.fullmatch(values.text, chains[-1][-1].end, value.start)
        chains[-1].append(value) if goes_on else chains.append([value])
    return next((chain for chain in chains if values.group[0] in chain), values.group)


def _runs(text: str, mentions: Sequence[MaterialMention], roles: Sequence[str]) -> list[list[MaterialMention]]:
    """The materials of these roles, those of an enumeration together."""
    runs: list[list[MaterialMention]] = []
    for mention in mentions:
        between = text[runs[-1][-1].end : mention.start] if runs else ""
        if mention.role in roles and not re.search(r"\([^()]*$", between):
            runs[-1].append(mention) if runs and _MATE.fullmatch(between) else runs.append([mention])
    brackets = [match.span() for match in _BRACKET.finditer(text)]
    within = [_enumerated(text, [m for m in mentions if low <= m.start < high]) for low, high in brackets]
    within.append([m for inside in within for m in inside])
    return runs + [run for run in within if len(run) > 1 and run[0].role in roles]


def _enumerated(text: str, inside: list[MaterialMention]) -> list[MaterialMention]:
    """The materials in brackets that hold nothing else: "(NG-H2, NG-H4)"."""
    alone = inside and text[inside[0].start - 1] == "(" and text.startswith(")", inside[-1].end)
    return inside if alone and all(_MATE.fullmatch(text, a.end, b.start) for a, b in pairwise(inside)) else []


def _with_bare(text: str, run: list[MaterialMention]) -> list[MaterialMention]:
    """The materials of an enumeration with what is no material else and opens it: "for Cu, Cu-Ag and Cu-Zn"."""
    bare = _OPENS_LIST.search(text, 0, run[0].start) if len(run) > 1 else None
    first = bare and replace(run[0], start=bare.start(1), end=bare.end(1), text=bare[1], names=(bare[1],))
    return [first, *run] if first else run


def _listed_before(values: Values, focus: Focus) -> list[MaterialMention] | None:
    """As many materials of the sentence before as the list has values: "Their efficiencies are 71, 77 and 84 %"."""
    told = _ALL_OF_THEM.search(values.text, 0, values.start) or (
        values.text.startswith(", respectively", values.end)
        and not values.mentions
        and not _PRONOUN.search(values.text, 0, values.start)
    )
    if len(values.group) < 2 or not told:
        return None
    runs = _runs(*focus.before, values.roles)
    return next((run for run in runs if len(run) == len(values.group)), None)


def _compared(values: Values, focus: Focus) -> list[MaterialMention] | None:
    """The two materials of "X has a higher capacity than Y (4200 vs. 372 mAh/g)"."""
    text, group = values.text, values.group
    if len(group) != 2 or not _VERSUS.search(text[group[0].end : group[1].start]):
        return None
    before = [m for m in values.mentions if m.role in values.roles and m.end <= values.start]
    if (
        not before
        or not COMPARED.search(text[: before[-1].start])
        or not _OPENS.fullmatch(text[before[-1].end : values.start])
    ):
        return None
    own = [m for m in before[:-1] if not is_aside(text, m)]
    first = own[0] if own else focus.best(values.roles)
    return [first, before[-1]] if first else None


def _subject(values: Values, focus: Focus) -> MaterialMention | None:
    text, roles = values.text, values.roles
    able = [m for m in values.mentions if not _is_helper(values, m)]
    able += [m for m in values.named if m not in able and m.role in roles and _touches(values, m)]
    costs = sorted((_cost(values, mention), index) for index, mention in enumerate(able))
    if len(costs) > 1 and costs[1][0] - costs[0][0] <= _TOLD_OF and not _touches(values, able[costs[0][1]]):
        told = _told_of(values)
        costs = [(cost - _TOLD_OF * _lies_in(told, text, able[index]), index) for cost, index in costs]
    cost, index = _rather(values, able, sorted(costs))
    named = able[index] if cost <= _REACH else None
    meant = _meant(values, focus, cost)
    if meant:
        return meant
    if not named or _is_doubtful(values, named, cost):
        return focus.best(roles) or named or next((m for m in values.mentions if m.role in roles), None)
    return named


def _rather(values: Values, able: Sequence[MaterialMention], costs: Sequence[tuple[float, int]]) -> tuple[float, int]:
    """The likeliest material; of a phase that another forms, the other ("graphite forms LiC6 (372 mAh/g)")."""
    if not costs:
        return 99.0, 0
    best = able[costs[0][1]]
    if not (best.general and is_aside(values.text, best) and best.role in values.roles):
        return costs[0]
    others = [(c, i) for c, i in costs if able[i].end <= best.start and not _is_doubtful(values, able[i], c)]
    return next((pair for pair in others if pair[0] <= _REACH), costs[0])


def _touches(values: Values, mention: MaterialMention) -> bool:
    """Nothing but a bracket stands between it and the values: "lithium (3860 mAh/g)", "3860 mAh/g for lithium"."""
    if mention.end <= values.start:
        return _OPENED.fullmatch(values.text, mention.end, values.start) is not None
    return _FOLLOWS.fullmatch(values.text, values.end, mention.start) is not None


def _is_helper(values: Values, mention: MaterialMention) -> bool:
    """A class of electrolytes, binders or separators, where the value is one of an electrode or a cell."""
    behind = values.text[values.end : mention.start] if mention.start >= values.end else ""
    is_part = mention.general and mention.role in ("electrolyte", "other")
    return is_part and values.roles[0] in ("anode", "cathode") and not _BEHIND.fullmatch(behind)


def _is_doubtful(values: Values, named: MaterialMention, cost: float) -> bool:
    """Rather the passage's material than one that does not fit, is an aside, or is a class that sets the scene."""
    text = values.text
    misfit = named.role not in values.roles and cost > _MISFIT + 2
    scene = named.general and (_governed(values, named) or _demonstrated(text, named))
    return misfit or scene or _is_beside(values, named)


def _is_beside(values: Values, mention: MaterialMention) -> bool:
    """It is an aside, and no layer whose thickness is told."""
    is_thick = values.group[0].kind == "length" and is_layer(values.text, mention)
    return is_aside(values.text, mention) and not is_thick


def _told_of(values: Values) -> Token | None:
    """The subject of the clause that states the values, if it stands before them."""
    value = head(parse(values.text), values.start, values.end)
    found = subject(clause(value)) if value is not None else None
    return found if found is not None and found.idx < values.start else None


def _lies_in(told: Token | None, text: str, mention: MaterialMention) -> bool:
    named = head(parse(text), mention.start, mention.end) if told is not None else None
    return named is not None and told in path(named)


def _governed(values: Values, mention: MaterialMention) -> bool:
    """It stands after a preposition: "in sodium cells", "for lithium", "In a concentrated (4 M) electrolyte, ..."."""
    before = values.text[: mention.start]
    return _AFTER_PREPOSITION.search(before) is not None or (
        mention.end <= values.start and _SETTING.fullmatch(before) is not None
    )


def _demonstrated(text: str, mention: MaterialMention) -> bool:
    """A class that points back to a sample named before: "these MOFs"."""
    return re.search(r"\b(?:this|these|such)\s$", text[: mention.start], re.IGNORECASE) is not None


def _meant(values: Values, focus: Focus, limit: float) -> MaterialMention | None:
    """What the nearest pronoun or "the electrode" stands for, if it is nearer than any material named."""
    text, mentions, roles, start = values.text, values.mentions, values.roles, values.start
    pair = [m for m in mentions if not m.general and m.end < start]
    which = re.match(r".*\b(former|latter)\b[^;]{0,60}$", text[:start])
    if which and len(pair) < 2:  # the two of the sentence before
        pair = next((run for run in _runs(*focus.before, roles) if len(run) == 2), pair)
    if which and len(pair) > 1:
        return pair[-2] if which[1] == "former" else pair[-1]
    best: tuple[float, re.Match[str]] | None = None
    for match in _PRONOUN.finditer(text, 0, start):
        fitting = set(_NOUN_ROLES.get(_noun(match), roles)) & {*roles, "other"}
        if _noun(match) in _PARTS and roles[0] in ("anode", "cathode"):
            continue
        cost = 2.0 + values.distance(match.end(), start)
        if fitting and cost < (best[0] if best else limit):
            best = cost, match
    if not best:
        return None
    since, before = text.rfind(";", 0, best[1].start()), best[1].start()
    own = [m for m in mentions if m.end <= before and not m.general and m.role in roles and not is_aside(text, m)]
    own = [m for m in own if m.start > since] or own
    own = [m for m in own if not (_PARTNER.search(text[: m.start]) or COMPARED.search(text[: m.start]))]
    if best[1]["bare"] and own:
        # "... of graphite, and for SiO it rises to 96 %"
        topics = [m for m in own if _TOPIC.search(text, 0, m.start) and _THEN.fullmatch(text, m.end, before)]
        return (topics or own)[0]
    noun = _noun(best[1])
    if best[1]["bare"] and _AT_ONCE.fullmatch(text, 0, best[1].start()) and (told := focus.told_of(roles)):
        return told
    found = focus.best(_NOUN_ROLES.get(noun, roles), noun) or focus.best(roles, noun)
    return _as_mixture(found, noun) if found else None


def _as_mixture(part: MaterialMention, noun: str) -> MaterialMention:
    """What "the composite" means where the passage has named just one of its parts."""
    if noun not in MIXTURES or noun in part.text.lower() or SEVERAL.search(part.text):
        return part
    return replace(part, names=(f"{part.names[0]} {noun}", noun, *part.names))


def _noun(match: re.Match[str]) -> str:
    return singular(match["noun"] or "")


def _is_bracketed(text: str, mention: MaterialMention, until: int) -> bool:
    """It stands in brackets that explain a name before them: "Sn@C (tin in a carbon shell) delivers"."""
    opened = re.search(r"\w \([^()]*$", text[: mention.start])
    return opened is not None and re.match(r"[^()]*\w[^()]*\)", text[mention.end : until]) is not None


def _cost(values: Values, mention: MaterialMention) -> float:
    """How unlikely it is that the values belong to a material of the sentence."""
    text, start, end = values.text, values.start, values.end
    cost = 3.0 * values.roles.index(mention.role) if mention.role in values.roles else _MISFIT
    rival = COMPARED.search(text[: mention.start]) is not None
    if mention.end <= start and _EQUALS.fullmatch(text, mention.end, start) and not rival:
        return 0.0
    goes_on = mention.end <= start and _GOES_ON.fullmatch(text[mention.end : start])
    if goes_on and not (rival and ":" in goes_on.group()) and not values.rivals(mention.end, start):
        return cost
    if mention.end <= start and _WHICH.fullmatch(text, mention.end, start) and not values.rivals(mention.end, start):
        return cost
    if mention.start >= end and _BEHIND.fullmatch(text[end : mention.start]) and not mention.general:
        return cost
    if mention.start >= end and values.group[0].kind == "length" and _SO_THICK.fullmatch(text[end : mention.start]):
        return 0.0
    cost += (_GENERAL if mention.general else 0.0) + (16.0 if _is_beside(values, mention) else 0.0)
    cost += 16.0 if _AS_CATHODE.match(text, mention.end) and _AS_ANODE.search(text) else 0.0
    cost += 8.0 if mention.end <= start and _is_bracketed(text, mention, start) else 0.0
    cost += 16.0 if mention.role == "cathode" and _PARTNER.search(text[: mention.start]) else 0.0
    cost += 6.0 if mention.end <= start and _HAS_ITS_OWN.match(text, mention.end, start) else 0.0
    if mention.end <= start:
        cost += (25 if rival else 0) + (5 if _HOST.search(text[: mention.start]) else 0)
        return cost + values.distance(mention.end, start)
    if mention.start < end:
        return 99.0
    between = text[end : mention.start]
    attached = _FOR.fullmatch(between) and not _NEW_CLAUSE.search(_DONE.sub("", between))
    # What is named right behind another value is that one's.
    taken = any(_BEHIND.fullmatch(text[v.end : mention.start]) for v in values.every if end < v.end <= mention.start)
    rival = taken or COMPARED.search(between) or _REASON.search(between)
    cost += (2 if attached and not rival else 16) + (25 if rival else 0)
    return cost + values.distance(end, mention.start)
