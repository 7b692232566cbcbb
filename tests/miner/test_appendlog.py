"""Records on disk that only grow, whatever a crash cuts off."""

from pathlib import Path

from miner.appendlog import append, records


def test_records_come_back_in_order(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    assert records(path) == []
    append(path, {"b": "ö", "a": 1})
    append(path, {"c": None})
    assert records(path) == [{"a": 1, "b": "ö"}, {"c": None}]
    assert path.read_text(encoding="utf-8") == '{"a":1,"b":"ö"}\n{"c":null}\n'


def test_what_was_cut_short_does_not_count_and_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    append(path, {"a": 1})
    path.write_bytes(path.read_bytes() + b'{"a": 2}')
    assert records(path) == [{"a": 1}]
    append(path, {"a": 3})
    path.write_bytes(path.read_bytes() + b'{"a": ')
    append(path, {"a": 4})
    assert records(path) == [{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}]
