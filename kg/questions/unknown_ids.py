"""Ids of nodes: finding those that were mistyped, or given by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import CallError, Problem, with_article
from kg.model import OWNED, WITHDRAWN
from kg.questions.names import nearest_id, sure_id
from kg.store import statements
from kg.store.protocol import Store


def unknown_id(store: Store, name: str, *labels: str) -> CallError:
    """Return the error for an id that no node of these labels has, with the nearest that one has."""
    label = " or ".join(labels)
    if labels and (node_rows := store.query(statements.SHOW_NODE, {"id": name}).rows):
        if WITHDRAWN in node_rows[0][0]:
            return CallError(
                Problem(
                    f"'{name}' was withdrawn {withdrawal(node_rows[0][1])}", todo=f"'kg show {name}' has it"
                )
            )
        kinds = ", ".join(sorted(set(node_rows[0][0]) - {OWNED}))
        return CallError(
            Problem(
                f"'{name}' is no {label} ({kinds})",
                expected=f"the id of {' or '.join(map(with_article, labels))}",
                todo=f"'kg show {name}' lists its edges",
            )
        )
    what = f"there is no {label or 'node'} '{name[:80]}' in {store.name}"
    return CallError(
        Problem(
            what,
            expected="an id",
            nearest=nearest_id(store, name, labels),
            todo="'kg ask contents --document ID' lists claims, 'kg presets' more",
        )
    )


def withdrawal(properties: Mapping[str, Any]) -> str:
    """Return who took something back, when and why.

    Args:
        properties: of its node.

    Example:
        >>> withdrawal({"withdrawn_by": "mk", "withdrawn_on": "2026-12-09", "withdrawn_why": "error"})
        'by mk on 2026-12-09: error'
    """
    by, on, why = (properties.get(f"withdrawn_{name}", "?") for name in ("by", "on", "why"))
    return f"by {by} on {on}: {why}"


def id_of(store: Store, name: str, label: str = "") -> str | None:
    """Return the id of a node by its id or by a name that only it has; None when there is no such node.

    Args:
        store: where the graph is.
        name: an id or a name; an id is never taken for a name.
        label: of the node; any when empty.

    Raises:
        StoreError: the store cannot answer.
    """
    if has_label(store, name, label or OWNED):
        return name
    return sure_id(store, name, (label,) if label else ())


def has_label(store: Store, id: str, label: str) -> bool:
    """Return whether there is a node with an id and a label."""
    rows = store.query(statements.SHOW_NODE, {"id": id}).rows
    return bool(rows) and label in rows[0][0]
