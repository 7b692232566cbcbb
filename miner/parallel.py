"""Work on all cores of this machine or on a Dask cluster: what jobs give comes back in their order."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Any, Generic, TypeVar

from loky import ProcessPoolExecutor

from miner.errors import UserError

Job = TypeVar("Job")
Result = TypeVar("Result")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Done(Generic[Job, Result]):
    """A job with its result, or with the error that ended it."""

    job: Job
    result: Result | None = None
    error: UserError | None = None


def in_order(
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    is_needed: Callable[[Job], bool],
    workers: int,
    scheduler: str = "",
) -> Iterator[Done[Job, Result]]:
    """`work(job)` for each job that needs it, in the order of the jobs, on so many processes or on a Dask cluster.

    Only a few jobs are ahead of the one that is waited for, so that any number of them needs little memory. A job
    whose process dies is done again, and given up with an error where it dies once more.
    """
    with _executor(workers, scheduler) as (submit, ahead):
        waiting: deque[tuple[Job, Future[Result] | None]] = deque()
        for job in jobs:
            waiting.append((job, submit(work, job) if is_needed(job) else None))
            if len(waiting) > ahead:
                yield _done(work, *waiting.popleft())
        while waiting:
            yield _done(work, *waiting.popleft())


def _done(work: Callable[[Job], Result], job: Job, future: Future[Result] | None) -> Done[Job, Result]:
    if not future:
        return Done(job)
    try:
        try:
            return Done(job, future.result())
        except BrokenProcessPool:
            # One process has died and taken all jobs of the pool with it. Alone, the guilty one shows.
            with _pool(1) as pool:
                return Done(job, pool.submit(work, job).result())
    except UserError as error:
        return Done(job, error=error)
    except (BrokenProcessPool, CancelledError) as error:
        return Done(job, error=UserError(f"its process was killed ({type(error).__name__}); is memory short?"))
    except Exception as error:
        if type(error).__name__ not in ("KilledWorker", "FutureCancelledError"):
            raise
        return Done(job, error=UserError("the Dask workers that had it died; see their logs, and run this again."))


@contextmanager
def _executor(workers: int, scheduler: str) -> Generator[tuple[Callable[..., Future[Any]], int], None, None]:
    """What starts a job, and how many to start ahead."""
    if scheduler:
        with _cluster(scheduler) as (executor, threads):
            yield executor.submit, 2 * threads
    elif workers > 1:
        pool = _Pool(workers)
        try:
            yield pool.submit, 2 * workers
        finally:
            pool.current.shutdown(kill_workers=True)
    else:
        yield _here, 0


class _Pool:
    """A pool of processes, and a new one where a process of it has died."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.current = _pool(workers)

    def submit(self, work: Callable[..., Any], job: object) -> Future[Any]:
        try:
            return self.current.submit(work, job)
        except BrokenProcessPool:
            self.current = _pool(self.workers)
            return self.current.submit(work, job)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, as a fork of a process with threads may hang.
    return ProcessPoolExecutor(workers, context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """What a process does first: end at once at Ctrl-C, and with its parent however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    assert parent

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _here(work: Callable[..., Any], job: object) -> Future[Any]:
    future: Future[Any] = Future()
    try:
        future.set_result(work(job))
    except Exception as error:
        future.set_exception(error)
    return future


@contextmanager
def _cluster(scheduler: str) -> Generator[tuple[Executor, int], None, None]:
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise UserError(f"{error.name} is not installed; install anodegraph[dask].") from None
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise UserError(f"No Dask scheduler answers at {scheduler} ({type(error).__name__}); start it first.") from None
    with client:
        threads = sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())
        if not threads:
            raise UserError(f"The Dask scheduler at {scheduler} has no workers; start some with `dask worker`.")
        yield client.get_executor(pure=False), threads
