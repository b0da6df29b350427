"""A file or folder of facts that somebody names: whether it is there, and how far it has been read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from kg.cli._progress import progress
from kg.errors import CallError, Problem


def refuse_missing(file: str) -> None:
    """Refuse a file that is not there, and a folder without tables.

    Raises:
        CallError: there is no such file or folder.
    """
    path = Path(file)
    if file != "-" and not (any(path.glob("*.parquet")) if path.is_dir() else path.exists()):
        what = f"there is no file {file}"
        expected = "a file of 'kg export jsonl', a folder of 'kg export parquet', or - for standard input"
        raise CallError(Problem(what, expected=expected, todo="seeds are named with --seeds DIR"))


def reading(file: str) -> AbstractContextManager[Callable[[int], None]]:
    """Return a progress bar of a file, to be told the bytes read since the last call."""
    size = Path(file).stat().st_size if Path(file).is_file() else 0
    return progress(size, "reading", "MB", 1_000_000)
