"""Limits of the process that reads a file: processor seconds, seconds by the clock, bytes of address space."""

from __future__ import annotations

import contextlib

SECONDS, PATIENCE, MEMORY = 60, 240, 2_000_000_000
# A page that is read by OCR may take this much more, and this many of them are read in one file.
OCR_SECONDS, OCR_PAGES = 60, 200


def limit() -> None:
    """Bound this process, where the system can."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def extend() -> None:
    """Give this process the time for one more page of OCR, if its time is bounded."""
    with contextlib.suppress(ImportError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        if soft != resource.RLIM_INFINITY:
            most = soft + OCR_SECONDS if hard == resource.RLIM_INFINITY else min(soft + OCR_SECONDS, hard)
            resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
