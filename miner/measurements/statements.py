"""What the quantities of a sentence state: values of properties, told from settings, recipes and requirements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from miner.materials import MaterialMention
from miner.measurements.conditions import KINDS
from miner.measurements.properties import Cue, Property, assign, cues
from miner.measurements.qualifiers import qualifier_of
from miner.phrases import words
from miner.quantities import Quantity

_REQUIRED = re.compile(rf"\b{words('required')}\b[^,;:]{{0,60}}$", re.IGNORECASE)
_NEEDED = re.compile(rf"\s(?:that is |which is |is |are )?{words('needed')}\b")
_RECIPE = re.compile(rf"\b(?:was|were|is|are|then|and) (?:\w+ )?{words('step of a recipe')}\b")
_TREATED = re.compile(rf"\b{words('treatment')}\w*[^.;]{{0,50}}$", re.IGNORECASE)
_WINDOW_BEFORE = re.compile(
    rf"\b{words('before a potential window')}\b[^,;]{{0,45}}$|\b{words('voltammogram')}\b[^;]{{0,40}}$", re.IGNORECASE
)
_WINDOW_AFTER = re.compile(
    rf"[^,;]{{0,20}}\b{words('after a potential window')}\b"
    rf"|\s?\(?(?:vs\.?|versus|against) (?:the )?{words('other reference electrode')}"
)
_CHANGE = re.compile(words("change in size or amount"))
# "At 100% charge".
_CHARGED = re.compile(r"\s(?:(?:state|depth) of (?:dis)?)?charge\b(?! capacity)|\s(?:SOC|SoC|DOD|DoD)\b")
# "Accompanied by 240% expansion".
_NAMED_AFTER = re.compile(r"\s(?:volum\w+ )?(?:expansion|swelling|shrinkage|contraction|fading|volume change)\b")
_NUMBERED = re.compile(
    rf"\b{words('before a cycle number')}\s(?:about |only |over |more than |being |having |been |cycled |~)*$"
)
# "Survives 20 000 cycles", whatever else the sentence measures.
_LIVED = re.compile(
    r"\b(?:surviv\w+|endur\w+|withst\w+|outlast\w*)\s(?:over |about |only |more than |up to )?$"
    r"|\b(?:life|lifespan|lifetime)\s\((?:over |about |more than |up to |[~>≥] ?)?$"
)
# "A 200-cycle retention of 91 %".
_AFTER_SO_MANY = re.compile(r"\s(?:\w+ )?(?:retention|capacit|efficienc|average)")
_SLIP = re.compile(
    r"[^;]*(?<!critical )\bcurrent densit(?:y|ies) (?:is|was|of|=) "
    r"|[^;]*\bcycles? (?:at|under) (?:an? (?:\w+ )?(?:current|rate)(?: density)? of )?"
)
_FAILED = re.compile(
    r"\b(?:dead|perish(?:es|ed)?|die[sd]?|fail(?:s|ed)?|short(?:s|ed)?(?:[- ]circuit(?:s|ed)?)?)\s(?:\w+\s)?"
    r"(?:after|within)\s$"
)
# "1.7 mA/cm2 (bare garnet: 0.2 mA/cm2)", "6.1E-10 cm2/s versus 5E-11 cm2/s", "3000 h, 35 times longer than bare zinc
# (85 h)", "whereas that of bare Si rose from 18 to 44 µm": the same property of another material.
_ASIDE = re.compile(
    r"[^;]{0,60}\((?:[\w@/-]+ ){0,3}[\w@/-]+\s?[:=]\s?|[^.;]{0,30}\b(?:versus|vs\.?|against|compared (?:to|with))\s"
    r"|[^;]{0,30}\b(?:while|whereas|and|but) (?:that|those) of [^;]{1,50}"
    r"|[^;]{0,60}\bthan (?:[\w@/-]+ ){1,4}\("
)
# "The first discharge-charge capacities were 1800 and 1122 mAh/g".
_BOTH = re.compile(
    r"\b((?:dis)?charge)(?:\s?[-/–‒]\s?| and (?:the )?)((?:dis)?charge)\b(?! cycl)[^.;]{0,30}"
    r"\b(?:capacit|deliver|give|gave|yield|show|reach|amount)",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:this|that|the|these|corresponding|respective) values?\b")
_APART_BY = re.compile(
    r"\s(?:(?!(?:for|after|over|in|at)\b)\w+ )?"
    r"(?:above|below|higher|lower|larger|smaller|greater|more|less|better|worse)\b"
)
_OTHER_ENERGY = re.compile(
    r"\b(?:band ?-?gaps?|(?:adsorption|binding|formation|cohesive|surface|bond) energ(?:y|ies))\b[^,;]{0,40}$",
    re.IGNORECASE,
)
# "At 1 mA/cm2 for 1 mAh/cm2", not "2 mAh/cm2 at 1 mA/cm2 and 1 mAh/cm2 at 5 mA/cm2".
_WITH_IT = re.compile(r"(?:\s?[(,/–-]|,? (?:and|for|with))(?: (?:an?|the)(?: \w+){1,3} of)?\s?")
# "A critical current of 6 mA/cm2 even at a capacity of 6 mAh/cm2".
_WITH_SO_MUCH = re.compile(r",? (?:even )?(?:at|under)(?: (?:an?|the)(?: \w+){1,3} of)?\s")
_APPLIED = re.compile(r"\b(?:at|under|with|conditions of)\s(?:\w+ )?$|\d ?h \($")
# The sum over all cycles.
_CUMULATIVE = re.compile(r"\bcumulative(?: \w+){0,4} $", re.IGNORECASE)
# "A cycling capacity of 1 mAh/cm2", "a loading of 4 mAh/cm2", "a high-loading cathode (4.2 mAh/cm2)".
_LOADED = re.compile(
    r"\b(?:(?:cycling|plating|plated|deposition|cut-?off) capacity of|(?:areal )?(?:capacity )?loadings? of|loading \()"
    r"\s?(?:about |~)?$|\bloading (?:\w+ )?(?:cathodes? )?\($",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\s(?:at|under)\b(?!\s(?:room|ambient|RT\b|[−-]?\d+\s?(?:°|K\b)))")
# "Unchanged after 15 days of contact with lithium".
_RESTED = re.compile(
    r"\s(?:of|in)\s(?:the\s)?(?:\w+\s)?(?:contact|storage|rest(?:ing)?|age?ing|exposure|immersion|soaking|standing)\b"
)
# "The interlayer spacings (d002 ≥ 0.37 nm) of the crystallites".
_SPACING = re.compile(
    r"\b(?:spacings?|(?:layer|lattice) distances?|d\(?00?\d\)?)(?: \w+){0,3} ?\(?[\w ()=≥≤~]*$", re.IGNORECASE
)
_FEWEST = 3  # cycles; what takes fewer is the forming of a cell
_SHORTEST = 1 / 60  # hours; what takes less than a minute is no cycling of cells
_CYCLED_AT = ("current_density", "areal_charge", "c_rate", "celsius", "voltage")
_AND_EVEN = re.compile(
    r"\)?(?:,| and|, and| or) (?:(?:even|still|over|about|only|more than|nearly|up to|for|than) )*[~>]?"
)
_UNDER = re.compile(r" (?:at|under) (?:an? (?:\w+ ){1,4}of )?| \(")
_INHERITING = ("conductivity", "resistance", "share", "energy")


@dataclass(frozen=True, slots=True)
class Statement:
    """A list of values of one property; `cue` is where the text names it, None where the unit alone tells it.

    `since` is where the value of the same kind before it ends, `after` where one of another does that is no condition.
    """

    group: tuple[Quantity, ...]
    property: Property
    cue: Cue | None
    since: int = 0
    after: int = 0

    def qualifier(self, text: str, quantity: Quantity) -> tuple[str | None, str | None]:
        """Which of the property's values this one is, with its basis ("theoretical")."""
        first = self.group[0].start
        start = min(quantity.start, max(self.since, self.cue.start)) if self.cue else first
        end = max(quantity.end, self.cue.end if self.cue else quantity.end)
        lead = re.split(r"[;)]|, (?:and|while|with)\b", text[max(start - 40, min(self.after, start)) : start])[-1]
        behind = re.split(r"[;,]| (?:and|with|while)\b", text[end : end + 15])[0]
        changed = self._changed(text, quantity)
        qualifier, basis = qualifier_of(lead + text[start:end] + behind, self.property)
        return changed or one_of_both(text[:first], qualifier, self.group.index(quantity), len(self.group)), basis

    def meant_of(self, text: str, owner: MaterialMention) -> Property:
        """The property that is meant of this material."""
        cue = text[self.cue.start : self.cue.end] if self.cue else ""
        return self.property.of("" if owner.general else owner.role, cue)

    def _changed(self, text: str, quantity: Quantity) -> str | None:
        """Whether it is the value before or after a change, as in "from 371 to 21"."""
        if len(self.group) != 2:
            return None
        first = re.search(r"\bfrom\s?(?:\w+ )?$", text[max(0, quantity.start - 15) : quantity.start])
        second = re.search(r"\bto\s(?:\w+ )?$", text[max(0, quantity.start - 12) : quantity.start])
        return "before" if first else "after" if second and quantity == self.group[1] else None


