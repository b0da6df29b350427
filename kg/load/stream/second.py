"""A second process reads a part of the lines: claims that name nothing but what is known when it begins.

It makes rows and says nothing of what is wrong: a line with which anything is wrong, or that has to wait for
others, comes back unread, and the first process reads it as if it were alone.
"""

from __future__ import annotations

import contextlib
import gc
import marshal
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.load.stream.file_rows import FileRows, Line

if TYPE_CHECKING:
    from kg.load.stream.scratch import Scratch
    from kg.sources.lines import Source, Told

LEAST = 8 * 2**20
"""Bytes of text below which a second process is not worth its beginning."""
_NEW_OBJECTS = 50_000
"""How many there may be before memory is searched for those that nobody uses; Python has 700."""
OWN, THEIRS = 200_000, 500_000
"""Bytes of lines that each process reads at a time; the first one also takes in the rows of the second."""


def read(source: Source, scratch: Scratch, told: Told = lambda size: None) -> FileRows:
    """Read a whole file, with a second process when there is one to be had; look at `faults` afterwards.

    Raises:
        SeedError: the file cannot be read.
    """
    rows = FileRows(source, scratch)
    with _seldom_searched():
        _read_lines(rows, source.lines(told))
        rows.finish()
    return rows


@contextlib.contextmanager
def _seldom_searched() -> Iterator[None]:
    """Let Python search memory less often for objects that only name each other, which rows never do."""
    usual = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _read_lines(rows: FileRows, lines: Iterator[Line]) -> None:
    for number, line in lines:
        if rows.line(number, line):  # the first claim: most of what claims name is known
            break
    second = Second.begun(rows)
    if second is not None:
        try:
            lines = _together(rows, second, lines)
        finally:
            second.close()
    while some := _some(lines, OWN):
        rows.take(some, rows.made(some))


def _together(rows: FileRows, second: Second, lines: Iterator[Line]) -> Iterator[Line]:
    """Read lines in turns, and return those that are left when the second process ends."""
    theirs: list[Line] = []
    while True:
        own, next_ = _some(lines, OWN), _some(lines, THEIRS)
        made = second.answer() if theirs else []
        alive = made is not None and (not next_ or second.send(next_))
        rows.take(theirs, made or [None] * len(theirs))
        if not alive or not next_:
            return chain(own, next_, lines)
        rows.take(own, rows.made(own))
        theirs = next_


def _some(lines: Iterator[Line], most: int) -> list[Line]:
    some, size = [], 0
    for number, line in lines:
        some.append((number, line))
        size += len(line)
        if size >= most:
            break
    return some


class Second:
    """The second process, and the two pipes to it."""

    def __init__(self, rows: FileRows, process: int, down: int, up: int) -> None:
        """Keep its number and our ends of the pipes; see `begun`."""
        self._rows, self._process = rows, process
        self._down, self._up = os.fdopen(down, "wb"), os.fdopen(up, "rb")

    @classmethod
    def begun(cls, rows: FileRows) -> Second | None:
        """Begin it; None where it is not worth it, or not safe, as beside other threads."""
        small = rows.source.size * (8 if rows.source.packed else 1) < LEAST
        if small or not rows.known.whole or _processors() < 2 or threading.active_count() > 1:
            return None
        if not hasattr(os, "fork"):
            return None
        (read_down, down), (up, write_up) = os.pipe(), os.pipe()
        process = os.fork()
        if process:
            os.close(read_down)
            os.close(write_up)
            return cls(rows, process, down, up)
        try:  # nothing of the first process may be cleared away by the second
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            os.close(down)
            os.close(up)
            with open(read_down, "rb") as given, open(write_up, "wb") as out:
                rows.outlines.apart()
                while (data := _read(given)) is not None:
                    made = rows.made(data)
                    _write(out, (rows.outlines.new(), made))
        finally:
            os._exit(0)

    def send(self, lines: Sequence[Line]) -> bool:
        """Hand over lines; return whether it still lives."""
        try:
            _write(self._down, lines)
        except OSError:
            return False
        return True

    def answer(self) -> list[Any] | None:
        """Return what it made of the lines that it was given last; None when it has ended."""
        answer = _read(self._up)
        if answer is None:
            return None
        outlines, made = answer
        self._rows.outlines.learn(outlines)
        lines: list[Any] = made
        return lines

    def close(self) -> None:
        """Let it end."""
        with contextlib.suppress(OSError):
            self._down.close()
        self._up.close()
        os.waitpid(self._process, 0)


def _write(out: Any, value: Any) -> None:
    data = marshal.dumps(value)
    out.write(len(data).to_bytes(8, "little") + data)
    out.flush()


def _read(given: Any) -> Any:
    head = given.read(8)
    data = given.read(int.from_bytes(head, "little")) if len(head) == 8 else b""
    return marshal.loads(data) if data and len(data) == int.from_bytes(head, "little") else None


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
