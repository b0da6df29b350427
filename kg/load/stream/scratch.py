"""The folder where a load keeps what does not fit into memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError, StoreError
from kg.load.stream.known import Known
from kg.load.stream.spool import Records, Spool
from kg.system.full_disk import is_full, refused
from kg.system.leftovers import Folder


class Scratch:
    """A folder of its own below the one for temporary files (TMPDIR), and what is open in it.

    Example:
        >>> scratch = Scratch()
        >>> spool = scratch.spool("nodes", parts=4)
        >>> scratch.close()
        >>> scratch.path.exists()
        False
    """

    def __init__(self) -> None:
        """Make the folder."""
        self._folder = Folder()
        self.path: Path = self._folder.path
        self._open: list[Spool | Records | Known] = []

    def spool(self, name: str, parts: int = 1) -> Spool:
        """Open a spool."""
        spool = Spool(self.path / name, parts)
        self._open.append(spool)
        return spool

    def records(self, name: str) -> Records:
        """Open records that are read by their number."""
        records = Records(self.path / name)
        self._open.append(records)
        return records

    def known(self) -> Known:
        """Open a place for what claims look up."""
        known = Known(self.path / "known")
        self._open.append(known)
        return known

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Say of a disk that is full that it is, and where.

        Raises:
            StoreError: the block met one.
        """
        try:
            yield
        except Exception as error:
            if isinstance(error, KgError) or not is_full(error):
                raise
            what = f"cannot keep what is read in {self.path.parent}"
            raise StoreError(refused(what, error, "name a folder with more of it in TMPDIR")) from error

    def close(self) -> None:
        """Close and delete everything; calling twice is fine."""
        for item in self._open:
            item.close()
        self._open.clear()
        self._folder.close()
