"""Characters that a font does not name: ligatures told by the words they make, signs by their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from miner.readers.pdf.page import Font, Word
from miner.vocabulary import entries

_PRIVATE = re.compile("[\ue000-\uf8ff]")
_TOKEN = re.compile("[A-Za-z\ue000-\uf8ff]{3,}")
# Adobe's Symbol encoding, that pi fonts of one typesetter use without a code table; ohms are printed with its U.
_SYMBOLS = dict(zip("abcdefghiklmnopqrstuwxyzDFGLPQSUWXY", "αβχδεφγηικλμνοπθρστυωξψζΔΦΓΛΠΘΣΩΩΞΨ", strict=True)) | {
    "$": "·"
}
_PI_FONT = re.compile(r"AdvPS?[0-9A-F]{5,}$")
# What one family of symbol fonts calls its signs.
_MISNAMED = {"¼": "=", "þ": "+"}
# Letters at the places of TeX's T1 ("Cork") encoding where Latin-1 has signs that stand in no word.
_CORK = dict(zip("¢£¤¥¦§ª«¬¹º»", "ćčďěęğłńňźžż", strict=True))
_MINUSES = ("=", "¡")
_RECODED = frozenset((*_MINUSES, *_MISNAMED, *_CORK))


def nameless(lines: Iterable[str]) -> dict[str, str]:
    """What each private character of a document stands for, as far as the words around it tell."""
    votes: dict[str, Counter[str]] = {}
    for line in lines:
        for token in _TOKEN.findall(line):
            _vote(token, votes)
    return {char: max(count, key=lambda c: (count[c], c)) for char, count in votes.items()}


def signs(lines: Iterable[Sequence[Word]]) -> dict[tuple[str, str], str]:
    """What a font's private characters that are signs stand for, as far as their places tell, by font and character."""
    votes: dict[tuple[str, str], Counter[str]] = {}
    for words in lines:
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False):
            if _PRIVATE.match(word.text) and (sign := _sign(before, word, after)):
                votes.setdefault((word.font.name, word.text[0]), Counter())[sign] += 1
    # A minus of a number on the line looks like "about" by its place, unless exponents have told of it.
    return {glyph: max(count, key=lambda s: (s != "∼", count[s], s)) for glyph, count in votes.items()}


def _sign(before: Word | None, word: Word, after: Word | None) -> str:
    """A minus, a multiplication sign, a degree or a tilde, by what stands around it."""
    behind = word.text[1:] or (after.text if after else "")
    if re.match(r"C(?![A-Za-z])", behind) and before and before.text[-1:].isdigit():
        return "°"
    if word.kind == "sup":
        is_exponent = word.text[1:] or (after and after.kind == "sup" and _near(word, after))
        return "−" if is_exponent and behind[:1].isdigit() else ""
    if before and before.text[-1:].isdigit():
        return "×" if re.match(r"10(?!\d)", behind) else ""
    is_apart = not before or before.spaced or word.x0 - before.x1 > 0.1 * word.size or before.text[-1:] in "(["
    return "∼" if is_apart and behind[:1].isdigit() else ""


def _near(word: Word, after: Word) -> bool:
    return after.x0 - word.x1 < word.size


def has_nameless(text: str) -> bool:
    """Whether a text holds a private character."""
    return _PRIVATE.search(text) is not None


def _vote(token: str, votes: dict[str, Counter[str]]) -> None:
    found = _PRIVATE.findall(token)
    if len(set(found)) != 1:
        return
    for ligature, words in _ligatures():
        word = token.replace(found[0], ligature)
        if word in words or word.lower() in words:
            votes.setdefault(found[0], Counter())[ligature] += 1


@cache
def _ligatures() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each ligature with common words that hold it."""
    return tuple((entry["ligature"], frozenset(entry["words"])) for entry in entries("ligatures"))


@cache
def is_pi(font: Font) -> bool:
    """Whether a font by its name may be one of single signs."""
    return _PI_FONT.search(font.name) is not None


def pi_fonts(lines: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The names of the fonts that only give single signs: what they call letters is Greek."""
    found: dict[str, bool] = {}
    for words in lines:
        for word in words:
            if is_pi(word.font):
                found[word.font.name] = found.get(word.font.name, True) and len(word.text) == 1
    return frozenset(name for name, single in found.items() if single)


def greek(words: Sequence[Word], fonts: frozenset[str]) -> list[Word]:
    """Words with the letters of pi fonts as the signs that they show."""
    return [w._replace(text=_SYMBOLS.get(w.text, w.text)) if w.font.name in fonts else w for w in words]


def repaired(words: Sequence[Word], names: Mapping[str, str], by_font: Mapping[tuple[str, str], str]) -> list[Word]:
    """Words with their private characters spelled out; those that stay unknown become U+FFFD."""

    def spelled(word: Word) -> str:
        return _PRIVATE.sub(lambda m: by_font.get((word.font.name, m[0])) or names.get(m[0], "\ufffd"), word.text)

    return [w._replace(text=spelled(w)) for w in words]


def recoded(words: Sequence[Word]) -> list[Word]:
    """Words with the signs that fonts show under others' names: minus signs of exponents, letters within words."""
    if _RECODED.isdisjoint([word.text[:1] for word in words]):
        return list(words)
    out: list[Word] = []
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        text = word.text
        if word.kind == "sup" and text.startswith(_MINUSES):
            digit = text[1:2] or (after.text[:1] if after and after.kind == "sup" and _near(word, after) else "")
            if digit.isdigit():
                text = "−" + text[1:]
        elif text in _MISNAMED and word.font.name.startswith("Adv"):
            text = _MISNAMED[text]
        elif text in _CORK and not word.font.name and out and after and _joined(out[-1], word, after):
            text = _CORK[text]
        out.append(word if text == word.text else word._replace(text=text))
    return out


def _joined(before: Word, word: Word, after: Word) -> bool:
    """Whether a word stands between letters without a gap."""
    gap = 0.15 * word.size
    touch = word.x0 - before.x1 < gap and after.x0 - word.x1 < gap
    return touch and before.text[-1:].isalpha() and after.text[:1].isalpha()
