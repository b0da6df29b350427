"""A lock on an open file that ends with its process, however that ends."""

from __future__ import annotations

import sys


def take(handle: int) -> bool:
    """Take the lock of an open file without waiting; False when it is held already.

    Args:
        handle: number of the open file; the lock ends when it is closed.

    Example:
        >>> from tempfile import TemporaryFile
        >>> with TemporaryFile() as file:
        ...     take(file.fileno())
        True
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
