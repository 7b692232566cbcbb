"""The notation of cells, recognised in one place."""

import pytest

from miner.materials.cells import in_cell, is_cell, parts


@pytest.mark.parametrize("name", ["Li|LLZO|Li", "Li||Cu", "Zn∥MnO2", "Na‖HC"])
def test_bars_make_a_name_that_of_a_cell(name):
    assert is_cell(name)
    assert in_cell(f"The {name} cell lasts", 4, 6)


def test_a_composite_is_no_cell():
    assert not is_cell("Sn/C@rGO")
    assert not in_cell("The Sn/C@rGO anode", 4, 12)


def test_the_parts_stand_in_order():
    assert parts("Li | LLZO/PEO || NCM811") == ["Li", "LLZO", "PEO", "NCM811"]
