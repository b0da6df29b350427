"""Answers that need more than one statement.

Pure functions on a `World`, which one reader takes from a store.

    from kg.analysis import cut, read_world
    from kg.analysis.roots import roots

    world = cut(read_world(store), as_of=date(2024, 10, 13))
    for row in roots(world):
        ...

Each analysis is one module, imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.analysis.asof import cut
    from kg.analysis.marking import marks
    from kg.analysis.reading import read_world
    from kg.analysis.world import World

__all__ = ["World", "cut", "marks", "read_world"]

_HOMES = {"World": "world", "cut": "asof", "marks": "marking", "read_world": "reading"}


def __getattr__(name: str) -> Any:
    """Import what this package offers on first use, so that a command pays only for what it runs."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
