"""Which strategies bring a relief about: named in its clause, taken up by a noun or pronoun, or the title's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from miner.document import Document
from miner.language import parse
from miner.phrases import words
from miner.problems.answers import is_answer, without_own
from miner.problems.clauses import words_between
from miner.problems.controls import is_control, left_out
from miner.problems.polarity import Finding, cues, findings
from miner.problems.strategies import against, agents, can_relieve, strategies
from miner.problems.terms import Term, find
from miner.problems.ties import FORMS, SETTINGS, brought, is_setting, tied, used
from miner.sentences import Sentence
from miner.syntax import clause, head, subject
from miner.vocabulary import entries

_DEFINITE = re.compile(
    r"\b(?:the|this|these|those|both|such|each|two|three|its|their)\s"
    r"(?:(?:two|three|resulting|engineered|outer|inner|thin|whole|so|new|\w+ed)\s)?$",
    re.IGNORECASE,
)
# "The stiff shell", not "the TiO2 shell".
_KNOWN = re.compile(r"\b(?:the|this|these|those|both|its|their)\s(?:(?-i:[a-z]+)\s){0,2}$", re.IGNORECASE)
# "The film electrode" is the anode, no film on it.
_IS_ANODE = re.compile(r"[\s-](?:electrode|anode|cathode)s?\b", re.IGNORECASE)
_SHAPED = re.compile(r"(?:(?:3D|three[- ]dimensional)[ -])?", re.IGNORECASE)
# "Addition of TiC prolongs the life."
_MEANS = re.compile(r"(?:the )?(?:use|incorporation|addition|introduction|presence) of\b", re.IGNORECASE)
_EXPLETIVE = re.compile(
    r"it (?:is|was|has been|can be|may be|should be|will be) (?:\w+ )?\w+ (?:to|that|for)\b", re.IGNORECASE
)
_SAMPLE = re.compile(words("noun for a material"), re.IGNORECASE)
# "This SnO2 tolerates".
_FORMULA = re.compile(r"(?:[A-Z][a-z]?\d*){2,}(?:[@/]\S+)?")
_TAKEN_UP = {entry["label"]: frozenset(entry["labels"]) for entry in entries("strategy_nouns")}
# What a bare noun ("the layer") may be called, whatever was named in full before.
_GENERAL = {
    "nanostructuring",
    "porous_structure",
    "composite",
    "3d_architecture",
    "conductive_matrix",
    "artificial_sei_or_coating",
}
_ELECTROLYTES = {"electrolyte_additive", "electrolyte_formulation"}
# What papers abbreviate that is no sample of theirs.
_ABBREVIATED = {
    "solid_electrolyte", "hybrid_solid_electrolyte", "flexible_electrolyte", "electrolyte_formulation",
    "artificial_sei_or_coating", "lithiophilic_interlayer", "binder",
}  # fmt: skip
# What grows on an anode in its electrolyte, where it was not put there.
_INTERPHASE = re.compile(
    r"^(?!.*(?:artificial|engineered|formed|ing\b|ication\b)).*\b(?:SEI|interphase)s?(?: (?:layer|film)s?)?$",
    re.IGNORECASE,
)
# What is put on something, in a text on separators on them.
_SEPARATOR = re.compile(r"\b(?:separators?|on (?:polypropylene|polyethylene|polyolefin))\b", re.IGNORECASE)
_PUT_ON = {"artificial_sei_or_coating", "surface_modification"}
# These tell what the others were made from, or what was done to them.
_SOURCES = {"surface_modification", "mof_structure", "biomass_carbon"}
# In so many sentences it follows what the cells were built with.
_PASSAGE = 4
# A text of fewer sentences is an abstract, and the strategy of its title is what all of it is about.
_SHORT = 40


class Agents:
    """The strategies that the sentences of a document speak of."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], definitions: Mapping[str, str]) -> None:
        self._sentences = sentences
        self._title = document.title
        self._short = _abbreviated(definitions)
        self._on_separators = bool(_SEPARATOR.search(document.title))
        self._named: dict[int, list[Term]] = {}
        is_short = len(sentences) < _SHORT
        self._reach = 3 if is_short else 2
        self._central = self._main(document.title) if is_short else []
        if self._on_separators:
            self._central = [replace(term, label="separator_modification") for term in self._central[:1]]
        self._since = self._introduced({term.label for term in self._central})

    def _main(self, title: str) -> list[Term]:
        """The strategy that a short text is about: its title's, else that of the first sentence on what was done.

        What names several things does not tell.
        """
        own = (s for s in self._sentences if s.kind == "paragraph" and not (s.cites or s.study))
        done = (text for text in (str(sentence.text) for sentence in own) if cues(text, "own"))
        told = [named for named in map(used, (title, *done)) if named]
        for named in told:
            named = [term for term in named if term.label not in FORMS and term.label != "solid_electrolyte"]
            main = _one(named) or _one([term for term in named if term.label not in _SOURCES])
            if main:
                return main
        return []

    def _introduced(self, labels: set[str]) -> int:
        """The number of the first sentence that names one of these strategies or tells of what was done."""
        for number, sentence in enumerate(self._sentences):
            text = str(sentence.text)
            if sentence.kind == "paragraph" and (cues(text, "own") or labels & {t.label for t in strategies(text)}):
                return number
        return 0

    def of(self, number: int, finding: Finding) -> Iterator[tuple[str, str]]:
        """The strategies behind a relief in sentence `number`, each with the rule that ties it to the relief."""
        text = str(self._sentences[number].text)
        found = findings(text)
        bad = [other for other in found if other.sense == "bad" or other.kind == "harms"]
        gains = [other for other in found if other.kind == "gains" and other.problem == "dendrite_growth"]
        own = [
            term
            for term in self._strategies(number)
            if can_relieve(term.label, finding.problem)
            and not any(_overlap(term, other) for other in (finding, *bad))
            and not (term.label in SETTINGS and any(_overlap(term, other) for other in gains))
            and not is_setting(text, term)
        ]
        ties = tied(text, finding, own) or brought(text, finding, own) or self._within(number, finding)
        if ties:
            yield from ties
        else:
            yield from self._from_elsewhere(number, finding)

    def _single(self, number: int) -> list[Term]:
        """In a short text, the strategy of the nearest sentence before that names any, where that is a single one."""
        if len(self._sentences) >= _SHORT:
            return []
        return _one([term for term in self._before(number, _PASSAGE) if term.label not in FORMS])

    def _within(self, number: int, finding: Finding) -> list[tuple[str, str]]:
        """The strategy with whose name the words for a relief open ("prelithiation compensates").

        Or that in which particles are kept apart ("uniformly dispersed in carbon").
        """
        named = strategies(str(self._sentences[number].text))
        opening = [t for t in named if finding.start <= t.start and t.end < finding.end]
        around = [t for t in named if finding.problem == "aggregation" and t.start < finding.end < t.end]
        return [(t.label, "agent as subject") for t in opening + around if can_relieve(t.label, finding.problem)]

    def missing(self, number: int, finding: Finding) -> Iterator[str]:
        """The strategies for want of which a problem is said to arise in sentence `number`."""
        text = str(self._sentences[number].text)
        wanting = list(left_out(text, finding, self._strategies(number)))
        if not wanting and number >= self._since and is_control(text, finding):
            wanting = self._central or (self._single(number) if finding.sense == "bad" else [])
        able = (term.label for term in wanting if can_relieve(term.label, finding.problem))
        yield from dict.fromkeys(against(label, finding.problem) for label in able)

    def answers(self, number: int) -> Iterator[tuple[str, Finding, int]]:
        """The strategies of a sentence that answers earlier problems ("to address this, ..."), with each problem.

        The problems are those of the sentence before it in its paragraph, whose number is given.
        """
        text = str(self._sentences[number].text)
        if not is_answer(text):
            return
        for back in self._earlier(number, 1):
            bad = [finding for finding in findings(str(self._sentences[back].text)) if finding.sense == "bad"]
            if bad:
                named = without_own(text, used(text))
                yield from ((t.label, f, back) for f in bad for t in named if can_relieve(t.label, f.problem))
                return

    def _from_elsewhere(self, number: int, finding: Finding) -> Iterator[tuple[str, str]]:
        text = str(self._sentences[number].text)
        before = self._before(number, self._reach)
        before = before if before and _resumes(text, finding) else []
        before = [term for term in before if can_relieve(term.label, finding.problem)]
        yield from ((term.label, "agent carried") for term in before)
        if not before and number >= self._since:
            central = [term.label for term in self._central if can_relieve(term.label, finding.problem)]
            if _is_on_another(text, finding, self._central):
                central = []
            yield from dict.fromkeys((label, "agent of title") for label in central)

    def _strategies(self, number: int) -> list[Term]:
        """The strategies that a sentence names, also by a noun that takes up an earlier one ("the shell")."""
        if number not in self._named:
            text = str(self._sentences[number].text)
            named = [term for one in strategies(text) for term in self._resumed(number, one) or [one]]
            short = [term for term in self._abbreviations(text) if not any(_overlap(term, one) for one in named)]
            named += short
            for noun in find(text, "strategy_nouns"):
                apart = not any(_overlap(term, noun) for term in named) and not _IS_ANODE.match(text, noun.end)
                if apart and _DEFINITE.search(text[: noun.start]):
                    named += self._meant(number, noun)
            acting = [agent for agent in agents(text) if not any(_overlap(term, agent) for term in named)]
            named += [term for agent in acting for term in self._resumed(number, agent) or [agent]]
            if self._on_separators:
                named = [replace(t, label="separator_modification") if t.label in _PUT_ON else t for t in named]
            self._named[number] = sorted(named, key=lambda term: (term.start, term.end, term.label))
        return self._named[number]

    def _abbreviations(self, text: str) -> Iterator[Term]:
        """The strategies that a text names by abbreviations of the document ("CSEs")."""
        if self._short:
            pattern, labels = self._short
            yield from (Term(m.start(), m.end(), labels[m[1]], "names") for m in pattern.finditer(text))

    def _resumed(self, number: int, term: Term) -> list[Term]:
        """What a bare noun ("the tubes") stands for that an earlier sentence named in full ("carbon tubes")."""
        text = str(self._sentences[number].text)
        if _INTERPHASE.search(text[term.start : term.end]):
            return self._grown_from(number, term)
        word = text[term.start : term.end].lower().split()[-1].rstrip("s")
        bare = " " not in text[term.start : term.end]
        if term.label not in _GENERAL or not _KNOWN.search(text[: term.start]):
            return []
        for earlier in (*(str(self._sentences[back].text) for back in self._earlier(number, 6)), self._title):
            full = [t for t in strategies(earlier) if _has_noun(earlier[t.start : t.end], word, bare)]
            full = [t for t in full if t.label not in _GENERAL] or full
            if full:
                return [Term(term.start, term.end, t.label, "agents") for t in full]
        nouns = [
            noun
            for noun in find(text, "strategy_nouns")
            if noun.end == term.end and _SHAPED.fullmatch(text, term.start, noun.start)
        ]
        return [meant for noun in nouns for meant in self._meant(number, noun)]

    def _grown_from(self, number: int, term: Term) -> list[Term]:
        """The electrolyte that an earlier clause, sentence or the title says to yield an interphase."""
        text = str(self._sentences[number].text)
        before = (str(self._sentences[back].text) for back in self._earlier(number, 4))
        for earlier in (text[: term.start], *before, self._title):
            grown = [t.label for t in strategies(earlier) if t.label in _ELECTROLYTES]
            if grown:
                return [Term(term.start, term.end, label, term.kind) for label in dict.fromkeys(grown)]
        return []

    def _meant(self, number: int, noun: Term) -> Iterator[Term]:
        labels = _TAKEN_UP[noun.label]
        before = strategies(str(self._sentences[number].text)[: noun.start])
        for named in (before[-1:], *(strategies(str(self._sentences[back].text)) for back in self._earlier(number, 4))):
            meant = [term.label for term in named if {term.label, "*"} & labels]
            if meant:
                yield from (Term(noun.start, noun.end, label, "taken up") for label in meant)
                return

    def _before(self, number: int, reach: int) -> list[Term]:
        """The strategies of the nearest sentence before it in its paragraph that names any, those that act first."""
        for back in self._earlier(number, reach):
            text, named = str(self._sentences[back].text), self._strategies(back)
            reliefs = [finding for finding in findings(text) if finding.sense == "good"]
            acting = {label for finding in reliefs for label, _ in tied(text, finding, named)}
            found = [t for t in named if (t.label in acting if acting else t.kind != "agents")]
            if found:
                return found
        return []

    def _earlier(self, number: int, reach: int) -> Iterator[int]:
        for back in range(number - 1, max(-1, number - 1 - reach), -1):
            if self._sentences[back].paragraph != self._sentences[number].paragraph:
                return
            yield back


