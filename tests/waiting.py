"""Waiting in tests: for a condition, never for a time."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable


def until[T](
    reached: Callable[[], T],
    seconds: float = 60.0,
    possible: Callable[[], bool] = lambda: True,
    what: str = "end",
    every: float = 0.02,
) -> T:
    """Ask again and again until the answer counts as true, and return it.

    Args:
        reached: the condition.
        seconds: after which the test has failed.
        possible: asked, too; once it says no, the test has failed.
        what: is waited for, in the message of a failure.
        every: seconds between two questions.
    """
    end = time.monotonic() + seconds
    while not (answer := reached()):
        assert possible(), f"{what} can no longer come"
        assert time.monotonic() < end, f"no {what} after {seconds:.0f} s"
        time.sleep(every)
    return answer


def still[T](look: Callable[[], T], times: int = 5, seconds: float = 60.0) -> T:
    """Look until the same was seen so many times one after the other, and return it."""
    seen: list[T] = []

    def same() -> bool:
        seen.append(look())
        return len(seen) >= times and all(one == seen[-1] for one in seen[-times:])

    until(same, seconds)
    return seen[-1]


def child_works(pid: int) -> bool:
    """Say whether a process has a child that has computed for a second."""
    command = ["ps", "-A", "-o", "ppid=,time="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    times = [time for parent, time in map(str.split, listed.splitlines()) if int(parent) == pid]
    return any(re.search("[1-9]", re.sub(r"\.\d+$", "", time)) for time in times)
