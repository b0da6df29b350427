"""A lock between processes that ends with its holder, however that ends."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.system import leftovers


@contextmanager
def locked(path: Path, timeout: float, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file; the operating system frees it even after `kill -9`.

    Args:
        path: the lock file; it is made and stays, only the lock on it counts.
        timeout: seconds to wait for another holder.
        waiting: called once when the lock is not free at once.

    Raises:
        StoreError: still held after the timeout.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end, told = time.monotonic() + timeout, False
        while not leftovers.locked(handle):
            if not told:
                waiting()
                told = True
            if time.monotonic() > end:
                raise StoreError(
                    Problem(
                        f"another process has held {path} for {timeout:.0f} s",
                        todo="wait for it to end, or end it, and try again",
                        code="locked",
                    )
                )
            time.sleep(0.1)
        yield
    finally:
        os.close(handle)
