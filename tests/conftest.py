"""What all tests share: the shared papers where they are at hand, and an honest last line on what was not tested.

A test that lacks something of its surroundings calls `not_tested(what, why)`. That is a skip for a user, and a failure
with CI=true, where everything is at hand.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
REPO = Path(__file__).parents[1]
SHARED = REPO.parent / "shared"
_MARK = "not tested: "
# Begun first, so that no process is left alone with one of them at the end.
_LONGEST = (
    "test_real_papers.py",
    "test_crash.py",
    "test_app.py",
    "test_projection.py",
    "test_cli.py",
    "test_docs.py",
    "test_literature_commands.py",
    "test_sample_papers.py",
    "test_ocr.py",
    "test_extraction.py",
    "test_readonly.py",
    "test_mutations.py",
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files by how long they take, as far as it is known."""
    order = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))


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
