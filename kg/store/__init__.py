"""Where the graph lives: an embedded file by default, or Neo4j."""

from __future__ import annotations

import os

from kg.errors import CallError, Problem
from kg.store.protocol import Store
from kg.store.values import Answer, Edge, Element, Node

__all__ = [
    "Answer",
    "Edge",
    "Element",
    "Node",
    "Store",
    "connect",
    "is_server",
]

_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def is_server(where: str) -> bool:
    """Return whether `where` is the address of a server rather than a path."""
    return "://" in where


def connect(where: str, *, timeout: float | None = None) -> Store:
    """Open a store by path, by address, or in memory.

    Args:
        where: path of an embedded file, `memory`, or a Neo4j address. User, password and database of a
            server come from NEO4J_USERNAME (default neo4j), NEO4J_PASSWORD and NEO4J_DATABASE.
        timeout: seconds after which a server ends a reading statement; the embedded engine always does after
            30.

    Raises:
        CallError: the address has an unknown scheme, holds a password, or no password is set.
    """
    if not is_server(where):
        from kg.store.embedded.store import EmbeddedStore

        return EmbeddedStore(None if where == "memory" else where)
    scheme, _, rest = where.partition("://")
    if scheme not in _SCHEMES:
        raise CallError(
            Problem(
                f"unknown kind of address '{scheme}://'", expected=f"a path, or one of {', '.join(_SCHEMES)}"
            )
        )
    if "@" in rest.partition("?")[0]:
        raise CallError(
            Problem(
                "the address holds a user or password",
                expected="an address without them",
                todo="set NEO4J_USERNAME and NEO4J_PASSWORD",
            )
        )
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None:
        raise CallError(
            Problem(
                f"no password for {where.partition('?')[0]}",
                expected="the variable NEO4J_PASSWORD",
                todo="set it in the environment (empty if the server asks for none)",
            )
        )
    from kg.store.neo4j.store import Neo4jStore

    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    return Neo4jStore.open(where, user, password, os.environ.get("NEO4J_DATABASE") or None, timeout=timeout)
