"""Recognition by RapidOCR (PP-OCR models on ONNX Runtime), on the processor, with nothing fetched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import cv2
import numpy as np

# Said to be missing here, not while a page is read.
import onnxruntime  # noqa: F401  # pyright: ignore[reportUnusedImport]
from rapidocr import RapidOCR

from miner.readers.pdf.ocr.image import Image
from miner.readers.pdf.ocr.letters import Letter, Recognised
from miner.readers.pdf.page import Rect

# Lines are looked for in an image of this size and read from the full one. One thread, and one line at a time:
# the sums are the same in every run, and threads that wait for one another on a busy machine cost more than they give.
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Global.max_side_len": 10_000,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1600,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


@cache
def _engine() -> RapidOCR:
    return RapidOCR(params=_SETTINGS)


def recognised(image: Image) -> list[Recognised]:
    """The lines in an image, from top to bottom."""
    colour = cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_GRAY2BGR)
    found: Any = _engine()(colour, return_word_box=True, return_single_char_box=True)
    if found.txts is None or found.boxes is None:
        return []
    places = found.word_results or [()] * len(found.txts)
    lines = zip(found.txts, found.scores, found.boxes, places, strict=True)
    return [_line(text, score, box, place) for text, score, box, place in lines if text.strip()]


def _line(text: str, score: float, corners: np.ndarray[Any, Any], places: Sequence[Any]) -> Recognised:
    xs, ys = corners[:, 0], corners[:, 1]
    box = Rect(float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
    characters = [(c, before.isspace()) for before, c in zip(" " + text, text, strict=False) if not c.isspace()]
    middles = [sum(x for x, _ in place[2]) / 4 for place in places]
    if len(middles) != len(characters):
        step = box.width / len(characters)
        middles = [box.x0 + (at + 0.5) * step for at in range(len(characters))]
    letters = tuple(Letter(c, m, first) for (c, first), m in zip(characters, middles, strict=True))
    return Recognised(letters, box, round(float(score), 3))