def one_of_both(text: str, qualifier: str | None, index: int, count: int) -> str | None:
    """Discharge or charge, where a text names them together and there are two values, of which this is one."""
    both = _BOTH.search(text) if count == 2 else None
    if not both or not re.fullmatch(r"(?:initial )?(?:dis)?charge", qualifier or ""):
        return qualifier
    return re.sub(r"(?:dis)?charge$", both[1 + index].lower(), qualifier or "")


def statements(text: str, found: Sequence[Quantity], said: Mapping[str, Property] | None = None) -> list[Statement]:
    """What each list of values states; one without a name of its own takes that of the last one of its kind.

    `said` are the properties, by kind, that the passage stated before: "this value" is one of them.
    """
    named = cues(text, {quantity.kind for quantity in found})
    out: list[Statement] = []
    for group in _groups(found):
        what = _stated(text, group, found, named) or _inherited(text, group, found, out) or _said(text, group, said)
        if what:
            before = [q for q in found if q.end <= group[0].start]
            since = max((q.end for q in before if q.kind == group[0].kind), default=0)
            others = [q.end for q in before if q.kind not in (*KINDS, group[0].kind)]
            # "820 mAh/g (5855 mAh/cm3)" is one value said twice.
            after = max((end for end in others if text[end : group[0].start] != " ("), default=0)
            out.append(Statement(tuple(group), *what, since, after))
    return out


