"""How parts of a sentence hang together in its dependency tree: clauses, subjects, means, purposes."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

Tie = Literal["subject", "means", "purpose", "modifier", "part", "consequence", "apart"]

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
_CLAUSES = {"ROOT", "advcl", "relcl", "ccomp", "acl", "pcomp", "parataxis", "csubj", "csubjpass"}
_MEANS = {
    "by", "through", "via", "with", "using", "owing", "due", "thanks", "because", "from", "employing", "upon", "after",
    "on", "in", "when", "if", "based",
}  # fmt: skip
# No verb has these: the parser has read a subject as part of a compound ("the shell buffers ...").
_MISREAD = {"compound", "nmod", "amod"}
_PRONOUNS = {"PRP", "DT", "WDT", "WP", "EX"}
_RELATIVES = {"which", "that", "who", "whose"}


def head(doc: Doc, start: int, end: int) -> Token | None:
    """The token that governs characters `start` to `end`."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span else None


def path(token: Token) -> list[Token]:
    """The token and all that govern it, up to the root."""
    return [token, *token.ancestors]


def heads_clause(token: Token) -> bool:
    """The token is the verb of a clause: main, subordinate, relative, or coordinated with its own verb."""
    if token.dep_ in _CLAUSES:
        return _is_verb(token) or token.dep_ == "ROOT"
    return token.dep_ in ("conj", "xcomp") and _is_verb(token)


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("V") or token.tag_ == "MD"


def clause(token: Token) -> Token:
    """The verb of the clause in which the token stands."""
    return next((t for t in path(token) if heads_clause(t)), token.sent.root)


def own_subject(verb: Token) -> Token | None:
    """The subject that the verb itself has; a relative pronoun stands for its noun."""
    found = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if found is not None and found.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return found


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb on which it hangs; the noun that a participle describes."""
    seen = verb
    while True:
        found = own_subject(seen)
        if found is not None:
            return found
        if seen.dep_ in ("acl", "relcl"):
            return seen.head
        if seen.head == seen or seen.dep_ in ("ccomp", "parataxis"):
            return None
        seen = clause(seen.head)


def tie(strategy: Token, problem: Token) -> Tie:
    """How the words for a strategy are tied to those for a problem, by where their branches meet in the tree."""
    above, below = path(problem), path(strategy)
    meet = next((t for t in above if t in below), None)
    if meet is None:
        return "apart"
    to_problem, to_strategy = above[: above.index(meet)], below[: below.index(meet)]
    if not to_strategy:
        return "modifier" if to_problem else "part"
    branch = to_strategy[-1]
    if not to_problem:
        return _as_part(meet, to_strategy)
    if branch.dep_ in ("ccomp", "parataxis"):
        return "apart" if _is_of_its_own(clause(problem)) else "consequence"
    if branch.dep_ in _SUBJECTS or ((_is_verb(meet) or meet.dep_ == "ROOT") and branch.dep_ in _MISREAD):
        return "subject" if not _has_other_subject(to_problem) else "apart"
    if _has_other_subject(to_problem) and not _is_fronted(branch, meet, to_problem):
        return "apart"
    if _as_means(branch):
        return "means"
    if _is_purpose(to_problem):
        return "purpose"
    return "consequence" if any(heads_clause(t) for t in to_problem) else "apart"


def _is_fronted(branch: Token, verb: Token, to_problem: list[Token]) -> bool:
    """A means that opens the sentence holds for the verbs after the first as well ("With X, A falls and B rises")."""
    return branch.i < verb.i and _as_means(branch) is not None and to_problem[-1].dep_ == "conj"


def _as_part(problem: Token, to_strategy: list[Token]) -> Tie:
    """The tie of a strategy among the words that hang on those for the problem: not in another clause beside them."""
    relative = to_strategy[-1] if to_strategy[-1].dep_ == "relcl" else None
    if relative is not None and any(child.dep_ == "nsubjpass" for child in relative.children):
        # "expansion, which is relieved by X"
        return (_as_means(to_strategy[-2]) if len(to_strategy) > 1 else None) or "apart"
    if any(t.dep_ in ("conj", "parataxis", "ccomp", "relcl") and heads_clause(t) for t in to_strategy):
        return "apart"
    if _is_verb(problem) and to_strategy[-1].dep_ in _SUBJECTS:
        return "subject"
    return _as_means(to_strategy[-1]) or "part"


def _as_means(branch: Token) -> Tie | None:
    if branch.dep_ in ("agent", "prep", "advcl", "acl", "pcomp") and branch.lower_ in _MEANS:
        return "means"
    marks = {child.lower_ for child in branch.children if child.dep_ in ("mark", "advmod", "aux", "prep")}
    return "means" if branch.dep_ in ("advcl", "acl") and (marks & _MEANS or branch.tag_ == "VBG") else None


def _has_other_subject(branch: list[Token]) -> bool:
    """A verb on the way down has a subject of its own and is no effect of the verb above ("lets X grow", "so that")."""
    return any(t.dep_ in ("conj", "advcl", "parataxis") and _is_of_its_own(t) for t in branch)


def _is_of_its_own(verb: Token) -> bool:
    found = own_subject(verb)
    if found is None or found.tag_ in _PRONOUNS:
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    return not marks & {"so", "that", "thus", "thereby"}


def _is_purpose(branch: list[Token]) -> bool:
    return any(
        t.dep_ in ("advcl", "xcomp", "acl") and any(c.dep_ == "aux" and c.tag_ == "TO" for c in t.children)
        for t in branch
    ) or branch[-1].lower_ in ("for", "to", "against", "toward", "towards")
