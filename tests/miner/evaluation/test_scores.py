import importlib.util
import json
import random
from copy import deepcopy
from pathlib import Path

import pytest

from miner.evaluation import score

CORPUS = Path(__file__).parents[3] / "corpus" / "papers"


def gold(**parts):
    return {"measurements": [], "has_problem": [], "mitigations": []} | parts


def capacity(**changes):
    stated = {"material": ["silicon", "Si"], "property": "specific_capacity", "value": 3579, "unit": "mAh/g"}
    return stated | changes


def of(part, *, said, truth):
    kind = part.split("/")[0]
    return score(gold(**{kind: truth}), gold(**{kind: said})).parts[part]


def test_a_value_in_another_unit_and_name_is_the_same_measurement():
    found = of(
        "measurements/triple", said=[capacity(material="Si electrodes", value=3.58, unit="Ah g−1")], truth=[capacity()]
    )
    assert found.figures() == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "predicted": 1, "gold": 1}


@pytest.mark.parametrize(
    "changed", [{"value": 3600}, {"unit": "mAh/cm2"}, {"value": None}, {"property": "areal_capacity"}]
)
def test_another_value_is_wrong_and_the_gold_missed(changed):
    found = of("measurements/value", said=[capacity(**changed)], truth=[capacity()])
    assert (found.figures()["precision"], found.figures()["recall"]) == (0.0, 0.0)


def test_one_end_of_a_range_is_enough():
    assert of("measurements/value", said=[capacity(value=900)], truth=[capacity(value=800, value_to=900)]).f1 == 1.0


def test_repeats_cost_nothing():
    assert of("measurements/value", said=[capacity()] * 5, truth=[capacity()]).predicted == 1


def test_doubtful_items_count_neither_way():
    found = of("measurements/value", said=[capacity()], truth=[capacity(doubtful=True)])
    assert found.figures() == {"precision": None, "recall": None, "f1": None, "predicted": 0, "gold": 0}


def test_labels_of_one_group_count_as_equal():
    truth = [{"strategy": "carbon_coating", "problem": "low_conductivity", "anode": "silicon"}]
    said = [{"strategy": "carbon_composite", "problem": "slow_kinetics", "anode": "silicon-carbon hybrid"}]
    assert of("mitigations/strict", said=said, truth=truth).f1 == 0.0
    assert of("mitigations/group", said=said, truth=truth).f1 == 1.0


def test_conditions_are_compared_as_numbers():
    said = capacity(conditions={"specific_current": "0.1 A g−1", "c_rate": "C/5", "temperature": "298 K"})
    truth = capacity(conditions={"specific_current": "100 mA/g", "c_rate": "0.2 C", "temperature": "25 °C"})
    assert of("measurements/conditions", said=[said], truth=[truth]).f1 == 1.0


def test_errors_say_what_was_wrong_and_what_was_missed():
    said, truth = {"anode": "tin", "problem": "high_cost"}, {"anode": "tin", "problem": "aggregation"}
    errors = score(gold(has_problem=[truth]), gold(has_problem=[said])).errors(5)
    assert errors["has_problem/strict"] == {"wrong": ["('tin', 'high_cost')"], "missed": ["('tin', 'aggregation')"]}


def test_reports_add_up_to_the_micro_average():
    right = score(gold(measurements=[capacity()]), gold(measurements=[capacity()]))
    wrong = score(gold(measurements=[capacity()]), gold(measurements=[capacity(value=1), capacity(value=2)]))
    assert (right + wrong).parts["measurements/value"].figures() == {
        "precision": 0.333, "recall": 0.5, "f1": 0.4, "predicted": 3, "gold": 2,
    }  # fmt: skip


def test_evidence_is_held_against_the_sentence_and_the_source():
    said = capacity(evidence={"sentence": "It stores 3579 mAh g−1."})
    other = capacity(value=10, evidence={"sentence": "It stores little."})
    report = score(gold(), gold(measurements=[said, other]), source="<p>It stores 3579 mAh g<sup>−1</sup>.</p>")
    assert report.evidence.figures() == {"claims": 2, "share": 1.0, "value_in_sentence": 0.5, "in_source": 0.5}


@pytest.mark.parametrize("name", ["solid-state-anodes", "alloying-conversion-anodes"])
def test_gold_scores_full_marks_against_itself(name):
    truth = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    report = score(truth, truth)
    assert {tally.f1 for tally in report.parts.values()} == {1.0}
    assert report.references.figures()["field_accuracy"] == 1.0


def perturbed(truth, seed):
    """A gold as a bad reader would render it: items dropped, doubled, with other values, units, names and labels."""
    chance = random.Random(seed)
    said = deepcopy(truth)
    for part in ("measurements", "has_problem", "mitigations"):
        items = [item for item in said[part] if chance.random() < 0.8]
        items += chance.choices(items, k=len(items) // 4) if items else []
        said[part] = [_changed(item, chance, items) for item in deepcopy(items)]
    said["named_studies"] = [n + (chance.random() < 0.2) for n in said.get("named_studies", [])]
    for entry in said.get("references", {}).get("entries", []):
        entry.update({key: "x" for key in ("title", "doi", "year") if chance.random() < 0.1})
    return said


def _changed(item, chance, items):
    donor = chance.choice(items)
    for key in list(item):
        if key in donor and chance.random() < 0.15:
            item[key] = donor[key]
    if isinstance(item.get("value"), int | float) and chance.random() < 0.3:
        item["value"] *= chance.choice([1.004, 1.006, 1000, 0.001])
        item["value_to"] = item["value"] * 2
    item.pop("doubtful", None)
    item["evidence"] = chance.choice([None, {"sentence": item.get("quote", "")}, [{"sentence": "1 & 2,000"}]])
    return item


@pytest.fixture(scope="session")
def reference(shared):
    spec = importlib.util.spec_from_file_location("reference", shared / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_are_those_of_the_reference_scorer(shared, reference, tmp_path):
    golds = [*sorted((shared / "gold").rglob("*.json")), *sorted(CORPUS.glob("*.json"))]
    for number, path in enumerate(golds):
        truth = json.loads(path.read_text(encoding="utf-8"))
        said = perturbed(truth, number)
        source = tmp_path / "source.txt"
        source.write_text(" ".join(item.get("quote", "") for item in truth["has_problem"]), encoding="utf-8")
        expected, _ = reference.score(truth, said, source)
        assert score(truth, said, source.read_text(encoding="utf-8")).figures() == expected, path.name
