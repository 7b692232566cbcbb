"""OCR of pages that have no usable text layer: an optional extra, whose models come with its package."""

from __future__ import annotations

from importlib.util import find_spec

# What installs it.
EXTRA = "pip install 'anodegraph[ocr]'"


def available() -> bool:
    """Whether the extra `ocr` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
