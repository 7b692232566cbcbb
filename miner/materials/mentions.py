"""The materials that a text names: words of the vocabulary, formulas, composites, and codes of the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from miner.document import Document, Table
from miner.materials.abbreviations import codes, definitions, is_code
from miner.materials.cells import BARS, is_cell
from miner.materials.components import METALS, NOT_MATERIALS, WORDS, Component, Known, Role, components, used_as
from miner.materials.compounds import PREFIX, SUFFIX, compounds, reach
from miner.materials.lexicon import Lexicon, level
from miner.phrases import words

_GENERIC = re.compile(
    r"[ -](?:anode|cathode|electrode|material|cell|batter(?:y|ie)|composite|sample)s?$", re.IGNORECASE
)
# "Lithium (Li) metal anode", "hard carbon (HC) anodes".
_SHORT = re.compile(r" \([A-Z][A-Za-z]{0,3}\)(?= (?:metal|anode|electrode)s?\b)")
_SHELL = re.compile(r"[@⊂][A-Za-z0-9@/-]*[A-Za-z0-9]")
_KIND_OF_CELL = re.compile(rf"[^/{BARS}]*(?:cells?|batter(?:y|ies))", re.IGNORECASE)
_SAMPLES = re.compile(rf"\b{words('column of materials')}\b", re.IGNORECASE)
_CHEMICAL = re.compile(rf"[a-z]{{5,}}{words('end of a chemical name')}s?$")
_MADE = re.compile(rf"^(?!.*\b{words('no sample')}\b).*{words('end of a name of a sample')}$", re.IGNORECASE)
_NOUN = re.compile(rf"(?: (?:was |is )?(?:used )?(?:as|for)(?: an?| the)?)?[ -](?:\w+ )?{words('noun after a code')}\b")
# "Prussian blue (KPB) cathodes".
_NOUN_AFTER_SHORT = re.compile(r"\s\([A-Z][\w/-]{1,9}\)\s(?:cathode|electrolyte|separator)s?\b")
_COATED = re.compile(
    r"(?<!/)(?:coat|wrapp|encapsulat|confin|modifi|decorat|protect|cover|shield|armou?r|treat|support|passivat|functionali[sz])ed",
    re.IGNORECASE,
)
_DOPED = re.compile(r"[ -](?:\w+[ -])?(?:co-?|dual-?)?(?:doped|substituted)[ -](?:\w+[ -])?", re.IGNORECASE)
# An "Na/VN anode" is sodium with a nitride, a "Li/Si anode" silicon; what is put on the metals that are plated last.
_AS_ANODE = re.compile(r"[ -](?:anode|electrode)s?\b", re.IGNORECASE)
_TESTED = re.compile(r"\b(?:electrode|cell)s?\b")  # "the AgC cell"
_STORES = frozenset(("silicon", "graphite", "hard carbon", "tin", "antimony", "phosphorus", "germanium", "alloy"))
_ALKALI = frozenset(("lithium metal", "sodium metal", "other: potassium metal"))
_ALLOYING, _CARBONS = frozenset(WORDS["alloying"]), frozenset(WORDS["carbons"])


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


class Materials:
    """The materials that a document's texts name, with the abbreviations and sample codes that it defines.

    `definitions` are all its abbreviations, of materials and of other things, with what they stand for.
    """

    def __init__(self, document: Document) -> None:
        self._defined: Lexicon[Known] = Lexicon()
        self._cache: dict[str, list[MaterialMention]] = {}
        texts = [str(block.text) for block in document.blocks if block.kind != "reference"]
        self.definitions = definitions(texts)
        for short, long in self.definitions.items():
            known = self._meaning(short, long)
            if known:
                self._defined.add(short, known)
                if short[-1].isupper():
                    self._defined.add(f"{short}s", known)
        self._cache.clear()
        for code, nouns in codes(texts, _NOUN).items():
            if code not in NOT_MATERIALS and not self.mentions(code):
                self._defined.add(code, used_as(code, nouns))
        self._cache.clear()
        for table in document.tables:
            self._read_labels(table)
        self._cache.clear()

    def _read_labels(self, table: Table) -> None:
        """Take the codes that a table lists in its column of samples for samples of what it is about."""
        if not _SAMPLES.search(table.header[0].text):
            return
        about = next((m for m in self.mentions(table.caption.text) if not m.general), None)
        for label in {row[0].text.strip() for row in table.rows}:
            if is_code(label) and not self.mentions(label):
                names = (label, *tied(label, about.names)) if about else (label,)
                self._defined.add(label, Known(names, about.role if about else "anode", about and about.anode))

    def mentions(self, text: str) -> list[MaterialMention]:
        """The materials named in a text, in order and without overlap."""
        if text not in self._cache:
            self._cache[text] = self._find(text)
        return self._cache[text]

    def _meaning(self, short: str, long: str) -> Known | None:
        inside = self.mentions(long)
        if not inside and short not in NOT_MATERIALS and _CHEMICAL.search(long):
            return Known((short, long), "anode", None)
        if not inside and short not in NOT_MATERIALS and _MADE.search(long):
            return replace(used_as(short, long), names=(short, long))
        if not inside or len(long) > 120:
            return None
        own = self.mentions(short) if re.search(r"[@⊂/]", short) else []
        head = own[0] if own else inside[-1]
        return Known(
            tuple(dict.fromkeys([short, long, *head.names])),
            "anode" if head.role == "other" and _MADE.search(long) else head.role,
            head.anode,
            head.general and head.role == "electrolyte",
        )

    def _find(self, text: str) -> list[MaterialMention]:
        flat = level(text)
        found: list[MaterialMention] = []
        for group in compounds(flat, components(flat, self._defined)):
            mention = _mention(text, flat, group)
            if not found or mention.start >= found[-1].end:
                found.append(mention)
        return found


def tied(label: str, names: Sequence[str]) -> list[str]:
    """The names of a sample by its label and what it is a sample of: "LLZO (SL-1)", "LLZO"."""
    code = label.replace("−", "-")
    return [f"{name} ({part})" for name in names[:2] for part in (code, code.replace("-", ""))] + list(names)


def _mention(text: str, flat: str, group: Sequence[Component]) -> MaterialMention:
    low, high = reach(flat, group[0].start, group[-1].end)
    short = _SHORT.match(flat, high)
    suffix = SUFFIX.match(flat, short.end() if short else high)
    shell = _SHELL.match(flat, suffix.end()) if suffix else None  # "Ge NWs@CC"
    end = shell.end() if shell else suffix.end() if suffix else high
    prefix = PREFIX.search(flat[max(0, low - 60) : low])
    start = low - len(prefix.group()) if prefix else low
    printed = text[start:end]
    group = _plated(_undoped(flat, group))
    core = _core(flat, group)
    names = [printed, _GENERIC.sub("", printed), text[low:end], text[low:high], *_active(core).names]
    names += [text[start:high] + text[short.end() : end]] if short and suffix else []
    if all(text[a.end : b.start] == " " for a, b in pairwise(group)):  # "Ti3C2Tx MXene", two names of one thing
        names += [name for component in group for name in component.known.names]
    noun = _NOUN_AFTER_SHORT.match(flat, end)
    role, anode = _kind(group, core, flat[high : noun.end() if noun else end].lower())
    return MaterialMention(
        start, end, printed, tuple(dict.fromkeys(filter(None, names))), anode, role, _is_general(group, printed)
    )


def _is_general(group: Sequence[Component], printed: str) -> bool:
    """A class ("alloy"), or a metal that stands alone and may be the one whose ions are stored ("lithium")."""
    only = group[0].known
    if is_cell(printed):
        return False
    bare = only.anode in METALS and not re.search(
        r"metal|foil|(?:anode|electrode)(?!s)|seed|alloy|[@⊂/]|(?-i:^[A-Z][A-Z\d]+-|^[A-Z]\w*[A-Z]\w*$)|-(?!C?O2|[SNI]\d|Br2)(?-i:[A-Z][a-z]?)\d",
        printed,
        re.I,
    )
    # "Lithium-sulfur cells" name a kind of cell, "Li|LiFePO4 cells" what is in it.
    cell = only.anode in METALS and _KIND_OF_CELL.fullmatch(printed) is not None
    liquid = all(part.known.general and part.known.role == "electrolyte" for part in group)
    return cell or liquid or (len(group) == 1 and (only.general or bare))


def _undoped(text: str, group: Sequence[Component]) -> Sequence[Component]:
    """The components without dopants: "Al-doped LLZO" holds no aluminium that could store lithium."""
    dopants = [a for a, b in pairwise(group) if _DOPED.fullmatch(text, a.end, b.start)]
    return [component for component in group if component not in dopants]


def _plated(group: Sequence[Component]) -> Sequence[Component]:
    """The components without an "anode-free" where the metal is named beside it ("anode-free sodium cells")."""
    named = [c for c in group if not c.known.names[0].lower().startswith("anode")]
    return named if any(c.known.anode in METALS for c in named) else group


def _core(text: str, group: Sequence[Component]) -> Sequence[Component]:
    """Where the component that stores the charge is sought: what is coated, or the metal before an "@" ("Zn@ZnO").

    Of two metals it is the one that is plated ("Zn@K"), and in an "Na/VN anode" the sodium.
    """
    for number, (shell, inside) in enumerate(pairwise(group), 1):
        if _COATED.search(text, shell.end, inside.start):
            return group[number:]
    if group[-1].known.anode in _ALKALI and text[group[-1].start - 1] == "@":
        return group[-1:]
    joint = text[group[0].end : group[0].end + 1]
    is_covered = joint == "@" or (
        joint == "/" and not _STORES & {c.known.anode for c in group} and _AS_ANODE.match(text, group[-1].end)
    )
    return group[:1] if group[0].known.anode in METALS and is_covered else group


def _active(group: Sequence[Component]) -> Known:
    """The component that stores the charge: rather not the carbon, nor the metal whose ion is stored."""
    known = [component.known for component in group]
    others = [k for k in known if k.anode and k.anode not in _CARBONS | METALS]
    cathodes = [k for k in known if k.role == "cathode"]
    if cathodes and not others and not any(k.anode in METALS for k in known):  # "LiFePO4/C"
        return cathodes[0]
    carbons = [k for k in known if k.anode in _CARBONS]
    return next(iter(others or carbons or [k for k in known if k.anode]), known[-1])


def _kind(group: Sequence[Component], core: Sequence[Component], suffix: str) -> tuple[Role, str | None]:
    """Role and anode label of a whole name, by its components, those of its core, and the nouns after it."""
    labels = {component.known.anode for component in group}
    active = _active(core)
    if "electrolyte" in suffix:
        return "electrolyte", None
    if "separator" in suffix:
        return "other", None
    if "cathode" in suffix:
        return "cathode", None
    if labels & _CARBONS and "silicon" in labels:
        return "anode", "silicon-carbon hybrid"
    if labels & _CARBONS and labels & _ALLOYING:
        return "anode", "alloy-carbon hybrid"
    if "alloy" in suffix and active.role == "anode" and active.anode not in METALS:
        return "anode", "alloy"
    if "anode" in suffix and active.role != "anode":
        return "anode", f"other: {group[-1].known.names[0]}"
    if active.role == "other" and _TESTED.search(suffix):
        return "anode", None
    return active.role, active.anode
