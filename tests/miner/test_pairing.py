"""The solid electrolyte that an anode was measured with."""

from __future__ import annotations

import pytest
from passages import passage

from miner.extraction import extract
from miner.pairing import family


def electrolytes(text: str) -> set[tuple[str, str]]:
    found = extract(passage(text)).measurements
    return {(claim.electrolyte[0], claim.electrolyte_family) for claim in found if claim.electrolyte}


def test_the_electrolyte_beside_the_anode_is_a_material_of_the_claim() -> None:
    text = "With LLZTO as the solid electrolyte the lithium metal anode had an interfacial resistance of 21 Ω cm2."
    assert electrolytes(text) == {("LLZTO", "garnet")}


def test_of_several_the_one_in_the_cell_counts() -> None:
    text = "Unlike LAGP, a Li|LLZTO|Li cell of lithium metal had an interfacial resistance of 21 Ω cm2."
    assert electrolytes(text) == {("LLZTO", "garnet")}


@pytest.mark.parametrize(
    "text",
    [
        "LLZTO has an ionic conductivity of 0.8 mS cm−1.",
        "In LP30 the graphite anode delivered a capacity of 350 mAh g−1 at C/10.",
        "The silicon anode delivered a capacity of 1500 mAh g−1, more than that with LLZTO.",
        "A layer of PEO on the silicon anode gave a capacity of 1500 mAh g−1.",
        "Beside garnet solid electrolytes silicon has a theoretical specific capacity of 3579 mAh g−1.",
    ],
)
def test_nothing_is_paired(text: str) -> None:
    assert electrolytes(text) == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("garnets", "garnet"),
        ("Li6.75La3Zr1.75Nb0.25O12", "garnet"),
        ("Li1.3Al0.3Ti1.7(PO4)3", "NASICON"),
        ("Li6PS5Br", "argyrodite"),
        ("Li10GeP2S12", "sulfide"),
        ("poly(ethylene oxide)", "polymer"),
        ("LiPF6", None),
        ("ethylene carbonate", None),
    ],
)
def test_families(name: str, expected: str | None) -> None:
    assert family([name]) == expected
