"""Paths as the person at the prompt would write them."""

from __future__ import annotations

from pathlib import Path


def from_here(path: Path) -> str:
    """Return a path relative to the current folder if it lies below it, else whole.

    Example:
        >>> from_here(Path.cwd() / "seeds" / "a.yaml") == str(Path("seeds", "a.yaml"))
        True
    """
    path, here = path.absolute(), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
