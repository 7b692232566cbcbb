"""Tables printed in the styles of many journals, read back cell by cell."""

import pytest
from printed_tables import STYLES, print_table

from miner.readers.pdf import read_pdf


def share_right(table, expected):
    found = [[cell.text for cell in row] for row in (table.header, *table.rows)]
    right = [
        i < len(found) and j < len(found[i]) and found[i][j] == cell
        for i, row in enumerate(expected)
        for j, cell in enumerate(row)
    ]
    return sum(right) / len(right)


@pytest.mark.parametrize("name", STYLES)
def test_a_table_is_read_as_it_is_printed(name, tmp_path):
    document = read_pdf(print_table(STYLES[name], tmp_path / "table.pdf"))
    (table,) = document.tables
    share = share_right(table, STYLES[name].cells)
    assert share >= 0.9, f"{name}: {share:.2f} of the cells are right"
    assert table.caption.text.lower().startswith("table ")
