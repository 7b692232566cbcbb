"""The components of material names: phrases of the vocabulary, formulas, names of compounds, and codes of the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from miner.materials import formulas
from miner.materials.formulas import Role
from miner.materials.lexicon import Lexicon
from miner.vocabulary import entries

WORDS = {entry["kind"]: entry["words"] for entry in entries("material_words")}
METALS = frozenset(WORDS["metals"])
NOT_MATERIALS = frozenset(word for entry in entries("not_materials") for word in entry["words"])


@dataclass(frozen=True, slots=True)
class Known:
    """What the vocabulary or the paper itself says of a name; `general` marks classes and helpers."""

    names: tuple[str, ...]
    role: Role
    anode: str | None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Component:
    """A known name at characters `start` to `end`, without the words for shape and kind around it."""

    start: int
    end: int
    known: Known


def any_of(words: list[str]) -> str:
    """The words as one regular expression, the longest first; a space may be a hyphen."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in longest_first) + ")"


_STEP = r"(?:plating|deposition|stripping|dissolution)"
_REVERSED = rf"{_STEP}(?:\s?[-–/]\s?| and ){_STEP}"
# "Lithium ions", "Li+", "Li/Li+": the ion that is stored or the reference, not the metal.
# "Lithium plating/stripping" is what the metal itself does.
_ION = re.compile(rf"[ -](?!{_REVERSED}){any_of(WORDS['not'])}(?![a-z])|\d?\+|/(?:Li|Na|K|Mg|Zn)\d?\+", re.IGNORECASE)
# "1 V versus Li+/Li".
_REFERENCE = re.compile(r"(?:Li|Na|K|Mg|Zn|Ca|Al)\d?[+⁺]\s?/\s?$")
# "As sodium anode, carbon delivers ..." is an anode for sodium ions.
_AS_AN, _ANODE = re.compile(r"\bas (?:an? |the )?$", re.IGNORECASE), re.compile(r"[ -](?:anode|electrode)")
# "Binder-free", "lithium-free": what is not there.
_LACKING = re.compile(r"-(?:free|less|deficient|poor)\b")
# Elements whose symbol is a common letter, as a part of a composite ("K@CC", "P/C", "Sb@C"), or phosphorus where a
# value or a list of elements names it ("490 % (P)", "2596 mAh/g for P", "Sn, Sb and P").
_LETTER = re.compile(
    r"(?<![\w@/.-])[KPS](?=@|/(?!P)[A-Z]\w*)|(?<=[@/])C(?![\w+])|(?<=\w@)K(?![\w+])"
    r"|(?:(?<=[%\d¹²³] \()|(?<=[%\d¹²³] for )|(?<=(?:Sn|Sb|Bi|Ge|Si), )|(?<=(?:Sn|Sb|Bi|Ge|Si) and )"
    r"|(?<=(?:Sn|Sb|Bi|Ge|Si), and ))P(?=[,.;)]|\s(?!content|doping|doped|atoms?))"
)
_LETTERS = {
    "K": Known(("K", "potassium", "potassium metal"), "anode", "other: potassium metal"),
    "P": Known(("P", "phosphorus"), "anode", "phosphorus"),
    "S": Known(("S", "sulfur"), "cathode", None),
    "C": Known(("C", "carbon"), "anode", "carbon"),
}


# "Ti–O–Sb bridges", "C-S bonds": no material, but atoms that hold it together.
_BOND = re.compile(
    r"(?<![\w-])[A-Z][a-z]?(?:[-=][A-Z][a-z]?)+(?=[ -](?:\w+ )?(?:bond|bridge|linkage|coordination|interaction)\w*)"
)
# "Zn-MOF" is no zinc.
_FRAMEWORK = re.compile(r"(?<![\w@/.-])(?:Li|Na|K|Mg|Zn|Ca|Al)[-–]MOF(?:[-–]\d+)?\b")
# "A graphite-like layered structure".
_ALIKE = re.compile(r"[- ]like\b")
# "Samples A, B and C", "sample B2".
_LETTERED = re.compile(r"\b[Ss]amples? [A-Z]\d?(?:(?:, and |, | and |/)[A-Z]\d?)*(?![\w@-])")
_LETTERED_ONE = re.compile(r"(?:\b[Ss]amples? )?\b([A-Z]\d?)\b")
_POLYMER = re.compile(rf"\bpoly(?:\([^()]+\)|[a-z]*{any_of(WORDS['polymers'])}s?\b)", re.IGNORECASE)
_ORGANIC = re.compile(
    rf"(?<![\w,-])(?:(?:di)?(?:lithium|sodium|potassium|magnesium) )?(?:[a-z][a-z-]*)?{any_of(WORDS['organics'])}s?\b",
    re.IGNORECASE,
)
_SALT_FORMERS = frozenset(e["name"] for e in entries("elements") if e["symbol"] in formulas.SALT_FORMERS)


