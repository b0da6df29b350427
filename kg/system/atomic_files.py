"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from kg.errors import ExportError
from kg.system.full_disk import refused

if TYPE_CHECKING:
    from pathlib import Path

_PART = re.compile(r"\..+\.kg-[0-9a-f]{12}\.part", re.S)
"""What an unfinished file is called."""


def write_atomically(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all, text as UTF-8; a link is followed, and a device is written as it is.

    Raises:
        ExportError: it cannot be written; what stood there before still does.
    """
    write_pieces(path, [text])


def write_pieces(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a file piece by piece, which is there when all are written; see `write_atomically`.

    Raises:
        ExportError: it cannot be written; what stood there before still does. So it is when a piece cannot be
            made, with the error of that.
    """
    content = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    try:
        path = path.resolve()
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:
                device.writelines(content)
        else:
            with replacing(path) as file:
                file.writelines(content)
    except (OSError, ValueError) as error:
        raise ExportError(refused(f"cannot write {path}", error, "name another path")) from error


def replace(path: Path, content: bytes, beside: Path | None = None, mode: int = 0o666) -> None:
    """Write a file beside its place and put it there in one step; see `replacing`.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     replace(Path(folder, "new", "a.txt"), b"one")
        ...     [file.name for file in Path(folder, "new").iterdir()]
        ['a.txt']
    """
    with replacing(path, beside, mode) as file:
        file.write(content)


@contextmanager
def replacing(path: Path, beside: Path | None = None, mode: int = 0o666) -> Iterator[IO[bytes]]:
    """Give a file to write beside its place, and put it there in one step; folders on the way are made.

    Args:
        path: where the file belongs; what stands there is replaced.
        beside: the folder where it is written first, on the same disk; by default its own, in which what dead
            processes left unfinished is swept first.
        mode: rights of the file, as far as the user's mask leaves them.

    Raises:
        OSError: it cannot be written; what stood there before still does, and nothing else is left. So it is
            when the block that writes raises anything.
    """
    from kg.system.leftovers import claimed

    path.parent.mkdir(parents=True, exist_ok=True)
    if beside is None:
        sweep(path.parent)
    handle = None
    while handle is None:  # swept before it was locked
        part = (beside or path.parent) / f".{path.name[:50]}.kg-{os.urandom(6).hex()}.part"
        handle = claimed(part, mode)
    try:
        with open(handle, "wb", closefd=sys.platform == "win32") as file:
            yield file
        os.replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink()
        with suppress(OSError):
            os.close(handle)


def sweep(folder: Path) -> None:
    """Delete the unfinished files of dead processes in a folder."""
    from kg.system import leftovers

    leftovers.sweep(folder, _PART.fullmatch)
