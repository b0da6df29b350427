"""What a load of a file would do, and doing it."""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from kg.load.stream.check import Check
from kg.load.stream.compare import LABELS, Difference
from kg.load.stream.relayed import Relayed
from kg.load.stream.report import error_of
from kg.load.stream.scratch import Scratch
from kg.load.stream.source import Source, Told
from kg.load.stream.spool import Spool, restored
from kg.model.rows import EdgeRow, NodeRow
from kg.store.protocol import Changes, Progress, Store

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
        changes: how many rows are added, changed and removed.
        fingerprint: of the file.
        up_to_date: the store was last loaded from the same lines.
    """

    def __init__(self, file: str, store: Store, told: Told = lambda size: None) -> None:
        """Read, check and compare; see `kg.load.seeds.plan_file`."""
        scratch = Scratch()
        self.close = weakref.finalize(self, scratch.close)
        """Delete what waits on disk; it also happens when the plan is forgotten."""
        try:
            source = Source(file, scratch.path)
            check = Check(source, scratch, told)
            if check.faults.count:
                raise error_of(check)
            self.store = store
            self.fingerprint = source.fingerprint
            self.changes = Difference(check, store, scratch)
            self.up_to_date = store.fingerprint() == self.fingerprint
        except BaseException:
            self.close()
            raise

    def run(self, progress: Progress = lambda rows: None) -> None:
        """Do it; nothing is written when the store is up to date already."""
        if self.changes or not self.up_to_date:
            self.store.load(self.parts(), self.fingerprint, progress, fresh=self.changes.fresh)
        self.close()

    def first(self, sort: str, most: int) -> list[str]:
        """Return the first ids of the nodes that are `added`, `changed` or `removed`."""
        return list(self.changes.ids(sort, most))

    def parts(self) -> Iterator[Changes]:
        """Yield what to write, in order, each part of one sort and no larger than a batch."""
        found = self.changes
        gone = ((kind, EdgeRow(kind, start, end, key, {}), 100) for kind, start, end, key in found.gone_edges)
        for rows in _batches(gone):
            yield _changes(removed_edges=rows)
        for ids in _batches(("", id, 50) for id in found.gone_nodes):
            yield _changes(removed_nodes=ids)
        for nodes in _batches(_nodes(found.new_nodes)):
            yield _changes(added_nodes=nodes)
        for nodes in _batches(_nodes(found.changed_nodes)):
            yield _changes(changed_nodes=nodes)
        for edges in _batches(_edges(found.new_edges)):
            yield _changes(added_edges=edges)
        for edges in _batches(_edges(found.changed_edges)):
            yield _changes(changed_edges=edges)


def _changes(**parts: Any) -> Changes:
    empty: dict[str, Any] = {name: [] for name in Changes.__dataclass_fields__}
    return Changes(**(empty | parts))


def _nodes(spool: Spool | Relayed) -> Iterator[tuple[int, NodeRow, int]]:
    for part in range(spool.parts):
        for (kind, own, days), size in spool.sized(part):
            yield kind, NodeRow(own["id"], LABELS[kind], restored(own, days)), size


def _edges(spool: Spool) -> Iterator[tuple[str, EdgeRow, int]]:
    for part in range(spool.parts):
        for record, size in spool.sized(part):
            each = size // (len(record) or 1)
            for kind, start, end, own, days in record:
                yield kind, EdgeRow(kind, start, end, own["key"], restored(own, days)), each


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
