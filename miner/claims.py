"""What a paper states: measurements, problems of anodes and mitigations, each with its evidence.

A claim is one statement in one place. Its `content` hash names what is stated, so that the same statement is found
again in another sentence or paper; its `id` names the statement with its evidence, so that two never collapse.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from miner.document import Box, Defect, Reference

if TYPE_CHECKING:
    from miner.curation import Judgement

Attribution = Literal["own", "cited", "general"]


@dataclass(frozen=True)
class Evidence:
    """Where a claim stands: the sentence (or table cell) as printed, its section and its place on the page.

    `context` is what a reader needs beside it: the row and column of a table cell. `page` is 1-based and physical,
    `boxes` are one a printed line; both are empty where the source has no pages. `confidence` is that of OCR for the
    least sure line, and 1 where the characters come from a text layer.
    """

    sentence: str
    section: str = ""
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    context: str = ""
    confidence: float = 1.0

    @cached_property
    def id(self) -> str:
        """A hash of the words and their place."""
        return _hash([self.sentence, self.section, self.context, [_fields(box) for box in self.boxes]])


# What tells where and how a statement was found, not what it says.
_NOT_STATED = ("evidence", "cites", "rule", "attribution", "printed")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One statement in one place. `cites` are the reference numbers it is attributed to; none for an own result.

    `denied` marks a statement of the contrary ("no dendrites were seen"). `rule` names the rule that found it.
    `attribution` says whose knowledge it is: the paper's own result, a cited study's, or general knowledge.
    """

    evidence: Evidence
    cites: tuple[int, ...] = ()
    denied: bool = False
    rule: str = ""
    attribution: Attribution = "general"

    @cached_property
    def content(self) -> str:
        """A hash of what is stated, the same wherever it is stated."""
        statement = {name: value for name, value in _fields(self).items() if name not in _NOT_STATED}
        return _hash([type(self).__name__, statement])

    @cached_property
    def id(self) -> str:
        """A hash of what is stated and where."""
        return _hash([self.content, self.evidence.id, list(self.cites)])


@dataclass(frozen=True, kw_only=True)
class Measurement(Claim):
    """A property of a material: `material` holds its names, the sample's own first; `anode` its anode label, if any.

    `value` (to `value_to` for a range) is in `unit`; `printed` is what stands on the page. `value` is None where the
    paper states the property without a number ("Varies"). `relation` is "=", "<", "<=", ">", ">=" or "~"; `basis` is
    "experimental", "theoretical" or "calculated" where the paper says so; `conditions` are printed values by name
    (specific_current, current_density, c_rate, cycles, per_cycles, temperature, voltage_window, cell, loading).
    `electrolyte` holds the names of the solid electrolyte that the anode was paired with, the usual one first, and
    `electrolyte_family` its family ("garnet").
    """

    material: tuple[str, ...]
    property: str
    value: float | None
    unit: str
    printed: str
    value_to: float | None = None
    relation: str = "="
    qualifier: str | None = None
    basis: str | None = None
    anode: str | None = None
    conditions: Mapping[str, Any] = field(default_factory=dict)
    electrolyte: tuple[str, ...] = ()
    electrolyte_family: str = ""


@dataclass(frozen=True, kw_only=True)
class HasProblem(Claim):
    """An anode has a problem; both are labels of the vocabulary."""

    anode: str
    problem: str


@dataclass(frozen=True, kw_only=True)
class Mitigation(Claim):
    """A strategy relieves a problem on an anode; `anode` is None where the text speaks of anodes in general."""

    strategy: str
    problem: str
    anode: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a second reader says of the measurement with the id `claim`.

    `agrees` is True where it read the same number for the same property, False where it read only numbers for it that
    are in none of the sentence's claims, and None where it read nothing to compare. `value` in `unit` is what it read.
    """

    claim: str
    reader: str
    agrees: bool | None
    value: float | None = None
    unit: str = ""
    detail: str = ""

    @property
    def word(self) -> str:
        """The verdict as a word: "agrees", "disagrees" or "open"."""
        return {True: "agrees", False: "disagrees", None: "open"}[self.agrees]


@dataclass(frozen=True, slots=True)
class Paper:
    """The bibliographic record of a mined paper; `key` names the work, `sha256` the file."""

    key: str
    sha256: str
    title: str = ""
    authors: tuple[str, ...] = ()
    year: int | None = None
    doi: str = ""
    journal: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was got out of one paper; `named_studies` are the references that it describes by their authors.

    `made_by` is the version that mined it, where it comes from a library. `verdicts` are what the second reader says of
    the measurements, `judgements` what people say of claims by their ids: both stand beside the claims.
    """

    paper: Paper
    measurements: tuple[Measurement, ...] = ()
    has_problem: tuple[HasProblem, ...] = ()
    mitigations: tuple[Mitigation, ...] = ()
    named_studies: tuple[int, ...] = ()
    references: tuple[Reference, ...] = ()
    defects: tuple[Defect, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    made_by: str = field(default="", compare=False)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, the denied ones included."""
        return (*self.measurements, *self.has_problem, *self.mitigations)


def _fields(item: Any) -> dict[str, Any]:
    return {one.name: getattr(item, one.name) for one in fields(item)}


def _hash(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=list)
    return hashlib.sha256(canonical.encode()).hexdigest()[:20]