def _groups(found: Sequence[Quantity]) -> list[list[Quantity]]:
    groups: dict[tuple[int, str], list[Quantity]] = {}
    for quantity in found:
        groups.setdefault((quantity.group, quantity.kind), []).append(quantity)
    return list(groups.values())


def _said(text: str, group: list[Quantity], said: Mapping[str, Property] | None) -> tuple[Property, Cue | None] | None:
    known = (said or {}).get(group[0].kind)
    fits = known and _SAME.search(text, 0, group[0].start) and not _is_required(text, group)
    return (known, None) if known and fits and not _is_excluded(text, group[0]) else None


def _inherited(
    text: str, group: list[Quantity], found: Sequence[Quantity], before: list[Statement]
) -> tuple[Property, Cue | None] | None:
    last = next((s for s in reversed(before) if s.group[0].kind == group[0].kind), None)
    if not last or _is_required(text, group):
        return None
    if group[0].kind in ("duration", "cycles") and _is_further_life(text, last.group[-1], group[0], found):
        return last.property, last.cue
    if group[0].kind not in _INHERITING:
        return (last.property, last.cue) if _ASIDE.fullmatch(text[last.group[-1].end : group[0].start]) else None
    is_change = last.property.label in ("volume_change", "capacity_fade")
    return (last.property, last.cue) if is_change or not _is_excluded(text, group[0]) else None


def _is_further_life(text: str, last: Quantity, own: Quantity, found: Sequence[Quantity]) -> bool:
    """A life at another current: "1200 h at 1 mA/cm2 and 1 mAh/cm2, and even over 400 h at 5 mA/cm2"."""
    between = [q for q in found if last.end <= q.start < own.start]
    joined = between and _AND_EVEN.fullmatch(text, between[-1].end, own.start)
    under = next((q for q in found if q.start >= own.end), None)
    return bool(
        joined
        and all(q.kind in _CYCLED_AT for q in between)
        and under
        and under.kind in _CYCLED_AT
        and _UNDER.fullmatch(text, own.end, under.start)
    )


