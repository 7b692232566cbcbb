"""ChemDataExtractor, imported without its neural models, which its grammar for quantities does not use.

As it comes, the import downloads models, opens log files in the working folder and loads a reader of tables together
with a computer algebra system. Here the modules behind the models are stubs, no log is opened, nothing is downloaded.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any

# Neural taggers (torch, stanza) stay stubs for the life of the process, the reader of tables only during the import.
_MODELS = ("chemdataextractor.nlp.new_cem", "chemdataextractor.nlp.dependency", "chemdataextractor.nlp.crf")
_TABLES = ("tabledataextractor", "tabledataextractor.exceptions")
_VOCABULARY = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n"
_lock = Lock()


class _Stub(ModuleType):
    """A module that has every class one may ask it for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,) if name.endswith("Error") else (), {})


def available() -> bool:
    """Whether ChemDataExtractor is installed (the extra `cde`)."""
    return find_spec("chemdataextractor") is not None


@cache
def module(name: str) -> Any:
    """The module `chemdataextractor.NAME`. Raises ImportError where the package is missing."""
    with _lock:
        if "chemdataextractor" not in sys.modules:
            _import_quietly()
        return import_module(f"chemdataextractor.{name}")


def _import_quietly() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        _stubs(),
        _no_log_files(),
        _configured(Path(folder)),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", SyntaxWarning)
        import_module("chemdataextractor")
    setattr(import_module("chemdataextractor.data"), "AUTO_DOWNLOAD", False)  # noqa: B010 (no type knows it)


@contextmanager
def _stubs() -> Generator[None, None, None]:
    tables = [name for name in _TABLES if name not in sys.modules]
    sys.modules.update({name: _Stub(name) for name in (*_MODELS, *tables)})
    try:
        yield
    finally:
        for name in tables:
            del sys.modules[name]


@contextmanager
def _no_log_files() -> Generator[None, None, None]:
    """The package opens its log when imported; the root logger must keep its handlers too."""
    kept = logging.FileHandler, logging.basicConfig
    logging.FileHandler = lambda *_args, **_named: logging.NullHandler()  # pyright: ignore[reportAttributeAccessIssue]
    logging.basicConfig = lambda **_named: None
    try:
        yield
    finally:
        logging.FileHandler, logging.basicConfig = kept


@contextmanager
def _configured(folder: Path) -> Generator[None, None, None]:
    """A data folder with the vocabulary that a tokenizer wants to see at import, though we use another one."""
    (folder / "models").mkdir()
    (folder / "models" / "scibert_uncased_vocab-1.0.txt").write_text(_VOCABULARY, encoding="utf-8")
    (folder / "config.yml").write_text(f"data_dir: {folder.as_posix()}\n", encoding="utf-8")
    kept = os.environ.get("CHEMDATAEXTRACTOR_CONFIG")
    os.environ["CHEMDATAEXTRACTOR_CONFIG"] = str(folder / "config.yml")
    try:
        yield
    finally:
        with suppress(KeyError):
            del os.environ["CHEMDATAEXTRACTOR_CONFIG"]
        if kept is not None:
            os.environ["CHEMDATAEXTRACTOR_CONFIG"] = kept
