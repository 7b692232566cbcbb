"""Numbers with units in running text: lists, ranges, powers of ten, uncertainties, and how exactly a number is meant.

The printed text is kept; values are converted to the unit of their kind (units.yaml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite

from miner.document import Text
from miner.numerals import worded_cycles
from miner.phrases import words
from miner.units import UNIT, Unit, read_unit
from miner.vocabulary import entries


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value (to `value_to`) at characters `start` to `end` of a text, in `unit`, the unit of its `kind`.

    Values printed in one list share `group`; `relation` is "=", "<", "<=", ">", ">=" or "~".
    """

    start: int
    end: int
    printed: str
    value: float
    value_to: float | None
    kind: str
    unit: str
    relation: str = "="
    group: int = 0


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    value_to: float | None
    unit: Unit | None
    unit_end: int
    unit_text: str = ""


_DECIMAL = (
    r"(?:\d{1,3}(?:[,\u202f\u2009]\d{3})+|\d{1,3}(?:[ \u00a0]\d{3})+(?=[\s\u00a0](?:cycles|h\b|hours))|\d+)(?:\.\d+)?"
)
_EXPONENT = r"(?:\^?\{?[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+\}?|[1-9]\d?(?![\d.])|\^?\{?[⁻−–-]\s?\d{1,2}\}?(?!\.?\d))"
_NUMBER = (
    rf"(?:(?P<mantissa>{_DECIMAL})(?:\s?[×x·∙⋅*\ufffd]\s?10(?P<exp>{_EXPONENT})|[Ee](?P<e>[−–-]\d{{1,2}})(?!\w))"
    rf"|10(?P<exp10>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{{?[−–-]?\d+\}}?|[−⁻]\d{{1,2}}(?![\d.])"
    rf"|[-–]\d{{1,2}}(?=\s?(?:(?:[–~−-]|to|and|,)\s?10[-–−]|m?S|cm)))"
    rf"|(?P<decimal>{_DECIMAL}))"
)
NUMBER = re.compile(
    rf"(?<![\w@⁻^_)])(?<!\[(?!\d[\d.]*\s?[A-Za-z%]))(?<!(?<!\d\d)(?<![⁻−–-][1¹])/)(?<!\d\.)(?<![A-Za-z][-–−])(?P<sign>(?<![\w)%])[−-])?{_NUMBER}(?P<error>\s?±\s?{_DECIMAL})?"
)
_SPACE = r"[\s\u00a0\u2009\u202f]?"
_BEFORE_UNIT = re.compile(
    rf"\+?{_SPACE}(?:[-‐–](?=[A-Za-zµμ]))?(?:(?:{words('kind of cycles')}|[-/–‒—])\s?)*(?=\s?cycles?\b)"
    rf"|\+?{_SPACE}(?:[-‐–](?=[A-Za-zµμ]))?"
)
# "Cycled 80 times", "92 % after 800 charges", not "over 40 times lower".
_TIMES = re.compile(r" (?:times|charges)\b(?! (?:\w+er|more|less|the|that|those|as)\b)")
_CYCLED = re.compile(r"\b(?:cycl\w+|after|over)\s(?:(?:more|less|fewer) than |at least |up to |[<>≤≥] ?|\w+ )?$")
# "At 0.2c, 0.5c and 1c", not "Fig. 3c".
_RATED = re.compile(r"\b(?:at|from|rates? of|(?<=[\d.]c) to) (?:[\d.]+ ?c?(?:, and |, | and | to |/))*[\d.]+ ?$")
_DECADE = re.compile(r"(?<!\d)(?:1[89]|20)\d0$")
# A number below one without a unit may be a transference number.
_FRACTION = Unit("fraction", "", 1.0)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SLASH_RATE = re.compile(r"(?<![\w/])C\s?/\s?(\d+(?:\.\d+)?)(?![\w.]*[A-Za-z])")
_CHANGED = re.compile(
    rf"\b{words('change from one value to another')}\w*\b(?:[^.;]|\.(?=\d)){{0,60}}\bfrom(?:\s\w+){{0,2}}\s?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:[-–−—~∼‒]|to|\.\.\.)\s?(?:about |approximately |~|∼|≈)?$")
