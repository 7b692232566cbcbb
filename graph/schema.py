"""The schema of the graph as data, out of schema.yaml."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Property:
    """A property: `type` is string, integer, float, boolean, strings or integers."""

    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Label:
    """A node label. `key` is the unique property; `extends` names the label that each such node has as well."""

    name: str
    key: str
    owner: str
    extends: str | None
    meaning: str
    properties: dict[str, Property]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship type between two labels; `key` names the properties that tell parallel ones apart.

    Of a type with `one` each start has exactly one, without properties.
    """

    type: str
    start: str
    end: str
    key: tuple[str, ...]
    one: bool
    meaning: str
    properties: dict[str, Property]


@dataclass(frozen=True, slots=True)
class Schema:
    """All labels and relationships, in the order of schema.yaml."""

    edition: int
    labels: dict[str, Label]
    relationships: tuple[Relationship, ...]
    indexes: tuple[tuple[str, ...], ...]

    @property
    def format(self) -> str:
        """A hash of what graphs by this schema hold: of the edition and all names and types, not of what they mean."""
        held = [(one.name, one.key, _types(one)) for one in self.labels.values()]
        joins = [(one.type, one.start, one.end, one.key, _types(one)) for one in self.relationships]
        return hashlib.sha256(repr((self.edition, held, joins)).encode()).hexdigest()[:12]

    def constraints(self) -> list[str]:
        """The Cypher statements that make the keys unique and the lookups fast; repeating them does no harm."""
        statements = [
            f"CREATE CONSTRAINT {label.name.lower()}_{label.key} IF NOT EXISTS "
            f"FOR (n:{label.name}) REQUIRE n.{label.key} IS UNIQUE"
            for label in self.labels.values()
            if not label.extends
        ]
        for label, *properties in self.indexes:
            columns = ", ".join(f"n.{name}" for name in properties)
            name = "_".join([label.lower(), *properties])
            statements.append(f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({columns})")
        return statements

    def relationship(self, type_: str, start: str, end: str) -> Relationship:
        """The relationship of this type between these labels. Raises KeyError where the schema has none."""
        found = {(r.type, r.start, r.end): r for r in self.relationships}
        return found[type_, start, end]


@cache
def schema() -> Schema:
    """The schema, read once."""
    source = yaml.load((files("graph") / "schema.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    labels: dict[str, Label] = {}
    for name, entry in source["labels"].items():
        base = labels.get(entry.get("extends"))
        own = _properties(entry)
        labels[name] = Label(
            name,
            base.key if base else entry["key"],
            base.owner if base else entry["owner"],
            entry.get("extends"),
            entry["meaning"],
            {**base.properties, **own} if base else own,
        )
    relationships = tuple(
        Relationship(
            e["type"],
            *_pair(e["between"]),
            tuple(e.get("key", ())),
            e.get("one", False),
            e["meaning"],
            _properties(e),
        )
        for e in source["relationships"]
    )
    return Schema(source["edition"], labels, relationships, tuple(tuple(index) for index in source["indexes"]))


def _types(one: Label | Relationship) -> list[tuple[str, str]]:
    return [(name, found.type) for name, found in one.properties.items()]


def _pair(between: list[str]) -> tuple[str, str]:
    start, end = between
    return start, end


def _properties(entry: dict[str, Any]) -> dict[str, Property]:
    return {name: Property(*spec) for name, spec in entry.get("properties", {}).items()}
