"""Conditions that hold for a passage: how the cells were cycled is said once, for all values that follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from miner.measurements.conditions import Condition, conditions
from miner.measurements.properties import Property
from miner.phrases import words
from miner.quantities import marked, quantities
from miner.sentences import Sentence

_RATES = ("specific_current", "current_density", "c_rate")
_TEST = re.compile(rf"\b{words('electrochemical test')}", re.IGNORECASE)


@dataclass(slots=True)
class Setup:
    """The test conditions of the section at hand, and the rate of the paragraph at hand.

    `windows` are the voltage windows that the captions of a section state, for its text; `last` are the properties that
    the paragraph stated last, by the kind of their quantities.
    """

    windows: Mapping[tuple[str, ...], str | int]
    _section: tuple[str, ...] = ()
    _paragraph: int = -1
    _stated: dict[str, Any] = field(default_factory=dict)
    _rate: dict[str, Any] = field(default_factory=dict)
    _rated: frozenset[str] | None = frozenset()
    _told: dict[str, Any] = field(default_factory=dict)
    last: dict[str, Property] = field(default_factory=dict)

    def enter(self, section: tuple[str, ...], paragraph: int) -> None:
        """Go to a sentence's place; another section or paragraph ends what held in the last one."""
        if section != self._section:
            window = self.windows.get(section)
            self._section, self._stated = section, {"voltage_window": window} if window else {}
        if paragraph != self._paragraph:
            self._paragraph, self._rate, self._told, self.last = paragraph, {}, {}, {}

    def read(self, text: str, found: Sequence[Condition], stated: Sequence[tuple[str, Property]]) -> None:
        """Take in a sentence's conditions: beside a voltage window for the section, a rate for the paragraph.

        A rate goes on to hold for values of the properties that the sentence states (by the kind of the quantities).
        """
        by_key = {key: [c.value for c in found if c.key == key] for key in ("voltage_window", "temperature", *_RATES)}
        single = {key: values[0] for key, values in by_key.items() if len(dict.fromkeys(values)) == 1}
        if "voltage_window" in single and _TEST.search(text):
            self._stated = single
        rates = {key: by_key[key][-1] for key in _RATES if by_key[key]}
        if rates:
            told = bool(stated) or not _TEST.search(
                text
            )  # "The cells were cycled at 1 mA/cm2" holds for all that follows
            self._rate, self._rated = rates, frozenset(prop.label for _, prop in stated) if told else None
        if stated and found:
            self._told = {c.key: c.value for c in found if c.key not in ("cell", "per_cycles")}
        self.last |= dict(stated)

    def repeated(self, under: Mapping[str, Any]) -> dict[str, Any]:
        """A value's own conditions with those told last: "under identical conditions"."""
        rated = any(key in under for key in _RATES)
        return {key: value for key, value in self._told.items() if not (rated and key in _RATES)} | dict(under)

    def complete(self, under: Mapping[str, Any], prop: Property) -> dict[str, Any]:
        """A value's own conditions with those of its passage that it does not state itself."""
        rated = any(key in under for key in _RATES)
        going_on = self._rate if self._rated is None or prop.label in self._rated else {}
        held = {} if rated else (going_on or {key: self._stated[key] for key in _RATES if key in self._stated})
        general = {key: value for key, value in self._stated.items() if key not in _RATES and prop.windowed}
        return {**general, **held, **under}


def caption_windows(sentences: Iterable[Sentence]) -> dict[tuple[str, ...], str | int]:
    """The voltage window of each section whose captions state just one."""
    found: dict[tuple[str, ...], list[str | int]] = {}
    for sentence in sentences:
        if sentence.kind == "caption" and " V" in sentence.text.text:
            text = marked(sentence.text)
            held = conditions(text, quantities(text), [])
            found.setdefault(sentence.section, []).extend(c.value for c in held if c.key == "voltage_window")
    return {section: windows[0] for section, windows in found.items() if len(set(windows)) == 1}
