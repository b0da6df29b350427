"""How a long step tells what it is doing."""

from __future__ import annotations

from collections.abc import Callable

type Progress = Callable[[str], None]
"""Called with one line of text when a step begins or goes on."""


def silent(text: str) -> None:
    """Say nothing: the progress callback when nobody listens."""
