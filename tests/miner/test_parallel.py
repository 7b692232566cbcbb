"""Jobs on several processes come back in their order, whatever dies meanwhile."""

import multiprocessing
import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from miner.errors import UserError
from miner.parallel import in_order


def _double(number: int) -> int:
    time.sleep(0.05 * (number % 3))
    return 2 * number


def _die_once(died: Path, number: int) -> int:
    if number == 2 and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def _die_of_two(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def _refuse_two(number: int) -> int:
    if number == 2:
        raise UserError("Two is too much.")
    return 2 * number


def test_results_come_in_the_order_of_the_jobs_and_what_is_not_needed_is_not_done() -> None:
    done = list(in_order(_double, range(7), lambda number: number != 3, workers=2))
    assert [(one.job, one.result) for one in done] == [(n, None if n == 3 else 2 * n) for n in range(7)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_ends_in_an_error_keeps_no_other_from_its_result(workers: int) -> None:
    done = list(in_order(_refuse_two, range(4), lambda _: True, workers))
    assert [one.result for one in done] == [0, 2, None, 6]
    assert [str(one.error) for one in done if one.error] == ["Two is too much."]


def test_a_job_whose_process_was_killed_is_done_again(tmp_path: Path) -> None:
    done = list(in_order(partial(_die_once, tmp_path / "died"), range(5), lambda _: True, workers=2))
    assert [one.result for one in done] == [0, 2, 4, 6, 8]


def test_a_job_that_kills_its_process_twice_is_given_up_and_the_others_are_done() -> None:
    done = list(in_order(_die_of_two, range(5), lambda _: True, workers=2))
    assert [one.result for one in done] == [0, 2, None, 6, 8]
    assert [one.job for one in done if one.error and "process was killed" in str(one.error)] == [2]


@pytest.mark.timeout(60)
def test_a_process_that_is_killed_when_nothing_is_left_to_do_does_not_keep_the_run_waiting() -> None:
    for _ in range(4):
        done = in_order(_double, range(4), lambda _: True, workers=2)
        assert [next(done).result for _ in range(4)] == [0, 2, 4, 6]
        # One of the idle processes holds the lock of the queue.
        for child in multiprocessing.active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
            break
        assert next(done, None) is None
