"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace(path: Path, content: bytes, part: Path | None = None) -> None:
    """Write a file beside its place and put it there in one step; folders on the way are made.

    Args:
        path: where the file belongs; what stands there is replaced.
        content: its bytes.
        part: where it is written first, on the same disk; by default a hidden name beside it that holds the
            number of this process. It is gone afterwards, whatever happens.

    Raises:
        OSError: it cannot be written; what stood there before still does.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     replace(Path(folder, "new", "a.txt"), b"one")
        ...     [file.name for file in Path(folder, "new").iterdir()]
        ['a.txt']
    """
    part = part or path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()
