"""The materials that a text names: phrases of the vocabulary, formulas, composites, and the codes that a paper defines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from miner import formulas
from miner.abbreviations import codes, definitions
from miner.document import Document
from miner.lexicon import Lexicon, level
from miner.vocabulary import entries

Role = Literal["anode", "electrolyte", "cathode", "other"]


@dataclass(frozen=True, slots=True)
class MaterialMention:
    """A material named at characters `start` to `end` of a text.

    `names` are all its names, the printed one first, then shorter and more general ones; `anode` is its anode label.
    `general` says that it names a class, a helper, or the metal whose ions are stored, rather than a sample.
    """

    start: int
    end: int
    text: str
    names: tuple[str, ...]
    anode: str | None
    role: Role
    general: bool = False


@dataclass(frozen=True, slots=True)
class _Core:
    """One component of a name, without shape and kind."""

    start: int
    end: int
    names: tuple[str, ...]
    role: str
    anode: str | None
    general: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the vocabulary or the paper itself says of a name."""

    names: tuple[str, ...]
    role: str
    anode: str | None
    general: bool = False


_WORDS = {entry["kind"]: entry["words"] for entry in entries("material_words")}


def _any(words: Iterable[str]) -> str:
    return (
        "(?:" + "|".join(sorted((re.escape(w).replace(r"\ ", "[ -]") for w in words), key=lambda w: (-len(w), w))) + ")"
    )


_LINK = _any(_WORDS["link"])
_JOIN = re.compile(rf"(?:[-/](?:[A-Z][A-Z0-9]{{0,5}}[-/])+)|\s?(?:@|⊂|/|\|{{1,2}}|-|[∥‖]|//)\s?|\s|\s\+\s|-{_LINK}\s")
_SUFFIX = re.compile(rf"(?:(?:[ -]|-{_LINK} ){_any(_WORDS['suffix'])}(?![A-Za-z]))+", re.IGNORECASE)
_PREFIX = re.compile(rf"(?<![A-Za-z-])(?:(?:{_any(_WORDS['prefix'])}|[A-Za-z0-9]+-{_LINK})[ -])+$", re.IGNORECASE)
_NOT_AFTER = re.compile(rf"(?:[ -]{_any(_WORDS['not'])}(?![a-z]))|\d?\+|/(?:Li|Na|K|Mg|Zn)\d?\+", re.IGNORECASE)
_GENERIC = re.compile(
    r"[ -](?:anode|cathode|electrode|material|cell|batter(?:y|ie)|composite|sample)s?$", re.IGNORECASE
)
_PART = r"[A-Za-z0-9().\-]+"
_COMPOSITE = re.compile(rf"(?<![\w@/]){_PART}(?:[@⊂]{_PART}|/{_PART})*[@⊂]{_PART}(?:/{_PART})*(?<![.\-])")
# A name without spaces reaches as far as its parts are codes: "LiFePO4/C", "MIT-20-MgBr2", "PMMA-EC-PC-NaClO4".
# Elements whose symbol is a common letter, as the first part of a composite: "K@CC", "P/C", "S@C".
_METAL_PART = re.compile(r"(?<![\w@/.-])[KPS](?=@|/[A-Z]\w*)")
_METAL_PARTS = {
    "K": _Known(("K", "potassium", "potassium metal"), "anode", "other: potassium metal"),
    "P": _Known(("P", "phosphorus"), "anode", "phosphorus"),
    "S": _Known(("S", "sulfur"), "cathode", None),
}
_NOT_MATERIALS = {word for entry in entries("not_materials") for word in entry["words"]}
_AS = re.compile(
    r"(?: (?:was |is )?(?:used )?(?:as|for)(?: an?| the)?)?[ -](?:\w+ )?(?:anodes?|cathodes?|electrodes?|composites?|electrolytes?|ceramics?|membranes?|films?"
    r"|nano\w+s|samples?|powders?|pellets?|particles|spheres|fibers|materials?|crystals?|batter(?:y|ies)|cells?)\b"
)
# The end of a chemical's name.
_CHEMICAL = re.compile(
    r"[a-z]{5,}(?:ylene|azole|idine|oxide|imide|amide|quinone|nitrile|anhydride|phenol|ether|anol|acrylate|acetate|borate|carbonate|cellulose|phosphazene)s?$"
)
# "2,3-diamino-1,4-" of an organic name.
_LOCANTS = re.compile(r"(?:\d+(?:,\d+)*-)?(?:[a-z]+-)?\d+(?:,\d+)*-$")
_CHUNK = re.compile(r"[A-Za-z0-9()\[\]@⊂/·.+|∥‖-]+")
_PARTS = re.compile(r"[-/@⊂·|∥‖+]+")
_CODE = re.compile(r"[(\[]?(?:[A-Z]|\d+[A-Z]|(?=\d)\d{1,3}$)[^ ]*|[a-z]{1,4}[A-Z][^ ]*|\d+\.\d+[A-Z][^ ]*")
_METALS = {
    "lithium metal",
    "sodium metal",
    "other: potassium metal",
    "magnesium metal",
    "zinc metal",
    "other: aluminum metal",
}
_ALLOYING = {
    "tin",
    "germanium",
    "antimony",
    "alloy",
    "other: aluminum metal",
    "phosphorus",
    "black phosphorus",
}
_CARBON = {"carbon", "graphite", "hard carbon", "graphene"}


