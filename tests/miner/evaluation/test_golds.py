import json

import pytest

from miner.errors import UserError
from miner.evaluation import evaluate, pooled, table
from miner.evaluation.comparison import rules

TEXT = "Anodes\n\nGraphite has a theoretical specific capacity of 372 mAh g−1.\n"
CAPACITY = {"material": ["graphite"], "property": "specific_capacity", "value": 372, "unit": "mAh/g"}


def gold(folder, name="paper", **parts):
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / f"{name}.json"
    empty = {"document": name, "measurements": [], "has_problem": [], "mitigations": []}
    path.write_text(json.dumps(empty | parts), encoding="utf-8")
    return path


def test_a_paper_beside_its_gold_is_read_and_scored(tmp_path):
    path = gold(tmp_path, measurements=[CAPACITY])
    path.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
    [row] = evaluate([path])
    assert (row.kind, row.use, row.report.parts["measurements/value"].f1) == ("passage", "development", 1.0)
    assert row.report.evidence.figures()["in_source"] == 1.0


def test_a_paper_in_the_folder_of_papers_is_found_by_its_name(tmp_path):
    path = gold(tmp_path / "gold", measurements=[CAPACITY])
    (tmp_path / "papers" / "paper").mkdir(parents=True)
    (tmp_path / "papers" / "paper" / "text.txt").write_text(TEXT, encoding="utf-8")
    assert evaluate([path])[0].report.parts["measurements/value"].f1 == 1.0


def test_rows_are_pooled_by_kind_and_use(tmp_path):
    paths = [gold(tmp_path, name, measurements=[CAPACITY]) for name in ("one", "two", rules()["validation"][-1])]
    for path in paths:
        path.with_suffix(".txt").write_text(TEXT if path.stem != "two" else "Nothing.", encoding="utf-8")
    rows = table(pooled(evaluate(paths)))
    assert [(row["document"], row["value"]) for row in rows] == [
        ("2 passages, development", 0.667),
        ("1 passage, validation", 1.0),
    ]


def test_where_golds_of_a_kind_stand_in_several_folders_each_has_a_row(tmp_path):
    paths = [gold(tmp_path / folder, folder, measurements=[CAPACITY]) for folder in ("near", "far")]
    for path in paths:
        path.with_suffix(".txt").write_text(TEXT if path.stem == "near" else "Nothing.", encoding="utf-8")
    rows = table(pooled(evaluate(paths)))
    assert [row["document"].split("/")[-1] for row in rows] == ["2 passages, development", "far", "near"]
    assert [row["value"] for row in rows] == [0.667, 0.0, 1.0]


@pytest.mark.parametrize("content", ["", "[]", '{"measurements": []}'])
def test_what_is_no_gold_is_told(tmp_path, content):
    path = tmp_path / "paper.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="not a gold file"):
        evaluate([path])


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"measurements": [CAPACITY, {"material": ["tin"]}]}, "number 2 of measurements is no object with property"),
        ({"has_problem": ["dendrites"]}, "number 1 of has_problem is no object with anode and problem"),
        ({"mitigations": {"strategy": "coating"}}, "number 1 of mitigations is no object with problem and strategy"),
    ],
)
def test_an_item_that_cannot_be_compared_is_told(tmp_path, parts, sentence):
    with pytest.raises(UserError, match=sentence):
        evaluate([gold(tmp_path, **parts)])


def test_a_gold_without_its_paper_is_told(tmp_path):
    with pytest.raises(UserError, match="its paper is neither beside it nor in"):
        evaluate([gold(tmp_path)])
