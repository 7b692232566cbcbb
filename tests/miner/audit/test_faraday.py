"""Theoretical capacities by Faraday's law, beside the values that everybody quotes."""

import pytest

from miner.audit.composition import composition
from miner.audit.faraday import IONS, capacity, storages
from miner.vocabulary import entries


@pytest.mark.parametrize(
    ("host", "product", "quoted"),
    [
        ("Li", "Li+", 3860),
        ("Na", "Na+", 1166),
        ("K", "K+", 687),
        ("Mg", "Mg2+", 2205),
        ("Zn", "Zn2+", 820),
        ("Al", "Al3+", 2980),
        ("Al", "LiAl", 993),
        ("Si", "Li15Si4", 3579),
        ("Si", "Li22Si5", 4200),
        ("Si", "NaSi", 954),
        ("Ge", "Li15Ge4", 1384),
        ("Ge", "Li22Ge5", 1624),
        ("Sn", "Li22Sn5", 993),
        ("Sn", "Na15Sn4", 847),
        ("Sb", "Li3Sb", 660),
        ("Bi", "Mg3Bi2", 385),
        ("P", "Li3P", 2596),
        ("graphite", "LiC6", 372),
        ("graphite", "KC8", 279),
        ("Li4Ti5O12", "Li7Ti5O12", 175),
        ("TiO2", "LiTiO2", 335),
        ("Na2Ti3O7", "Na4Ti3O7", 178),
        ("MoS2", "Li4MoS2", 670),
        ("Ti3C2", "Li2Ti3C2", 320),
        ("LiFePO4", "FePO4", 170),
        ("LiCoO2", "CoO2", 274),
        ("S", "Li2S", 1675),
        ("perylenetetracarboxylic dianhydride", "Li2C24H8O6", 137),
        # Not in the vocabulary: converted, alloyed, or both.
        ("Co3O4", "Li2O", 890),
        ("Fe2O3", "Li2O", 1007),
        ("CoO", "Li2O", 715),
        ("FeS2", "Li2S", 894),
        ("Ni2P", "Li3P", 542),
        ("SnO2", "Li22Sn5", 782),
        ("SnO2", "Li2O and Li22Sn5", 1494),
        ("Sb2S3", "Na2S and Na3Sb", 946),
        ("SnSb", "Li22Sn5 and Li3Sb", 825),
        ("Cu6Sn5", "Li22Sn5", 605),
    ],
)
def test_quoted_values(host: str, product: str, quoted: float) -> None:
    found = {storage.product: storage.capacity for storage in storages(host)}
    assert found[product] == pytest.approx(quoted, rel=0.003)


def test_a_product_named_by_itself_stands_for_its_host() -> None:
    assert [(s.host, s.amount) for s in storages("Li15Si4")] == [("Si", 3.75)]


@pytest.mark.parametrize("host", ["LiNO3", "AlPO4", "Li7La3Zr2O12", "Cu", "unobtainium", "C", "SiOx"])
def test_what_stores_nothing_known_has_no_capacity(host: str) -> None:
    assert storages(host) == ()


def test_twice_the_electrons_store_twice_as_much() -> None:
    assert capacity(2, 100) == pytest.approx(2 * capacity(1, 100)) == pytest.approx(536.03, abs=0.01)


def test_the_vocabulary_holds_only_formulas_that_keep_their_host() -> None:
    for entry in entries("lithiation"):
        for ion in IONS if "host" in entry else ():
            for product in entry.get(ion, ()):
                after = {} if product.endswith("+") else composition(product)
                before = composition(entry["host"])
                assert after is not None, product
                assert before
                assert not after or (after.keys() | {ion}) == (before.keys() | {ion}), product
