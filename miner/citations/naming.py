"""Studies that the text describes by their authors: "Wang et al. [21] investigated", "Cui's group showed ... [7]"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from miner.citations.authoryear import SURNAME
from miner.document import Citation, Document, Reference, Text
from miner.references.names import surname_key
from miner.sentences import sentence_spans

Authors = Mapping[int, frozenset[str]]
_BY_NAME = re.compile(
    rf"(?<![\w’'-])(?P<name>{SURNAME})(?:\s{SURNAME})?\s*(?:,?\s*et\s?al\b\.?|\band\s+(?:his\s+|her\s+|their\s+)?(?:co-?workers|colleagues|collaborators)"
    rf"|['’]s\s+(?:research\s+)?(?:group|team)|\s(?:research\s+)?group\b)"
    rf"|(?P<fused>[A-Z][a-z]+)et\s?al\b\.?"
    rf"|\b(?:group|team)\s+of\s+(?:Prof(?:essor)?\.?\s+)?(?:{SURNAME}\s)?(?P<head>{SURNAME})"
)
# One of these stands in all of them.
_ET_AL, _SIGNS = re.compile(r"et\s?al\b"), ("workers", "colleagues", "collaborators", "group", "team")
_WORD = re.compile(rf"(?<![\w@/-]){SURNAME}(?![\w@/])")
# A name in the name of a method or a law describes no study; a lone "Li" is the element, a lone "He" the pronoun.
_EPONYM = re.compile(
    r"(?:['’]s?)?\s(?:methods?|equation|law|model|effect|theory|plots?|cell|modulus|analysis|formula|relation|ratio|approach"
    r"|refinement|approximation|constant|distribution|reaction|process|coefficient|number|diagram|adsorption)\b"
)
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "He An She You So Do No May Long Can Young Pan Mo In As Be At Po Os Ho Ne Eu La"  # words of English; elements:
        " Li Na Mg Al Si Sn Ge Sb Bi Zn Fe Co Ni Cu Mn Ti Ga Se Te Ag Au Pt Pd Ba Ca Ce Nd Zr Nb Ta Hf Ru Rh Sc Sr Pb",
    )
)
_PRONOUN = re.compile(r"\b(?:they|he|she)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mention:
    end: int
    name: str


def named_studies(document: Document) -> tuple[int, ...]:
    """The numbers of the references that paragraphs describe by their authors, in order of appearance."""
    cited = (c for b in document.blocks if b.kind == "paragraph" for c in b.text.citations if c.named)
    return tuple(dict.fromkeys(number for citation in cited for number in citation.numbers))


def author_keys(references: Iterable[Reference]) -> Authors:
    """The authors of each reference, as `with_names` compares them."""
    return {r.number: frozenset(surname_key(name) for name in r.authors) for r in references}


def with_names(text: Text, authors: Authors) -> Text:
    """The text with `named` set on the citations of studies that its running text names."""
    out: list[Citation] = []
    before: tuple[str, int] | None = None
    uncited: list[_Mention] = []
    for start, end in sentence_spans(text):
        cited = [c for c in text.citations if start <= c.start < end]
        running = _running(text.text, start, end, cited)
        mentions = list(_mentions(running, start))
        if not cited:
            before, uncited = (running, start), uncited + mentions
            continue
        goes_on = [*_words(*before, cited, authors), *uncited] if before and _PRONOUN.search(running) else uncited
        words = list(_words(running, start, cited, authors))
        for citation in cited:
            named = _is_named(text.text, citation, cited, mentions, authors)
            named = named or any(_fits(m, citation, authors) for m in goes_on + words if m.end <= citation.start)
            out.append(replace(citation, named=named))
        before, uncited = None, []  # who was cited already is not introduced any more
    return replace(text, citations=tuple(out))


def _is_named(text: str, citation: Citation, cited: list[Citation], mentions: list[_Mention], authors: Authors) -> bool:
    """Whether authors named just before, or before with no other citation between, are those of the cited study."""
    for mention in mentions:
        if mention.end > citation.start:
            continue
        if re.fullmatch(r"[\s,(.’']{0,3}", text[mention.end : citation.start]):
            return True
        is_next = not any(mention.end <= c.start < citation.start for c in cited)
        unknown = not any(authors.get(number) for number in citation.numbers)
        if is_next and (_fits(mention, citation, authors, strict=False) or (unknown and len(citation.numbers) == 1)):
            return True
    return False


def _fits(mention: _Mention, citation: Citation, authors: Authors, strict: bool = True) -> bool:
    if (strict and mention.name in _NO_NAMES) or not citation.numbers:
        return False
    fitting = sum(surname_key(mention.name) in authors.get(number, ()) for number in citation.numbers)
    return 2 * fitting >= len(citation.numbers)


def _mentions(running: str, offset: int) -> Iterator[_Mention]:
    if _ET_AL.search(running) or any(sign in running for sign in _SIGNS):
        for match in _BY_NAME.finditer(running):
            yield _Mention(offset + match.end(), match["name"] or match["fused"] or match["head"])


def _words(running: str, offset: int, cited: Sequence[Citation], authors: Authors) -> Iterator[_Mention]:
    """The words that are names of authors of the cited studies, and name no method."""
    names = {name for citation in cited for number in citation.numbers for name in authors.get(number, ())}
    for match in _WORD.finditer(running):
        if surname_key(match[0]) in names and not _EPONYM.match(running, match.end()):
            yield _Mention(offset + match.end(), match[0])


def _running(text: str, start: int, end: int, cited: Sequence[Citation]) -> str:
    """The sentence with citations in parentheses that hold the names themselves, "(Wang et al., 2021)", blanked out."""
    running = text[start:end]
    for citation in cited:
        opened = text.rfind("(", start, citation.start)
        if (
            opened < 0
            or ")" in text[opened : citation.start]
            or not re.search(r"[A-Za-z]{2}", text[opened : citation.start])
        ):
            continue
        closed = text.find(")", citation.end, end)
        closed = end if closed < 0 else closed + 1
        running = running[: opened - start] + " " * (closed - opened) + running[closed - start :]
    return running
