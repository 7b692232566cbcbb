"""How the strategies that a sentence names are tied to a relief that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from miner.language import parse
from miner.problems.clauses import clause_bounds, same_clause, words_between
from miner.problems.polarity import BETTERING, Finding, cues, findings
from miner.problems.strategies import against, strategies
from miner.problems.terms import Term
from miner.syntax import head, tie

_SETTING = re.compile(
    r"\b(?:with|between|against|(?<!,\s)and|to|through|into|of|in|on|towards?|at|for|under|or)\s"
    r"(?:(?:the|a|an|various|high|rigid|conventional|certain|commercial|[\w.]*\d[\w.]*)\s){0,2}$",
    re.IGNORECASE,
)
# "With a sulfide in place of the liquid" tells what was done.
_CHANGED = re.compile(r"\s(?:in place of|instead of|rather than|in lieu of|in (?:its|their) place)\b", re.IGNORECASE)
_USE = re.compile(
    r"\b(?:use|usage|action|effect|influence|help|application|introduction|adoption|employment|incorporation|addition|apply|applying|exerting|imposing"
    r"|using|employing)\b(?:\s[\w.]+){0,3} of (?:an? |the )?$",
    re.IGNORECASE,
)
# "X does this, while Y does that"; "while keeping ..." goes on about X.
_CONTRAST = re.compile(r",?\s(?:while|whereas)\s(?!\w+ing\b)", re.IGNORECASE)
# Between statements of one sentence, each of which may name a strategy of its own.
_STATEMENT = re.compile(r";\s|,\s(?:and|but|while|whereas)\s", re.IGNORECASE)
# "Ways such as using X to ..., covering Y with ..., and adding Z to ...".
_WAYS = re.compile(
    r",\s(?:and\s)?(?=(?:us|cover|coat|add|apply|introduc|develop|build|design|employ|modify|spread|replac|plac|"
    r"incorporat|insert|embed)\w*ing\s(?:an?|the|new|some)\s)"
)
_SOME_WAYS = 2
# "Strategies against cracking, including A, B, and C", "strategies such as A, B, and C prevent cracking".
_LIST_OF_WAYS = re.compile(
    r"\b(?:strateg|approach|method|measure|way|solution|technique|remed|countermeasure)(?:y|ies|es|s)?\b[^.;:]*?"
    r"(?:\b(?:including|such as|like|namely|e\.g\.,?)|:)\s",
    re.IGNORECASE,
)
# A comma or an "and" may open a statement as well, where a strategy and its verb follow.
_JOINT = re.compile(r",\s(?:and\s)?|\sand\s", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(?:of|in|on|by|with|to|for|from|between|into|through|as|which|that|whose|where|than)\b", re.IGNORECASE
)
# What a sentence opens with may be why all of it holds.
_CAUSE = re.compile(
    r"(?:(?:thanks|owing|due) to|because of|by virtue of|by means of|on account of|(?:benefit|profit)t?ing from"
    r"|with the (?:help|aid) of)\s[^,;:]*,",
    re.IGNORECASE,
)
# "Doping of the shell accelerates"
_OF_SOMETHING = re.compile(r"(?:\s(?:of|on|in)\s(?:the\s)?\w+)?\s", re.IGNORECASE)
# "In these spheres, the carbon conducts": where it happens.
_PLACE = re.compile(r"(?:in|within|inside|on|at)\s[^,;:]*,", re.IGNORECASE)
# "The long life is attributed to ...", "gives rise to a long life"
_ATTRIBUTED = re.compile(
    r"[^,;:.]*?\b(?:(?:attribut|ascrib|assign|credit|trac)\w* to|(?:due|owing|thanks) to|because of"
    r"|(?:result|stem|originat|aris|benefit|deriv)\w* from"
    r"|(?:achiev|attain|enabl|realiz|obtain|reach|afford|brought about)\w* (?:by|through|via))\s",
    re.IGNORECASE,
)
_RESULTING = re.compile(
    r"\b(?:(?:result|end)\w* in|lead\w* to|giv\w* rise to|contribut\w* to|responsible for|account\w* for)\s"
    r"(?:\w+\s){0,4}$",
    re.IGNORECASE,
)
# "To maintain the conductivity, ..."
_AIM = re.compile(r"(?:in order )?to \w+\s[^,;:]*,", re.IGNORECASE)
_RESULT = re.compile(r"[;:]\s|,\s(?:so|thus|thereby|hence|therefore)\b")
_MADE_OF = re.compile(
    r"\b(?:made|composed|consist\w*|prepared) (?:from|of|up of)\b[^.;]{0,60}$"
    r"|\b(?:derivati[sz]ation|exfoliation|conversion|oxidation) of (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
# "A layer, prepared by dispersing nanoparticles in a polymer": no work of the particles.
_PREPARED_BY = re.compile(
    r"\b(?:prepared|made|fabricated|obtained|formed|built|produced|created) by (?:\w+ly )?\w+ing [^,;]{0,40}$",
    re.IGNORECASE,
)
# "Carbon was coated on the nanorods": no work of the rods.
_PUT_ON = re.compile(
    r"\b(?:coated|deposited|grown|formed|anchored|wrapped|covered|polymeri[sz]ed) (?:on|onto|around|over) "
    r"(?:the |these |such )?(?:\w+ )?$",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(?:without|no|free of|free from|instead of|rather than|neither|nor|not)(?:\s(?:an?|any|the|\w+))?\s$"
    r"|\b(?:without|no|free of|free from)\s(?:[\w-]+\s){1,3}(?:and|or|nor)\s$",
    re.IGNORECASE,
)
# "To stabilize alloy anodes": what is helped.
_HELPED = re.compile(
    r"\b(?:stabili[sz]|protect|shield|passivat|improv|enabl|realiz)\w* (?:of )?(?:the |such |these )?$", re.IGNORECASE
)
_ANODE = re.compile(r"\w+(?:[ -]\w+){0,3}[ -](?:anode|electrode)s?\b", re.IGNORECASE)
# Of these the words often tell only what else is in the cell, or how it was run.
SETTINGS = {"alloying", "solid_electrolyte", "current_control", "pressure", "separator_modification"}
# Where one strategy is what acts in the sentence, others that are only near by are not.
_APART = 2
_LIST = 3
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_CLOSENESS: dict[str, int] = {
    "subject": 0, "means": 0, "purpose": 0, "modifier": 0, "part": 1, "consequence": 1, "order": 1, "apart": _APART,
}  # fmt: skip
# A word that is no strategy's name stands for one only where it is what acts.
_ACTING = ("subject", "order")
_BY = re.compile(
    r"\b(?:by|owing to|due to|thanks to|because of|by virtue of|by means of)\s(?:the|this|these|its|such)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# "Doping of the shell" is no work of the shell.
_OWNER = re.compile(
    r"\b(?:doping|modification|treatment|functionali[sz]ation|substitution) of (?:the |its )?$", re.IGNORECASE
)
# "Groups that bond with the solvent" are what acts, not the solvent.
_WITH = re.compile(
    r"\b(?:bond|bind|interact|react|contact|coordinate|compar|replac)\w*(?: \w+)? with (?:the )?$", re.IGNORECASE
)
# Between two that do it together.
_AND = re.compile(
    r",? (?:and|as well as|together with|in combination with|combined with|along with)(?: an?| the)?(?: \w+)? ",
    re.IGNORECASE,
)
# "A film is employed as a protective layer": what it is called.
_AS = re.compile(r"[^;:]*\bas (?:an?|the) (?:\w+ )?", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
# "(Corrosion ... can be) mitigated by adding X".
_ENDED_BY = re.compile(r"(?: [\w-]+)? (?:by|through|via|using|with)\b[^,;:]*")
_SORT = {"names": "agent", "taken up": "agent", "agents": "noun"}
# These tell how the others are made.
FORMS = {"nanostructuring", "porous_structure", "composite", "simple_synthesis"}


def tied(text: str, finding: Finding, named: Sequence[Term]) -> list[tuple[str, str]]:
    """The strategies that are tied to a relief, each with how: those of its own statement, else of its sentence."""
    paired = _respective(text, finding, named)
    if paired:
        return [(against(paired.label, finding.problem), f"{_SORT[paired.kind]} as means")]
    bounds = [(m.start(), m.end()) for m in _STATEMENT.finditer(text) if not _is_in_a_list(text, m, named)]
    bounds += _joints(text, named)
    ways = [(m.start(), m.end()) for m in _WAYS.finditer(text)]
    bounds += ways if len(ways) >= _SOME_WAYS else []
    low = max((end for _, end in bounds if end <= finding.start), default=0)
    high = min((start for start, _ in bounds if start >= finding.end), default=len(text))
    own = [replace(t, start=t.start - low, end=t.end - low) for t in named if low <= t.start and t.end <= high]
    if (low, high) != (0, len(text)) and any(term.end + low <= finding.start for term in own):
        moved = replace(finding, start=finding.start - low, end=finding.end - low)
        found = _tied_in_tree(text[low:high], moved, own)
        if found:
            return found
    return _tied_in_tree(text, finding, named)


def _respective(text: str, finding: Finding, named: Sequence[Term]) -> Term | None:
    """The strategy that belongs to a relief where as many are named, "respectively"."""
    if not _RESPECTIVELY.search(text, finding.end):
        return None
    reliefs = [other.problem for other in findings(text) if other.sense == "good"]
    acting = [term for term in named if term.kind != "agents"]
    if len(acting) < _SOME_WAYS or len(set(reliefs)) != len(reliefs) or len(acting) != len(reliefs):
        return None
    listed = all(words_between(text, one.end, other.start) <= _LIST for one, other in pairwise(acting))
    return acting[reliefs.index(finding.problem)] if listed and finding.problem in reliefs else None


def _is_in_a_list(text: str, joint: re.Match[str], named: Sequence[Term]) -> bool:
    """It stands before the last of some strategies listed ahead of any verb ("A, B, and C have been used ...")."""
    ways = _LIST_OF_WAYS.search(text, 0, joint.start())
    listed = [term.end for term in named if term.end <= joint.start() and text[term.end] == ","]
    if not joint[0].endswith("and ") or not (ways or (joint.start() in listed and len(listed) >= _LIST - 1)):
        return False
    opening = ways.end() if ways else 0
    return not any(token.tag_ in _FINITE for token in parse(text) if opening <= token.idx < joint.start())


def brought(text: str, finding: Finding, named: Sequence[Term]) -> list[tuple[str, str]]:
    """The strategies of the clause before, of which a relief is the result ("X was coated; side reactions fell")."""
    joints = [m.start() for m in _RESULT.finditer(text, 0, finding.start)]
    if not joints or finding.by in BETTERING:
        return []
    return [(t.label, "agent before") for t in _chief(named) if t.end <= joints[-1] and t.kind == "names"]


def is_setting(text: str, term: Term) -> bool:
    """The words only tell what else is in the cell ("with solid electrolytes"), or of what something is made."""
    before = text[: term.start]
    if _MADE_OF.search(before) or _ABSENT.search(before):
        return True
    if term.label in FORMS and (_PREPARED_BY.search(before) or _PUT_ON.search(before)):
        return True
    if _HELPED.search(before) and (term.label == "alloying" or _ANODE.match(text, term.start)):
        return True
    if term.label not in SETTINGS or term.kind != "names" or _CHANGED.match(text, term.end):
        return False
    return bool(_SETTING.search(before)) and not _USE.search(before)


def is_attributed(text: str, finding: Finding) -> bool:
    """The sentence says what a good property comes from."""
    cause = _CAUSE.match(text)
    if (cause and cause.end() <= finding.start) or _ATTRIBUTED.match(text, finding.end):
        return True
    return _RESULTING.search(text[: finding.start]) is not None


def lists_ways(text: str) -> bool:
    """The sentence names ways of doing something one by one."""
    return _LIST_OF_WAYS.search(text) is not None


def used(text: str) -> list[Term]:
    """The strategies that a text names and does not leave out."""
    return [term for term in strategies(text) if not is_setting(text, term)]


def _chief(named: Sequence[Term]) -> list[Term]:
    """The strategies without those that only tell how the others are made."""
    return [term for term in named if term.label not in FORMS] or list(named)


def _joints(text: str, named: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Where a statement on a strategy and its relief meets the next without a stop ("the pores ..., the shell ...")."""
    reliefs = [other for other in findings(text) if other.sense == "good"]
    verbs = [cue.start for label in ("relieve", "cut", "raise", "keep") for cue in cues(text, label)]
    verbs += [other.start for other in reliefs if other.kind == "gains"]
    acting = [t for t in named if any(t.end < verb and not words_between(text, t.end, verb) for verb in verbs)]
    for joint in _JOINT.finditer(text):
        subjects = (t for t in acting if joint.end() <= t.start and words_between(text, joint.end(), t.start) <= 2)
        if any(other.end <= joint.start() for other in reliefs) and any(
            not _OBLIQUE.search(text, joint.end(), t.start) and "," not in text[joint.end() : t.start] for t in subjects
        ):
            yield joint.start(), joint.end()


