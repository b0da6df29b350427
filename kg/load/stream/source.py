"""A file of lines, packed or not, or standard input: read in pieces, and again if need be."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import sys
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import Place, Problem, SeedError

Told = Callable[[int], None]
"""Called with the number of bytes read since the last call."""

LONGEST = 16 * 2**20
"""Bytes in one line; a fact is a few thousand."""


class Source:
    """A file of lines, by path or as `-` for standard input, which is copied first so that it can be read again.

    Attributes:
        name: how messages call it.
        path: where the bytes are.
        size: bytes on disk, packed if the file is.
    """

    def __init__(self, file: str, scratch: Path) -> None:
        """Open the file once to see that it can be read; packed ones are known by their first bytes.

        Raises:
            SeedError: it cannot be read.
        """
        self.name = "standard input" if file == "-" else file
        self.path = Path(file)
        with self._explained():
            if file == "-":
                self.path = scratch / "input"
                with self.path.open("wb") as copy:
                    shutil.copyfileobj(sys.stdin.buffer, copy, 2**20)
            with self.path.open("rb") as raw:
                self.packed = raw.read(2) == b"\x1f\x8b"
            self.size = self.path.stat().st_size
        self._hash = hashlib.sha256()

    @property
    def fingerprint(self) -> str:
        """The hash of all lines once they were read.

        Packing, line ends and blank lines make no difference.
        """
        return f"file:{self._hash.hexdigest()}"

    def lines(self, told: Told = lambda size: None) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that are not blank with their numbers, from 1.

        Raises:
            SeedError: the file cannot be read on, or a line has no end.
        """
        self._hash = hashlib.sha256()
        with self._explained(), self.path.open("rb") as raw:
            text: IO[bytes] = gzip.GzipFile(fileobj=raw) if self.packed else raw  # type: ignore[assignment]  # reads alike
            seen = number = 0
            while line := text.readline(LONGEST):
                number += 1
                if len(line) == LONGEST and not line.endswith(b"\n"):
                    raise SeedError(
                        Problem(
                            f"the line is longer than {LONGEST:,} bytes",
                            Place(self.name, number),
                            "one JSON object a line",
                        )
                    )
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if number % 512 == 0:
                    at = raw.tell()
                    told(at - seen)
                    seen = at
                fact = line.strip()
                if fact:
                    self._hash.update(fact + b"\n")
                    yield number, line.rstrip(b"\r\n")
            told(self.size - seen)

    def pick(self, numbers: Collection[int]) -> dict[int, bytes]:
        """Read the file again for some of its lines."""
        last = max(numbers, default=0)
        found = {}
        for number, line in self.lines() if numbers else ():
            if number in numbers:
                found[number] = line
            if number >= last:
                break
        return found

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise SeedError(
                Problem(f"{self.name} is a damaged gzip file: {error}", todo="make or copy it again")
            ) from error
        except OSError as error:
            if error.errno is None or (error.filename is None and self.name != "standard input"):
                raise
            raise SeedError(
                Problem(
                    f"cannot read {self.name}: {error.strerror}", todo="check that it exists and may be read"
                )
            ) from error
