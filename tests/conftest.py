"""What all tests share: the shared papers where they are at hand, and an honest last line on what was not tested.

A test that lacks something of its surroundings calls `not_tested(what, why)`. That is a skip for a user, and a failure
with CI=true, where everything is at hand.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling, Scheduling

from miner.parallel import cores

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
REPO = Path(__file__).parents[1]
SHARED = REPO.parent / "shared"
_MARK = "not tested: "
# Files that run on one worker: a Neo4j takes half a minute of the processor to start and to plan its first queries.
_NEO4J = {
    "asked": ("answers", "readonly", "sample_papers", "first_rows"),
    "written": ("projection", "exports", "identity", "schema", "analysis", "belief", "engine"),
}
_TOGETHER = {f"tests/graph/test_{name}.py": group for group, names in _NEO4J.items() for name in names}
# Begun first, so that no process is left alone with one of them at the end.
_LONGEST = (
    "asked",
    "written",
    "test_real_papers.py",
    "test_app.py",
    "test_crash.py",
    "test_tour.py",
    "test_docs.py",
    "test_cli.py",
    "test_extraction.py",
    "test_ocr.py",
    "test_extending.py",
    "test_package.py",
    "test_literature_commands.py",
    "test_review.py",
    "test_embedded.py",
    "test_questions.py",
    "test_renderings.py",
    "test_resolve.py",
)

pytest_plugins = ("engines", "browsing")


def not_tested(what: str, why: str) -> None:
    """Skip the running test, and have the last line of the run say what was left out."""
    pytest.skip(f"{_MARK}{what} ({why})")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers and gold beside the repository."""
    if not SHARED.is_dir():
        not_tested("real papers and gold", "no folder ../shared beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def review(shared: Path) -> Path:
    """The review on anodes, with its renderings as PDF."""
    return shared / "papers" / "anode-solutions-review"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores, up to four: a worker waits for a browser or a server much of its time."""
    return min(cores() + 1, 4)


class _Scheduling(LoadFileScheduling):
    """Gives a worker whole files, and those that go `_TOGETHER`."""

    def _split_scope(self, nodeid: str) -> str:
        return scope(nodeid)


def scope(nodeid: str) -> str:
    file = nodeid.partition("::")[0]
    return _TOGETHER.get(file, file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    return _Scheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files by how long they take, as far as it is known."""
    order = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: order.get(Path(scope(item.nodeid)).name, len(order)))


_left_out: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and isinstance(report.longrepr, tuple) and _MARK in report.longrepr[2]:
        _left_out.add(report.longrepr[2].partition(_MARK)[2])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if _left_out and os.environ.get("CI") == "true":
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure() -> None:
    if _left_out:
        sys.stdout.write("Not tested here: " + "; ".join(sorted(_left_out)) + "\n")
