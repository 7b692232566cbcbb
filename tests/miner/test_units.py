import pytest

from miner.units import UNIT, Unit, read_unit


@pytest.mark.parametrize(
    ("printed", "unit", "factor"),
    [
        ("mAh g-1", "mAh/g", 1),
        ("mA h g−1", "mAh/g", 1),
        ("mAhg⁻¹", "mAh/g", 1),
        ("Ah/kg", "mAh/g", 1),
        ("A g-1", "mA/g", 1000),
        ("µAh/cm2", "mAh/cm2", 1e-3),
        ("Ω·cm2", "ohm cm2", 1),
        ("kΩ", "ohm", 1000),
        ("mS cm−1", "S/cm", 1e-3),
        ("Wh L-1", "Wh/L", 1),
        ("MPa", "GPa", 1e-3),
        ("m2/kg", "m2/g", 1e-3),
        ("cm2 s−1", "cm2/s", 1),
        ("days", "h", 24),
        ("%", "%", 1),
        ("C", "C", 1),
        ("milliamps per square centimeter", "mA/cm2", 1),
        ("watt-hours per kilogram", "Wh/kg", 1),
    ],
)
def test_a_printed_unit_is_read_whole_and_converted(printed, unit, factor):
    found = UNIT.match(printed)
    assert found is not None
    assert found.group() == printed
    meaning = read_unit(printed)
    assert meaning is not None
    assert (meaning.unit, meaning.factor) == (unit, pytest.approx(factor))


def test_an_energy_in_a_volume_is_told_from_a_pressure():
    assert read_unit("Wh L-1") == Unit("energy_volume", "Wh/L", pytest.approx(1))
    assert read_unit("GPa") == Unit("pressure", "GPa", 1)


def test_a_unit_ends_before_the_next_word():
    found = UNIT.match("V vs. Li")
    assert found is not None
    assert found.group() == "V"
    assert UNIT.match("micrographs") is None


def test_a_mass_in_a_mass_measures_nothing_known():
    assert read_unit("g/g") is None
