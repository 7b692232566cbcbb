import logging
import sys
from dataclasses import replace

import pytest
from conftest import not_tested

from miner.claims import Evidence, Extraction, Measurement, Paper
from miner.second_reader import available, verdicts


@pytest.fixture(autouse=True)
def _installed():
    if not available():
        not_tested("second reader", "the extra cde is not installed")


def measured(sentence, value, property_="specific_capacity", unit="mAh/g", **more):
    return Measurement(
        evidence=Evidence(sentence), material=("tin",), property=property_, value=value, unit=unit, printed="", **more
    )


def said_of(*claims):
    return verdicts(Extraction(Paper("key", "sha"), measurements=claims))


@pytest.mark.parametrize(
    ("sentence", "property_", "value", "unit"),
    [
        ("Tin has a theoretical capacity of 993 mAh g−1 [4].", "specific_capacity", 993, "mAh/g"),
        ("Tin has a theoretical capacity of 993 mA h g−1.", "specific_capacity", 993, "mAh/g"),
        ("The areal capacity was 3.1 mAh cm−2.", "areal_capacity", 3.1, "mAh/cm2"),
        ("It reached a Coulombic efficiency of up to 99.1%.", "coulombic_efficiency", 99.1, "%"),
        ("Its volume grows by about 280% on lithiation.", "volume_change", 280, "%"),
        ("The plateau at a potential of 1.55 V is flat.", "operating_voltage", 1.55, "V"),
        ("The critical current density was 600 µA cm−2.", "critical_current_density", 0.6, "mA/cm2"),
        ("An energy density of 350 Wh kg−1 was reached.", "energy_density", 350, "Wh/kg"),
        ("The powder has a surface area of 58.2 m2 g−1.", "surface_area", 58.2, "m2/g"),
        ("A layer with a thickness of 20 nm was evaporated.", "thickness", 0.02, "um"),
        ("An activation energy of just 0.268 eV was found.", "activation_energy", 0.268, "eV"),
    ],
)
def test_the_second_reader_confirms_what_it_reads_too(sentence, property_, value, unit):
    [verdict] = said_of(measured(sentence, value, property_, unit))
    assert (verdict.agrees, verdict.value, verdict.unit) == (True, value, unit)


def test_lists_are_read_as_well():
    sentence = "Aluminium and antimony have theoretical capacities of 993 and 660 mAh g−1, respectively."
    assert [verdict.agrees for verdict in said_of(measured(sentence, 993), measured(sentence, 660))] == [True, True]


def test_another_number_is_a_disagreement_and_is_told():
    [verdict] = said_of(measured("Tin has a capacity of 993 mAh/g.", 99.3))
    assert (verdict.agrees, verdict.value, verdict.unit) == (False, 993, "mAh/g")


def test_a_number_that_another_claim_has_is_no_disagreement():
    sentence = "Tin stores much: a capacity of 993 mAh/g, and in sodium 847."
    assert [verdict.agrees for verdict in said_of(measured(sentence, 993), measured(sentence, 847))] == [True, None]


@pytest.mark.parametrize("sentence", ["Nothing to be read.", "", "(((", "capacity " * 40])
def test_what_cannot_be_read_is_left_open(sentence):
    assert [verdict.agrees for verdict in said_of(measured(sentence, 993))] == [None]


@pytest.mark.parametrize("sentence", ["a capacity of " + "1" * 3000, "the capacity " + "and more " * 400 + "993 mAh/g"])
def test_what_would_take_the_parsers_too_long_is_left_open(sentence):
    [verdict] = said_of(measured(sentence, 993))
    assert (verdict.agrees, verdict.detail) == (None, "the sentence is too long to be parsed")


def test_only_running_text_and_known_properties_are_read():
    cell = replace(measured("993", 993), evidence=Evidence("993", context="Tin"))
    assert said_of(cell, measured("a modulus of 5 GPa", 5, "youngs_modulus", "GPa"), measured("varies", None)) == ()


def test_verdicts_stand_in_the_order_of_the_claims():
    claims = [measured(f"a capacity of {value} mAh/g", value) for value in (700, 100, 400)]
    assert [verdict.claim for verdict in said_of(*claims)] == [claim.id for claim in claims]


def test_the_package_leaves_no_traces(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    handlers = list(logging.getLogger().handlers)
    said_of(measured("a capacity of 372 mAh/g", 372))
    assert list(tmp_path.iterdir()) == []
    assert logging.getLogger().handlers == handlers
    assert "sympy" not in sys.modules
    assert "torch" not in sys.modules


def test_without_the_package_there_are_no_verdicts(monkeypatch):
    monkeypatch.setattr("miner.second_reader.package.find_spec", lambda name: None)
    assert said_of(measured("a capacity of 372 mAh/g", 372)) == ()
