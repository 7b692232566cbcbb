"""The vocabularies of `corpus/vocabulary`: what a battery researcher's words mean, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def entries(name: str) -> tuple[dict[str, Any], ...]:
    """The entries of `corpus/vocabulary/NAME.yaml`, in order."""
    source = files("corpus") / "vocabulary" / f"{name}.yaml"
    return tuple(yaml.load(source.read_text(encoding="utf-8"), yaml.CSafeLoader))
