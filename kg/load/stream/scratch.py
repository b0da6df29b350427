"""The folder where a load keeps what does not fit into memory."""

from __future__ import annotations

from pathlib import Path

from kg.load.stream.known import Known
from kg.load.stream.spool import Records, Spool
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

    def close(self) -> None:
        """Close and delete everything; calling twice is fine."""
        for item in self._open:
            item.close()
        self._open.clear()
        self._folder.close()
