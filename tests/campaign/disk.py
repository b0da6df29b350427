"""A small disk of its own, on which a given room is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BALLAST = "ballast"
PAGE = 4096
"""Bytes in which the disk gives room."""


class Disk:
    """A folder that is a disk."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; see `mounted`."""
        self.folder = folder

    def clear(self) -> None:
        """Delete everything on it."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def leave(self, room: int) -> None:
        """Fill it but for some bytes, in whole pages."""
        state = os.statvfs(self.folder)
        size = state.f_bavail * state.f_frsize - room // PAGE * PAGE
        with (self.folder / BALLAST).open("wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, size)

    def files(self) -> dict[str, bytes]:
        """Return the content of everything but the ballast, by path."""
        paths = [path for path in self.folder.rglob("*") if path.is_file() and path.name != BALLAST]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}


@contextmanager
def mounted(folder: Path, kilobytes: int = 64 * 1024) -> Iterator[Disk]:
    """Mount a disk in memory; skip where nobody may."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)
