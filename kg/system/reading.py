"""Files that somebody else may have chosen, as in a pull request: read when regular, inside and small enough.

A pipe would be waited for, a device read until memory ends, and a link could show what lies elsewhere.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

FACTS = 10_000_000
"""Bytes of a seed file; more facts go into several files, or come as lines of JSON, which are streamed."""
IMPORT = 250_000_000
"""Bytes of a packed file of imported facts: some millions of claims."""
TEXT = 50_000_000
"""Bytes of the text of a document, of a statement, of a file of values."""

Place = str | os.PathLike[str]
STANDARD_INPUT = "-"


class Unfit(OSError):
    """A file that is not read.

    Attributes:
        todo: what to do about it.
    """

    def __init__(self, what: str, path: Place, todo: str) -> None:
        """Keep what is wrong as the system's own errors do."""
        super().__init__(errno.EINVAL, what, os.fspath(path))
        self.todo = todo


def read(path: Place, most: int | None, inside: Place | None = None) -> bytes:
    """Return what a regular file holds; links are followed as long as they stay inside.

    Args:
        path: the file.
        most: bytes that it may hold; None for any.
        inside: the folder that it must lie in, itself wherever it is; None for anywhere.

    Raises:
        Unfit: it is a pipe or a device, lies outside, or is too large.
        OSError: it cannot be read.

    Example:
        >>> read(os.devnull, FACTS)
        Traceback (most recent call last):
        kg.system.reading.Unfit: [Errno 22] it is a device, and only files are read: '/dev/null'
    """
    fit(path, most, inside)
    with open(path, "rb", opener=_without_waiting) as file:
        _check(os.fstat(file.fileno()), path, most)
        return bounded(file, path, most)


def fit(path: Place, most: int | None, inside: Place | None = None) -> int:
    """Return how many bytes a file holds that may be read; see `read`."""
    looked = os.stat(path)  # before it is opened, which a device might notice
    if inside is not None:
        root = os.path.realpath(inside)
        if os.path.commonpath((root, os.path.realpath(path))) != root:
            raise Unfit(
                f"it is a link that leads out of {os.fspath(inside)}", path, "put the file itself there"
            )
    _check(looked, path, most)
    return looked.st_size


def bounded(file: IO[bytes], path: Place, most: int | None) -> bytes:
    """Return the rest of an open file.

    Raises:
        Unfit: it holds more than it may.
    """
    content = file.read() if most is None else file.read(most + 1)
    if most is not None and len(content) > most:
        raise _too_large(path, most)
    return content


def head(path: Place, most: int) -> bytes:
    """Return how a regular file begins.

    Args:
        path: the file.
        most: bytes to return.

    Raises:
        Unfit: it is a pipe or a device.
        OSError: it cannot be read.
    """
    _check(os.stat(path), path, None)  # before it is opened, which a device might notice
    with open(path, "rb", opener=_without_waiting) as file:
        _check(os.fstat(file.fileno()), path, None)
        return file.read(most)


@contextmanager
def stream(place: str) -> Iterator[IO[bytes]]:
    """Open what a person named on the command line: a file, a pipe, or `-` for standard input.

    Raises:
        OSError: it cannot be opened.
    """
    if place == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with open(place, "rb") as file:
        yield file


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check(looked: os.stat_result, path: Place, most: int | None) -> None:
    mode = looked.st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
    if not stat.S_ISREG(mode):
        kind = "pipe" if stat.S_ISFIFO(mode) else "socket" if stat.S_ISSOCK(mode) else "device"
        raise Unfit(f"it is a {kind}, and only files are read", path, "put a file there")
    if most is not None and looked.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Place, most: int) -> Unfit:
    return Unfit(f"it holds more than {most:,} bytes", path, "divide it into several")
