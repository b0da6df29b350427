"""Folders that the embedded engine makes, each time it opens a file, for rows that do not fit into memory.

It removes them itself, unless its process is killed.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress

_NAME = re.compile(r"grafeo-.+-(\d{1,9})-[0-9a-f]{16}\.spill")
"""With the number of the process."""


def sweep(folder: str) -> None:
    """Delete what dead processes of this user left in a folder; what cannot be deleted stays.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     os.mkdir(os.path.join(folder, "grafeo-memory-999999999-0123456789abcdef.spill"))
        ...     sweep(folder)
        ...     os.listdir(folder)
        []
    """
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for name in os.listdir(folder):
            spilled, path = _NAME.fullmatch(name), os.path.join(folder, name)
            if spilled and _dead(int(spilled[1])) and os.lstat(path).st_uid == os.getuid():
                from shutil import rmtree

                rmtree(path, ignore_errors=True)


def _dead(number: int) -> bool:
    """Return whether no process has this number."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False
