"""Counts behind precision and recall, which can be added up over documents."""

from __future__ import annotations

from dataclasses import dataclass


def share(part: int, whole: int) -> float | None:
    """A share to three decimals; None of nothing."""
    return round(part / whole, 3) if whole else None


@dataclass(frozen=True, slots=True)
class Tally:
    """`right` of `predicted` items are right, `found` of `gold` items were found."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, None where there is nothing to find and nothing found."""
        if not self.right or not self.found:
            return 0.0 if self.gold or self.predicted else None
        precision, recall = self.right / self.predicted, self.found / self.gold
        return round(2 * precision * recall / (precision + recall), 3)

    def figures(self) -> dict[str, float | int | None]:
        """The figures that are printed."""
        rates = {"precision": share(self.right, self.predicted), "recall": share(self.found, self.gold), "f1": self.f1}
        return rates | {"predicted": self.predicted, "gold": self.gold}


@dataclass(frozen=True, slots=True)
class References:
    """The length of a list of references, and how many of the fields of its entries are right, by field."""

    gold: int | None = None
    found: int | None = None
    fields: tuple[tuple[str, int, int], ...] = ()

    def __add__(self, other: References) -> References:
        mine = {name: (right, of) for name, right, of in self.fields}
        for name, right, of in other.fields:
            was = mine.get(name, (0, 0))
            mine[name] = (was[0] + right, was[1] + of)
        fields = tuple((name, *counts) for name, counts in mine.items())
        return References((self.gold or 0) + (other.gold or 0), (self.found or 0) + (other.found or 0), fields)

    def figures(self) -> dict[str, object]:
        """The figures that are printed."""
        right, of = sum(right for _, right, _ in self.fields), sum(of for _, _, of in self.fields)
        fields = {name: f"{right}/{of}" for name, right, of in self.fields if of}
        accuracy = share(right, of)
        return {"count_gold": self.gold, "count_found": self.found, "fields": fields, "field_accuracy": accuracy}


@dataclass(frozen=True, slots=True)
class Support:
    """Claims with a sentence, values that stand in it, and, where the source is at hand, sentences that stand in it."""

    claims: int = 0
    supported: int = 0
    values: int = 0
    stated: int = 0
    sentences: int | None = None
    in_source: int = 0

    def __add__(self, other: Support) -> Support:
        known = [s.sentences for s in (self, other) if s.sentences is not None]
        return Support(
            self.claims + other.claims,
            self.supported + other.supported,
            self.values + other.values,
            self.stated + other.stated,
            sum(known) if known else None,
            self.in_source + other.in_source,
        )

    def figures(self) -> dict[str, object]:
        """The figures that are printed."""
        found: dict[str, object] = {"claims": self.claims, "share": share(self.supported, self.claims)}
        found["value_in_sentence"] = share(self.stated, self.values)
        return found if self.sentences is None else found | {"in_source": share(self.in_source, self.sentences)}
