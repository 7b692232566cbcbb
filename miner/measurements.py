"""Measurements in running text and tables: what was measured, on which material, under which conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from miner.claims import Measurement
from miner.conditions import bind, conditions, plain
from miner.document import Document
from miner.evidence import evidence_of
from miner.focus import Focus
from miner.materials import MaterialMention, Materials
from miner.properties import Cue, Property, assign, cues
from miner.qualifiers import qualifier_of
from miner.quantities import Quantity, marked, quantities
from miner.sentences import Sentence
from miner.setup import Setup
from miner.subjects import subjects
from miner.table_measurements import table_measurements

_NO_RESULTS = re.compile(
    r"^[\dIVX.\s]*(?:experimental\b.*|(?:materials? and |computational )?methods?\b.*|synthesis\b.*|preparation\b.*"
    r"|characteri[sz]ation\b.*|materials|reagents|chemicals|references|acknowledg\w+|author contributions|supplementary.*)$",
    re.IGNORECASE,
)
_REQUIRED = re.compile(r"\b(?:should|must|needs? to|required|requirements?|ought to|targets?|goal)\b", re.IGNORECASE)
_RECIPE = re.compile(
    r"\b(?:(?:was|were|is|are|then|and) (?:\w+ )?(?:heated|stirred|dried|sintered|calcined|annealed|dissolved|mixed|pressed|ball[- ]milled|milled|purchased"
    r"|washed|centrifuged|sonicated|immersed|cast|deposited|sputtered|added|ground|punched|soaked|transferred|cooled|sealed|placed|carbonized"
    r"|pyrolyzed|weighed|assembled|applied))\b"
)
_WINDOW_BEFORE = re.compile(
    r"\b(?:window|cut-?off|range|open[- ]circuit|standard|oxidation|reduction|scan|maintained|fixed|held|applied)\b[^,;]{0,30}$"
    r"|\b(?:redox|peaks?|E1/2|CV)\b[^;]{0,40}$",
    re.IGNORECASE,
)
_WINDOW_AFTER = re.compile(
    r"[^,;]{0,20}\b(?:window|range|peaks?|cut-?off)\b|\s?\(?(?:vs\.?|versus|against) (?:the )?(?:NHE|SHE|RHE|SCE|Ag|normal|standard|reversible|saturated)"
)
_HEATED = re.compile(
    r"\b(?:sinter|calcin|heat|anneal|dr(?:y|ied)|stir|mill|react(?:ed|ion)|hydrotherm|sonicat|autoclav|carboni[sz]|pyroly[sz]|soak|aged|electrospin)\w*[^.;]{0,50}$",
    re.IGNORECASE,
)


def measurements(document: Document, sentences: Sequence[Sentence], materials: Materials) -> Iterator[Measurement]:
    """All measurements of a document: those of its sentences in reading order, then those of its tables."""
    focus, setup = Focus(), Setup()
    for sentence in sentences:
        text = marked(sentence.text)
        mentions = materials.mentions(text)
        setup.enter(sentence.section, sentence.paragraph)
        if sentence.kind in ("paragraph", "caption") and _has_results(sentence):
            yield from _of_sentence(sentence, text, mentions, focus, setup)
        focus.read(text, mentions, sentence.kind in ("title", "heading"))
    yield from table_measurements(document, materials)


def _has_results(sentence: Sentence) -> bool:
    return not any(_NO_RESULTS.match(heading.strip()) for heading in sentence.section)


def _of_sentence(
    sentence: Sentence, text: str, mentions: list[MaterialMention], focus: Focus, setup: Setup
) -> Iterator[Measurement]:
    found = quantities(text)
    if not found:
        return
    groups = _groups(found)
    named = cues(text, {quantity.kind for quantity in found})
    stated = _all_stated(text, groups, found, named)
    values = [quantity for group, _ in stated for quantity in group]
    held = conditions(text, found, values)
    for group, what in stated:
        owners = subjects(text, group, values, mentions, _property(what).roles, focus)
        if owners is None:
            continue
        under = bind(text, group, values, held)
        for index, (quantity, subject) in enumerate(zip(group, owners, strict=True)):
            yield _claim(sentence, text, quantity, what, subject, under[index], index, len(group), setup)
    setup.read(held)


def _groups(found: Sequence[Quantity]) -> list[list[Quantity]]:
    groups: dict[tuple[int, str], list[Quantity]] = {}
    for quantity in found:
        groups.setdefault((quantity.group, quantity.kind), []).append(quantity)
    return list(groups.values())


def _all_stated(
    text: str, groups: list[list[Quantity]], found: list[Quantity], named: list[Cue]
) -> list[tuple[list[Quantity], Cue | Property]]:
    """What each list of values states; one without a name of its own takes that of the last one of its kind."""
    out: list[tuple[list[Quantity], Cue | Property]] = []
    for group in groups:
        what = _stated(text, group, found, named)
        if not what and group[0].kind in ("conductivity", "resistance", "share", "energy"):
            last = next((w for g, w in reversed(out) if g[0].kind == group[0].kind), None)
            is_change = last is not None and _property(last).label in ("volume_change", "capacity_fade")
            what = last if is_change or not _excluded(text, group[0]) else None
        if what:
            out.append((group, what))
    return out


def _property(what: Cue | Property) -> Property:
    return what.property if isinstance(what, Cue) else what


def _stated(text: str, group: list[Quantity], found: list[Quantity], named: list[Cue]) -> Cue | Property | None:
    """The property that the values state; None where they are conditions, settings, or recipes."""
    what = assign(text, group, found, named)
    if not what:
        return None
    prop, quantity = _property(what), group[0]
    before, after = text[max(0, quantity.start - 60) : quantity.start], text[group[-1].end : group[-1].end + 60]
    if _excluded(text, quantity) or (prop.kinds & {"share", "length", "duration"} and _RECIPE.search(text)):
        return None
    if quantity.kind == "voltage" and (
        quantity.value_to is not None or quantity.value < 0 or _is_window(before, after)
    ):
        return None
    if quantity.kind == "cycles" and not _is_life(text, quantity, found):
        return None
    return what


def _excluded(text: str, quantity: Quantity) -> bool:
    """A difference ("by 30 %"), or the time of a recipe."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    if quantity.kind == "duration":
        return _HEATED.search(before) is not None
    if quantity.kind != "share" or not re.search(r"\bby\s(?:\w+\s)?$", before):
        return False
    return not re.search(r"expan|swell|volum|grow|chang|shrink|fad|los[est]|decreas|drop|declin|decay", before[-40:])


