import pytest

from miner.document import Table, Text
from miner.measurements.columns import columns, unit_of, upright


def table(header, *rows):
    return Table("Table 1", Text(""), tuple(map(Text, header)), tuple(tuple(map(Text, row)) for row in rows))


@pytest.mark.parametrize(
    ("header", "unit", "power"),
    [
        ("Capacity (mAh g−1)", "mAh g−1", 0),
        ("Capacity / mAh g−1", "mAh g−1", 0),
        ("Ionic conductivity (10⁻⁴ S cm−1), 25 °C", "S cm−1", -4),
        ("Retention [%]", "%", 0),
        ("Capacity (mAh/g at 0.1 C)", "mAh/g", 0),
        ("Sample", "", 0),
    ],
)
def test_the_unit_of_a_header(header, unit, power):
    assert unit_of(header) == (unit, power)


def test_kinds_of_columns():
    header = ["Anode", "Capacity (mAh/g)", "Current density (A/g)", "Cycle number", "Remarks", "Ref."]
    found = columns(table(header))
    assert [column.kind for column in found] == ["material", "value", "condition", "condition", "text", "reference"]


def test_the_first_column_is_the_material_if_none_is_called_so():
    assert columns(table(["Remarks", "Capacity (mAh/g)"]))[0].kind == "material"


def test_a_table_is_turned_where_its_properties_stand_in_rows():
    turned = upright(table(["", "Si", "Sn"], ["Capacity (mAh/g)", "1", "2"], ["Volume change (%)", "3", "4"]))
    assert [text.text for text in turned.header] == ["", "Capacity (mAh/g)", "Volume change (%)"]
