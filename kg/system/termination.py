"""Being told to end: SIGTERM, or a terminal that goes away, does what Ctrl-C does."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_ASKED = ("SIGTERM", "SIGHUP")
_UNTOUCHED = (signal.SIG_DFL, signal.default_int_handler)
_patience: list[float] = []
"""Seconds that the ways out may take, those of the innermost block last."""


class Terminated(SystemExit):
    """The system told the process to end; everything open is closed and cleared away on the way out."""

    def __init__(self, number: int) -> None:
        """Keep the code that shells expect: 128 and the number of the signal."""
        super().__init__(128 + number)
        self.signal: str = signal.Signals(number).name


@contextmanager
def as_interrupt(*names: str) -> Iterator[None]:
    """Raise `Terminated` where the process is told to end; told again, it ends at once.

    What is ignored (`nohup`) or handled already stays so, and threads other than the main one change nothing.

    Args:
        names: of the signals; SIGTERM and SIGHUP when absent.
    """
    before = {}
    for name in names or _ASKED:
        number = getattr(signal, name, None)
        with suppress(ValueError):
            if number is not None and (handler := signal.getsignal(number)) in _UNTOUCHED:
                signal.signal(number, _end)
                before[number] = handler
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def ending_within(seconds: float) -> Iterator[None]:
    """End a process that is told to end within so many seconds, whatever is still waited for.

    For what waits on the way out for something that need not come, such as a line of standard input.
    """
    _patience.append(seconds)
    try:
        yield
    finally:
        _patience.pop()


def _end(number: int, frame: Any) -> None:
    signal.signal(number, signal.SIG_DFL)
    if _patience:
        last = threading.Timer(_patience[-1], os._exit, [128 + number])
        last.daemon = True
        last.start()
    raise Terminated(number)
