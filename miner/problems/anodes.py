"""Which materials of a text are spoken of as anodes: not rivals, nor what is only stored, mixed in or put on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from miner.materials import MaterialMention
from miner.problems.clauses import clause_bounds, same_clause, words_between
from miner.problems.polarity import cues
from miner.problems.strategies import strategies

# Metals are also what other anodes are charged with, and these materials what others are mixed or coated with: the bare
# word is the anode only where the passage is about it.
_METAL = re.compile(r"metal$")
PASSIVE = ("carbon", "graphene", "MXene", "metal oxide", "transition metal oxide", "alloy", "2D materials")
_CARBONS = ("graphite", "hard carbon")
_FAMILIES = ("alloy", "2D materials")
_OXIDES = ("metal oxide", "transition metal oxide")
# So are these, as the films, seeds and hosts of a metal.
FILMS = ("tin", "antimony", "germanium", "transition metal dichalcogenide")
LAYERED = ("graphene", "MXene", "transition metal dichalcogenide", "2D materials", "black phosphorus")
_AS_ANODE = re.compile(r"metal|anode|electrode|based|conversion", re.IGNORECASE)
# "Sodium metal batteries" are named after their anode, "sodium batteries" after the ion.
_ANODE_FREE = re.compile(r"anode-?\s?(?:free|less)", re.IGNORECASE)
_METAL_CELL, _NOUN = re.compile(r"\bmetal (?:cell|batter)", re.IGNORECASE), 8
_AFTER = re.compile(r"\s(?:metal|anode|electrode|dendrite|hybrid)", re.IGNORECASE)
# What a solid electrolyte touches or is reduced by is the anode.
_TOUCHED = re.compile(
    r"\b(?:contact with|reduced by|reduction by|touching)\s(?:the\s|metallic\s|molten\s)?$", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?:\s[\w-]+)?\s(?:as|for)\s(?:(?!metal|(?:stabili[sz]|protect|improv|enhanc|enabl|achiev|construct|obtain)ing)[\w-]+\s){0,4}(?:anode|electrode)s?\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"[\s-](?:garnet|ion|storage|host|cell|batter|uptake|insertion|\w+ate\b|\w+ides?\b|,? and sodium|,? sodium)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:with|by|into|onto|using|from|through|via|in|on|against|towards?)(?:\s[\w-]+){0,2}\s$", re.IGNORECASE
)
_LAYER = re.compile(r"(?:layer|coating|seed|membrane|separator)s?$", re.IGNORECASE)
_AS_LAYER = re.compile(
    r"(?:[\s-][\w-]+)?[\s-](?:layer|interlayer|coating|skin|seed|island|dot|interphase|interface)s?\b"
    r"|(?:[\s-][\w-]+){0,2}[\s-]separators?\b",
    re.IGNORECASE,
)
_PHILIC = re.compile(r"philic\s$", re.IGNORECASE)
_OF_METALS = re.compile(r"(?<!transition\s)\bmetals?\b(?!\s(?:\w+ides?|organic|ion)\b)", re.IGNORECASE)
_DENDRITES_OF = re.compile(
    r"\b(?:dendrites?|dendrite growth|stripping|corrosion) (?:of|on)\s(?:the\s)?$", re.IGNORECASE
)
# What is reduced on another anode is that one's problem ("plated Li metal" on graphite).
_REDUCED = re.compile(
    r"\b(?:plated|deposited|dead|inactive|isolated|reduced to|reduction to|plating of|deposition of|amounts? of)\s"
    r"(?:metallic\s)?$",
    re.IGNORECASE,
)
# A material that does this stores the charge ("carbons intercalate lithium"), whatever else the passage is about.
_STORES = re.compile(
    r"(?:\s(?:materials?|sheets|nanosheets|\w+ly))?\s(?:intercalates?|inserts?|stores?|suffers?|undergo(?:es)?|restacks?)\b",
    re.IGNORECASE,
)
# "MXenes, a family of carbides, are studied as electrode materials".
_STUDIED = re.compile(
    r"(?:,[^,;]*,)?\s(?:are|is|have|has)\b[^,;]{0,50}\bas (?:\w+ )?(?:anode|electrode)s?\b", re.IGNORECASE
)
_DENDRITE = re.compile(r"\s(?:metal\s)?dendrite", re.IGNORECASE)
_LISTED_RIVALS = re.compile(
    r"\b(?:than|unlike|compared (?:to|with)|in contrast to)(?: (?!that|which)\w+){0,3} (?:like|such as)"
    r"(?: [\w-]+(?: [\w-]+)?(?:,| and| or)){0,4}\s$",
    re.IGNORECASE,
)
_GROWS_THEM = re.compile(r"\s(?:\w+\s)?(?:grows?|forms?|develops?)\s(?:\w+\s)?dendrites?\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:\(|\bfor\s)$", re.IGNORECASE)
_DOPANT = re.compile(
    r"[\s-](?:(?:co-?)?(?:dop(?:ed|ing|ants?)|substitut\w*|incorporat\w*)|species|vapou?rs?|precursors?)\b",
    re.IGNORECASE,
)
# "Lithium, cobalt and nickel" are bought and recovered.
_RAW = re.compile(r",?\s(?:and\s)?(?:cobalt|nickel|manganese)\b(?!\s\w+ides?)", re.IGNORECASE)
_DOPED_WITH = re.compile(
    r"\b(?:co-?)?(?:dop(?:ed|ing)|substitut\w+) (?:with|by|of) (?:(?:[\w+]+(?:, | or | and |/)){1,3})?$", re.IGNORECASE
)
_FOR = re.compile(r"\b(?:anodes?|electrodes?|hosts?|materials?) for\s$", re.IGNORECASE)
_PLATED = re.compile(r"\s(?:(?:is|are|was|were|gets)\s)?(?:\w+\s)?(?:plat(?:ed|ing)|deposit)", re.IGNORECASE)
_BARE = re.compile(r"(?:the\s)?(?:bare|pristine|pure|uncoated|unmodified|undoped|untreated)\b", re.IGNORECASE)
_PIECE = re.compile(r"\b(?:pillar|layer|film|coating|skin|shell|dot|seed|island)s? of\s$", re.IGNORECASE)
_PART = re.compile(
    r"[\s-](?:composite|hybrid|matri|host|framework|network|coating|layer|interlayer|additive|flake|sheet)\w*",
    re.IGNORECASE,
)
_NON = re.compile(r"\bnon[\s-]$", re.IGNORECASE)
_TREATED = re.compile(
    r"\s(?:\w+\s){0,2}?(?:wrapped|coated|encapsulated|embedded|anchored|confined|dispersed|covered|decorated|supported|"
    r"enclosed|grown|mixed|combined)\s(?:in|with|by|on|within|into|onto)\b",
    re.IGNORECASE,
)
_LIKE = re.compile(r"(?:just |much )?like (?:\w+ )?", re.IGNORECASE)
_OWNER = re.compile(r"(?:\W+\w+)?\W+(?:of|in|on|for|with|within)\s")
_JOINED = re.compile(
    r",?\s(?:such as|including|e\.g\.,?)\s|(?:\s?\[[\d,\s–-]+\])?[\s)(]*(?:,|/|\band\b|\bor\b)[^.;:]{0,25}|\s*\("
)
# "The K-ACF anode": a sample, named after what it is made of.
_SAMPLE = re.compile(r"other: [A-Z]{1,4}(?:-[A-Z]{1,4})+")
# What else a text on a metal calls an electrode is the host of the metal.
_HOSTS = ("carbon", "graphene", "MXene")
_OPENING = 2
_PREPOSITION = re.compile(r"\b(?:in|of|for|with|on)\b")


def is_anode(text: str, mention: MaterialMention, about: Sequence[str]) -> bool:
    """A material is spoken of as an anode, in a passage about the anodes `about`."""
    if not mention.anode or is_rival(text, mention.start):
        return False
    if is_dopant(text, mention) or _RAW.match(text, mention.end):
        return False
    helps = mention.anode in (*PASSIVE, *_CARBONS) and any(anode not in (*PASSIVE, *_CARBONS) for anode in about)
    acts = bool(about) and not is_metal(mention) and _is_subject(text, mention)
    helps = helps and not acts and not is_explicit(text, mention)
    if helps and _names(_PART, text, mention):
        return False
    if mention.anode in about:
        return True
    if about and _SAMPLE.fullmatch(mention.anode):
        return False
    if mention.anode in _HOSTS and not acts and any(_METAL.search(anode) for anode in about):
        return False
    if _ANODE_FREE.match(mention.text) and any(_METAL.search(anode) for anode in about):
        return False
    if helps and mention.anode in _CARBONS and is_adjunct(text, mention):
        return False
    if any(_METAL.search(anode) for anode in about) and _names(_AS_LAYER, text, mention):
        return False
    if about and (_PLATED.match(text, mention.end) or _PIECE.search(text[: mention.start])):
        return False
    if about and is_metal(mention) and (_REDUCED.search(text[: mention.start]) or _grows_on(text, mention, about)):
        return False
    if acts or is_explicit(text, mention):
        return not (about and is_metal(mention) and is_ion(text, mention))
    if not about and (_DENDRITES_OF.search(text[: mention.start]) or _GROWS_THEM.match(text, mention.end)):
        return True
    if mention.anode in FILMS and any(_METAL.search(anode) for anode in about):
        return False
    if _METAL.search(mention.anode) or (about and _ASIDE.search(text[: mention.start])):
        return False
    if words_between(text, 0, mention.start) < 2 and _TREATED.match(text, mention.end) and mention.anode in _OXIDES:
        return True
    if mention.anode in _FAMILIES and words_between(text, 0, mention.start) < 2:
        return not is_added(text, mention)
    if mention.anode in PASSIVE or (about and mention.anode.startswith("other")):
        return mention.anode in _FAMILIES and not about and not is_added(text, mention)
    return True


def is_dopant(text: str, mention: MaterialMention) -> bool:
    """A material is only what another is doped with ("sulfur incorporation")."""
    return bool(_DOPANT.match(text, mention.end) or _DOPED_WITH.search(text[: mention.start]))


def can_have(anode: str, problem: str) -> bool:
    """Only sheets restack, and metals conduct."""
    if problem == "restacking":
        return anode in LAYERED or anode.startswith("other")
    return problem != "low_conductivity" or not _METAL.search(anode)


def _names(noun: re.Pattern[str], text: str, mention: MaterialMention) -> bool:
    """The noun is a part of the name, or follows it."""
    return bool(noun.search(text, mention.start, mention.end) or noun.match(text, mention.end))


def is_metal(mention: MaterialMention) -> bool:
    """A mention of a metal that is plated."""
    return bool(_METAL.search(mention.anode or ""))


def is_added(text: str, mention: MaterialMention) -> bool:
    """It is what something is mixed with, coated with or made of."""
    named = (term for term in strategies(text) if term.start < mention.end and mention.start < term.end)
    return is_adjunct(text, mention) or (mention.anode in (*PASSIVE, *_CARBONS) and any(named))


def is_adjunct(text: str, mention: MaterialMention) -> bool:
    """It stands after a preposition of means or place ("with carbon", "in the electrolyte")."""
    return bool(_ADDED.search(text[: mention.start]))


def is_rival(text: str, start: int) -> bool:
    """Named for comparison ("unlike graphite", "non-lithium"); not the same one without a remedy ("bare zinc")."""
    if _BARE.match(text, start):
        return False
    if _NON.search(text[:start]) or _LIKE.fullmatch(text[:start]) or _LISTED_RIVALS.search(text[:start]):
        return True
    ends = [cue.end for cue in cues(text, "rival") if cue.end <= start]
    return any(not re.search(r"[,:;]", text[end:start]) and words_between(text, end, start) <= 3 for end in ends)


def nearest(text: str, anodes: Sequence[MaterialMention], start: int, end: int) -> list[str]:
    """The anodes that the place at `start:end` is about: its owner ("volume change of silicon"), else those nearest.

    Rather those of its clause, rather those before it; with those that are listed together with them.
    """
    after = [m for m in anodes if m.start >= end]
    before = [m for m in anodes if m.start < end]
    for owner in after:
        if words_between(text, end, owner.start) <= 5 and _OWNER.match(text[end : owner.start]):
            return labels(group(text, anodes, owner))
    bounds = clause_bounds(text)
    clause = [m for m in before if same_clause(bounds, m.end, start)]
    following = [m for m in after if same_clause(bounds, end, m.start)]
    pick = clause[-1] if clause else before[-1] if before else following[0] if following else after[0]
    return labels(group(text, anodes, pick))


def group(text: str, anodes: Sequence[MaterialMention], member: MaterialMention) -> list[MaterialMention]:
    """The anodes that are listed together with one of them."""
    low = high = anodes.index(member)
    while low > 0 and _listed(text, anodes[low - 1], anodes[low]):
        low -= 1
    while high + 1 < len(anodes) and _listed(text, anodes[high], anodes[high + 1]):
        high += 1
    return list(anodes[low : high + 1])


def labels(mentions: Sequence[MaterialMention]) -> list[str]:
    """The anode labels of mentions, each once, in order."""
    return list(dict.fromkeys(mention.anode for mention in mentions if mention.anode))


def is_explicit(text: str, mention: MaterialMention) -> bool:
    """It is called a metal, an anode or an electrode."""
    if _METAL.search(mention.anode or "") and is_charge(text, mention):
        return False
    if is_metal(mention) and _TOUCHED.search(text[: mention.start]):
        return True
    return bool(_AS_ANODE.search(mention.text) or _AFTER.match(text, mention.end) or _has_role(text, mention))


def _grows_on(text: str, mention: MaterialMention, about: Sequence[str]) -> bool:
    """The dendrites of a metal in a passage on graphite, which grow on that."""
    return bool(_DENDRITE.match(text, mention.end)) and list(about) == ["graphite"]


def _is_subject(text: str, mention: MaterialMention) -> bool:
    """It is what a sentence or clause says to store the charge."""
    if _STORES.match(text, mention.end) and not is_adjunct(text, mention):
        return True
    return words_between(text, 0, mention.start) < _OPENING and _STUDIED.match(text, mention.end) is not None


def is_ion(text: str, mention: MaterialMention) -> bool:
    """What "sodium anodes" names in a text on something else: what takes sodium up, not the metal."""
    if _OF_METALS.search(text) or cues(text, "plated"):
        return False
    return mention.anode not in ("lithium metal", "zinc metal")


def is_layer(text: str, mention: MaterialMention) -> bool:
    """It is a layer or a seed on something else."""
    as_layer = _LAYER.search(mention.text) or _AS_LAYER.match(text, mention.end)
    return bool(as_layer or _PHILIC.search(text[: mention.start]))


def is_charge(text: str, mention: MaterialMention) -> bool:
    """A metal is what the cell is named after ("lithium battery"; an "anode-free cell" still plates it)."""
    if _ANODE_FREE.match(mention.text):
        return False
    if not _METAL.search(mention.anode or "") or _METAL_CELL.search(text, mention.start, mention.end + _NOUN):
        return False
    if not _AS_ANODE.search(mention.text) and _FOR.search(text[: mention.start]):
        return True
    return bool(_CHARGE.search(mention.text) or _CHARGE.match(text, mention.end))


def _listed(text: str, first: MaterialMention, second: MaterialMention) -> bool:
    between = text[first.end : second.start]
    if not _JOINED.fullmatch(between) or _PREPOSITION.search(between):
        return False
    return words_between(text, first.end, second.start) <= 4


def _has_role(text: str, mention: MaterialMention) -> bool:
    """It is named "as an anode", and nothing is put on it or in it."""
    return bool(_ROLE.match(text, mention.end)) and not (is_adjunct(text, mention) or is_layer(text, mention))