def components(text: str, defined: Lexicon[Known]) -> list[Component]:
    """The components that a text names, in order and without overlap, the longest at each place."""
    spans = [(s, e, known) for lexicon in (defined, _vocabulary()) for s, e, known in lexicon.find(text)]
    spans += [(f.start, f.end, _of_formula(f)) for f in formulas.formulas(text)]
    spans += [(m.start(), m.end(), _of_name(m)) for m in _compound_names().finditer(text)]
    spans += [(m.start(), m.end(), _LETTERS[m.group()]) for m in _LETTER.finditer(text)]
    spans += [(m.start(), m.end(), Known((m.group(),), "electrolyte", None)) for m in _POLYMER.finditer(text)]
    spans += [(m.start(), m.end(), Known((m.group(),), "anode", "other: organic")) for m in _ORGANIC.finditer(text)]
    spans += [(m.start(), m.end(), Known((m.group(),), "other", None)) for m in _FRAMEWORK.finditer(text)]
    spans += [_sample(m) for listed in _LETTERED.finditer(text) for m in _LETTERED_ONE.finditer(text, *listed.span())]
    bonds = [match.span() for match in _BOND.finditer(text)]
    spans = [span for span in spans if not any(low <= span[0] < high for low, high in bonds)]
    chosen: list[Component] = []
    for start, end, known in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1].end:
            chosen.append(Component(start, end, known))
    chosen = [c for c in chosen if not _LACKING.match(text, c.end)]
    chosen = [c for c in chosen if not _ALIKE.match(text, c.end)]
    return [c for c in chosen if not (c.known.anode in METALS and _is_ion(text, c))]


def _sample(match: re.Match[str]) -> tuple[int, int, Known]:
    return *match.span(), Known((f"sample {match[1]}", match[1]), "anode", None)


def _is_ion(text: str, metal: Component) -> bool:
    if _REFERENCE.search(text, 0, metal.start):
        return True
    return bool(_ION.match(text, metal.end) or (_AS_AN.search(text, 0, metal.start) and _ANODE.match(text, metal.end)))


@cache
def _vocabulary() -> Lexicon[Known]:
    lexicon: Lexicon[Known] = Lexicon()
    for entry in entries("materials"):
        names = (entry["name"], *entry.get("also", ()))
        for name in names:
            lexicon.add(name, Known((name, *names), entry["role"], entry.get("anode"), "general" in entry))
    return lexicon


def _of_formula(formula: formulas.Formula) -> Known:
    role, anode = formulas.role(formula)
    return Known((formula.text, *formulas.names(formula)), role, anode)


@cache
def _compound_names() -> re.Pattern[str]:
    """Names of binary compounds: "cobalt diselenide", "tin(II) sulfide"."""
    elements = "|".join(e["name"] for e in entries("elements") if e["symbol"] not in formulas.NONMETALS)
    stems = "|".join(e["stem"] for e in entries("elements") if e.get("stem"))
    return re.compile(
        rf"\b({elements}|aluminum)(?:\([IV]+\))?[ -](?:mono?|di|tri|tetra|penta?)?({stems}|sulph)ide", re.IGNORECASE
    )


def _of_name(match: re.Match[str]) -> Known:
    metal, name = match[1].lower(), match.group()
    stem = match[2].lower().replace("sulph", "sulf")
    if metal in _SALT_FORMERS:  # "lithium oxide" forms, or carries ions, but stores none
        return Known((name,), "other", None)
    transition = any(e["name"] == metal and e.get("d") for e in entries("elements"))
    if stem == "ox":
        return Known((name,), "anode", "transition metal oxide" if transition else "metal oxide")
    if stem in ("sulf", "selen", "tellur") and transition and re.search(r"[ -]di", name):
        return Known((name,), "anode", "transition metal dichalcogenide")
    if stem in ("sulf", "selen", "tellur", "phosph"):
        return Known((name,), "anode", f"other: {metal} {stem}ide")
    return Known((name,), "other", None)


def used_as(code: str, nouns: str) -> Known:
    """What a code of the paper stands for, by the nouns that follow it most ("PCT-1 cathode")."""
    roles: list[tuple[str, Role]] = [
        ("cathode", "cathode"),
        ("electrolyte", "electrolyte"),
        ("ceramic", "electrolyte"),
        ("membrane", "electrolyte"),
        ("anode", "anode"),
    ]
    noun, role = max(roles, key=lambda pair: nouns.count(pair[0]))
    if noun not in nouns:
        return Known((code,), "anode", None)
    return Known((code,), role, f"other: {code}" if role == "anode" else None)
