"""A file of lines, packed or not, or standard input: read in pieces, and again if need be."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Self

from kg.errors import Location, Problem, SeedError
from kg.sources.foreign import HEAD, STIX, foreign
from kg.system.full_disk import is_full
from kg.system.reading import IMPORT as BUNDLE
from kg.system.reading import bounded
from kg.system.reading import stream as opened

Told = Callable[[int], None]
"""Called with the number of bytes read since the last call."""

_PACKED = b"\x1f\x8b"
_MARK = b"\xef\xbb\xbf"
_AHEAD = 2**17
"""Bytes that are read at a time."""
LONGEST = 16 * 2**20
"""Bytes in one line; a fact is a few thousand."""


class _Hashed(io.RawIOBase):
    """Bytes of a file, hashed as they are read."""

    def __init__(self, raw: io.RawIOBase | io.FileIO) -> None:
        self._raw, self.hash = raw, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        size = self._raw.readinto(into) or 0
        self.hash.update(memoryview(into)[:size])
        return size


class Source:
    """A file of lines, by path or as `-` for standard input, which is copied so that it can be read again.

    Attributes:
        name: how messages call it.
        path: where the bytes are.
        size: bytes on disk, packed if the file is.
        packed: it is a gzip file.
    """

    def __init__(self, name: str, path: Path, size: int, packed: bool) -> None:
        """Keep what is known of the file; see `open`."""
        self.name, self.path, self.size, self.packed = name, path, size, packed
        self._hash = hashlib.sha256()
        self.content: str = ""
        """The hash of the file as it is on disk, known once its lines were read."""

    @classmethod
    def open(cls, file: str, scratch: Path) -> Self:
        """Look at the file once to see that it can be read; packed ones are known by their first bytes.

        Args:
            file: its path, or `-` for standard input; a pipe is read like that.
            scratch: folder for the copy of what can be read only once.

        Raises:
            SeedError: it cannot be read, or holds no facts by its first bytes.
        """
        name = "standard input" if file == "-" else file
        stream = file == "-" or not os.path.isfile(file)
        path = scratch / "input" if stream else Path(file)
        with _explained(name):
            if stream:
                with path.open("wb") as copy, opened(file) as given:
                    _copy(given, copy, name)
            with path.open("rb") as raw:
                packed = raw.read(2) == _PACKED
            source = cls(name, path, path.stat().st_size, packed)
            with source._bytes() as (_, _, text):
                head = text.read(HEAD)
                other = foreign(head)
                facts = _unwrapped(head + bounded(text, name, BUNDLE)) if other == STIX else []
        if any(facts):
            path = scratch / "unwrapped"
            path.write_bytes(b"\n".join(facts))
            return cls(f"the facts in {name}", path, path.stat().st_size, False)
        if other:
            what, todo = other
            raise SeedError(
                Problem(
                    f"this is {what}, not facts", Location(name, 1), "a file of 'kg export jsonl'", todo=todo
                )
            )
        return source

    @property
    def fingerprint(self) -> str:
        """The hash of all lines, known once they were read.

        Packing, line ends and blank lines make no difference to it.
        """
        return f"file:{self._hash.hexdigest()}"

    def hashed(self) -> str:
        """Return the hash of the file as it is on disk, without reading lines: much faster.

        Raises:
            SeedError: the file cannot be read.
        """
        with _explained(self.name), self.path.open("rb", buffering=0) as raw:
            return hashlib.file_digest(raw, "sha256").hexdigest()

    @contextmanager
    def _bytes(self) -> Iterator[tuple[IO[bytes], _Hashed, IO[bytes]]]:
        """Open the file: as it is on disk, hashed while it is read, and unpacked."""
        with self.path.open("rb", buffering=0) as raw:
            hashed = _Hashed(raw)
            whole = io.BufferedReader(hashed, _AHEAD)
            yield raw, hashed, gzip.GzipFile(fileobj=whole) if self.packed else whole  # type: ignore[misc]  # reads alike

    def lines(self, told: Told = lambda size: None) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that are not blank with their numbers, from 1.

        Raises:
            SeedError: the file cannot be read on, or a line has no end.
        """
        self._hash = hashlib.sha256()
        with _explained(self.name), self._bytes() as (raw, hashed, text):
            seen = number = 0
            while piece := text.readline(LONGEST):
                if len(piece) == LONGEST and not piece.endswith(b"\n"):
                    raise _endless(self.name, number + 1)
                if number == 0:
                    piece = piece.removeprefix(_MARK)
                for line in piece.splitlines():  # a carriage return ends a line, too
                    number += 1
                    if number % 512 == 0:
                        at = raw.tell()
                        told(at - seen)
                        seen = at
                    fact = line.strip()
                    if fact:
                        self._hash.update(fact + b"\n")
                        yield number, line
            self.content = hashed.hash.hexdigest()
            told(self.size - seen)

    def pick(self, numbers: Collection[int]) -> dict[int, bytes]:
        """Read the file again for some of its lines."""
        last = max(numbers, default=0)
        lines = {}
        for number, line in self.lines() if numbers else ():
            if number in numbers:
                lines[number] = line
            if number >= last:
                break
        return lines


def _unwrapped(bundle: bytes) -> list[bytes]:
    from kg.sources.bundles import lines_in

    return list(lines_in(bundle))


def _copy(stream: IO[bytes], copy: IO[bytes], name: str) -> None:
    """Copy what can be read only once; a line without end ends it, unless the lines are packed."""
    line, number, packed = 0, 1, None
    while piece := stream.read(2**20):
        packed = piece.startswith(_PACKED) if packed is None else packed
        number += piece.count(b"\n")
        line = len(piece) - 1 - at if (at := piece.rfind(b"\n")) >= 0 else line + len(piece)
        if line > LONGEST and not packed:
            raise _endless(name, number)
        copy.write(piece)


def _endless(name: str, number: int) -> SeedError:
    what = f"the line is longer than {LONGEST:,} bytes"
    return SeedError(Problem(what, Location(name, number), "one JSON object a line"))


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Turn what reading a file meets into what a person can act on."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SeedError(
            Problem(f"{name} is a damaged gzip file: {error}", todo="make or copy it again")
        ) from error
    except OSError as error:
        if error.errno is None or is_full(error) or (error.filename is None and name != "standard input"):
            raise
        raise SeedError(
            Problem(f"cannot read {name}: {error.strerror}", todo="check that it exists and may be read")
        ) from error
