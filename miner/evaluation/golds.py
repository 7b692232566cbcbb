"""The golds at hand: for each its paper is found, read, mined and scored; then pooled by kind and use."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from miner.errors import UserError
from miner.evaluation.comparison import rules
from miner.evaluation.judged import Judged, calibration, judge
from miner.evaluation.scores import Report, score
from miner.extraction import extract
from miner.jsonform import extraction_json
from miner.readers import read

# Short names, so that a document is one line of a terminal.
_COLUMNS = {
    "value": "measurements/value",
    "triple": "measurements/triple",
    "relat": "measurements/triple+relation",
    "condi": "measurements/conditions",
    "cites": "measurements/cites",
    "probl": "has_problem/group",
    "mitig": "mitigations/group",
    "pairs": "mitigations/pair",
    "studi": "named_studies",
}
# What an item of the gold cannot be compared without.
_NEEDED = {"measurements": {"property"}, "has_problem": {"anode", "problem"}, "mitigations": {"problem", "strategy"}}
_EVIDENCE = {"evid": "share", "v in s": "value_in_sentence", "s in p": "in_source"}


@dataclass(frozen=True, slots=True)
class Row:
    """A scored document, or several pooled. `kind` is "document" or "passage", `use` "development" or "validation".

    `folder` is where the gold stands, `judged` are the claims of one document with whether they are right.
    """

    name: str
    kind: str
    use: str
    report: Report
    folder: str = ""
    judged: tuple[Judged, ...] = ()


def evaluate(golds: Iterable[Path], *, second_reader: bool = False) -> list[Row]:
    """Score our extraction on the paper of each gold file; with `second_reader` its verdicts count in beliefs.

    The paper of `gold/NAME.json` is `gold/NAME.pdf`, `.md` or `.txt`, else the first PDF or JATS file under
    `papers/NAME/` beside `gold`. Raises UserError for a gold file that cannot be read or whose paper is not found.
    """
    return [_row(path, second_reader) for path in golds]


def pooled(rows: Iterable[Row]) -> list[Row]:
    """One row for each kind and use, its counts added up; below it one for each folder where there are several."""
    groups: dict[tuple[str, str], dict[str, list[Report]]] = {}
    for row in rows:
        groups.setdefault((row.kind, row.use), {}).setdefault(row.folder, []).append(row.report)
    found = []
    for (kind, use), folders in sorted(groups.items()):
        reports = [report for inside in folders.values() for report in inside]
        name = f"{len(reports)} {kind}{'s' if len(reports) > 1 else ''}, {use}"
        found.append(Row(name, kind, use, reduce(add, reports)))
        found += [
            Row(f"  {len(inside)} of {folder}", kind, use, reduce(add, inside), folder)
            for folder, inside in sorted(folders.items())
            if len(folders) > 1
        ]
    return found


def table(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """The rows for people: F1 of each part, accuracy of references, shares of evidence, number of items in the gold."""
    shown = []
    for row in rows:
        figures = row.report.figures()
        parts = {short: figures[part]["f1"] for short, part in _COLUMNS.items()}
        evidence = {short: figures["evidence"].get(name) for short, name in _EVIDENCE.items()}
        items = sum(figures[part]["gold"] for part in ("measurements/value", "has_problem/group", "mitigations/group"))
        references = figures["references"]["field_accuracy"]
        shown.append({"document": row.name, **parts, "refer": references, **evidence, "items": items})
    return shown


def calibrations(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Whether beliefs keep what they promise: for each use and bin of belief what share of the statements is right."""
    by_use: dict[str, list[tuple[Judged, ...]]] = {}
    for row in rows:
        by_use.setdefault(row.use, []).append(row.judged)
    return [
        {"statements": f"{use}, {line.pop('belief')}", **line}
        for use, judged in sorted(by_use.items())
        for line in calibration(judged)
    ]


def _row(path: Path, second_reader: bool) -> Row:
    gold = _gold(path)
    paper, text = _paper(path, gold)
    extraction = extract(read(paper), paper.name)
    if second_reader:
        from miner.second_reader import verdicts  # which compares as we do

        extraction = replace(extraction, verdicts=verdicts(extraction))
    found = json.loads(json.dumps(extraction_json(extraction)))
    use = "validation" if path.stem in rules()["validation"] else "development"
    kind = "passage" if paper.suffix == ".txt" else "document"
    folder = "/".join(path.resolve().parent.parts[-2:])
    report = score(gold, found, text and text.read_text(encoding="utf-8"))
    return Row(path.stem, kind, use, report, folder, tuple(judge(gold, extraction)))


def _gold(path: Path) -> dict[str, Any]:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        gold = None
    if not isinstance(gold, dict) or not {"measurements", "has_problem", "mitigations"} <= set(gold):
        raise UserError(f"{path} is not a gold file; give JSON with measurements, has_problem and mitigations.")
    for part, needed in _NEEDED.items():
        items = gold[part] if isinstance(gold[part], list) else [gold[part]]
        for number, item in enumerate(items, start=1):
            if not isinstance(item, dict) or not needed <= item.keys():
                raise UserError(f"{path}: number {number} of {part} is no object with {' and '.join(sorted(needed))}.")
    return gold


def _paper(path: Path, gold: dict[str, Any]) -> tuple[Path, Path | None]:
    """The paper to read, and its text where there is one to compare with."""
    folder = path.parent.parent / "papers" / str(gold.get("document", path.stem))
    inside = [file for kind in ("pdf", "xml", "txt") for file in sorted(folder.rglob(f"*.{kind}"))]
    beside = [file for kind in ("pdf", "md", "txt") if (file := path.with_suffix(f".{kind}")).exists()]
    found = beside or inside
    if not found:
        raise UserError(f"{path}: its paper is neither beside it nor in {folder}; put it there.")
    return found[0], next((file for kind in (".txt", ".md", ".xml") for file in found if file.suffix == kind), None)
