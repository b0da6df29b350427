"""Batches on their way to a server: the next is made and packed while the server works on the last."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from kg.store.protocol import Progress

Writer = Callable[[str, dict[str, Any]], object]
"""Runs one statement with its parameters; used by one thread at a time."""


class Pipe:
    """Runs statements through one or more writers, as many at a time as there are writers.

    What a writer raises is raised by the next call, and nothing new is begun after it.

    Example:
        >>> done = []
        >>> with Pipe([lambda statement, rows: None], done.append) as pipe:
        ...     pipe.write("UNWIND $rows AS row RETURN row", [1, 2])
        ...     pipe.drain()
        >>> done
        [2]
    """

    def __init__(self, writers: Sequence[Writer], progress: Progress) -> None:
        """Start a thread for each writer."""
        self._free: SimpleQueue[Writer] = SimpleQueue()
        for writer in writers:
            self._free.put(writer)
        self._most = len(writers)
        self._pool = ThreadPoolExecutor(self._most)
        self._waiting: deque[tuple[Future[None], int]] = deque()
        self._progress = progress

    def write(self, statement: str, rows: list[Any]) -> None:
        """Hand a batch to a writer; wait for the oldest one when all are busy."""
        if len(self._waiting) >= self._most:
            self._finish()
        self._waiting.append((self._pool.submit(self._run, statement, rows), len(rows)))

    def drain(self) -> None:
        """Wait until everything is written."""
        while self._waiting:
            self._finish()

    def _run(self, statement: str, rows: list[Any]) -> None:
        writer = self._free.get()
        try:
            writer(statement, {"rows": rows})
        finally:
            self._free.put(writer)

    def _finish(self) -> None:
        future, rows = self._waiting.popleft()
        future.result()
        self._progress(rows)

    def __enter__(self) -> Self:
        """Return the pipe."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for what has begun, whatever becomes of it."""
        self._pool.shutdown(cancel_futures=True)
