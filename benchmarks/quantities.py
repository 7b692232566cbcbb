"""Recall of quantities in our units on MeasEval (SemEval 2021, task 8), abstracts and paragraphs of all sciences.

It tells whether the grammar of quantities is more than a battery paper's: a gold quantity counts where its printed unit
is one that the miner knows, and is found where ours overlaps it with the same first number.
usage: python benchmarks/quantities.py [FOLDER with text/ and tsv/]
"""

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

from miner.quantities import quantities
from miner.units import UNIT, read_unit

FOLDER = Path(__file__).parents[1].parent / "shared/quantity-gold/measeval/train"
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def gold(folder: Path) -> list[tuple[str, int, int, str, str]]:
    """The quantities in our units: text, start, end, printed form, unit."""
    found = []
    for table in sorted((folder / "tsv").glob("*.tsv")):
        text = (folder / "text" / f"{table.stem}.txt").read_text(encoding="utf-8")
        with table.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                unit = json.loads(row["other"] or "{}").get("unit", "") if row["annotType"] == "Quantity" else ""
                if unit and UNIT.fullmatch(unit) and read_unit(unit) and NUMBER.search(row["text"]):
                    found.append((text, int(row["startOffset"]), int(row["endOffset"]), row["text"], unit))
    return found


def is_found(text: str, start: int, end: int, printed: str) -> bool:
    """Whether one of our quantities overlaps the gold one and has one of its numbers."""
    numbers = set(NUMBER.findall(printed))
    ours = [q for q in quantities(text) if q.unit and q.start < end and start < q.end]
    return any(numbers & set(NUMBER.findall(q.printed)) for q in ours)


def main() -> None:
    """Print recall, by unit where something was missed, with an example of each."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not folder.exists():
        print(f"{folder} is not there; give the folder of MeasEval's training data.")
        return
    every, missed = Counter(), {}
    for text, start, end, printed, unit in gold(folder):
        every[unit] += 1
        if not is_found(text, start, end, printed):
            missed.setdefault(unit, []).append(text[max(0, start - 25) : end + 10].replace("\n", " "))
    lost = sum(map(len, missed.values()))
    total = every.total()
    print(f"MeasEval: {total - lost} of {total} quantities in our units found, recall {(total - lost) / total:.3f}")
    for unit, examples in sorted(missed.items(), key=lambda item: -len(item[1])):
        print(f"  {unit:10} {len(examples):3} of {every[unit]:3} missed, such as ... {examples[0]} ...")


if __name__ == "__main__":
    main()
