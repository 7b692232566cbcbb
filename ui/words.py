"""Plain words and numbers for what the graph holds."""

from __future__ import annotations

from typing import Any

_RELATIONS = {"<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ ", "~": "≈ "}


def plain(label: str) -> str:
    """A label of the vocabulary as people write it: `specific_capacity` is "Specific capacity"."""
    words = label.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def inline(title: str) -> str:
    """A title inside a sentence: "Dendrite growth" is "dendrite growth", "SEI growth" stays as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where there is not just one."""
    return f"{number:,} {noun}{'' if number == 1 or noun == 'evidence' else 's'}"


def amount(record: dict[str, Any]) -> str:
    """The value of a measurement with its unit, or its words where the paper gives no number."""
    if record["value"] is None:
        return record["printed"]
    upper = "" if record["value_to"] is None else f"–{record['value_to']:g}"
    return f"{_RELATIONS.get(record['relation'], '')}{record['value']:g}{upper} {record['unit']}".strip()


def work(title: str | None, year: int | None) -> str:
    """A paper as a title with its year."""
    return (title or "Untitled") + (f" ({year})" if year else "")
