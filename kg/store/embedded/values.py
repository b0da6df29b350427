"""What the embedded engine returns, in our types."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from kg.store.values import Edge, Node, Path

_HOLDS = (list, dict)
"""Types of the engine that hold further values."""


def reader(db: Any) -> Callable[[Any], Any]:
    """Return what turns values of the engine into ours; it asks the engine for the ends of edges."""

    @cache
    def id_of(number: int) -> str:
        node = db.get_node(number)
        return str(number if node is None else node.properties().get("id", number))

    return lambda value: value_of(value, id_of)


def value_of(value: Any, id_of: Callable[[int], str]) -> Any:
    """Return a value of the engine in our types.

    Args:
        value: as the engine returned it.
        id_of: tells our id of a node by the engine's own number.

    Example:
        >>> value_of({"_id": 7, "_type": "SAID_BY", "_source": 1, "_target": 2, "key": ""}, "n{}".format)
        Edge(id='7', type='SAID_BY', start='n1', end='n2', properties={'key': ''})
    """
    if isinstance(value, list):
        return [value_of(item, id_of) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"nodes", "edges"} and all(isinstance(part, list) for part in value.values()):
        return Path(*(tuple(value_of(item, id_of) for item in value[part]) for part in ("nodes", "edges")))
    own = {
        key: value_of(item, id_of) if item.__class__ in _HOLDS else item
        for key, item in value.items()
        if not key.startswith("_")
    }
    if "_labels" in value and "_id" in value:
        return Node(str(own.get("id", value["_id"])), tuple(value["_labels"]), own)
    if "_source" in value and "_target" in value:
        start, end = id_of(value["_source"]), id_of(value["_target"])
        return Edge(str(value["_id"]), value["_type"], start, end, own)
    if value.keys() == {"months", "days", "nanos"}:
        return f"P{value['months']}M{value['days']}DT{value['nanos'] / 1e9:g}S"
    return {key: value_of(item, id_of) for key, item in value.items()}
