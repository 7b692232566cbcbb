r"""Typed notation of sub- and superscripts: Unicode (`g⁻¹`), LaTeX (`$\text{Li}_{4}$`, `g^{-1}`), HTML (`<sub>`).

Pandoc's `g^-1^` and `H~2~O` are read too.

What comes out are the characters that a reader sees ("g-1") with a `Script` for each run of raised or lowered ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from miner.document import Script, Text

Run = tuple[str, Literal["sub", "sup"] | None]

_SUP = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"
_SUB = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ"
_PROSE = re.compile(
    rf"\$(?P<math>[^$\n]{{1,400}})\$"
    rf"|(?P<sup>[{_SUP}]+)|(?P<sub>[{_SUB}]+)"
    r"|<(?P<tag>su[bp])>(?P<inner>.*?)</(?P=tag)>"
    r"|(?P<mark>[_^])\{(?P<braced>[^{}]*)\}"
    r"|(?<=[A-Za-z)\]])_(?P<low>\d+|[a-z](?![A-Za-z_]))"
    r"|(?<=[A-Za-z0-9)\]])(?:\^(?P<raised>[^\s^~]{1,20})\^|~(?P<lowered>[^\s^~]{1,20})~)"
    r"|`(?P<code>[^`\n]+)`|<(?P<address>https?://[^<>\s]+)>"
    r"|(?<=[A-Za-z0-9)\]])\^(?P<high>[+\-−]?\d+|[+\-−])"
    r"|(?P<star>\*{1,3})(?=\S)(?P<stressed>[^*\n]+?)(?<=\S)(?P=star)"
    r"|!?\[(?P<link>[^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*\)"
)
_SCRIPT_GROUPS = ("sub", "sup", "inner", "low", "high", "braced", "raised", "lowered")
_MATH = re.compile(
    r"\\(?:text|mathrm|mathit|mathbf|rm|ce)\s*\{(?P<text>[^{}]*)\}"
    r"|(?P<mark>[_^])\s*(?:\{(?P<braced>(?:[^{}]|\{[^{}]*\})*)\}|(?P<one>\\[A-Za-z]+|.))"
    r"|\\(?P<name>[A-Za-z]+)\s?|\\(?P<sign>.)|(?P<skip>[{}\s]+)|(?P<other>[^\\_^{}\s]+)"
)
_COMMANDS = {
    "sim": "~", "approx": "≈", "times": "×", "cdot": "·", "pm": "±", "circ": "°", "degree": "°", "percent": "%",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "ll": "≪", "gg": "≫", "neq": "≠", "to": "→", "rightarrow": "→",
    "rightleftharpoons": "⇌", "leftrightarrow": "↔", "infty": "∞", "angstrom": "Å", "AA": "Å", "prime": "′",
    "left": "", "right": "", "quad": " ", "langle": "⟨", "rangle": "⟩", "varepsilon": "ε", "varphi": "φ",
}  # fmt: skip


def read_notation(typed: str) -> Text:
    """A typed text as the characters that a reader sees, with its scripts; emphasis and links of Markdown go."""
    return from_runs(_prose(typed))


def from_runs(runs: Iterator[Run]) -> Text:
    """One text out of runs of normal, lowered and raised characters; runs that touch and are of one kind become one."""
    parts: list[str] = []
    scripts: list[Script] = []
    at = 0
    for characters, kind in runs:
        if kind and characters:
            if scripts and scripts[-1].end == at and scripts[-1].kind == kind:
                scripts[-1] = Script(scripts[-1].start, at + len(characters), kind)
            else:
                scripts.append(Script(at, at + len(characters), kind))
        parts.append(characters)
        at += len(characters)
    return Text("".join(parts), tuple(scripts))


def _prose(typed: str) -> Iterator[Run]:
    at = 0
    for match in _PROSE.finditer(typed):
        yield typed[at : match.start()], None
        at = match.end()
        yield from _prose_token(match)
    yield typed[at:], None


def _prose_token(match: re.Match[str]) -> Iterator[Run]:
    if match["math"]:
        yield from _math(match["math"])
    elif match["stressed"] is not None:
        yield from _prose(match["stressed"])
    elif match["link"] is not None:
        yield match["link"], None
    elif verbatim := match["code"] or match["address"]:
        yield verbatim, None
    else:
        lowered = match["sub"] or match["low"] or match["lowered"] or match["tag"] == "sub" or match["mark"] == "_"
        raw = next(found for name in _SCRIPT_GROUPS if (found := match[name]) is not None)
        yield unicodedata.normalize("NFKC", raw), "sub" if lowered else "sup"


def _math(source: str) -> Iterator[Run]:
    r"""LaTeX mathematics: white space means nothing outside of `\text{}`; Greek letters and signs by their names."""
    for match in _MATH.finditer(source):
        if match["mark"]:
            inner = match["braced"] if match["braced"] is not None else match["one"]
            characters = "".join(part for part, _ in _math(inner))
            raised = match["mark"] == "^" and characters != "°"
            yield characters, ("sup" if raised else None if match["mark"] == "^" else "sub")
        elif match["name"]:
            yield _command(match["name"]), None
        elif match["sign"]:
            yield " " if match["sign"] in ",;: " else match["sign"].replace("!", ""), None
        elif match["skip"] is None:
            yield match["text"] if match["text"] is not None else match["other"], None


def _command(name: str) -> str:
    if name in _COMMANDS:
        return _COMMANDS[name]
    case = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {name.replace('lambda', 'lamda').upper()}")
    except KeyError:
        return name
