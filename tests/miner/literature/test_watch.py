"""What is dropped into a folder, as soon as it is whole."""

from pathlib import Path

from miner.library import Library
from miner.literature.watch import watch

TEXT = "# Anodes\n\nSilicon anodes suffer from volume change.\n"


def test_a_file_is_taken_in_when_it_no_longer_grows_and_again_when_it_changes(tmp_path: Path) -> None:
    library, folder = Library(tmp_path / "home"), tmp_path / "inbox"
    folder.mkdir()
    (folder / "paper.md").write_text(TEXT)
    (folder / "picture.png").write_bytes(b"x")
    outcomes = watch(library, folder, every=0.01)
    assert next(outcomes)[0].path.name == "paper.md"
    (folder / "copy.md").write_text(TEXT)
    outcome, work = next(outcomes)
    assert (outcome.path.name, outcome.new, work) == ("copy.md", False, None)
    (folder / "paper.md").write_text(TEXT + "\nMore.\n")
    assert next(outcomes)[0].new
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert next(outcomes)[0].error
    assert len(library.papers()) == 2