@cache
def _vocabulary() -> Lexicon[_Known]:
    lexicon: Lexicon[_Known] = Lexicon()
    for entry in entries("materials"):
        names = (entry["name"], *entry.get("also", ()))
        for name in names:
            lexicon.add(name, _Known((name, *names), entry["role"], entry.get("anode"), "general" in entry))
    return lexicon


@cache
def _compound_names() -> re.Pattern[str]:
    """Names of binary compounds: "cobalt diselenide"."""
    elements = "|".join(e["name"] for e in entries("elements") if not e.get("stem"))
    stems = "|".join(e["stem"] for e in entries("elements") if e.get("stem"))
    return re.compile(rf"\b({elements})[ -](?:mono?|di|tri|tetra|penta?)?({stems})ide", re.IGNORECASE)


class Materials:
    """The materials that a document's texts name, with the abbreviations and sample codes that it defines."""

    def __init__(self, document: Document) -> None:
        self._defined: Lexicon[_Known] = Lexicon()
        self._cache: dict[str, list[MaterialMention]] = {}
        texts = [str(block.text) for block in document.blocks if block.kind != "reference"]
        for short, long in definitions(texts).items():
            known = self._meaning(short, long)
            if known:
                self._defined.add(short, known)
        self._cache.clear()
        for code, nouns in codes(texts, _AS).items():
            if code not in _NOT_MATERIALS and not self.mentions(code):
                self._defined.add(code, _used_as(code, nouns))
        self._cache.clear()

    def mentions(self, text: str) -> list[MaterialMention]:
        """The materials named in a text, in order and without overlap."""
        if text not in self._cache:
            self._cache[text] = self._find(text)
        return self._cache[text]

    def _meaning(self, short: str, long: str) -> _Known | None:
        inside = self.mentions(long)
        if not inside and _CHEMICAL.search(long) and short not in _NOT_MATERIALS:
            return _Known((short, long), "anode", None)
        if not inside or len(long) > 120:
            return None
        head = inside[-1]
        return _Known(tuple(dict.fromkeys([short, long, *head.names])), head.role, head.anode)

    def _find(self, text: str) -> list[MaterialMention]:
        flat = level(text)
        found: list[MaterialMention] = []
        for group in _groups(flat, self._cores(flat)):
            mention = _mention(text, flat, group)
            if found and mention.start < found[-1].end:
                continue
            found.append(mention)
        return found

    def _cores(self, flat: str) -> list[_Core]:
        spans = [(s, e, known) for lexicon in (self._defined, _vocabulary()) for s, e, known in lexicon.find(flat)]
        spans += [(f.start, f.end, _of_formula(f)) for f in formulas.formulas(flat)]
        spans += [(m.start(), m.end(), _of_name(m)) for m in _compound_names().finditer(flat)]
        spans += [(m.start(), m.start() + 1, _METAL_PARTS[m.group()]) for m in _METAL_PART.finditer(flat)]
        chosen: list[_Core] = []
        for start, end, known in sorted(spans, key=lambda span: (span[0], -span[1])):
            if chosen and start < chosen[-1].end:
                continue
            chosen.append(_Core(start, end, known.names, known.role, known.anode, known.general))
        return [core for core in chosen if not (core.anode in _METALS and _NOT_AFTER.match(flat, core.end))]


def _used_as(code: str, nouns: str) -> _Known:
    """What a code stands for, by the nouns that follow it most."""
    roles = {
        "cathode": "cathode",
        "electrolyte": "electrolyte",
        "ceramic": "electrolyte",
        "membrane": "electrolyte",
        "anode": "anode",
    }
    counts = [(len(re.findall(noun, nouns)), role) for noun, role in roles.items()]
    count, role = max(counts, key=lambda pair: pair[0])
    role = role if count else "anode"
    return _Known((code,), role, f"other: {code}" if count and role == "anode" else None)


def _of_formula(formula: formulas.Formula) -> _Known:
    role, anode = formulas.role(formula)
    return _Known((formula.text, *formulas.names(formula)), role, anode)


def _of_name(match: re.Match[str]) -> _Known:
    metal = {e["name"]: e for e in entries("elements")}[match[1].lower()]
    if match[2].lower() == "ox":
        return _Known((match.group(),), "anode", "transition metal oxide" if metal.get("d") else "metal oxide")
    if match[2].lower() in ("sulf", "selen", "tellur") and metal.get("d") and re.search(r"[ -]di", match.group()):
        return _Known((match.group(),), "anode", "transition metal dichalcogenide")
    if match[2].lower() in ("sulf", "selen", "tellur", "phosph"):
        return _Known((match.group(),), "anode", f"other: {match[1].lower()} {match[2].lower()}ide")
    return _Known((match.group(),), "other", None)


