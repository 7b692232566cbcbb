"""Plain words and numbers for what the graph holds."""

from __future__ import annotations

from typing import Any, Literal, get_args

Part = Literal["anode", "problem", "mitigation"]
PARTS: tuple[Part, ...] = get_args(Part)
GENERAL = "general"
"""What stands in an address for statements on anodes in general."""

_RELATIONS = {"<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ ", "~": "≈ "}


def plain(label: str) -> str:
    """A label of the vocabulary as people write it: `specific_capacity` is "Specific capacity".

    "other: aluminum" is what the vocabulary calls an anode outside its classes; people say "Aluminum".
    """
    words = label.removeprefix("other: ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def inline(title: str) -> str:
    """A title inside a sentence: "Dendrite growth" is "dendrite growth", "SEI growth" stays as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, in the plural where there is not just one: with an s, unless it is given."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def several(**counts: int) -> str:
    """Counts by their nouns in brackets, without those that are nought: " (2 anodes, 1 problem)"."""
    words = [counted(number, noun) for noun, number in counts.items() if number]
    return f" ({', '.join(words)})" if words else ""


def amount(record: dict[str, Any]) -> str:
    """The value of a measurement with its unit, or its words where the paper gives no number."""
    if record["value"] is None:
        return record["printed"]
    upper = "" if record["value_to"] is None else f"–{record['value_to']:g}"
    return f"{_RELATIONS.get(record['relation'], '')}{record['value']:g}{upper} {record['unit']}".strip()


def work(title: str | None, year: int | None) -> str:
    """A paper as a title with its year."""
    return (title or "Untitled") + (f" ({year})" if year else "")


def title(edge: dict[str, Any], part: Part) -> str:
    """The anode, the problem or the mitigation of an edge, in words."""
    if part == "anode":
        return plain(edge["anode"] or "anodes in general")
    return plain(edge[f"{part}_title"])
