"""A knowledge graph of who says who armed whom, and what it rests on.

Example:
    >>> from kg import ask
    >>> for row in ask("who-sourced", topic="troop-numbers")[:1]:
    ...     print(row["root_speaker"], row["reports"])
    The Washington Post's source in Ukrainian military intelligence 3
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = [
    "KgError",
    "Network",
    "Result",
    "__version__",
    "ask",
    "cypher",
    "explain",
    "list_presets",
    "open_store",
    "search",
]

if TYPE_CHECKING:
    from kg.api import Network, Result, ask, cypher, explain, list_presets, open_store, search
    from kg.errors import KgError


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: the command line needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute '{name}'")
    from importlib import import_module

    found = globals()[name] = getattr(import_module("kg.errors" if name == "KgError" else "kg.api"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
