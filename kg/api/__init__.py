"""The library: what `import kg` offers. `docs/library.md` shows it at work.

The names are imported when they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

from kg.api.questions import ask, cypher, explain, list_presets, search
from kg.api.result import Network, Result
from kg.api.stores import open_store

__all__ = ["Network", "Result", "ask", "cypher", "explain", "list_presets", "open_store", "search"]
