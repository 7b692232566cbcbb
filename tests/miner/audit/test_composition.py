"""Amounts of atoms in a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miner.audit.composition import composition, molar_mass
from miner.materials.formulas import ELEMENTS


@pytest.mark.parametrize(
    ("formula", "atoms"),
    [
        ("LiC6", {"Li": 1, "C": 6}),
        ("Li0.5CoO2", {"Li": 0.5, "Co": 1, "O": 2}),
        ("Na3V2(PO4)3", {"Na": 3, "V": 2, "P": 3, "O": 12}),
        ("K4[Fe(CN)6]", {"K": 4, "Fe": 1, "C": 6, "N": 6}),
        ("CoCo2O4", {"Co": 3, "O": 4}),
    ],
)
def test_brackets_are_multiplied_out(formula: str, atoms: dict[str, float]) -> None:
    assert composition(formula) == pytest.approx(atoms)


@pytest.mark.parametrize(
    "formula", ["SiOx", "Li7-xLa3Zr2O12", "Xx2O", "Na3V2(PO4", "PO4)3", "2H2O", "Co0O2", "silicon", ""]
)
def test_what_is_not_definite_has_no_composition(formula: str) -> None:
    assert composition(formula) is None


def test_molar_mass() -> None:
    assert molar_mass({"Li": 4, "Ti": 5, "O": 12}) == pytest.approx(459.1, abs=0.1)


@given(st.dictionaries(st.sampled_from(sorted(ELEMENTS)), st.integers(2, 40), min_size=1, max_size=4))
def test_a_formula_written_out_is_read_back(atoms: dict[str, int]) -> None:
    assert composition("".join(f"{symbol}{n}" for symbol, n in atoms.items())) == atoms