def _is_window(before: str, after: str) -> bool:
    """Potentials of a stability window, of a voltammogram, of a cut-off, or that were applied."""
    return bool(_WINDOW_BEFORE.search(before) or _WINDOW_AFTER.match(after))


def _is_life(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """A number of cycles is the life itself where no other value in its clause is measured after them."""
    before = text[max(0, quantity.start - 80) : quantity.start]
    if re.search(r"\b(?:after|at|in|per|every|within|first|next|the)\s(?:about |only |over |more than |~)?$", before):
        return False
    return not any(
        q.kind in ("share", "specific_charge", "areal_charge")
        and q.end <= quantity.start
        and quantity.start - q.end < 40
        for q in found
    )


def _qualifier(text: str, group_start: int, end: int, what: Cue | Property) -> tuple[str | None, str | None]:
    start = min(group_start, what.start if isinstance(what, Cue) else group_start)
    window = text[start : max(end, what.end if isinstance(what, Cue) else end) + 15]
    lead = re.split(r"[;)]|, (?:and|while|with)\b", text[max(0, start - 40) : start])[-1]
    return qualifier_of(lead + window)


def _claim(
    sentence: Sentence,
    text: str,
    quantity: Quantity,
    what: Cue | Property,
    subject: MaterialMention,
    under: Mapping[str, Any],
    index: int,
    size: int,
    setup: Setup,
) -> Measurement:
    prop = _property(what)
    qualifier, basis = _qualifier(text, quantity.start, quantity.end, what)
    if prop.label == "capacity_retention" and (qualifier or "").startswith("initial"):
        qualifier = None
    if size == 2 and re.search(r"\bfrom\s?(?:\w+ )?$", text[max(0, quantity.start - 15) : quantity.start]):
        qualifier = "before"
    elif (
        size == 2 and index == 1 and re.search(r"\bto\s(?:\w+ )?$", text[max(0, quantity.start - 12) : quantity.start])
    ):
        qualifier = "after"
    cites = sentence.cites or sentence.study
    under = _held(under, prop, qualifier, basis, setup if not cites else None)
    return Measurement(
        evidence=evidence_of(sentence),
        cites=cites,
        rule="prose",
        material=subject.names,
        anode=subject.anode,
        property=prop.label,
        value=_scaled(quantity.value, prop),
        value_to=None if quantity.value_to is None else _scaled(quantity.value_to, prop),
        unit=prop.unit,
        printed=plain(quantity.printed),
        relation=quantity.relation,
        qualifier=qualifier,
        basis=basis,
        conditions=under,
    )


def _held(
    under: Mapping[str, Any], prop: Property, qualifier: str | None, basis: str | None, setup: Setup | None
) -> dict[str, Any]:
    """The conditions that can hold for a property; own results take those of their passage as well."""
    if basis == "theoretical" or prop.under is not None:
        return {
            key: value for key, value in under.items() if prop.under and key in prop.under and basis != "theoretical"
        }
    known = setup.complete(under) if setup else dict(under)
    if prop.label == "cycle_life" or (qualifier or "").startswith("initial") and known.get("cycles") != 1:
        known.pop("cycles", None)
    return known


def _scaled(value: float, prop: Property) -> float:
    return float(f"{value * prop.scale:.10g}")
