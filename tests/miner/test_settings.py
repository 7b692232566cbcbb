"""Settings: the environment first, then anodegraph.toml; what cannot be used is one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from miner.errors import UserError
from miner.settings import settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder of its own, and settings read anew."""
    monkeypatch.chdir(tmp_path)
    for name in ("ANODEGRAPH_HOME", "GRAPH_URI"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def test_the_file_is_read_and_the_environment_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "anodegraph.toml").write_text('ANODEGRAPH_HOME = "/a"\nGRAPH_URI = "bolt://file"\n')
    monkeypatch.setenv("GRAPH_URI", "bolt://environment")
    assert settings().home == Path("/a")
    assert settings().graph_uri == "bolt://environment"


def test_an_empty_variable_is_as_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = settings().home
    settings.cache_clear()
    monkeypatch.setenv("ANODEGRAPH_HOME", "")
    assert settings().home == usual


def test_the_home_may_begin_with_that_of_the_user(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    (folder / "anodegraph.toml").write_text('ANODEGRAPH_HOME = "~/papers"\n')
    assert settings().home == Path("/home/ada/papers")
    settings.cache_clear()
    monkeypatch.setenv("ANODEGRAPH_HOME", "~/others")
    assert settings().home == Path("/home/ada/others")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('ANODEGRAPH_HOME = "~nobody-of-this-name/x"', "ANODEGRAPH_HOME: .*home directory"),
        ('GRAPH_USER = "J\xfcrgen"', "is not TOML"),
        ('GRAPH_URRI = "x"', "GRAPH_URRI"),
        ('GRAPH_URI = "x', "is not TOML"),
        ("GRAPH_URI = 5", "GRAPH_URI: input should be a valid string"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence(folder: Path, text: str, sentence: str) -> None:
    (folder / "anodegraph.toml").write_text(text + "\n", encoding="latin-1")
    with pytest.raises(UserError, match=sentence):
        settings()
