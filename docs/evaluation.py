"""Takes measurements and writes docs/evaluation.md: each with its command, its peer, its date and its output as it is.

usage: python docs/evaluation.py [evaluate | bench | NAME] ...    (without any: writes the page anew, measures nothing)

What is measured stands in docs/evaluation.yaml. The page is the record, too: what is not taken again stays as it was.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import glob
from pathlib import Path
from typing import Any

import yaml

from miner.library import made_by

ROOT = Path(__file__).parents[1]
LIST, PAGE = (Path(__file__).with_suffix(ending) for ending in (".yaml", ".md"))
HEAD = """# Evaluation

Written by `make evaluate` and `make bench` (`python docs/evaluation.py NAME` takes one measurement). Each shows what
its command printed, when, by which rules, and how busy the machine was. Gold and papers that may not be given away lie
in `../shared`, beside the repository; without them less is measured, and the output says so.
"""
_OUTPUT = re.compile(r"\n\n```text\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Taken:
    """A measurement: when and how it was taken, in sentences, and what it printed."""

    how: str
    output: str
    failed: bool = False


def take(command: str) -> Taken:
    """Run a command in the repository and show what it prints; one that fails is recorded as such."""
    load, started = os.getloadavg()[0], time.monotonic()
    lines: list[str] = []
    with subprocess.Popen(
        _words(command), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as run:
        for line in run.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.replace("```", "'''").rstrip() + "\n")
    how = (
        f"Taken on {datetime.now(UTC):%Y-%m-%d} by AnodeGraph {made_by()} in {time.monotonic() - started:.0f} s, "
        f"on {os.cpu_count()} cores with a load of {load:.1f} before."
    )
    return Taken(f"{how} **It failed.**" if run.returncode else how, "".join(lines), bool(run.returncode))


def _words(command: str) -> list[str]:
    """A command's words; one with a star stands for the files that are there."""
    found: list[str] = []
    for word in shlex.split(command):
        found += sorted(glob(word, root_dir=ROOT)) if "*" in word else [word]  # noqa: PTH207
    return found


def recorded(page: str) -> dict[str, Taken]:
    """The measurements that a page shows, by name."""
    found: dict[str, Taken] = {}
    for section in page.split("\n## ")[1:]:
        how, output = re.search(r"^Taken on .+", section, re.MULTILINE), _OUTPUT.search(section)
        if how:
            found[section.partition("\n")[0]] = Taken(how[0], output[1] if output else "")
    return found


def written(listed: Mapping[str, Any], taken: Mapping[str, Taken]) -> str:
    """The page."""
    lines = [HEAD, "## What does not work yet\n", *(f"- {what}" for what in listed["not_yet"])]
    for entry in listed["measured"]:
        lines += [f"\n## {entry['name']}\n", f"{entry['tells']} Compared with: {entry['peer']}\n"]
        lines += [f"`{entry['command']}`\n"]
        record = taken.get(entry["name"])
        lines.append(f"{record.how}\n\n```text\n{record.output}```" if record else "Not taken yet.")
    return "\n".join(lines) + "\n"


def main(page: Path = PAGE, listed: Path = LIST, asked: tuple[str, ...] = tuple(sys.argv[1:])) -> int:
    """Take what is asked for, and write the page after each; 1 where a measurement failed or is unknown."""
    measurements = yaml.safe_load(listed.read_text("utf-8"))
    chosen = [entry for entry in measurements["measured"] if not {entry["by"], entry["name"]}.isdisjoint(asked)]
    if asked and not chosen:
        names = ", ".join(entry["name"] for entry in measurements["measured"])
        print(f"Nothing is called {', '.join(asked)}: there is {names}.")
        return 1
    taken = recorded(page.read_text("utf-8")) if page.exists() else {}
    page.write_text(written(measurements, taken), encoding="utf-8")
    failed = False
    for entry in chosen:
        print(f"\n{entry['name']}: {entry['command']}", flush=True)
        taken[entry["name"]] = take(entry["command"])
        failed |= taken[entry["name"]].failed
        page.write_text(written(measurements, taken), encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
