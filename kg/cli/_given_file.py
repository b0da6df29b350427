"""A file of facts that somebody names: whether it is there, and how far it has been read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from kg.cli._progress import progress
from kg.errors import CallError, Problem


def refuse_missing(file: str) -> None:
    """Refuse a file that is not there.

    Raises:
        CallError: there is no file of this name.
    """
    if file != "-" and (Path(file).is_dir() or not Path(file).exists()):
        what = f"there is no file {file}"
        expected = "a file of 'kg export jsonl', or - for standard input"
        raise CallError(Problem(what, expected=expected, todo="seeds are named with --seeds DIR"))


def reading(file: str) -> AbstractContextManager[Callable[[int], None]]:
    """Return a progress bar of a file, to be told the bytes read since the last call."""
    size = Path(file).stat().st_size if file != "-" else 0
    return progress(size, "reading", "MB", 1_000_000)
