"""Finding ids that were mistyped."""

from __future__ import annotations

from kg.errors import CallError, Problem, nearest
from kg.store import Store, statements


def unknown_id(store: Store, name: str, label: str | None = None) -> CallError:
    """Return the error for an id that the store does not have, with the nearest one that it has."""
    rows = store.query(statements.IDS, {"label": label}).rows if label else store.query(statements.ALL_IDS, {}).rows
    what = f"there is no {label or 'node'} '{name[:80]}' in {store.name}"
    return CallError(Problem(what, expected="an id", nearest=nearest(name, [row[0] for row in rows]), todo="'kg presets' lists questions that show ids"))
