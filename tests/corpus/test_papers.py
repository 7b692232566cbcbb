import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from miner.evaluation.comparison import name_key, rules

PAPERS = Path(__file__).parents[2] / "corpus" / "papers"
NAMES = sorted(path.stem for path in PAPERS.glob("*.pdf"))

# Lithium or sodium taken up a formula unit, and the molar mass of the unit in g/mol (IUPAC's conventional masses).
HOSTS = {
    "lithium metal": [(1, 6.94)],
    "sodium metal": [(1, 22.990)],
    "silicon": [(15 / 4, 28.085), (22 / 5, 28.085)],
    "germanium": [(15 / 4, 72.630)],
    "tin": [(22 / 5, 118.710), (15 / 4, 118.710)],
    "aluminium": [(1, 26.982)],
    "antimony": [(3, 121.760)],
    "phosphorus": [(3, 30.974)],
    "graphite": [(1, 6 * 12.011)],
    "lithium titanate": [(3, 459.09)],
    "CoO": [(2, 74.932)],
    "Co3O4": [(8, 240.80)],
    "Fe2O3": [(6, 159.69)],
    "MoS2": [(4, 160.07)],
}
FARADAY = 26801.4  # mAh/mol, from the Faraday constant 96485.33 C/mol


def gold(name):
    return json.loads((PAPERS / f"{name}.json").read_text(encoding="utf-8"))


def letters(text):
    text = re.sub(r"[_^]\{(.*?)\}", r"\1", re.sub(r"\[@[^\]]+\]", "", text))
    return re.sub(r"[^a-z0-9]", "", text.lower())


def written(name):
    paper = yaml.safe_load((PAPERS / f"{name}.yaml").read_text(encoding="utf-8"))
    cells = [cell for table in paper["tables"].values() for row in table["rows"] for cell in row]
    return letters(" ".join([paper["abstract"], paper["body"], *cells]))


def test_there_are_two_papers_each_with_source_and_gold():
    assert len(NAMES) == 2
    assert all((PAPERS / f"{name}.{kind}").exists() for name in NAMES for kind in ("yaml", "json"))


def test_typesetting_gives_the_committed_bytes(tmp_path):
    subprocess.run([sys.executable, PAPERS / "typeset.py", tmp_path], check=True, capture_output=True)
    for name in NAMES:
        assert (tmp_path / f"{name}.pdf").read_bytes() == (PAPERS / f"{name}.pdf").read_bytes(), name


@pytest.mark.parametrize("name", NAMES)
def test_what_the_gold_quotes_is_written_in_the_paper(name):
    text = written(name)
    items = [item for part in ("measurements", "has_problem", "mitigations") for item in gold(name)[part]]
    quotes = [quote for item in items for quote in item["quote"].split(" | ")]
    assert [quote for quote in quotes if letters(quote) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_cites_what_the_paper_lists(name):
    truth = gold(name)
    numbers = {entry["n"] for entry in truth["references"]["entries"]}
    cited = {
        n for part in ("measurements", "has_problem", "mitigations") for x in truth[part] for n in x.get("cites", [])
    }
    assert numbers == set(range(1, truth["references"]["count"] + 1))
    assert cited | set(truth["named_studies"]) <= numbers


@pytest.mark.parametrize("name", NAMES)
def test_theoretical_capacities_obey_faradays_law(name):
    theoretical = [m for m in gold(name)["measurements"] if m.get("qualifier") == "theoretical"]
    assert len(theoretical) >= 15
    for measured in theoretical:
        host = next(h for h in HOSTS if name_key(h) in map(name_key, measured["material"]))
        expected = [ions * FARADAY / mass for ions, mass in HOSTS[host]]
        assert any(abs(value - measured["value"]) <= 2 for value in expected), measured["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_each_paper_can_answer_the_questions_of_the_demo(name):
    sure = [m for m in gold(name)["mitigations"] if not m.get("doubtful")]
    assert len([m for m in sure if (m["problem"], m["anode"]) == ("dendrite_growth", "lithium metal")]) >= 3
    assert len({m["problem"] for m in sure if m["strategy"] == "nanostructuring"}) >= 3


def test_the_list_of_validation_documents_names_no_document_twice():
    assert len(rules()["validation"]) == len(set(rules()["validation"]))
