"""One process at a time builds the file of a store, beside it: readers of the old file are not disturbed.

Whoever builds has a folder beside the file, with a lock in it that ends with its process.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg import paths
from kg.system.leftovers import claimed

PATIENCE = 10.0
"""Seconds to wait for another process that builds."""
PAUSE = 0.05
"""Seconds between two looks."""


@contextmanager
def turn(path: str, patience: float | None = None) -> Iterator[str | None]:
    """Wait for the turn to build a file, and yield an empty folder for it; None when the turn did not come.

    The folder is gone afterwards. Of a process that was killed it stays, but not its lock: the next one
    empties it.

    Args:
        path: the file; folders on the way are made.
        patience: seconds to wait; None for as long as it is usual.

    Raises:
        OSError: the folder cannot be made.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with turn(os.path.join(folder, "a")) as room:
        ...         within = os.listdir(folder)
        ...     within, os.listdir(folder)
        (['a.building'], [])
    """
    if "\0" in path:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    room = paths.building(os.path.realpath(path))
    end = time.monotonic() + (PATIENCE if patience is None else patience)
    while (lock := _taken(room)) is None and time.monotonic() < end:
        time.sleep(PAUSE)
    if lock is None:
        yield None
        return
    try:
        _empty(room)
        yield room
    finally:
        with suppress(OSError):  # Windows keeps a file that is open; what is left is swept by the next one
            _empty(room)
            os.unlink(os.path.join(room, _LOCK))
            os.rmdir(room)  # fails when the next one is there already
        os.close(lock)


def sweep(path: str) -> None:
    """Remove what a process that was killed left beside a file, unless somebody builds there."""
    with suppress(OSError), turn(path, patience=0):
        pass


def put(built: str, path: str) -> None:
    """Put a file that was built in the place of another one in one step; what hangs on the old one goes.

    Raises:
        OSError: it cannot be put there; the old one still stands.
    """
    path = os.path.realpath(path)
    if not may_put(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if os.path.isfile(path):
        shutil.copymode(path, built)
    _remove(f"{path}.wal")  # a journal of the old file would be read as one of the new
    os.replace(built, path)


def may_put(path: str) -> bool:
    """Return whether a file may be put there, and a folder for building it beside; nothing is tried."""
    path = os.path.realpath(path)
    if os.path.isdir(path) or (os.path.exists(path) and not os.access(path, os.W_OK)):
        return False
    folder = os.path.dirname(path)
    while not os.path.lexists(folder):
        folder = os.path.dirname(folder)
    return os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)


_LOCK = "lock"


def _taken(room: str) -> int | None:
    """Return the lock of a folder, open and ours, or None while somebody else has it."""
    os.makedirs(room, exist_ok=True)
    try:
        return claimed(Path(room, _LOCK), 0o666)
    except FileNotFoundError:  # its holder has just removed the folder
        return None


def _empty(room: str) -> None:
    for name in os.listdir(room):
        if name != _LOCK:
            _remove(os.path.join(room, name))


def _remove(path: str) -> None:
    """Remove a file or a folder, if there is one."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)
