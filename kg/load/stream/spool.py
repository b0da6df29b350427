"""Records on disk, in partitions that each fit into memory."""

from __future__ import annotations

import marshal
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BUFFERED = 16 * 2**20
"""Bytes that one spool keeps in memory before it writes."""
_WAITING = 4_096
"""Records of bunches that wait in memory."""
_BLOCK = 2**20
"""Bytes that records by number keep in memory before they write."""


_PLAIN = 2
"""The format of bytes that looks for nothing that stands twice, which small records do not have."""


def dumped(record: Any) -> bytes:
    """Return a record in bytes."""
    return marshal.dumps(record, _PLAIN)


class Spool:
    """Small plain records (tuples of text, numbers, lists), appended to one file and read back by partition.

    Each partition fills a buffer; a full one becomes a block of the file. Little data never reaches the disk.

    Example:
        >>> spool = Spool(Path("nowhere"), parts=2)
        >>> spool.add(1, ("kp", 7))
        >>> list(spool.part(0)), list(spool.part(1))
        ([], [('kp', 7)])
    """

    def __init__(self, path: Path, parts: int = 1) -> None:
        """Start without any record; the file is made when the first block is full."""
        self.parts = parts
        self.count: int = 0
        self._path = path
        self._limit = BUFFERED // parts
        self._buffers = [bytearray() for _ in range(parts)]
        self._blocks: list[list[tuple[int, int]]] = [[] for _ in range(parts)]
        self._end = 0
        self._file: Any = None

    def add(self, part: int, record: Any) -> None:
        """Append one record to a partition."""
        self.add_dumped(part, dumped(record))

    def add_dumped(self, part: int, data: bytes) -> None:
        """Append one record that somebody else has put into bytes already."""
        buffer = self._buffers[part]
        buffer += len(data).to_bytes(4, "little")
        buffer += data
        self.count += 1
        if len(buffer) > self._limit:
            self._flush(part)

    def part(self, number: int) -> Iterator[Any]:
        """Yield the records of one partition in the order in which they came."""
        return (record for record, _ in self.sized(number))

    def __iter__(self) -> Iterator[Any]:
        """Yield all records, partition by partition."""
        return (record for number in range(self.parts) for record, _ in self.sized(number))

    def sized(self, number: int) -> Iterator[tuple[Any, int]]:
        """Yield the records of one partition with their bytes."""
        for start, length in self._blocks[number]:
            self._file.seek(start)
            yield from _records(self._file.read(length))
        yield from _records(bytes(self._buffers[number]))

    def close(self) -> None:
        """Forget everything; the file is deleted; calling twice is fine."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)
        self._buffers = [bytearray() for _ in range(self.parts)]
        self._blocks = [[] for _ in range(self.parts)]

    def _flush(self, part: int) -> None:
        if self._file is None:
            self._file = self._path.open("w+b")
        block = self._buffers[part]
        self._file.seek(self._end)
        self._file.write(block)
        self._blocks[part].append((self._end, len(block)))
        self._end += len(block)
        block.clear()


class Bunches:
    """Very small records in partitions, of which some make one record of a spool: that takes less time.

    Example:
        >>> bunches = Bunches(Spool(Path("nowhere"), parts=2))
        >>> bunches.add(1, ("kp", 7))
        >>> list(bunches.part(1)), bunches.count
        ([('kp', 7)], 1)
    """

    def __init__(self, spool: Spool) -> None:
        """Stand before a spool."""
        self._spool = spool
        self._most = max(1, _WAITING // spool.parts)
        self._waiting: list[list[Any]] = [[] for _ in range(spool.parts)]
        self._full = 0

    @property
    def count(self) -> int:
        """The number of records."""
        return self._full + sum(map(len, self._waiting))

    def add(self, part: int, record: Any) -> None:
        """Append one record to a partition."""
        waiting = self._waiting[part]
        waiting.append(record)
        if len(waiting) >= self._most:
            self._spool.add(part, waiting)
            self._full += len(waiting)
            self._waiting[part] = []

    def part(self, number: int) -> Iterator[Any]:
        """Yield the records of one partition in the order in which they came."""
        for bunch in self._spool.part(number):
            yield from bunch
        yield from self._waiting[number]

    def __iter__(self) -> Iterator[Any]:
        """Yield all records, partition by partition."""
        return (record for number in range(self._spool.parts) for record in self.part(number))

    def close(self) -> None:
        """Forget everything; calling twice is fine."""
        self._spool.close()
        self._waiting = [[] for _ in self._waiting]


class Records:
    """Small plain records, appended to one file and read by their number, from 0.

    Example:
        >>> records = Records(Path("nowhere"))
        >>> records.append(("kp", "North Korea"))
        >>> records[0]
        ('kp', 'North Korea')
    """

    def __init__(self, path: Path) -> None:
        """Start without any record; the file is made when the first block is full."""
        self._path = path
        self._ends = array("Q", [0])
        self._waiting: list[bytes] = []
        self._written = 0
        self._file: Any = None

    def append(self, record: Any) -> None:
        """Append one record."""
        data = dumped(record)
        self._waiting.append(data)
        self._ends.append(self._ends[-1] + len(data))
        if self._ends[-1] - self._written > _BLOCK:
            self._flush()

    def __getitem__(self, number: int) -> Any:
        """Return one record."""
        start, end = self._ends[number], self._ends[number + 1]
        if start >= self._written:
            return marshal.loads(self._waiting[number - len(self._ends) + 1])
        self._file.seek(start)
        return marshal.loads(self._file.read(end - start))

    def close(self) -> None:
        """Forget everything; the file is deleted; calling twice is fine."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._path.unlink(missing_ok=True)
        self._ends, self._waiting, self._written = array("Q", [0]), [], 0

    def _flush(self) -> None:
        if self._file is None:
            self._file = self._path.open("w+b")
        self._file.seek(self._written)
        self._file.write(b"".join(self._waiting))
        self._waiting, self._written = [], self._ends[-1]


def _records(block: bytes) -> Iterator[tuple[Any, int]]:
    view = memoryview(block)
    at = 0
    while at < len(block):
        start = at + 4
        at = start + int.from_bytes(view[at:start], "little")
        yield marshal.loads(view[start:at]), at - start


def part_of(id: str, parts: int) -> int:
    """Return the partition of an id; the same on every run.

    Example:
        >>> part_of("kp", 16) == part_of("kp", 16)
        True
    """
    return zlib.crc32(id.encode()) % parts
