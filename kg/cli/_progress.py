"""A progress bar with rate and time left, on standard error, when that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

SMALL = 2_000
"""Below this no bar is shown; it would be gone before it is read."""


@contextmanager
def progress(total: int, label: str, unit: str, scale: int = 1) -> Iterator[Callable[[int], None]]:
    """Yield what to call with the steps done since the last call.

    Args:
        total: steps in all.
        label: what is being done.
        unit: what the steps are, after their number per second.
        scale: steps in one unit; 1,000,000 for bytes shown as MB.
    """
    if total < SMALL or not sys.stderr.isatty():
        yield lambda steps: None
        return
    start = time.monotonic()
    done = 0

    def rate(item: object) -> str:
        return f"{done / scale / max(0.001, time.monotonic() - start):,.0f} {unit}/s"

    with click.progressbar(
        length=total, label=label, file=sys.stderr, show_percent=True, show_eta=True, item_show_func=rate
    ) as bar:

        def told(steps: int) -> None:
            nonlocal done
            done += steps
            bar.update(steps, done)

        yield told