def _tied_in_tree(text: str, finding: Finding, named: Sequence[Term]) -> list[tuple[str, str]]:
    """The strategies that the tree of a sentence ties to a relief, each with how."""
    if not named:
        return []
    doc = parse(text)
    problem = head(doc, finding.start, finding.end)
    near = [term for term in named if not _CONTRAST.search(text, *sorted((term.start, finding.start)))]
    heads = [(term, head(doc, term.start, term.end)) for term in near]
    ties = [(term, tie(strategy, problem)) for term, strategy in heads if strategy and problem]
    ties = [(term, _by_words(text, term, finding) if how == "apart" else how) for term, how in ties]
    ties = [(term, how) for term, how in ties if term.kind != "agents" or _acts(text, term, how, finding)]
    place = _PLACE.match(text)
    if place and any(how == "subject" for _, how in ties):
        ties = [(term, how) for term, how in ties if how != "means" or term.end > place.end()]
    closest = min((_CLOSENESS[how] for _, how in ties), default=_APART)
    close = [(term, how) for term, how in ties if _CLOSENESS[how] == closest < _APART]
    close += list(_joined(text, [term for term, _ in ties], close))
    return [(against(term.label, finding.problem), f"{_SORT[term.kind]} as {how}") for term, how in close]


def _by_words(text: str, term: Term, finding: Finding) -> str:
    """How the words around tie a strategy to a relief where the tree does not; "apart" where they do not either."""
    if _in_order(text, term, finding):
        return "order"
    cause, aim = _ATTRIBUTED.match(text, finding.end), _AIM.match(text)
    if (cause and cause.end() <= term.start) or _ends(text, term, finding) or _is_listed(text, term, finding):
        return "means"
    return "purpose" if aim and finding.end <= aim.end() <= term.start else "apart"


