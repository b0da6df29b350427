"""Waiting in tests: for a condition, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable


def until[T](
    reached: Callable[[], T], seconds: float = 60.0, possible: Callable[[], bool] = lambda: True
) -> T:
    """Ask again and again until the answer counts as true, and return it.

    Args:
        reached: the condition.
        seconds: after which the test has failed.
        possible: asked, too; once it says no, the test has failed.
    """
    end = time.monotonic() + seconds
    while not (answer := reached()):
        assert possible(), f"can no longer be: {reached}"
        assert time.monotonic() < end, f"not within {seconds:.0f} s: {reached}"
        time.sleep(0.02)
    return answer
