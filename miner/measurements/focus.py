"""What a passage is about: the materials named so far, by how recently and how prominently they were named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from miner.language import parse
from miner.materials import MaterialMention
from miner.phrases import words
from miner.syntax import head, path, subject

COMPARED = re.compile(rf"\b{words('compared')}(?: {words('between comparison and material')})*\s?$", re.IGNORECASE)
# Phases that form, additives, and electrodes that only complete the cell are not what was measured.
_PRODUCT = re.compile(
    r"[^.;,]{0,20}\b(?:is|are|was|were) (?:\w+ )?formed|[^.;]{0,25}\b(?:counter|reference)[ -]electrode| content\b",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"\b{words('turns into')} (?:of |in)?(?:to )?(?:\S+ and )?$|\b{words('amount of an additive')} of $", re.IGNORECASE
)
_OTHER_HALF = re.compile(
    r"\bcells? (?:\w+ )?(?:with|using|against|employing|containing|on)(?: an?| the)?"
    r"(?: (?:\S+ ){1,3}(?:and|coupled with|paired with)(?: an?| the)?)? ?$"
    r"|\bcells? (?:(?:consisting|composed|made|built) )?of (?:\S+ ){1,4}and (?:an? |the )?$"
    r"|\b(?:cells?|batter(?:y|ies)) \((?:with (?:an? )?)?(?:cathode: ?)?$",
    re.IGNORECASE,
)
MIXTURES = ("composite", "hybrid", "blend")
SEVERAL = re.compile(r"[@⊂/]|\w[-–]\w")
# What something is grown from, put on or mixed with is less likely the sample.
_HELPER = re.compile(
    r"(?:\w(?:ed|en|own|ing|tion) (?:on|from|onto|to)|\b(?:mix|mill|blend|combin|coat|wrap|cover|decorat|bond)\w* with)"
    r"(?: the| an?)?\s(?:[a-z]+ )?$"
)
_NOUN = re.compile(words("noun for a material"), re.IGNORECASE)
_INTRODUCED = re.compile(rf"\b{words('introduces a material')}\b")


def singular(noun: str) -> str:
    """A noun for a material, of one of it."""
    return re.sub(r"ies$", "y", noun.lower()).rstrip("s")


def is_other_half(text: str, mention: MaterialMention) -> bool:
    """It completes the cell in which another electrode was measured: "full cells with NCM811 cathodes"."""
    match = _OTHER_HALF.search(text[max(0, mention.start - 60) : mention.start])
    return match is not None and (mention.role == "cathode" or " of " in match.group())


# "In the absence of sulfur, 480 mAh/g remained."
_ABSENT = re.compile(
    r"\b(?:without|absence of|free of|free from|omission of|omitting)(?: the| any| an?)?\s$", re.IGNORECASE
)
_LAYER = re.compile(r"\b(?:coating|layer|interlayer|shell|skin) of (?:an? |the )?(?:\w+ )?$", re.IGNORECASE)
_AS_LAYER = re.compile(r"[ -](?:coating|(?:outer )?shell|sheath|skin)s?\b(?! of\b)", re.IGNORECASE)


def is_layer(text: str, mention: MaterialMention) -> bool:
    """It covers what was measured: "a coating of soft carbon lowers the surface area", "a carbon shell protects"."""
    printed = text.lower()[mention.start : mention.end]
    return (
        _LAYER.search(text[max(0, mention.start - 40) : mention.start]) is not None
        or _AS_LAYER.match(text, mention.end) is not None
        or printed.endswith((" coating", " coatings"))
    )


_ADDITIVE = re.compile(r"\d\s?(?:(?:wt|at|mol|vol)\.?\s?)?%\s(?:of )?$")


def is_aside(text: str, mention: MaterialMention) -> bool:
    """A phase that forms, an additive, a counter electrode, or the other half of the cell."""
    before = text[max(0, mention.start - 60) : mention.start]
    return (
        is_layer(text, mention)
        or bool(
            _BECOMES.search(before)
            or _ABSENT.search(before)
            or _ADDITIVE.search(before)
            or _PRODUCT.match(text, mention.end)
        )
        or is_other_half(text, mention)
    )


@dataclass(slots=True)
class Focus:
    """The materials named so far in reading order, each with its prominence; those of the heading fade slowly."""

    _named: list[tuple[int, float, MaterialMention, bool]] = field(default_factory=list)
    _count: dict[str, int] = field(default_factory=dict)
    _at: int = 0
    _last: tuple[str, Sequence[MaterialMention]] = ("", ())

    def read(self, text: str, mentions: Sequence[MaterialMention], heading: bool = False) -> None:
        """Take in the next sentence or heading."""
        self._at += 1
        self._last = text, mentions
        if heading:
            self._named = [entry for entry in self._named if not entry[3]]
        first = True
        for mention in mentions:
            aside = bool(COMPARED.search(text[: mention.start])) or is_aside(text, mention)
            self._count[mention.text] = self._count.get(mention.text, 0) + 1
            weight = (4.0 if first else 2.5) + min(len(mention.names[0].split()), 4) * 0.5
            weight += 2.0 if _INTRODUCED.search(text[max(0, mention.start - 100) : mention.start]) else 0.0
            weight += (2.5 if re.search(r"[@⊂/]", mention.text) else 0.0) + (3.0 if heading else 0.0)
            weight -= (5.0 if aside else 0.0) + (4.0 if mention.general else 0.0)
            weight -= 2.0 if _HELPER.search(text[: mention.start]) else 0.0
            first = first and (mention.general or aside)
            self._named.append((self._at, weight, mention, heading))
        self._named = self._named[-60:]

    @property
    def before(self) -> tuple[str, Sequence[MaterialMention]]:
        """The sentence before, with the materials that it names."""
        return self._last

    def told_of(self, roles: Sequence[str]) -> MaterialMention | None:
        """The material that is the subject of the sentence before, if it names one there."""
        text, mentions = self._last
        told = subject(parse(text)[:].root) if text else None
        if told is None:
            return None
        held = [m for m in mentions if m.role in roles and not m.general and not is_aside(text, m)]
        named = (m for m in held if (at := head(told.doc, m.start, m.end)) is not None and told in path(at))
        noun = _NOUN.fullmatch(told.text)
        return next(named, self.best(roles, singular(noun[0])) if noun else None)

    def best(self, roles: Sequence[str], noun: str = "") -> MaterialMention | None:
        """The most prominent material whose role fits, rather one that is called by the noun."""
        scored = [
            (self._score(at, weight, mention, heading, roles, noun), at, -index)
            for index, (at, weight, mention, heading) in enumerate(self._named)
            if mention.role in roles
        ]
        return self._named[-max(scored)[2]][2] if scored else None

    def _score(
        self, at: int, weight: float, mention: MaterialMention, heading: bool, roles: Sequence[str], noun: str
    ) -> float:
        age = min(self._at - at, 8)
        often = 0.2 * min(self._count[mention.text], 10)
        called = 3.0 if noun and noun in mention.text.lower() else 0.0
        if noun in MIXTURES and not called:
            called = 2.0 if SEVERAL.search(mention.text) else -2.0
        return weight + often + called - (0.4 if heading else 1.0) * age - roles.index(mention.role)
