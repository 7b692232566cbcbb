"""The solid electrolyte that an anode was measured with, as a material of its own on the measurement.

It is the one that the sentence, or the table's row, names beside the anode; of several, the one in the cell's notation
("Li|LLZTO|Li"). Where a sentence names none, the one that its paragraph named last for the same study goes on to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from miner.claims import Evidence, Measurement
from miner.evidence import evidence_of
from miner.materials import MaterialMention, Materials
from miner.materials.cells import parts
from miner.sentences import Sentence
from miner.vocabulary import entries

_ELEMENT = re.compile(r"[A-Z][a-z]?")
# "Three times that of cells with a gel", "unlike garnets": what the anode was not measured with.
_COMPARED = re.compile(r"\b(?:than|unlike|instead of|compared (?:with|to))\b[^.;,]*$", re.IGNORECASE)
_FORMULA = re.compile(r"(?:[A-Z][a-z]?|[\d.()xyδ+−-])+")


def paired(
    sentences: Sequence[Sentence], materials: Materials, measurements: Iterable[Measurement]
) -> Iterator[Measurement]:
    """The measurements on anodes with the electrolyte, and its family, that they were paired with."""
    going_on = _going_on(sentences, materials)
    for claim in measurements:
        named = _solid(materials, f"{claim.evidence.context} {claim.evidence.sentence}")
        names = _in_cell(claim) or (_only(named) if named else going_on.get(claim.evidence))
        # Not where the electrolyte itself was measured.
        if names and claim.anode and claim.basis != "theoretical" and set(claim.material).isdisjoint(names):
            yield replace(claim, electrolyte=_ordered(names), electrolyte_family=family(names) or "")
        else:
            yield claim


def family(names: Iterable[str]) -> str | None:
    """The family of the solid electrolyte with these names; None where they name no solid electrolyte."""
    names = list(names)
    by_name = (entry["family"] for entry in entries("electrolytes") for name in names if _key(name) in _names(entry))
    formulas = [set(_ELEMENT.findall(name)) for name in names if _FORMULA.fullmatch(name)]
    by_formula = (
        entry["family"]
        for entry in entries("electrolytes")
        for elements in entry.get("elements", ())
        if any(found >= set(elements) for found in formulas)
    )
    return next(by_name, None) or next(by_formula, None)


def _ordered(names: Sequence[str]) -> tuple[str, ...]:
    """The names with the one that the vocabulary has, "garnet" of a "garnet pellet", before the others."""
    return tuple(
        sorted(names, key=lambda name: not any(_key(name) in _names(entry) for entry in entries("electrolytes")))
    )


def _names(entry: dict[str, Any]) -> frozenset[str]:
    return _keys(entry["family"], *entry["names"])


@cache
def _keys(*names: str) -> frozenset[str]:
    return frozenset(map(_key, names))


def _key(name: str) -> str:
    """Words in small letters and the singular, with a space for a hyphen; formulas and abbreviations as they are."""
    is_word = re.search(r"[a-z]{3}", name)
    return re.sub(r"s$", "", name.replace("-", " ").lower()) if is_word else name


def _solid(materials: Materials, text: str) -> list[MaterialMention]:
    """The solid electrolytes that a text names."""
    named = (m for m in materials.mentions(text) if m.role == "electrolyte" and family(m.names))
    found = [m for m in named if not _COMPARED.search(text, 0, m.start)]
    return found if "electrolyte" in text.lower() else [m for m in found if family(m.names) not in _also_else()]


@cache
def _also_else() -> frozenset[str]:
    return frozenset(entry["family"] for entry in entries("electrolytes") if entry.get("also_else"))


def _going_on(sentences: Sequence[Sentence], materials: Materials) -> dict[Evidence, tuple[str, ...]]:
    """For sentences that name no solid electrolyte the only one of the sentence of their study before them."""
    found: dict[Evidence, tuple[str, ...]] = {}
    held: tuple[tuple[int, tuple[int, ...]], tuple[str, ...]] | None = None
    for sentence in sentences:
        if sentence.kind != "paragraph":
            continue
        place = (sentence.paragraph, sentence.study)
        named = _solid(materials, str(sentence.text))
        if named:
            held = (place, names) if (names := _only(named)) else None
        elif held and held[0] == place and sentence.study:
            found[evidence_of(sentence)] = held[1]
    return found


def _only(named: Sequence[MaterialMention]) -> tuple[str, ...] | None:
    """The names of the only electrolyte named; None where there are several."""
    return named[0].names if len({family(mention.names) for mention in named}) == 1 else None


def _in_cell(claim: Measurement) -> tuple[str, ...] | None:
    """The electrolyte in the notation of the cell, "Li|LLZTO|Li"."""
    inner = parts(str(claim.conditions.get("cell", "")))[1:-1]
    return next(((part,) for part in inner if family([part])), None)
