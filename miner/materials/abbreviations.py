"""Short names that a paper gives to things: "lithium titanate (LTO)", "the composite, denoted SL2, ..."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_SHORT = r"(?=[^\s()]*[A-Z])[A-Za-z0-9][A-Za-z0-9@/&+.\-–]{0,21}[A-Za-z0-9+]"
_BRACKETED = re.compile(rf"\(({_SHORT})(?:[;,][^()]*)?\)")
_NAMED = re.compile(
    r"(?:denoted|named|labell?ed|termed|designated|abbreviated|called|referred to|hereafter|marked)"
    rf"(?:\s+(?:as|to|by|hereafter))*\s+[\"“‘']?({_SHORT})(?=[\s,.;)\"”’'])"
    rf"((?:,\s{_SHORT}(?=,|\sand\s))*,?\sand\s({_SHORT})(?=[\s,.;)]))?"  # "denoted HC-1200, HC-1400 and HC-1600"
)
# "Herein, we prepare the X".
_LEAD = re.compile(r"^(?:(?:[\w\s]*,\s)?we (?:\w+ly )?\w+\s)?(?:(?:the|a|an|these|this)\s+)?", re.IGNORECASE)
_DONE = re.compile(r"\w+(?:ed|[wt]n)\b(?! \w+$)")  # "milled for 20 h"
_NO_SHORT = re.compile(r"(?:figs?|tab|table|eq|ref|scheme|section|see)\b|^\d|^[IVX]+$|^[A-Z]$", re.IGNORECASE)


def definitions(texts: Iterable[str]) -> dict[str, str]:
    """Short name -> what it stands for, the first definition of each kept."""
    found: dict[str, str] = {}
    for text in texts:
        for short, long in _definitions(text):
            found.setdefault(short, long)
    return found


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(text):
        if not _NO_SHORT.search(match[1]):
            long = expansion(match[1], text[max(0, match.start() - 160) : match.start()].rstrip())
            if long:
                yield match[1], long
    for match in _NAMED.finditer(text):
        before = re.split(r"[.;:]\s", text[max(0, match.start() - 160) : match.start()])[-1]
        parts = [part.strip(" ,(") for part in re.split(r"\b(?:was|were|is|are|and|which)\b", before)]
        # "Carbons were made at 1200 and 1400 °C (denoted HC-1200 and HC-1400)".
        words = [part for part in parts if re.search(r"[A-Za-z]{2}", part)]
        words = words if words[-1:] == parts[-1:] and not _DONE.match(words[-1]) else words[:1]
        for short in (match[1], *re.findall(_SHORT, match[2] or "")):
            if words and not _NO_SHORT.search(short):
                yield short, _LEAD.sub("", words[-1])


def expansion(short: str, before: str) -> str | None:
    """The words that `short` abbreviates at the end of `before`; letters are matched from the right.

    After Schwartz and Hearst, Pacific Symposium on Biocomputing 8 (2003) 451.
    """
    unnumbered = re.sub(r"[-–]\d+$", "", short)  # "NSC-900": the number is that of the sample
    letters = re.sub(r"[^A-Za-z0-9]", "", unnumbered.removesuffix("s") if unnumbered[:-1].isupper() else unnumbered)
    at = len(before) - 1
    for index in range(len(letters) - 1, -1, -1):
        wanted = letters[index].lower()
        while at >= 0 and (before[at].lower() != wanted or (index == 0 and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
        at -= 1
    long = before[at + 1 :]
    plausible = len(long) > len(short) and len(long.split()) <= len(letters) + 5 and not re.search(r"[.;:]\s", long)
    return long if plausible and long.count("(") == long.count(")") else None


_CODE = re.compile(
    r"(?<![\w@/.-])(?:\d{1,4}[A-Z]{2,5}(?=[ -]samples?\b)|[A-Z][A-Za-z]{0,5}(?:[-–][A-Z0-9][A-Za-z0-9]{0,5})+"
    r"|[A-Z][A-Z0-9]{1,6}|[A-Z][a-z]?[A-Z][A-Za-z0-9]{1,5})(?![\w@])"
)


# "Four samples, including 100GR, CM30 and EM4C, are compared", "Samples B1, B2 and B3 are films".
_NAME = r"\d{0,4}[A-Z][A-Za-z]{0,6}[-–]?[A-Z]?\d[A-Za-z0-9.]{0,5}"
_LISTED = rf"{_NAME}(?:(?:, and |, | and |/){_NAME})+(?![\w-])"
_ENUMERATED = re.compile(
    r"\b[Ss]amples?,? (?:including|namely|i\.e\.,?|named|labell?ed|called) ([^.;()]{2,120})"
    rf"|\b[Ss]ample(?:s|s? codes?|s? names?),? ({_LISTED})"
)
# "FCNF-20, FCNF-40 and FCNF-60": one stem and several numbers.
_FAMILY = re.compile(rf"(?<![\w@/.-]){_LISTED}")
_STEM = re.compile(r"[A-Z][A-Za-z]+(?=[-–]?[A-Z]?\d)|[A-Z](?=[-–][A-Z]?\d)")
# "SX-0 denotes pristine siloxene".
_DENOTES = re.compile(r"(?<![\w-])([A-Z][\w]{0,5}[-–]\w{1,6}) (?:denotes|represents|stands for|designates|refers to)\b")
_SHELL = re.compile(r"\w@([A-Z][A-Za-z0-9]{1,5})\b(?!@)")


def is_code(text: str) -> bool:
    """It is a name with a number that a paper may give to a sample: "LTZO-2"."""
    return _CODE.fullmatch(text) is not None and re.search(r"\d", text) is not None


def codes(texts: Sequence[str], noun: re.Pattern[str]) -> dict[str, str]:
    """Code -> the nouns that follow it, of the codes that a paper uses often and for materials ("PCT-1 cathode")."""
    counts: Counter[str] = Counter()
    followed: dict[str, str] = {}
    for text in texts:
        for match in _CODE.finditer(text):
            counts[match.group()] += 1
            after = noun.match(text, match.end())
            followed[match.group()] = f"{followed.get(match.group(), '')} {after.group() if after else ''}".strip()
    told = {code for text in texts for code in _told(text)}
    # "GF" of a paper on "MoO2@GF", "NG" of one on NG-H2 and NG-H4.
    parts = {match[1] for text in texts for match in _SHELL.finditer(text)} | {_stem(code) for code in told}
    told |= {code for code in parts if counts[code] > 1 or followed.get(code)}

    def is_sample(code: str, nouns: str) -> bool:
        numbered = re.search(r"\d", code) and ("sample" in nouns or (counts[code] >= 8 and re.search(r"-\d", code)))
        return code in told or bool(numbered) or (bool(nouns) and counts[code] >= 3)

    return {code: nouns for code, nouns in followed.items() if is_sample(code, nouns)}


def _told(text: str) -> Iterator[str]:
    """The codes that a text lists as samples, explains, or numbers through."""
    for match in _ENUMERATED.finditer(text):
        yield from (code[0] for code in _CODE.finditer(match[1] or match[2]) if re.search(r"\d", code[0]))
    yield from (match[1] for match in _DENOTES.finditer(text))
    for match in _FAMILY.finditer(text):
        family = {code[0] for code in _CODE.finditer(match.group())}
        if len(family) > 1 and len({_stem(code) for code in family}) == 1 and all(map(_stem, family)):
            yield from family


def _stem(code: str) -> str:
    """What a numbered code shares with the others of its family."""
    stem = _STEM.match(code)
    return stem.group() if stem else ""
