"""What a load of a file would do, and doing it."""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from kg.load.held import refuse_foreign, seal_of, sealed_again
from kg.load.stream.compare import LABELS, Difference
from kg.load.stream.report import checked
from kg.load.stream.row_spools import Edges, Nodes
from kg.load.stream.scratch import Scratch
from kg.model.rows import EdgeRow, NodeRow
from kg.sources.lines import Source, Told
from kg.store.changes import Changes
from kg.store.protocol import Progress, Store

ROWS = 10_000
"""The most rows in one batch."""
BYTES = 4 * 2**20
"""The most bytes in one batch, about."""
WAITING = 24 * 2**20
"""The most bytes of rows that wait for their batch to be full, about."""


class FilePlan:
    """What a load of a file would do, before it does it; the rows wait on disk.

    Attributes:
        store: where the graph shall be.
        changes: how many rows are added, changed and removed; none when nobody touched the store since it was
            loaded from the very same file.
        fingerprint: of the lines; None when they need not be read.
        seal: what the store remembers of file and rules.
        up_to_date: the store was last loaded from the same lines.
    """

    def __init__(
        self, store: Store, changes: Difference, fingerprint: str | None, seal: str, scratch: Scratch
    ) -> None:
        """Keep what was compared; see `made`."""
        self.store, self.changes, self.fingerprint, self.seal = store, changes, fingerprint, seal
        self.up_to_date: bool = fingerprint is None or store.fingerprint() == fingerprint
        self.close: Callable[[], object] = weakref.finalize(self, scratch.close)
        """Delete what waits on disk; it also happens when the plan is forgotten."""

    @classmethod
    def made(
        cls,
        file: str,
        store: Store,
        told: Told = lambda size: None,
        opened: Callable[[str, Path], Source] = Source.open,
        beside: str | None = None,
    ) -> Self:
        """Read, check and compare; see `kg.load.seeds.plan_file`."""
        scratch = Scratch()
        try:
            with scratch.explained():
                source = opened(file, scratch.path)
                held = store.sealed()
                if held and held == seal_of(source.hashed(), beside):
                    return cls(store, Difference(None, store, scratch), None, held, scratch)
                refuse_foreign(store, beside)
                rows = checked(source, scratch, told)
                seal = seal_of(source.content, beside)
                return cls(store, Difference(rows, store, scratch), source.fingerprint, seal, scratch)
        except BaseException:
            scratch.close()
            raise

    def run(self, progress: Progress = lambda rows: None) -> None:
        """Do it; nothing is written when the store is up to date already."""
        if self.fingerprint is not None and (self.changes or not self.up_to_date):
            fresh = self.changes.fresh
            self.store.load(self.parts(), self.fingerprint, progress, fresh=fresh, seal=self.seal)
        else:
            sealed_again(self.store, self.seal)
        self.close()

    def first(self, sort: str, most: int) -> list[str]:
        """Return the first ids of the nodes that are `added`, `changed` or `removed`."""
        return list(self.changes.ids(sort, most))

    def parts(self) -> Iterator[Changes]:
        """Yield what to write, in order, each part of one sort and no larger than a batch."""
        changes = self.changes
        gone = (
            (kind, EdgeRow(kind, start, end, key, {}), 100) for kind, start, end, key in changes.gone_edges
        )
        for rows in _batches(gone):
            yield _changes(removed_edges=rows)
        for ids in _batches(("", id, 50) for id in changes.gone_nodes):
            yield _changes(removed_nodes=ids)
        for nodes in _batches(nodes_in(changes.new_nodes)):
            yield _changes(added_nodes=nodes)
        for nodes in _batches(nodes_in(changes.changed_nodes)):
            yield _changes(changed_nodes=nodes)
        for edges in _batches(edges_in(changes.new_edges)):
            yield _changes(added_edges=edges)
        for edges in _batches(edges_in(changes.changed_edges)):
            yield _changes(changed_edges=edges)


def _changes(**parts: Any) -> Changes:
    empty: dict[str, Any] = {name: [] for name in Changes.__dataclass_fields__}
    return Changes(**(empty | parts))


def nodes_in(nodes: Nodes) -> Iterator[tuple[str, NodeRow, int]]:
    """Yield nodes: the most special label, row and bytes, about."""
    for part in range(nodes.parts):
        for sort, own, size in nodes.sized(part):
            yield sort, NodeRow(own["id"], LABELS[sort], own), size


def edges_in(edges: Edges) -> Iterator[tuple[str, EdgeRow, int]]:
    """Yield edges: type, row and bytes, about."""
    for part in range(edges.parts):
        for some, size in edges.sized(part):
            each = size // (len(some) or 1)
            for kind, start, end, own in some:
                yield kind, EdgeRow(kind, start, end, own["key"], own), each


def _batches[Row](rows: Iterable[tuple[Hashable, Row, int]]) -> Iterator[list[Row]]:
    """Yield lists of rows of one group each, full by number or by bytes.

    Args:
        rows: group, row and bytes of the row, about.

    Example:
        >>> list(_batches([("a", "x", 1), ("b", "y", 1), ("a", "z", 1)]))
        [['x', 'z'], ['y']]
    """
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    sizes: dict[Hashable, int] = defaultdict(int)
    waiting = 0
    for group, row, own in rows:
        groups[group].append(row)
        sizes[group] += own
        waiting += own
        full: Hashable | None = group if len(groups[group]) >= ROWS or sizes[group] >= BYTES else None
        if waiting > WAITING:
            full = max(sizes, key=sizes.__getitem__)
        if full is not None:
            waiting -= sizes.pop(full)
            yield groups.pop(full)
    yield from groups.values()