def _joined(text: str, named: Sequence[Term], close: Sequence[tuple[Term, str]]) -> Iterator[tuple[Term, str]]:
    """The strategies named together with one of those that are `close` ("a scaffold and an electrolyte suppress")."""
    kept = {term for term, _ in close}
    for term in named:
        for other, how in () if term in kept or term.kind != "names" else close:
            first, second = sorted((term, other), key=lambda t: t.start)
            joint = next((j for j in (_AND, _AS) if j.fullmatch(text, first.end, second.start)), None)
            if joint is _AND or (joint is _AS and second is term):
                yield term, how
                break


def _acts(text: str, term: Term, how: str, finding: Finding) -> bool:
    """A word that is no strategy's name is what brings the relief about."""
    if how == "means" and _BY.search(text[: term.start]):
        return True
    if _WITH.search(text[: term.start]):
        return False
    return how in _ACTING and term.start < finding.start and not _OWNER.search(text[: term.start])


def _ends(text: str, term: Term, finding: Finding) -> bool:
    """It is named as the means of the passive verb that ends the problem."""
    ended = [cue.end for cue in cues(text, "ended") if finding.by == "ended" and finding.end <= cue.start]
    return bool(ended) and _ENDED_BY.fullmatch(text, ended[0], term.start) is not None


