"""Which records are the work that a reference names, and which only look like it."""

from dataclasses import replace

import pytest

from miner.document import Reference
from miner.literature.journals import compare_journals
from miner.literature.matching import choose, compare_titles
from miner.literature.works import Work

REFERENCE = Reference(
    number=1,
    text="",
    authors=("Noël", "Suryanarayanan"),
    title="Role of carbon host lattices in Li-ion intercalation/de-intercalation processes",
    journal="J. Power Sources",
    year=2002,
    volume="111",
    pages="193–209",
)
WORK = Work(
    doi="10.9999/true",
    title="Role of carbon host lattices in Li-ion intercalation/de-intercalation processes",
    authors=("Noel", "Suryanarayanan"),
    years=(2002,),
    journal="Journal of Power Sources",
    volume="111",
    pages="193-209",
)


def test_the_work_is_found_wherever_it_is_ranked() -> None:
    decoys = [replace(WORK, doi=f"10.9999/{year}", years=(year,), volume=str(year - 1891)) for year in (2001, 2003)]
    assert choose(REFERENCE, [*decoys, WORK]).work == WORK


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"years": (2004,)}, "differs in year"),
        ({"authors": ("Wang", "Li")}, "differs in authors"),
        ({"volume": "112"}, "differs in volume"),
        ({"pages": "93-109"}, "differs in page"),
        ({"volume": "", "journal": "Carbon"}, "differs in journal"),
        ({"volume": "", "pages": "", "journal": "", "kind": "posted-content"}, "differs in volume"),
        ({"title": "Role of carbon host lattices in Na-ion intercalation/de-intercalation processes"}, "no record"),
        ({"title": "Erratum: Role of carbon host lattices in Li-ion intercalation processes"}, "no record"),
    ],
)
def test_a_record_that_differs_is_not_the_work(change: dict, differs: str) -> None:
    choice = choose(REFERENCE, [replace(WORK, doi="10.9999/decoy", **change)])
    assert choice.work is None
    assert differs in choice.reason


@pytest.mark.parametrize(
    "change",
    [
        {"years": (2003, 2002)},
        {"pages": "", "article": "0193"},
        {"volume": "", "pages": ""},
        {"journal": "", "short_journal": "J Power Sources"},
        {"title": "Role of carbon host lattices in Li-ion intercalation/ de-intercalation proceses"},
        {"title": "The role of carbon host lattices in Li-ion intercalation/deintercalation processes"},
        {"authors": ("Noël", "Suryanarayanan", "Third")},
    ],
)
def test_misprints_and_gaps_are_forgiven(change: dict) -> None:
    assert choose(REFERENCE, [replace(WORK, **change)]).work


def test_an_entry_without_a_title_needs_its_place() -> None:
    untitled = replace(REFERENCE, title="")
    assert choose(untitled, [WORK]).work == WORK
    assert choose(untitled, [replace(WORK, pages="")]).work is None


def test_authors_in_another_order_need_volume_and_page_and_come_second() -> None:
    turned = replace(WORK, doi="10.9999/turned", authors=WORK.authors[::-1])
    assert choose(REFERENCE, [turned]).work == turned
    assert choose(REFERENCE, [turned, WORK]).work == WORK
    assert choose(REFERENCE, [replace(turned, pages="")]).work is None


def test_two_records_that_fit_alike_are_none() -> None:
    choice = choose(REFERENCE, [WORK, replace(WORK, doi="10.9999/twin")])
    assert choice.work is None
    assert "several records fit: 10.9999/true, 10.9999/twin" in choice.reason


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("Li4Ti5O12 anodes", "Li 4 Ti 5 O 12 Anodes", "same"),
        ("Sn-based anodes for cells", "Si-based anodes for cells", "other"),
        ("Silicon anodes, part I", "Silicon anodes, part II", "other"),
        ("Anodes for sodium cells: a review", "Anodes for sodium cells", "close"),
        ("Anodes for sodium cells", "Correction to: Anodes for sodium cells", "other"),
        ("", "Anodes", "unknown"),
    ],
)
def test_titles(a: str, b: str, likeness: str) -> None:
    assert compare_titles(a, b) == compare_titles(b, a) == likeness


@pytest.mark.parametrize(
    ("printed", "known", "likeness"),
    [
        ("J. Power Sources", "Journal of Power Sources", "same"),
        ("Nanomicro Lett.", "Nano-Micro Letters", "unknown"),
        ("Angew. Chem.", "Angewandte Chemie International Edition", "unknown"),
        ("PCCP", "Physical Chemistry Chemical Physics", "same"),
        ("Adv. Mater.", "Advanced Energy Materials", "unknown"),
        ("Carbon", "Joule", "other"),
        ("", "Joule", "unknown"),
    ],
)
def test_journals(printed: str, known: str, likeness: str) -> None:
    assert compare_journals(printed, [known]) == likeness
