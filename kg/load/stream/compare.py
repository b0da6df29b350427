"""Pass 2: rows of the file beside the rows of the store, partition by partition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from itertools import islice
from typing import Any

from kg.load.stream.file_rows import FileRows
from kg.load.stream.outlines import Outlines
from kg.load.stream.row_spools import Edges, Nodes
from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Spool, part_of
from kg.model import OWNED, WITHDRAWN
from kg.model.derived import CHAINS, DERIVED
from kg.model.kinds import registry
from kg.model.shape import shape
from kg.store import Store
from kg.store.read_rows import ordered

Edge = tuple[str, str, str, str]
"""Type, ends and key: what makes an edge the same edge."""

LABELS = {
    **{model.LABELS[-1]: (*model.LABELS, OWNED) for model in registry().values()},
    WITHDRAWN: (WITHDRAWN, OWNED),
}
"""Labels of a node by the most special one."""

_REVERSED = frozenset(
    link.edge for model in registry().values() for link in shape(model).links.values() if link.reverse
)
"""Types of edges that run towards the fact that declares them; a test proves that none runs both ways."""


@cache
def owned_by(kind: str) -> int:
    """Return where an edge of a type names the fact that it comes from: 1 its start, 2 its end, 3 its key.

    Example:
        >>> owned_by("SAID_BY"), owned_by("DELIVERED"), owned_by("CLAIMED_BY")
        (1, 2, 3)
    """
    if kind in DERIVED and kind not in CHAINS:
        return 3
    return 2 if kind in _REVERSED else 1


def owner(edge: Edge) -> str:
    """Return the id of the fact that an edge comes from.

    Example:
        >>> owner(("SAID_BY", "c1", "kirby", "")), owner(("CLAIMED_BY", "e1", "kirby", "c1"))
        ('c1', 'c1')
    """
    return edge[owned_by(edge[0])]


def _hash(properties: dict[str, Any]) -> bytes:
    return blake2b(repr(sorted(properties.items())).encode(), digest_size=12).digest()


class Difference:
    """What turns the graph of a store into that of a file, on disk.

    Attributes:
        gone_edges: records (type, start, end, key).
        gone_nodes: ids.
        new_nodes: nodes, as are changed_nodes.
        new_edges: lists of edges, as are changed_edges.
        nodes: how many nodes are added, changed and removed.
        edges: how many edges are added, changed and removed.
    """

    def __init__(self, rows: FileRows | None, store: Store, scratch: Scratch) -> None:
        """Compare; an empty store is not compared, nor one sure to hold the same: its rows are None."""
        outlines = rows.outlines if rows else Outlines()
        self.new_nodes: Nodes = Nodes(scratch.spool("new_nodes"), outlines)
        self.changed_nodes: Nodes = Nodes(scratch.spool("changed_nodes"), outlines)
        self.gone_nodes: Spool = scratch.spool("gone_nodes")
        self.new_edges: Edges = Edges(scratch.spool("new_edges"), outlines)
        self.changed_edges: Edges = Edges(scratch.spool("changed_edges"), outlines)
        self.gone_edges: Spool = scratch.spool("gone_edges")
        self.nodes: tuple[int, int, int] = (rows.nodes.count if rows else 0, 0, 0)
        self.edges: tuple[int, int, int] = (rows.edge_count if rows else 0, 0, 0)
        self.fresh: bool = False
        if rows is None:
            return
        self.fresh = next(store.scan_nodes(), None) is None
        if self.fresh:
            self.new_nodes, self.new_edges = rows.nodes, rows.edges
            return
        self._wanted, self._parts = rows, rows.parts
        self._changed = [0, 0, 0, 0, 0, 0]
        nodes, edges = scratch.spool("now_nodes", self._parts), scratch.spool("now_edges", self._parts)
        for labels, properties in store.scan_nodes():
            own = ordered(labels)
            nodes.add(part_of(properties["id"], self._parts), (properties["id"], own, _hash(properties)))
        for kind, start, end, properties in store.scan_edges():
            edge = (kind, start, end, properties["key"])
            edges.add(part_of(owner(edge), self._parts), (edge, _hash(properties)))
        self._renewed: set[str] = set()
        for part in range(self._parts):
            self._compare_nodes(part, {id: (tuple(labels), hash) for id, labels, hash in nodes.part(part)})
        nodes.close()
        for part in range(self._parts):
            self._compare_edges(part, dict(edges.part(part)))
        edges.close()
        added, changed, removed, *of_edges = self._changed
        self.nodes, self.edges = (added, changed, removed), (of_edges[0], of_edges[1], of_edges[2])

    def _compare_nodes(self, part: int, now: dict[str, tuple[tuple[str, ...], bytes]]) -> None:
        for sort, properties in self._wanted.nodes.part(part):
            id = properties["id"]
            labels, hash = now.pop(id, ((), b""))
            if labels != LABELS[sort]:
                self._changed[0] += 1
                self.new_nodes.add(0, self.new_nodes.packed(sort, properties))
                if labels:
                    self._changed[2] += 1
                    self._renewed.add(id)
                    self.gone_nodes.add(0, id)
            elif hash != _hash(properties):
                self._changed[1] += 1
                self.changed_nodes.add(0, self.changed_nodes.packed(sort, properties))
        self._changed[2] += len(now)
        for id in now:
            self.gone_nodes.add(0, id)

    def _compare_edges(self, part: int, now: dict[Edge, bytes]) -> None:
        for edges in self._wanted.edges.part(part):
            new, changed = [], []
            for edge in edges:
                kind, start, end, properties = edge
                hash = now.pop((kind, start, end, properties["key"]), None)
                if hash is None or start in self._renewed or end in self._renewed:
                    new.append(edge)
                elif hash != _hash(properties):
                    changed.append(edge)
            for spool, records in ((self.new_edges, new), (self.changed_edges, changed)):
                if records:
                    spool.add(0, spool.packed([], records))
            self._changed[3] += len(new)
            self._changed[4] += len(changed)
        self._changed[5] += len(now)
        for gone in now:
            self.gone_edges.add(0, gone)

    def __len__(self) -> int:
        """Return the number of rows to write."""
        return sum(self.nodes) + sum(self.edges)

    def ids(self, sort: str, most: int) -> Iterator[str]:
        """Yield the first ids of the nodes that are `added`, `changed` or `removed`."""
        if sort == "removed":
            yield from islice(self.gone_nodes, most)
        else:
            nodes = self.new_nodes if sort == "added" else self.changed_nodes
            yield from (properties["id"] for _, properties in islice(nodes, most))
