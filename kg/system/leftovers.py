"""Files and folders of work in progress, and sweeping what dead processes left of theirs.

Each is locked by the process that made it. The lock is the system's: it ends with its holder, however that
ends, and counts between containers, where the number of a process says nothing.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.system import spills

FOLDER = "kg-work-"
"""How the names of our folders below the one for temporary files begin."""
_LOCK = "lock"


def locked(handle: int) -> bool:
    """Take the lock of an open file without waiting; False when another process holds it.

    Raises:
        OSError: files have no locks there.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def claimed(path: Path, mode: int = 0o600) -> int | None:
    """Open a file, make it if need be, and take its lock.

    Returns:
        The open file; None when another process has the lock, or swept the file meanwhile.

    Raises:
        OSError: it cannot be made, or files have no locks there.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), mode)
    try:
        if locked(handle) and os.path.samestat(os.fstat(handle), os.stat(path)):
            return handle
    except FileNotFoundError:
        pass
    except OSError:
        os.close(handle)
        raise
    os.close(handle)
    return None


def sweep_temporary() -> None:
    """Delete what dead processes of this user left for temporary: our folders, and the engine's."""
    folder = Path(tempfile.gettempdir())
    sweep(folder, lambda name: name.startswith(FOLDER), _LOCK)
    spills.sweep(str(folder))


def sweep(folder: Path, ours: Callable[[str], object], lock: str = "") -> None:
    """Delete what dead processes of this user left in a folder; what cannot be deleted stays.

    Args:
        folder: where to look.
        ours: tells by its name whether something is one of our files, or folders when there is a `lock`.
        lock: name of the file in each folder that is locked.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        found = [Path(entry.path) for entry in entries if ours(entry.name)]
        for path in found:
            with suppress(OSError):
                _sweep(path, lock)


def _sweep(path: Path, lock: str) -> None:
    looked = path.lstat()
    right = stat.S_ISDIR(looked.st_mode) if lock else stat.S_ISREG(looked.st_mode)
    mine = not hasattr(os, "getuid") or looked.st_uid == os.getuid()
    handle = claimed(path / lock) if right and mine else None
    if handle is None:
        return
    try:
        if lock:
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
    finally:
        os.close(handle)


class Folder:
    """A folder for work in progress; making one sweeps those of dead processes.

    Attributes:
        path: the folder, for this user only.

    Example:
        >>> with Folder() as path:
        ...     (path / "a").write_text("one")
        3
        >>> path.exists()
        False
    """

    def __init__(self, beside: Path | None = None) -> None:
        """Make the folder, empty but for its lock.

        Args:
            beside: an existing folder to make it in, instead of the one for temporary files (TMPDIR).
        """
        if beside is None:
            sweep_temporary()
        else:
            sweep(beside, lambda name: name.startswith(FOLDER), _LOCK)
        handle = None
        while handle is None:
            self.path = Path(tempfile.mkdtemp(prefix=FOLDER, dir=beside))
            held: list[int] = []
            self.close: Callable[[], object] = weakref.finalize(self, _delete, self.path, held)
            """Delete the folder; it also happens when it is forgotten, and calling twice is fine."""
            with suppress(FileNotFoundError):  # swept before it was locked
                handle = claimed(self.path / _LOCK)
            held += [] if handle is None else [handle]

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *error: object) -> None:
        self.close()


def _delete(path: Path, held: list[int]) -> None:
    shutil.rmtree(path, ignore_errors=True)
    for handle in held:
        os.close(handle)
        shutil.rmtree(path, ignore_errors=True)  # where an open file cannot be deleted (Windows)
