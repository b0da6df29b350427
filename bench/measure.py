"""Timing two things in turn, so that a machine that slows down slows down both."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(command: Sequence[str]) -> Callable[[], object]:
    """Return a call that runs a whole process and throws its output away."""
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def compare(
    ours: Callable[[], object],
    theirs: Callable[[], object],
    names: tuple[str, str],
    *,
    runs: int = 15,
    limit: float,
) -> float:
    """Run two things in turn, print medians and the median ratio of the pairs, and return that ratio."""
    ours(), theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    medians = [statistics.median(side) * 1000 for side in zip(*pairs, strict=True)]
    ratio = statistics.median(a / b for a, b in pairs)
    for name, median in zip(names, medians, strict=True):
        print(f"{name:<58} {median:9.1f} ms")
    print(
        f"{'ratio (median of ' + str(runs) + ' pairs; wanted: at most ' + str(limit) + ')':<58} {ratio:9.2f}"
    )
    return ratio
