"""Measurements in running text and tables: what was measured, on which material, under which conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from miner.claims import Measurement
from miner.document import Document
from miner.evidence import evidence_of
from miner.materials import MaterialMention, Materials
from miner.materials.cells import NOTATION
from miner.measurements.attribution import cited
from miner.measurements.conditions import bind, conditions, plain
from miner.measurements.focus import Focus
from miner.measurements.guests import Guests
from miner.measurements.properties import Property
from miner.measurements.setup import Setup, caption_windows
from miner.measurements.statements import Statement, statements
from miner.measurements.subjects import Values, subjects
from miner.measurements.tables import table_measurements
from miner.quantities import Quantity, marked, quantities
from miner.sentences import Sentence

# What another material does in comparison may have been measured in another way.
_CONTRAST = re.compile(
    r"\b(?:in contrast|by contrast|for comparison|in comparison)\b"
    r"|^(?:Without|In the absence of|In (?:a|the) (?:blank|baseline|reference)|With(?: \S+){1,3} alone\b)",
    re.IGNORECASE,
)

# "0.09 % for Li, 2.81 % for Na": what a host does when it takes them up, never said of the metals stored.
_OF_HOSTS = frozenset(("volume_change", "operating_voltage", "diffusion_coefficient", "activation_energy"))
_ALIKE = re.compile(
    r"\b(?:under|in|at) (?:the |otherwise )?(?:same|identical|these|those|equal) (?:\w+ )?conditions?\b"
)
_LATER = re.compile(
    r"\s(?:in|at|during|for|after|by) (?:the (?!1st\b)\d+(?:st|nd|rd|th)\b|cycle (?!1\b)\d|(?!1\b)\d[\d,]* cycles)"
)


def measurements(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Measurement]:
    """All measurements of a document: those of its sentences in reading order, then those of its tables."""
    focus, setup = Focus(), Setup(caption_windows(sentences))
    guests = Guests(sentences, materials)
    for sentence in sentences:
        text = marked(sentence.text)
        named = materials.mentions(text)
        mentions = guests.without(named)
        setup.enter(sentence.section, sentence.paragraph)
        if sentence.kind in ("paragraph", "caption") and sentence.is_mined:
            yield from _of_sentence(sentence, text, mentions, named, focus, setup)
        focus.read(text, mentions, sentence.kind in ("title", "heading"))
    yield from table_measurements(document, materials)


def _of_sentence(
    sentence: Sentence,
    text: str,
    mentions: Sequence[MaterialMention],
    named: Sequence[MaterialMention],
    focus: Focus,
    setup: Setup,
) -> Iterator[Measurement]:
    found = quantities(text)
    stated = statements(text, found, setup.last)
    values = [quantity for statement in stated for quantity in statement.group]
    held = conditions(text, found, values)
    for statement in stated:
        close = mentions if statement.property.label in _OF_HOSTS else named
        owners = subjects(Values(text, statement.group, values, mentions, statement.property.roles, close), focus)
        under = bind(text, statement.group, values, held)
        if _ALIKE.search(text):
            under = [setup.repeated(own) for own in under]
        listed = len({own.get("cycles") for own in under}) > 1
        for quantity, owner, own in zip(statement.group, owners or (), under, strict=bool(owners)):
            yield _claim(sentence, text, statement, quantity, owner, own, setup, values, listed)
    setup.read(text, held, [(statement.group[0].kind, statement.property) for statement in stated])


def _claim(
    sentence: Sentence,
    text: str,
    statement: Statement,
    quantity: Quantity,
    owner: MaterialMention,
    own: Mapping[str, Any],
    setup: Setup,
    values: Sequence[Quantity],
    listed: bool,
) -> Measurement:
    prop = statement.meant_of(text, owner)
    qualifier, basis = statement.qualifier(text, quantity)
    # "In the first and second cycles", "... in the first cycle and 1650 mAh/g in the 50th cycle".
    if (listed and own.get("cycles", 1) != 1) or _LATER.match(text, quantity.end):
        qualifier = (qualifier or "").removeprefix("initial").strip() or None
    cites = cited(sentence, quantity, values)
    return Measurement(
        evidence=evidence_of(sentence),
        cites=cites,
        rule="named in the sentence" if statement.cue else "told by the unit",
        material=owner.names,
        anode=owner.anode,
        property=prop.label,
        value=prop.scaled(quantity.value),
        value_to=None if quantity.value_to is None else prop.scaled(quantity.value_to),
        unit=prop.unit,
        printed=plain(quantity.printed),
        relation=quantity.relation,
        qualifier=qualifier,
        basis=basis,
        conditions=_held(
            _in_its_cell(own, owner), prop, qualifier, basis, None if cites or _CONTRAST.search(text) else setup, listed
        ),
    )


def _in_its_cell(own: Mapping[str, Any], owner: MaterialMention) -> Mapping[str, Any]:
    """The conditions, with the cell after which the material is named ("Li|gel|Cu cells")."""
    cell = NOTATION.match(owner.text)
    return {**own, "cell": cell[0]} if cell and "cell" in own else own


def _held(
    own: Mapping[str, Any], prop: Property, qualifier: str | None, basis: str | None, setup: Setup | None, listed: bool
) -> dict[str, Any]:
    """The conditions that can hold for a property; own results take those of their passage as well."""
    if basis == "theoretical":
        return {}
    known = prop.hold(setup.complete(own, prop) if setup else own)
    if (qualifier or "").startswith("initial") and not (listed and known.get("cycles") == 1):
        known.pop("cycles", None)  # "Initial" says it.
    return known
