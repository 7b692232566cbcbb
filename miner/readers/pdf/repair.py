"""Characters that a font does not name: ligatures found by the words they make, the minus of an exponent by its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from miner.readers.pdf.page import Word

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TOKEN = re.compile("[A-Za-z\ue000-\uf8ff]{3,}")
# Common English words by the ligature in them: what a nameless glyph is shows in which words it makes.
_WORDS = {
    "fi": "first find finally field fields figure figures five final defined modified significant significantly specific"
    " specifically confirm confirmed confirms film films fill filled fine identified purified profile profiles benefit fit"
    " five fixed simplified infinite scientific magnified fitting fitted surfing verified classified amplified satisfied",
    "fl": "flow flows influence influenced flat flexible reflect reflects reflected reflectance reflection fluid flux flake"
    " flakes conflict fluorine fluoride inflation floating flame",
    "ff": "effect effects different difference differences diffusion diffuse differ offer offers off afford affect affects"
    " affected stuff suffer suffers diffraction differential effective effectively effort efforts buffer staff",
    "ffi": "efficiency efficient efficiently sufficient sufficiently coefficient coefficients office difficult difficulty"
    " affinity officially traffic",
    "ffl": "effluent baffle shuffle waffle",
    "ft": "after often shift shifts shifted left soft software craft drift lift graft grafted thereafter draft loft",
    "tt": "better battery batteries attention attributed written pattern patterns scattering little matter setting attack",
    "ti": "time reaction addition action position solution ratio oxidation reduction formation information particular",
    "Th": "The This These They Therefore Then Thus There Their Three Through",
}
# Adobe's Symbol encoding, that pi fonts of one typesetter use without a code table.
_SYMBOLS = dict(zip("abcdefghiklmnopqrstuwxyzDFGLPQSWXY", "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩΞΨ", strict=True)) | {
    "$": "·"
}
_PI_FONT = re.compile(r"AdvPS?[0-9A-F]{5,}$")
_LIGATURES = {word: ligature for ligature, words in _WORDS.items() for word in words.split()}
# What one family of symbol fonts calls its signs.
_MISNAMED = {"¼": "=", "þ": "+"}


def nameless(lines: Iterable[str]) -> dict[str, str]:
    """What each private character of a document stands for, as far as the words around it tell."""
    votes: dict[str, Counter[str]] = {}
    for line in lines:
        if _PRIVATE.search(line):
            for token in _TOKEN.findall(line):
                _vote(token, votes)
    return {char: max(count, key=lambda c: (count[c], c)) for char, count in votes.items()}


def has_nameless(text: str) -> bool:
    """Whether a text holds a private character."""
    return _PRIVATE.search(text) is not None


def _vote(token: str, votes: dict[str, Counter[str]]) -> None:
    found = _PRIVATE.findall(token)
    if len(set(found)) != 1:
        return
    for ligature in _WORDS:
        word = token.replace(found[0], ligature)
        if _LIGATURES.get(word) == ligature or _LIGATURES.get(word.lower()) == ligature:
            votes.setdefault(found[0], Counter())[ligature] += 1


def pi_fonts(lines: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The names of the fonts that only give single signs: what they call letters is Greek."""
    found: dict[str, bool] = {}
    for words in lines:
        for word in words:
            name = word.font.name
            if _PI_FONT.search(name):
                found[name] = found.get(name, True) and len(word.text) == 1
    return frozenset(name for name, single in found.items() if single)


def greek(words: Sequence[Word], fonts: frozenset[str]) -> list[Word]:
    """Words with the letters of pi fonts as the signs that they show."""
    return [w._replace(text=_SYMBOLS.get(w.text, w.text)) if w.font.name in fonts else w for w in words]


def repaired(words: Sequence[Word], names: Mapping[str, str]) -> list[Word]:
    """Words with their private characters spelled out; those that stay unknown become U+FFFD."""
    return [w._replace(text=_PRIVATE.sub(lambda m: names.get(m[0], "\ufffd"), w.text)) for w in words]


def exponents(words: Sequence[Word]) -> list[Word]:
    """Words with the minus of an exponent in place of the sign that a font without a code table gives for it."""
    out = []
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        text = word.text
        if word.kind == "sup" and re.match("[=\ue000-\uf8ff¡]", text):
            digit = text[1:2] or (
                after.text[:1] if after and after.kind == "sup" and after.x0 - word.x1 < word.size else ""
            )
            if digit.isdigit():
                text = "−" + text[1:]
        elif text in _MISNAMED and word.font.name.startswith("Adv"):
            text = _MISNAMED[text]
        out.append(word if text == word.text else word._replace(text=text))
    return out
