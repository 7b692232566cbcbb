"""Under what a value was measured: currents, rates, cycle numbers, temperatures, voltage windows, loadings, cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from miner.materials.cells import BAR
from miner.phrases import words
from miner.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition at characters `start` to `end`; values of one list share `group`."""

    key: str
    value: str | int
    start: int
    end: int
    group: int


RATES = ("specific_current", "current_density", "c_rate")
_KEYS = {
    "specific_current": "specific_current",
    "current_density": "current_density",
    "c_rate": "c_rate",
    "loading": "loading",
    "celsius": "temperature",
    "kelvin": "temperature",
}
KINDS = frozenset({*_KEYS, "cycles"})
"""The kinds of quantity that are rather conditions than values."""
_WORDED = (
    # Not "72 % of its room-temperature capacity".
    ("temperature", re.compile(rf"\b{words('room temperature')}(?! (?:capacit|value))", re.IGNORECASE)),
    (
        "cell",
        re.compile(
            rf"[\w.()@-]+(?:/[\w.()@-]+)?\s?(?:{BAR}|//)\s?[\w.()|/-]+(?= )"
            rf"|\b{words('kind of cell')}[ -]cells?\b",
            re.IGNORECASE,
        ),
    ),
)
_STEP = words("step of a cycle")
_COUNT = r"(?:few|several|\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)\b"
_ORDINAL = re.compile(
    rf"\b(\d+)(?:st|nd|rd|th)\b(?=[^.;]{{0,40}}\b(?:{_STEP}|capacit))(?![^.;,]{{0,20}}\b(?:on|onwards?)\b)"
    rf"|\b(first|second|third|fifth|tenth|hundredth)"
    rf"(?=(?:,? and \w+|, \w+,? and \w+)?(?: (?!{_COUNT})\w+)? {_STEP}s?\b)"
    rf"(?![^.;,]{{0,20}}\b(?:on|onwards?)\b)",
    re.IGNORECASE,
)
# "84 % of the second cycle".
_SHARE_OF = re.compile(
    r"% of (?:the |its |that )?(?:\w+ )?(?:(?:capacity|value|that) )?(?:of|in|at)? ?the $|% of its $"
    r"|\b(?:with respect|relative|compared|referred) (?:to|with) (?:that (?:of|in) )?the $"
)
# "From the 2nd to the 80th cycle".
_SINCE, _UNTIL = re.compile(r"\bfrom the $"), re.compile(r"(?: \w+)? to the \d+(?:st|nd|rd|th)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "tenth": 10, "hundredth": 100}
_PER = re.compile(r"\b(?:per|every|each)\s(?:(\d+|hundred|one hundred|ten|thousand)\s)?cycles?\b", re.IGNORECASE)
# "Cycle 2", "by cycle number 50".
_CYCLE = re.compile(r"\bcycle (?:no\. ?|number )?(\d+)\b(?! ?[-–]?\d)")
_PER_NUMBER = {"hundred": 100, "one hundred": 100, "ten": 10, "thousand": 1000}
_RECIPE = re.compile(
    rf"\b{words('treatment at a temperature')}\w*(?: \w+){{0,5}} (?:at|above|to|in|of|with|temperature of)\s?"
    r"(?:about |~|a temperature of |temperatures? )?(?:\d+(?: ?°C)?(?:, | and | or |, and | to ))*$|°C × ?$",
    re.IGNORECASE,
)


def conditions(text: str, found: Sequence[Quantity], claimed: Sequence[Quantity]) -> list[Condition]:
    """The conditions that a sentence states, in order; `claimed` are the quantities that are values of properties."""
    taken = {quantity.start for quantity in claimed if quantity.kind != "cycles"}
    out = [condition for quantity in found if quantity.start not in taken for condition in _of_quantity(text, quantity)]
    for key, pattern in _WORDED:
        out += [Condition(key, m.group(), m.start(), m.end(), -m.start() - 1) for m in pattern.finditer(text)]
    out += _cycle_numbers(text)
    return sorted(out, key=lambda c: (c.start, c.key))


def _of_quantity(text: str, quantity: Quantity) -> list[Condition]:
    span = quantity.start, quantity.end, quantity.group
    before = text[max(0, quantity.start - 70) : quantity.start]
    if quantity.kind == "cycles":
        if re.search(r"\b(?:per|every|each)\s$", before):
            return []
        return [Condition("cycles", int(quantity.value), *span)]
    if quantity.kind == "voltage" and quantity.value_to is not None:
        return [Condition("voltage_window", plain(quantity.printed), *span)]
    key = _KEYS.get(quantity.kind)
    definition = re.search(r"1\s?C\s?(?:=|≈|corresponds? to|equals?|is)\s?$", before) or re.match(
        r"\s?(?:=|≈)", text[quantity.end :]
    )
    if not key or definition or (key == "temperature" and _RECIPE.search(before)):
        return []
    return [Condition(key, plain(quantity.printed), *span)]


def _cycle_numbers(text: str) -> list[Condition]:
    out: list[Condition] = []
    for match in _ORDINAL.finditer(text):
        if _SINCE.search(text, 0, match.start()) and _UNTIL.match(text, match.end()):
            continue
        if _SHARE_OF.search(text, 0, match.start()):
            continue
        number = int(match[1]) if match[1] else _ORDINALS[match[2].lower()]
        listed = out and re.fullmatch(r"\s?,?\s?(?:and)?\s?", text[out[-1].end : match.start()])
        group = out[-1].group if listed else -match.start() - 1
        out.append(Condition("cycles", number, match.start(), match.end(), group))
    out += [Condition("cycles", int(m[1]), m.start(), m.end(), -m.start() - 1) for m in _CYCLE.finditer(text)]
    for match in _PER.finditer(text):
        number = _PER_NUMBER.get((match[1] or "1").lower()) or int(match[1] or 1)
        out.append(Condition("per_cycles", number, match.start(), match.end(), -2))
    return out


def plain(printed: str) -> str:
    """A printed quantity with its unit's divisors after a slash and no commas: "1,600 mA g−1" -> "1600 mA/g"."""
    printed = re.sub(r"(?<=\d),(?=\d{3}\b)", "", printed)
    text = re.sub(r"[⁻−–-]\s?", "-", re.sub(r"\^|\{|\}", "", printed)).translate(
        str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    )
    text = re.sub(r"\s?[ ·⋅∙•*.]?\s?(g|kg|cm|m|L|s)-1\b", r"/\1", text)
    return re.sub(r"\s?[ ·⋅∙•*.]?\s?(cm|m)-([23])\b", r"/\1\2", text)


def bind(
    text: str, wanted: Sequence[Quantity], values: Sequence[Quantity], found: Sequence[Condition]
) -> list[Mapping[str, Any]]:
    """For each wanted value its conditions by key; `values` are all values claimed in the sentence."""
    return [_held(text, quantity, values, found) for quantity in wanted]


def _held(text: str, quantity: Quantity, values: Sequence[Quantity], found: Sequence[Condition]) -> dict[str, Any]:
    """The best condition of each key, but cycles said in one breath with the rate of another value."""
    best = {key: _best(text, quantity, values, found, key) for key in dict.fromkeys(c.key for c in found)}
    held = {key: condition for key, condition in best.items() if condition}
    rated = sorted((abs(c.start - quantity.start), key) for key, c in held.items() if key in RATES)
    # "At 5 C (110 mAh/g), and 94 % at 3 mA/cm2": one of them is another value's, unless they are said at once.
    for _, key in rated[1:]:
        if not _AT_ONCE.fullmatch(_between(text, held[rated[0][1]], held[key])):
            del held[key]
    rates = [c.value for key, c in held.items() if key in RATES]
    cycles = held.get("cycles")
    if (
        cycles
        and rates
        and any(_in_one_breath(text, cycles, c) for c in found if c.key in RATES and c.value not in rates)
    ):
        del held["cycles"]
    return {key: condition.value for key, condition in held.items()}


def _between(text: str, one: Condition, other: Condition) -> str:
    first, second = sorted((one, other), key=lambda c: c.start)
    return text[first.end : second.start]


# "0.5 C (0.1 A/g)", "1 C, 2 mA/cm2"
_AT_ONCE = re.compile(r"\s?(?:[(,/=≈]|or|i\.e\.)(?:\s?\w+){0,4}\s?")
_BREATH = re.compile(r" (?:at|under|after|for|over|during|within|in)(?: an?)?(?: rate of)? ")


def _in_one_breath(text: str, one: Condition, other: Condition) -> bool:
    """Nothing but a preposition stands between them: "after 150 cycles at 0.2 A/g"."""
    return _BREATH.fullmatch(_between(text, one, other)) is not None


def _best(
    text: str, quantity: Quantity, values: Sequence[Quantity], found: Sequence[Condition], key: str
) -> Condition | None:
    candidates = [c for c in found if c.key == key and c.start != quantity.start]
    mates = [v for v in values if v.group == quantity.group and v.kind == quantity.kind]
    for group in dict.fromkeys(c.group for c in candidates):
        members = [c for c in candidates if c.group == group]
        if len(members) == len(mates) > 1 and not _are_of_others(mates, members, values):
            return members[mates.index(quantity)]
        if len(mates) == 1 < len(members) and _are_of_a_list(text, members, values):
            candidates = [c for c in candidates if c.group != group]
    costs = [(cost, c.start, c) for c in candidates if (cost := _cost(text, quantity, mates, values, c)) is not None]
    return min(costs, key=lambda priced: priced[:2])[2] if costs else None


def _are_of_others(mates: Sequence[Quantity], members: Sequence[Condition], values: Sequence[Quantity]) -> bool:
    """Another list of as many values of the kind stands between a list of values and the conditions behind it."""
    groups = Counter(v.group for v in values if v.kind == mates[0].kind and mates[-1].end <= v.start < members[0].start)
    return len(members) in groups.values()


def _are_of_a_list(text: str, members: Sequence[Condition], values: Sequence[Quantity]) -> bool:
    """They are, one by one, those of a list of values: "490 and 310 mAh/g at 1 and 5 A/g, respectively"."""
    groups = Counter((v.group, v.kind) for v in values if v.end <= members[0].start)
    return len(members) in groups.values() and re.match(r",? respectively\b", text[members[-1].end :]) is not None


# "48.1% of that after 2 cycles": what follows belongs to the value compared with.
_REFERENCE = re.compile(r"\b(?:of|than|to) (?:that|those|the value)\b")
# "99 %, far above the efficiency of Li|PP|Cu cells".
_OTHER_CELL = re.compile(r"\b(?:than|compared (?:to|with)|versus|above|below|unlike)\b")
# "702 mAh/g at 3 A/g and a retention of 87.9 %": the rate is that of the capacity.
_JOINED = re.compile(r",? and (?:an?|the|with)\b|, (?:an?|the)\b")
_AT = re.compile(r"\s(?:at|under) (?:an?|the)?\s?(?:\w+ ){0,4}")
_AFTER = re.compile(r"(?: retention)? (?:after|in|over|for|within) (?:the )?")
_APART = re.compile(r";|:\s|, (?:while|whereas|but|as well as)\b|\b(?:while|whereas|but)\b")
# "4.0 mAh/cm2 and retained 84 % after 400 cycles": the cycles are those of the second.
_ALONGSIDE = re.compile(
    rf"(?:\s(?:capacity )?{words('noun of a value')})?\s?"
    r"(?:, with\b|, (?:that is|i\.e\.|which is|or|corresponding to|equal to)\b|,(?= \d)"
    rf"|and\b(?! (?:still |then )?{words('verb of what is left')}\b)|or\b|of\b|with\b|\(|/(?=\d))"
)


# "92 % after 1000 cycles and 71 % after 20000 cycles at 1 mA/cm2"
_COUNTED = re.compile(r"\s(?:after|over|for|in) (?:the )?\d[\d, ]*(?:st|nd|rd|th)? cycles?(?= and\b)")
# "990 mAh/g, and the retention is 98 % after 150 cycles": so much was no longer there after them.
_LEFT = re.compile(r"\b(?:retention|retain|maintain|fad(?:e|ing)|decay|degradation|los[st])", re.IGNORECASE)
_IS_LEFT = re.compile(
    r"\b(?:retain|retention|maintain|remain|kept|keep|still|after|left)\w*\b[^.;]{0,60}$", re.IGNORECASE
)
# "Kept 80 % of their capacity for 72 cycles": the cycles are a life, and those after which so much was left.
_KEPT_FOR = re.compile(r"(?: of (?:its|their|the)(?: \w+)? capacit(?:y|ies))? (?:for|over|through)\s(?:\w+ )?")
# "456 mAh/g and, after 700 cycles, 318 mAh/g": what opens the next part belongs to its value.
_NEXT = re.compile(r"(?:[,;]?\s(?:and|while|but|whereas)|[,;]),?\s(?:still |even )?(?:at|after)\s(?:\w+ )?")
# "After 100 cycles, ...": what opens the sentence holds for all of it.
_LEADING = re.compile(r"(?:After|At|Over|During|Under|For|Within|Upon|When)\b[^,;]*")
_SPLIT = re.compile(r";|:\s")
# "347 (300th cycle) and 167 mAh/g (1000th cycle)".
_OPENS = re.compile(r"\s?\((?:(?:after|in|at) )?(?:the )?")
# "385 mAh/g (a retention of 88.5 %) after 500 cycles".
_ASIDE = re.compile(r"\s?\([^()]*\)(?= (?:after|at|over|in)\b)")


# "150 mAh/g (100 mAh/g at 20 C) but 95 % after 100 cycles": what stands beside a value in brackets is that one's.
_UNDER = re.compile(r",?\s(?:at|under|over|after|in)\b[\w ]*")
_BRACKETS = re.compile(r"\([^()]*\)")


def _is_beside_another(text: str, condition: Condition, first: int, values: Sequence[Quantity]) -> bool:
    """It follows a value in brackets in which the value at `first` does not stand."""
    around = [m for m in _BRACKETS.finditer(text) if m.start() < condition.start < m.end()]
    return any(
        m.start() < v.start < condition.start and not m.start() < first < m.end() for m in around for v in values
    )


def _bracketed_before(text: str, condition: Condition, values: Sequence[Quantity]) -> list[Quantity]:
    """The values in brackets right before a condition, which holds for them and for the value that they explain."""
    found = next((m for m in _BRACKETS.finditer(text) if _UNDER.fullmatch(text, m.end(), condition.start)), None)
    return [v for v in values if found and found.start() < v.start < found.end()]


def _accompanies(text: str, end: int) -> bool:
    """It opens the sentence as what goes with the rest: "With a nearly 100 % efficiency, 1036 mAh/g are retained"."""
    opening = re.match(r"With\b[^,;]*,", text)
    return opening is not None and end < opening.end()


def _opens(text: str, condition: Condition) -> bool:
    after = re.match(r"\s?(?:\([^()]*\))?,", text[condition.end :])
    return after is not None and _LEADING.fullmatch(text[: condition.start]) is not None


def _leads(text: str, condition: Condition, values: Sequence[Quantity]) -> bool:
    """A value follows the condition at once, and another condition follows that value or none is left for it."""
    return any(
        re.fullmatch(r",?\s(?:\w+ ){0,2}", text[condition.end : v.start]) for v in values if v.start >= condition.end
    )


def _cost(
    text: str, quantity: Quantity, mates: Sequence[Quantity], values: Sequence[Quantity], condition: Condition
) -> float | None:
    """How far a condition is from a value, None where it belongs to another one."""
    first, last = mates[0].start, mates[-1].end
    if condition.start >= last:
        between, low, high, cost = text[last : condition.start], last, condition.start, 0.0
    elif condition.end <= first:
        between, low, high, cost = text[condition.end : first], condition.end, first, 3.0
    else:
        beside = next((m for m in mates if _OPENS.fullmatch(text, m.end, condition.start)), quantity)
        return 0.0 if beside == quantity else None
    if condition.start >= last and _REFERENCE.search(between):
        return None
    if condition.key == "cell" and condition.start >= last and _OTHER_CELL.search(between):
        return None
    if condition.start >= last and _NEXT.fullmatch(between) and _leads(text, condition, values):
        return None
    if _is_beside_another(text, condition, first, values):
        return None
    aside = _ASIDE.match(text, low) if condition.start >= last else None
    if aside and aside.end() <= high:
        between, low = text[aside.end() : high], aside.end()
    crossed = [v for v in values if low <= v.start < high]
    if condition.start >= last:
        crossed = [v for v in crossed if v not in _bracketed_before(text, condition, values)]
    apart = len(_APART.findall(between))
    if crossed and condition.start >= last:
        counted = (
            condition.key != "cycles" and all(v.kind == quantity.kind for v in crossed) and _COUNTED.match(text, last)
        )
        alongside = _ALONGSIDE.match(text, counted.end() if counted else last)
        # "..., 98 % after 100 cycles" goes on about the value before, "98 %, 1217 mAh/g at 0.8 C" does not.
        is_next = alongside is not None and alongside[0] == "," and quantity.kind == "share"
        if apart or is_next or not (alongside or _accompanies(text, last)):
            return None
    if apart and condition.start >= last:
        return None
    is_amount = quantity.kind != "share" and condition.key == "cycles"
    if crossed and is_amount and _LEFT.search(between) and not _IS_LEFT.search(text, 0, first):
        return None
    # A number of cycles that is a value itself holds for what is said along with it.
    is_value = condition.key == "cycles" and any(v.start == condition.start for v in values)
    if is_value and condition.start >= last and not (quantity.kind == "share" and _KEPT_FOR.fullmatch(between)):
        return None
    # What follows one value and precedes the next belongs to the first.
    owners = (
        [v for v in values if v.end <= condition.start and v.group != quantity.group] if condition.end <= first else []
    )
    owned = bool(owners)
    split = condition.end <= first and _SPLIT.search(between) and not _opens(text, condition)
    # "... at 0.1 A/g; bare tin had dropped to 95 mAh/g" compares like with like, "...; 88 % is retained" does not.
    goes_on = any(owner.kind == quantity.kind for owner in owners) or "latter" in text[condition.end :]
    if split and owned and ";" in between and not goes_on:
        return None
    if split and any(condition.end <= v.start < first for v in values):
        return None
    told = text[owners[-1].end : condition.start] if owned and _JOINED.match(between) else ""
    if condition.key in (*RATES, "temperature") and _AT.fullmatch(told):
        return None
    # "79 % in 200 cycles and a capacity of 911 mAh/g at 10 A/g"
    if condition.key == "cycles" and _AFTER.fullmatch(told) and quantity.kind != "share" and _AT.match(text, last):
        return None
    return cost + len(between.split()) + 8 * len(crossed) + 5 * apart + 8 * owned + 3 * bool(split)
