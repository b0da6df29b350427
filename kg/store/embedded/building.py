"""Filling an embedded graph: a new one through the engine's bulk calls, half the work of statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import grafeo

from kg.store import batches, statements
from kg.store.changes import Changes
from kg.store.protocol import Progress
from kg.version import __version__

BATCH = 5_000
"""Rows in one statement; more gains nothing, fewer costs a round through the parser."""
KEPT = 200_000
"""Ids whose node is remembered; the index finds the others."""


def filled(db: Any, parts: Iterable[Changes], fingerprint: str, progress: Progress, fresh: bool) -> Any:
    """Apply changes to an engine, all or none; see `kg.store.protocol.Store.load`.

    Returns:
        The engine, or a new one in the place of one that was empty.
    """
    empty = not db.execute_cypher(statements.ANY, {}).to_list()
    if fresh and empty and not db.node_count:
        builder = Builder()
        builder.fill(parts, fingerprint, progress)
        return builder.db
    if not db.has_property_index("id"):
        db.create_property_index("id")
    with db.begin_transaction() as transaction:
        for part in parts:
            for statement, rows in batches.batches(part, BATCH, fresh=empty):
                transaction.execute_cypher(statement, {"rows": rows})
                progress(len(rows))
        marks = {"fingerprint": fingerprint, "version": __version__}
        transaction.execute_cypher(statements.MARK_LOADED, marks)
        transaction.commit()
    return db


class Builder:
    """An engine in memory that is filled with rows known to be absent, nodes before edges."""

    def __init__(self) -> None:
        """Start empty, with the index that finds nodes by id."""
        self.db: Any = grafeo.GrafeoDB()
        self.db.create_property_index("id")
        self._nodes: dict[str, int] = {}

    def fill(self, parts: Iterable[Changes], fingerprint: str, progress: Progress) -> None:
        """Add the rows of all parts, then the mark that the load is whole."""
        for part in parts:
            self._add_nodes(part)
            if part.added_edges:
                known, find = self._nodes.get, self._find
                self.db.batch_create_edges(
                    [
                        (known(start) or find(start), known(end) or find(end), kind, own)
                        for kind, start, end, _, own in part.added_edges
                    ]
                )
            progress(len(part))
        self.db.execute_cypher(statements.MARK_LOADED, {"fingerprint": fingerprint, "version": __version__})

    def _add_nodes(self, part: Changes) -> None:
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for row in part.added_nodes:
            groups.setdefault(row.labels, []).append(row.properties)
        for labels, rows in groups.items():
            made = self.db.batch_create_nodes_with_props(
                [statements.checked(label) for label in labels], rows
            )
            if len(self._nodes) < KEPT:
                self._nodes.update((row["id"], node) for row, node in zip(rows, made, strict=True))

    def _find(self, id: str) -> int:
        """Return a node that is not remembered, or is the very first."""
        return int(self.db.find_nodes_by_property("id", id)[0])
