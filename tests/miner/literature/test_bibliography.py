"""Works as BibTeX, CSL-JSON and RIS."""

import json

from miner.literature.bibliography import bibtex, csl, ris
from miner.literature.works import Work

WORK = Work(
    doi="10.9999/a_b",
    title="Li4Ti5O12 & 50 % silicon",
    authors=("Noël", "van der Ven"),
    names=("Noël, Marc", "van der Ven, A."),
    years=(2002,),
    journal="Journal of Power Sources",
    volume="111",
    issue="2",
    pages="193–209",
)


def test_bibtex() -> None:
    twin = Work(doi="", title="Untitled", authors=("Noel",), years=(2002,))
    assert bibtex([WORK, twin]) == (
        "@article{noel2002,\n"
        "  author = {Noël, Marc and van der Ven, A.},\n"
        "  title = {{Li4Ti5O12 \\& 50 \\% silicon}},\n"
        "  journal = {Journal of Power Sources},\n"
        "  year = {2002},\n"
        "  volume = {111},\n"
        "  number = {2},\n"
        "  pages = {193--209},\n"
        "  doi = {10.9999/a_b},\n"
        "}\n\n"
        "@misc{noel2002b,\n  author = {Noel},\n  title = {{Untitled}},\n  year = {2002},\n}\n"
    )


def test_csl() -> None:
    [item] = json.loads(csl([WORK]))
    assert item["author"][1] == {"family": "van der Ven", "given": "A."}
    assert item["issued"] == {"date-parts": [[2002]]}
    assert (item["type"], item["page"], item["DOI"]) == ("article-journal", "193-209", "10.9999/a_b")


def test_ris() -> None:
    lines = ris([WORK]).split("\r\n")
    assert lines[:3] == ["TY  - JOUR", "AU  - Noël, Marc", "AU  - van der Ven, A."]
    assert {"SP  - 193", "EP  - 209", "DO  - 10.9999/a_b"} < set(lines)
    assert lines[-2] == "ER  - "


def test_of_nothing_there_is_nothing() -> None:
    assert (bibtex([]), csl([]), ris([])) == ("", "[]\n", "")