def _groups(flat: str, cores: list[_Core]) -> list[list[_Core]]:
    """Cores that are joined into one name: "Si/N-doped carbon", "black phosphorus@CNTs", "Li|LiFePO4"."""
    groups: list[list[_Core]] = []
    for core in cores:
        if groups and _JOIN.fullmatch(_unmodified(flat[groups[-1][-1].end : core.start])):
            groups[-1].append(core)
        else:
            groups.append([core])
    return groups


def _unmodified(between: str) -> str:
    """What joins two cores, without the modifiers of the second ("/N-doped " -> "/")."""
    return _PREFIX.sub("", between) if len(between) > 2 else between


def _mention(text: str, flat: str, group: list[_Core]) -> MaterialMention:
    core_start, core_end = _whole(flat, group[0].start, group[-1].end)
    suffix = _SUFFIX.match(flat, core_end)
    end = suffix.end() if suffix else core_end
    prefix = _PREFIX.search(flat[max(0, core_start - 60) : core_start])
    start = core_start - len(prefix.group()) if prefix else core_start
    role, anode = _kind(group, flat[core_end:end].lower())
    names = [text[start:end], _GENERIC.sub("", text[start:end]), text[core_start:end], text[core_start:core_end]]
    # Of a composite, the active component is its parent.
    names += _active(group).names
    if all(text[a.end : b.start] == " " for a, b in pairwise(group)):  # "Ti3C2Tx MXene", two names of one thing
        names += [name for core in group for name in core.names]
    return MaterialMention(
        start,
        end,
        text[start:end],
        tuple(dict.fromkeys(n for n in names if n)),
        anode,
        role,
        _is_general(group, text[start:end]),
    )


def _is_general(group: list[_Core], printed: str) -> bool:
    """A class ("alloy"), or a metal that stands alone and may be the one whose ions are stored ("lithium")."""
    bare = group[0].anode in _METALS and not re.search(r"metal|foil|anode|electrode|seed|alloy", printed, re.IGNORECASE)
    cell = group[0].anode in _METALS and re.search(r"(?:cells?|batter(?:y|ies))$", printed, re.IGNORECASE) is not None
    return len(group) == 1 and (group[0].general or bare or cell)


def _active(group: list[_Core]) -> _Core:
    """The component that stores the charge: rather not the carbon, nor the metal whose ion is stored."""
    for passive in (_CARBON | _METALS, _METALS - {"other: aluminum metal"}, set()):
        for core in group:
            if core.anode and core.anode not in passive:
                return core
    return group[-1]


def _whole(flat: str, start: int, end: int) -> tuple[int, int]:
    """A composite's name reaches as far as its "@" parts do, known or not."""
    for match in _COMPOSITE.finditer(flat, max(0, start - 40), end + 40):
        if match.start() < end and match.end() > start:
            low, high = min(start, match.start()), max(end, match.end())
            return _balanced(flat, low, high)
    locants = _LOCANTS.search(flat[max(0, start - 30) : start])
    if locants:
        return start - len(locants.group()), end
    for match in _CHUNK.finditer(flat, max(0, start - 40), end + 40):
        if match.start() <= start and end <= match.end():
            low, high = start, end
            before, after = flat[match.start() : start], flat[end : match.end()].rstrip(".")
            if (
                after
                and all(_CODE.fullmatch(part) for part in _PARTS.split(after)[1:])
                and _PARTS.match(after)
                and after.count("(") == after.count(")")
            ):
                high = end + len(after)
            if (
                before
                and all(_CODE.fullmatch(part) for part in _PARTS.split(before)[:-1])
                and re.search(r"[-/@⊂·|∥+][\d.]*$", before)
            ):
                low = match.start() + (
                    len(before) - len(before.lstrip("([")) if before.count("(") != before.count(")") else 0
                )
            return low, high if flat[high : high + 1] != "+" else end
    return start, end


def _balanced(flat: str, low: int, high: int) -> tuple[int, int]:
    """A span without a bracket at its end whose other half lies outside."""
    if flat[low] in "([" and flat[low:high].count("(") != flat[low:high].count(")"):
        return low + 1, high
    if flat[high - 1] in ")]" and flat[low:high].count("(") != flat[low:high].count(")"):
        return low, high - 1
    return (low + 1, high - 1) if flat[low] == "(" and flat[high - 1] == ")" else (low, high)


def _kind(group: list[_Core], suffix: str) -> tuple[Role, str | None]:
    """Role and anode label of a whole name."""
    labels = {core.anode for core in group if core.anode}
    head = _active(group)
    role, anode = head.role, head.anode
    if "electrolyte" in suffix or "separator" in suffix:
        return "electrolyte" if "electrolyte" in suffix else "other", None
    if "cathode" in suffix:
        return "cathode", None
    if labels & _CARBON and "silicon" in labels:
        return "anode", "silicon-carbon hybrid"
    if labels & _CARBON and labels & _ALLOYING:
        return "anode", "alloy-carbon hybrid"
    if "alloy" in suffix and role == "anode" and anode not in _METALS:
        return "anode", "alloy"
    if "anode" in suffix and role != "anode":
        return "anode", f"other: {group[-1].names[0]}"
    return role, anode  # type: ignore[return-value]
