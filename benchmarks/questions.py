"""How many questions in plain English are understood, on the graph of the sample papers.

usage: python benchmarks/questions.py [MISTAKES]    (1 shows what was understood wrongly, but for validation)
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from graph.engine import Engine, open_embedded
from graph.projection import project
from graph.questions import understand
from miner import extract, read

CORPUS = Path(str(files("corpus")))


def questions() -> dict[str, list[dict[str, Any]]]:
    first, later = (yaml.safe_load((CORPUS / f"{name}.yaml").read_text()) for name in ("questions", "questions_later"))
    return {
        "written before the code": first,
        "later, development": [question for question in later if question["use"] == "development"],
        "later, validation": [question for question in later if question["use"] == "validation"],
    }


def score(engine: Engine, among: list[dict[str, Any]], show: bool) -> Counter[tuple[bool, bool]]:
    """How often each of (has an answer, was understood) holds."""
    counts: Counter[tuple[bool, bool]] = Counter()
    for wanted in among:
        asked, has_answer = understand(engine, wanted["question"]), "query" in wanted
        right = asked.query in wanted["query"] and asked.params == wanted["params"] if has_answer else not asked.query
        counts[has_answer, right] += 1
        if show and not right:
            print(f"  {wanted['question']} -> {asked.query} {asked.params} {asked.reason}")
    return counts


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_embedded(Path(folder))
        for path in sorted((CORPUS / "papers").glob("*.pdf")):
            project(engine, extract(read(path), path.name))
        for name, among in questions().items():
            counts = score(engine, among, len(sys.argv) > 1 and "validation" not in name)
            understood, answerable = counts[True, True], counts[True, True] + counts[True, False]
            refused, others = counts[False, True], counts[False, True] + counts[False, False]
            print(f"{name}: {understood} of {answerable} understood, {refused} of {others} without an answer refused")
        engine.close()


if __name__ == "__main__":
    main()