def _abbreviated(definitions: Mapping[str, str]) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """The abbreviations that stand for strategies, with the label of each."""
    labels = {}
    for short, long in definitions.items():
        ends = [term for term in strategies(long) if term.end == len(long)]
        if ends and ends[-1].label in _ABBREVIATED and short.removesuffix("s").isupper():
            labels[short.removesuffix("s")] = ends[-1].label
    return (re.compile(rf"\b({'|'.join(map(re.escape, labels))})s?\b"), labels) if labels else None


def _is_on_another(text: str, finding: Finding, central: Sequence[Term]) -> bool:
    """A sentence names what else was put to work ("in diglyme"): the title's strategy is not what acts."""
    known = FORMS | _GENERAL | {term.label for term in central}
    if _MEANS.match(text) and not any(term.label in known for term in strategies(text)):
        return True
    named = (term for term in used(text) if term.end <= finding.start)
    named = (term for term in named if term.label not in SETTINGS or words_between(text, 0, term.start) <= 1)
    return any(term.label not in known and can_relieve(term.label, finding.problem) for term in named)


def _has_noun(name: str, noun: str, bare: bool) -> bool:
    """The name of a strategy is about such a thing ("carbon shell"; of a bare "shell" also "shell of doped carbon")."""
    name = name.lower()
    return name.rstrip("s").endswith(f" {noun}") or (
        bare and bool(re.match(rf"(?:\w+\s)?{re.escape(noun)}s? of\b", name))
    )


def _one(named: list[Term]) -> list[Term]:
    """Strategies that are of one thing, by a single label or by labels that one noun can mean ("layer"); else none."""
    labels = {term.label for term in named}
    return named if len(labels) == 1 or any(labels and labels <= meant for meant in _TAKEN_UP.values()) else []


def _overlap(term: Term, other: Term | Finding) -> bool:
    return term.start < other.end and other.start < term.end


def _resumes(text: str, finding: Finding) -> bool:
    """The subject of a relief takes up what was named before ("it", "this layer"), and is no finding or issue."""
    named = [cue.start for cue in cues(text, "anaphor")]
    if not named:
        return False
    doc = parse(text)
    relief = head(doc, finding.start, finding.end)
    who = subject(clause(relief)) if relief else None
    if who is None or any(cue.start <= who.idx < cue.end for cue in cues(text, "report")):
        return False
    if who.left_edge.idx not in named or _EXPLETIVE.match(text, who.idx):
        return False
    return (
        who.tag_ in ("PRP", "DT", "CD")
        or bool(find(who.text, "strategy_nouns"))
        or _SAMPLE.fullmatch(who.text) is not None
        or _FORMULA.fullmatch(who.text) is not None
    )
