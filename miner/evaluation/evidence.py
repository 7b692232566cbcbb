"""Whether claims are supported by what they quote, and whether the paper says what is quoted."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

from miner.evaluation.comparison import Item, plain
from miner.evaluation.tally import Support


def support(extraction: Item, source: str | None = None) -> Support:
    """How many claims have a sentence, how many values stand in theirs, and how many sentences stand in `source`."""
    kinds = ("measurements", "has_problem", "mitigations")
    claims = [_sentences(claim) for kind in kinds for claim in extraction.get(kind, [])]
    valued = [m for m in extraction.get("measurements", []) if isinstance(m.get("value"), int | float)]
    stated = sum(any(_digits(m["value"]) in _numbers(text) for text in _sentences(m)) for m in valued)
    quoted = [text for texts in claims for text in texts]
    body = None if source is None else _letters(source)
    return Support(
        len(claims),
        sum(map(bool, claims)),
        len(valued),
        stated,
        None if body is None else len(quoted),
        0 if body is None else sum(_letters(text) in body for text in quoted),
    )


def _sentences(claim: Item) -> list[str]:
    places: Any = claim.get("evidence")
    places = places if isinstance(places, list) else [places]
    return [place["sentence"] for place in places if isinstance(place, dict) and place.get("sentence")]


def _digits(number: float | str) -> str:
    """The digits of a number without its power of ten, which another unit may change."""
    return f"{abs(float(number)):.9e}".partition("e")[0].replace(".", "").rstrip("0")


def _numbers(sentence: str) -> set[str]:
    text = re.sub(r"<[^>]+>|(?<=\d),(?=\d{3})", "", plain(sentence))
    return {_digits(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}


def _letters(text: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", text).lower())
