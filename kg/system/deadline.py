"""Work that is waited for no longer than some time."""

from __future__ import annotations

import threading
from collections.abc import Callable


def within[T](seconds: float, work: Callable[[], T]) -> T | None:
    """Return what a function returns, or None when it takes longer.

    It is then left behind, and ends with the process.

    Raises:
        Exception: what the function raised.
    """
    got: list[T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            got.append(work())
        except Exception as error:
            failed.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if failed:
        raise failed[0]
    return got[0] if got else None
