"""The seal at the end of an embedded file: what was loaded into it, for as long as nobody writes to it.

The engine reads past what stands behind its last page, and writes over it. Whoever changes the file by hand
also changes its time, which the seal names; a copy with a time of its own only has to be compared again.
"""

from __future__ import annotations

import json
import os
import time

_MARK = b"\nkg-seal "
_MOST = 1_000
"""Bytes of a seal, at most."""


def write(path: str, seal: str) -> None:
    """Put a seal in the place of an earlier one, and set the time of the file to that of the seal."""
    with open(path, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        at = max(0, size - _MOST)
        file.seek(at)
        end = file.read().rfind(_MARK)
        if end >= 0:
            size = at + end
        now = int(time.time())  # whole seconds: every file system keeps them
        file.seek(size)
        file.truncate()
        file.write(_MARK + json.dumps({"of": seal, "size": size, "time": now}).encode())
    os.utime(path, (now, now))


def read(path: str) -> str | None:
    """Return the seal of a file; None when there is none, or the file was written to since.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = os.path.join(folder, "graph")
        ...     with open(path, "wb") as file:
        ...         _ = file.write(bytes(5_000))
        ...     before = read(path)
        ...     write(path, "one")
        ...     print(before, read(path))
        None one
    """
    try:
        with open(path, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            at = max(0, size - _MOST)
            file.seek(at)
            last = file.read()
            changed = os.fstat(file.fileno()).st_mtime_ns
    except (OSError, ValueError):  # a path that no system takes is refused by what opens it
        return None
    end = last.rfind(_MARK)
    if end < 0 or os.path.lexists(f"{path}.wal"):  # a journal holds what the file does not hold yet
        return None
    try:
        told = json.loads(last[end + len(_MARK) :])
        fits = told["size"] == at + end and told["time"] * 10**9 == changed
        return str(told["of"]) if fits else None
    except (ValueError, KeyError, TypeError):
        return None
