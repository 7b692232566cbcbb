"""The notation of cells, with bars between what they are made of: "Li|LLZO|Li", "Li||Cu", "Zn∥MnO2"."""

from __future__ import annotations

import re

BARS = "|∥‖"
"""The signs for a bar, for sets of characters."""
BAR = rf"(?:\|\s?\||[{BARS}])"
NOTATION = re.compile(rf"\S+?{BAR}\S+")
_BEFORE, _AFTER = re.compile(rf"{BAR}\s?\S*$"), re.compile(rf"\S*\s?{BAR}\s?\w")


def is_cell(name: str) -> bool:
    """The name is that of a cell, not of a material."""
    return any(bar in name for bar in BARS)


def in_cell(text: str, start: int, end: int) -> bool:
    """What stands at `start` to `end` is a part of a cell: "Na|NASICON|Na", "Zn|CNT@MnO2"."""
    return _BEFORE.search(text, 0, start) is not None or _AFTER.match(text, end) is not None


def parts(cell: str) -> list[str]:
    """The parts of a cell, in order; a slash counts as a bar."""
    return [part.strip() for part in re.split(rf"[{BARS}/]+", cell)]