_LIST = re.compile(
    # what the number is of: "3833 (Mg), 2073 (Ca) and 5851 mAh/cm3 (Zn)", "847 mAh/g for Sn, 660 mAh/g for Sb"
    rf"(?:\s\((?:(?:(?:vs\.?|versus|for) )?[A-Z][\w@/.-]{{0,11}}|\d+(?:st|nd|rd|th) cycle|(?:dis)?charge)\)"
    rf"|\sfor\s[A-Z][\w@/.-]{{0,24}})?"
    rf"\s?(?:,|&)?\s?(?:and|or|to|but|versus|vs\.?|then)?\s?(?:{words('between numbers of a list')}\s?)*$"
    r"|/"  # "1024/745 mAh/g"
    r"|\sof\s(?=\d[\d.]*\s?m?A)"  # "612 of 785 mAh/g"
    r"|\s[A-Z]{2,5}\sand\s[~>]?"  # "210 mAh/g NMA and 170 mAh/g NMA"
)
# "Si: 4200 mAh/g, Ge: 1600 mAh/g".
_LISTED_BY_NAME = re.compile(r"[,;]?\s(?:and\s)?[A-Za-z][\w@()–/-]{0,24}\s?:\s?$")
# "The first discharge capacity was 1310 and the first charge capacity 962 mAh/g": one unit for two values.
_PARALLEL = re.compile(
    rf"\s?,?\sand(?: \w+){{0,3}} {words('noun of a value')}(?: of| was| is)? $|\sof (?:the |a )?total $"
)
# "161 mAh/g at C/10 and 117 at 20C": what is elided is the unit of the value before the last condition.
_ELIDED = re.compile(r"\s?(?:,|and|, and)\s(?:\w+ )?$")
# "A had fallen to 410, and B of the same size to 95 mAh/g": the same word stands before both.
_PARALLEL_TO = re.compile(
    r",?\s(?:(?:and|while|whereas|but)\s)?(?:[^\s,;:]+\s){1,8}?(to|at|of)\s(?:only |just |merely )?$"
)
# "196 mAh/g at 10C (undoped: 131)".
_WITHOUT_IT = re.compile(
    r"\((?:for |with )?(?:the )?(?:un\w+ed|bare|pristine|neat|reference|control)[^()\d]{0,20}[:,]?\s$"
)
_SHARED_UNITS = ("specific_charge", "areal_charge", "volumetric_charge")
_ALIKE = 20.0
_UNDER = re.compile(r"\s(?:at|under|after)\s")
_RATES = ("specific_current", "current_density", "c_rate")
_SUPER = str.maketrans("0123456789+-−–‐", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻")
_NORMAL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–", "0123456789+---")


def marked(text: Text) -> str:
    """The text with raised digits and signs as such and citations blanked, character for character."""
    characters = list(text.text)
    for script in text.scripts:
        if script.kind == "sup":
            raised = text.text[script.start : script.end]
            if re.fullmatch(r"[+\-−–‐]?\d+", raised):
                characters[script.start : script.end] = raised.translate(_SUPER)
    for citation in text.citations:
        if re.search(r"[\d\])]", text.text[citation.start : citation.end]):
            characters[citation.start : citation.end] = " " * (citation.end - citation.start)
    return "".join(characters)


def quantities(text: str, default: str = "") -> list[Quantity]:
    """The values with a unit in a text (see `marked`), in order; a unit printed once serves the list before it.

    `default` is the unit of numbers without one: that of a table's header.
    """
    printed = [_number(text, m) for m in NUMBER.finditer(text) if not _ORDINAL.match(text, m.end())]
    printed = [number for number in printed if isfinite(number.value)]
    numbers = _ranges(text, _with_default(text, printed, default))
    numbers = _elided(text, numbers)
    found: list[Quantity] = []
    groups = _grouped(text, numbers)
    for index in range(len(numbers) - 1, -1, -1):
        number = numbers[index]
        follower = numbers[index + 1] if index + 1 < len(numbers) and groups[index] == groups[index + 1] else None
        if not number.unit and follower and follower.unit:
            numbers[index] = number = replace(number, unit=follower.unit, unit_text=follower.unit_text)
        elif not number.unit and 0 < number.value < 1 and number.value_to is None:
            numbers[index] = number = replace(number, unit=_FRACTION)
        if number.unit:
            found.append(_quantity(text, number, number.unit, groups[index]))
    found += [_slash_rate(match) for match in _SLASH_RATE.finditer(text)]
    found += [_worded(text, *counted) for counted in worded_cycles(text)]
    return _shared_relation(_joined_rates(text, sorted(found, key=lambda q: q.start)))


def _with_default(text: str, numbers: list[_Number], default: str) -> list[_Number]:
    """The numbers, those with the default unit that neither have one nor share that of the next."""
    out: list[_Number] = []
    after: _Number | None = None
    for number in reversed(numbers):
        between = text[number.unit_end : after.start] if after else ""
        shares = after is not None and bool(_RANGE.fullmatch(between) or _LIST.fullmatch(between))
        shares = shares and not (
            between == "/" and after and after.unit and after.unit.kind in _RATES
        )  # "201/10 A g−1"
        if default and not number.unit and not (shares and after and after.unit_text != default):
            number = replace(number, unit=read_unit(default), unit_text=default)
        out.append(number)
        after = number
    return out[::-1]


def _elided(text: str, numbers: list[_Number]) -> list[_Number]:
    """The numbers, those whose unit is said once for two clauses of one form with that unit."""
    out = list(numbers)
    for index, number in enumerate(numbers):
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if number.unit or number.value_to is not None:
            continue
        stated = [n for n in out[:index] if n.unit and n.unit.kind not in (*_RATES, "fraction", "cycles")]
        if stated and _WITHOUT_IT.search(text[: number.start]) and text.startswith(")", number.end):
            out[index] = replace(number, unit=stated[-1].unit, unit_text=stated[-1].unit_text)
        if not after or not after.unit:
            continue
        between = text[number.end : after.start]
        if _PARALLEL.fullmatch(between) or _is_parallel(text, number, after, after.unit):
            out[index] = replace(number, unit=after.unit, unit_text=after.unit_text)
        elif _UNDER.fullmatch(between) and after.unit.kind in (*_RATES, "cycles"):
            rated = index and _ELIDED.search(text[out[index - 1].end : number.start])
            if rated and stated:
                out[index] = replace(number, unit=stated[-1].unit, unit_text=stated[-1].unit_text)
    return out


def _is_parallel(text: str, number: _Number, after: _Number, unit: Unit) -> bool:
    """Two values of a size stand behind the same preposition, the second with the unit of both."""
    between = _PARALLEL_TO.fullmatch(text, number.end, after.start) if unit.kind in _SHARED_UNITS else None
    alike = 1 / _ALIKE < number.value / (after.value or 1.0) < _ALIKE
    return between is not None and alike and text[: number.start].endswith(f" {between[1]} ")


def _slash_rate(match: re.Match[str]) -> Quantity:
    """The rate "C/10", that charges in ten hours; a group of its own."""
    value = _round(1 / float(match[1])) if float(match[1]) else 0.0
    return Quantity(match.start(), match.end(), match.group(), value, None, "c_rate", "C", "=", -match.start() - 1)


def _joined_rates(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities, with "C/5" in the list of rates that it opens: "at C/5, 1 and 2 C"."""
    out: list[Quantity] = []
    for quantity in reversed(found):
        after = out[-1] if out else None
        opens = quantity.group < 0 and quantity.kind == "c_rate" and after and after.kind == "c_rate"
        if opens and after and _LIST.fullmatch(text, quantity.end, after.start):
            quantity = replace(quantity, group=after.group)
        out.append(quantity)
    return out[::-1]


def _worded(text: str, match: re.Match[str], number: int) -> Quantity:
    """The cycles of "five hundred cycles"; a group of its own."""
    relation = _relation(text, match.start(), match.end())
    start, end = match.span()
    return Quantity(start, end, match.group(), float(number), None, "cycles", "cycles", relation, -start - 1)


def _number(text: str, match: re.Match[str]) -> _Number:
    if match["exp10"]:
        value = float(f"1e{re.sub(r'[^0-9+-]', '', match['exp10'].translate(_NORMAL))}")
    else:
        value = float(re.sub(r"[,\s\u202f\u2009]", "", match["mantissa"] or match["decimal"]))
        if power := match["exp"] or match["e"]:
            value = float(f"{value!r}e{re.sub(r'[^0-9+-]', '', power.translate(_NORMAL))}")
    if match["sign"]:
        value = -value
    times = _TIMES.match(text, match.end())
    if times and _CYCLED.search(text, max(0, match.start() - 40), match.start()):
        return _Number(match.start(), match.end(), value, None, read_unit("cycles"), times.end(), times.group().strip())
    gap = _BEFORE_UNIT.match(text, match.end())
    unit = UNIT.match(text, gap.end() if gap else match.end())
    meaning = _meaning(unit, text) if unit else None
    if not unit or not meaning:
        return _Number(match.start(), match.end(), value, None, None, match.end())
    return _Number(match.start(), match.end(), value, None, meaning, unit.end(), unit.group())


def _meaning(unit: re.Match[str], text: str) -> Unit | None:
    """What the unit means, but for letters that are no unit here: "C-C bonds", "the 1990s"."""
    meaning = read_unit(unit.group())
    if unit.group() == "s" and _DECADE.search(text, max(0, unit.start() - 5), unit.start()):
        return None
    if unit.group() == "c" and not _RATED.search(text, max(0, unit.start() - 60), unit.start()):
        return None
    if meaning and unit.group() == "C" and re.match(r"[-–]?[A-Z(]|\s?atoms", text[unit.end() :]):
        return None
    return meaning


def _ranges(text: str, numbers: list[_Number]) -> list[_Number]:
    """Two numbers with a dash or "to" between them as one, where the first has no other unit."""
    merged: list[_Number] = []
    for number in numbers:
        last = merged[-1] if merged else None
        if last and last.value_to is None and _is_range(text, last, number):
            same = last.unit is None or (number.unit and last.unit.kind == number.unit.kind)
            change = (
                _CHANGED.search(text, max(0, last.start - 110), last.start)
                and "to" in text[last.unit_end : number.start]
            )
            if same and number.unit and not change:
                merged[-1] = replace(number, start=last.start, value=_scaled(last, number), value_to=number.value)
                continue
        merged.append(number)
    return merged


def _is_range(text: str, low: _Number, high: _Number) -> bool:
    between = text[low.unit_end : high.start]
    if between.strip() == "and":
        return (
            re.search(r"\bbetween\s(?:about |approximately |~)?$", text[max(0, low.start - 25) : low.start]) is not None
        )
    return _RANGE.fullmatch(between) is not None


def _scaled(low: _Number, high: _Number) -> float:
    """The lower end in the unit of the upper one."""
    return low.value * low.unit.factor / high.unit.factor if low.unit and high.unit else low.value


def _grouped(text: str, numbers: list[_Number]) -> list[int]:
    """A number for each list that the numbers stand in."""
    groups: list[int] = []
    for index, number in enumerate(numbers):
        last = numbers[index - 1] if index else None
        joined = last and number.start > last.unit_end and _LIST.fullmatch(text, last.unit_end, number.start)
        if last and last.unit:
            joined = joined or _LISTED_BY_NAME.fullmatch(text, last.unit_end, number.start)
        if joined and last and last.unit and number.unit and last.unit.kind != number.unit.kind:
            joined = None
        groups.append(groups[-1] if joined else (groups[-1] + 1 if groups else 0))
    return groups


def _quantity(text: str, number: _Number, unit: Unit, group: int) -> Quantity:
    value, upper = number.value * unit.factor, None if number.value_to is None else number.value_to * unit.factor
    if upper is not None and upper < value:
        value, upper = upper, value
    end = max(number.end, number.unit_end)
    relation = _relation(text, number.start, end)
    if relation == "=" and text.startswith("+", number.end):  # "750+ cycles"
        relation = ">="
    printed = text[number.start : end].strip()
    if end == number.end and number.unit_text:
        printed += " " + number.unit_text
    return Quantity(
        number.start,
        end,
        printed,
        _round(value),
        None if upper is None else _round(upper),
        unit.kind,
        unit.unit,
        relation,
        group,
    )


def _round(value: float) -> float:
    """The value without the noise of conversion."""
    return float(f"{value:.10g}")


@cache
def _relations() -> tuple[re.Pattern[str], dict[str, str], list[tuple[re.Pattern[str], str]]]:
    before = {word: entry["relation"] for entry in entries("relations") for word in entry["before"]}
    words = "|".join(sorted(map(re.escape, before), key=lambda w: (-len(w), w)))
    after = [
        (re.compile(rf"\s(?:{'|'.join(entry['after'])})\b"), entry["relation"])
        for entry in entries("relations")
        if entry["after"]
    ]
    return (
        re.compile(
            rf"(?<![A-Za-z])({words})\s?(?:only |a |an |the |even |as |its |of |value of |± ?)*$", re.IGNORECASE
        ),
        before,
        after,
    )


_FROM = re.compile(r"\bfrom\s\S+(?:\s\S+)?\s$")


def _relation(text: str, start: int, end: int) -> str:
    pattern, before, after = _relations()
    match = pattern.search(text, max(0, start - 40), start)
    if match:
        # "From 2 up to 8 mA/cm2" is where it ends.
        is_end = match[1].lower() == "up to" and _FROM.search(text, max(0, match.start() - 25), match.start())
        return "=" if is_end else before[match[1].lower()]
    for behind, relation in after:
        if behind.match(text, end):
            return relation
    return "="


def _shared_relation(found: list[Quantity]) -> list[Quantity]:
    """What stands before a list is meant for each of its values, as in "about 50 and 77 %"."""
    out: list[Quantity] = []
    for quantity in found:
        shared = out and out[-1].group == quantity.group and quantity.relation == "=" and out[-1].relation == "~"
        out.append(replace(quantity, relation="~") if shared else quantity)
    return out
