"""What packed files may unpack to: looked at before anything is unpacked."""

from __future__ import annotations

import zlib
from gzip import BadGzipFile
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile

from kg.errors import CallError, Location, Problem, number_of
from kg.sources.originals.payload import Payload

RATIO = 200
"""How many times its size something may unpack to, beyond `FREE` bytes."""
FREE = 10_000_000
PART, TOGETHER, PARTS = 30_000_000, 300_000_000, 10_000
"""Bytes of a part of a package that is read, of all, and how many it may have: a thousand pages are 5 MB."""
STREAM = 4_000_000_000
"""Bytes of a stream that is not kept."""
LINE = 4_000_000
"""Bytes of a stream without a line feed, of which the head of a record has many."""
_BOMB = "such files are made to fill memory; do not open it, and ask for another copy"


def checked(payload: Payload) -> None:
    """Look at the directory of a DOCX package; Python unpacks no more of a part than is said there.

    Raises:
        CallError: it is no DOCX, broken, encrypted, or unpacks to too much.
    """
    try:
        with ZipFile(BytesIO(payload.raw)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, EOFError, OSError) as error:
        raise payload.wrong("the package is broken or cut off", "fetch the file again") from error
    sizes = [part.file_size for part in parts]
    texts = [part.file_size for part in parts if part.filename.endswith(".xml")]
    if len(parts) > PARTS or max(texts, default=0) > PART or sum(sizes) > TOGETHER:
        raise payload.wrong(
            f"it unpacks to {number_of(sum(sizes), 'byte')} in {number_of(len(parts), 'part')}", _BOMB
        )
    if sum(sizes) > FREE and sum(sizes) > RATIO * len(payload.raw):
        raise payload.wrong(f"it unpacks to {sum(sizes) // len(payload.raw):,} times its size", _BOMB)
    if any(part.flag_bits & 1 for part in parts):
        raise payload.wrong("the package is encrypted", "save it without a password, and add that")
    if not any(part.filename.lstrip("/") == "word/document.xml" for part in parts):
        raise payload.wrong(
            "it is a package, but no DOCX file",
            "unpack it and add the files in it; a table is taken in with `kg import LAYOUT FILE`",
        )


class Unpacking:
    """A stream that is unpacked as it is read, up to a limit."""

    def __init__(self, stream: IO[bytes], packed: IO[bytes], name: str) -> None:
        """Read one stream, which comes out of another: the same where nothing is packed."""
        self._stream, self._packed, self._name = stream, packed, name
        self._read = self._line = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            CallError: it is cut off or broken, or more came out than a file of this kind holds.
        """
        try:
            part = self._stream.read(size)
        except EOFError as error:
            raise self._wrong("it is cut off", "fetch the file again") from error
        except (BadGzipFile, zlib.error) as error:
            raise self._wrong("it is broken", "fetch the file again") from error
        self._read += len(part)
        self._line = len(part) - part.rfind(b"\n") - 1 if b"\n" in part else self._line + len(part)
        if max(self._read - STREAM, self._line - LINE) > 0 or (
            self._read > FREE and self._read > RATIO * self._packed.tell()
        ):
            raise self._wrong(
                f"it unpacks to too much: {self._read:,} bytes so far",
                "divide it into several; a small file was made to fill memory: ask for another copy",
            )
        return part

    def _wrong(self, what: str, todo: str) -> CallError:
        return CallError(Problem(what, Location(self._name), todo=todo))
