"""Putting in order what need not fit into memory."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import batched
from pathlib import Path
from typing import Any

from kg.system.leftovers import Folder

AT_ONCE = 50_000
"""Items that are sorted in memory."""
TOGETHER = 500
"""Items that are read from a file at a time."""


def ordered[T](items: Iterable[T], key: Callable[[T], Any], at_once: int = AT_ONCE) -> Iterator[T]:
    """Yield items in order; what is too much to be sorted at once goes to files of its own, which are merged.

    Args:
        items: what can be pickled.
        key: by what they are ordered; equal ones stay as they come.
        at_once: how many are sorted in memory.

    Example:
        >>> list(ordered([3, 1, 2, 5, 4], key=lambda n: n, at_once=2))
        [1, 2, 3, 4, 5]
    """
    with Folder() as folder:
        runs: list[Path] = []
        for some in batched(items, at_once):
            run = sorted(some, key=key)
            if len(run) < at_once and not runs:
                yield from run
                return
            runs.append(folder / str(len(runs)))
            with runs[-1].open("wb") as file:
                for together in batched(run, TOGETHER):
                    pickle.dump(together, file, pickle.HIGHEST_PROTOCOL)
        yield from merge(*map(_read, runs), key=key)


def _read(run: Path) -> Iterator[Any]:
    with run.open("rb") as file:
        while file.peek(1):
            yield from pickle.load(file)