def _is_listed(text: str, term: Term, finding: Finding) -> bool:
    """It is one of the ways that a sentence lists for the relief, which stands before the list or ends it."""
    listed = _LIST_OF_WAYS.search(text)
    if listed is None or term.start < listed.end() or finding.start < listed.start():
        return False
    if finding.end <= listed.end():
        return ";" not in text[listed.end() : term.start]
    between = (o for o in findings(text) if o.sense == "good" and term.end <= o.start and o.end <= finding.start)
    return term.end <= finding.start and not any(between)


def _in_order(text: str, term: Term, finding: Finding) -> bool:
    """A verb of relief stands between the two, in one clause: the parser takes many ("cuts", "yields") for nouns."""
    if term.end > finding.start:
        return False
    cause = _CAUSE.match(text)
    if cause and term.end <= cause.end() <= finding.start:
        return True
    if finding.kind == "gains" and _OF_SOMETHING.fullmatch(text, term.end, finding.start):
        return True
    verbs = [
        cue for label in BETTERING for cue in cues(text, label) if term.end <= cue.start and cue.end <= finding.start
    ]
    comma = text.rfind(",", term.end, finding.start)
    if comma >= 0 and not any(cue.start == comma + 2 for cue in verbs):
        return False
    return bool(verbs) and same_clause(clause_bounds(text), term.end, finding.start)