def _stated(
    text: str, group: list[Quantity], found: Sequence[Quantity], named: list[Cue]
) -> tuple[Property, Cue | None] | None:
    """The property that the values state; None where they are conditions, settings, or recipes."""
    what = assign(text, group, found, named)
    if not what or _is_required(text, group) or _is_excluded(text, group[0]):
        return None
    cue = what if isinstance(what, Cue) else None
    prop = cue.property if cue else what
    assert isinstance(prop, Property)
    quantity = group[0]
    recipe = prop.kinds & {"share", "length", "duration"} and _RECIPE.search(
        text, max(0, quantity.start - 80), quantity.start
    )
    setting = quantity.kind == "voltage" and _is_setting(text, quantity)
    # "At 1.5 mA/cm2" is no critical current density.
    applied = quantity.kind == "current_density" and re.search(
        r"\b(?:at|under)\s(?:about |only )?$", text[: quantity.start]
    )
    # "385 mAh/g after 500 cycles at 100 mAh/g": a slip for the current.
    since = max((q.end for q in found if q.kind == quantity.kind and q.end < quantity.start), default=None)
    applied = applied or (since is not None and _SLIP.fullmatch(text, since, quantity.start))
    cycled = quantity.kind == "areal_charge" and _is_cycled(text, group, found)
    number = quantity.kind == "cycles" and not _is_life(text, quantity, found)
    return None if recipe or setting or applied or cycled or number else (prop, cue)


def _is_cycled(text: str, group: Sequence[Quantity], found: Sequence[Quantity]) -> bool:
    """It is how much is plated at a current ("at 1 mA/cm2 and 0.5 mAh/cm2"), in all cycles together, or loaded."""
    if _CUMULATIVE.search(text, 0, group[0].start) or _LOADED.search(text, 0, group[0].start):
        return True
    before = [q for q in found if q.kind == "current_density" and q.end <= group[0].start]
    if not before or _AT_ONCE.match(text, group[-1].end):
        return False
    between = text[before[-1].end : group[0].start]
    applied = _APPLIED.search(text, 0, before[-1].start)
    return bool(_WITH_SO_MUCH.fullmatch(between) or (applied and _WITH_IT.fullmatch(between)))


def _is_required(text: str, group: Sequence[Quantity]) -> bool:
    before = text[max(0, group[0].start - 60) : group[0].start]
    return bool(_REQUIRED.search(before) or _NEEDED.match(text, group[-1].end))


def _is_excluded(text: str, quantity: Quantity) -> bool:
    """A difference ("by 30 %"), or the time of a recipe."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    if quantity.kind == "duration":
        is_told = _TREATED.search(before) or _RESTED.match(text, quantity.end)
        return is_told is not None or quantity.value < _SHORTEST
    if quantity.kind == "length" and _SPACING.search(before):
        return True
    apart = _APART_BY.match(text, quantity.end) is not None
    if quantity.kind == "voltage" and (quantity.value == 0 or apart):
        return True
    if quantity.kind == "energy" and (quantity.value < 0 or _OTHER_ENERGY.search(before)):
        return True
    if quantity.kind == "share" and _CHARGED.match(text, quantity.end):
        return True
    is_difference = quantity.kind == "share" and (apart or re.search(r"\bby\s(?:\w+\s)?$", before))
    is_change = _CHANGE.search(before[-40:]) or "thickness" in before or _NAMED_AFTER.match(text, quantity.end)
    return bool(is_difference) and not is_change


def _is_setting(text: str, quantity: Quantity) -> bool:
    """A range or a negative potential; one of a stability window, of a voltammogram, or that was applied."""
    before = text[max(0, quantity.start - 60) : quantity.start]
    named = _WINDOW_BEFORE.search(before) or _WINDOW_AFTER.match(text, quantity.end)
    return quantity.value_to is not None or quantity.value < 0 or bool(named)


def _is_life(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """A number of cycles is the life itself where no other value in its clause is measured after them."""
    before = text[max(0, quantity.start - 80) : quantity.start]
    if (
        quantity.value < _FEWEST
        or _AFTER_SO_MANY.match(text, quantity.end)
        or (_NUMBERED.search(before) and not _FAILED.search(before))
    ):
        return False
    if _LIVED.search(before):
        return True
    return not any(0 <= quantity.start - other.end < 40 and _is_told_after(text, other, quantity) for other in found)


def _is_told_after(text: str, other: Quantity, cycles: Quantity) -> bool:
    """The other value is what is left after the cycles; 80 % for so many is the end of a cell's life itself."""
    if other.kind == "share":
        return not (other.value == 80 and re.search(r"\bfor\s$", text[: cycles.start]))
    # "At 3.6 mAh/cm2", "an electrode of 3.1 mAh/cm2" is how much was cycled.
    set_up = other.kind == "areal_charge" and re.search(r"\b(?:at|of)\s$", text[: other.start])
    return other.kind in ("specific_charge", "areal_charge") and not set_up
