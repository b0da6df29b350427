"""Nodes and edges on disk, as records of their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.load.stream.outlines import Outlines, Record
from kg.load.stream.spool import Spool, dumped
from kg.model.convert import Way

Node = tuple[str, dict[str, Any]]
"""The most special label, and the properties."""
Edge = tuple[str, str, str, dict[str, Any]]
"""Type, ids of both ends, properties."""


class Nodes:
    """Nodes in partitions, in the order in which they came.

    Example:
        >>> from pathlib import Path
        >>> nodes = Nodes(Spool(Path("nowhere")), Outlines())
        >>> nodes.add(0, nodes.packed("State", {"id": "kp", "name": "North Korea"}))
        >>> list(nodes.part(0))
        [('State', {'id': 'kp', 'name': 'North Korea'})]
    """

    def __init__(self, spool: Spool, outlines: Outlines) -> None:
        """Stand before a spool."""
        self._spool, self._outlines = spool, outlines
        self.parts: int = spool.parts

    @property
    def count(self) -> int:
        """The number of nodes."""
        return self._spool.count

    def packed(self, sort: str, properties: dict[str, Any]) -> bytes:
        """Return a node in bytes."""
        return dumped(self._outlines.record(sort, properties))

    def add(self, part: int, node: bytes) -> None:
        """Append what `packed` has made, here or in another process."""
        self._spool.add_dumped(part, node)

    def sized(self, number: int) -> Iterator[tuple[str, dict[str, Any], int]]:
        """Yield the nodes of one partition with their bytes, about."""
        of, properties = self._outlines.of, self._outlines.properties
        for record, size in self._spool.sized(number):
            outline = of(record[0])
            yield outline.sort, properties(*record), size + outline.size

    def part(self, number: int) -> Iterator[Node]:
        """Yield the nodes of one partition."""
        return ((sort, properties) for sort, properties, _ in self.sized(number))

    def __iter__(self) -> Iterator[Node]:
        """Yield all nodes, partition by partition."""
        return (node for number in range(self.parts) for node in self.part(number))


class _Numbers(dict[str, Any]):
    """The numbers of the outlines of edges that have these properties, by their type."""

    def __init__(self, outlines: Outlines, *names: str) -> None:
        self._outlines, self._names = outlines, names

    def __missing__(self, sort: str) -> Any:
        self[sort] = number = self._outlines.named(sort, self._names).number
        return number


class Edges:
    """Lists of edges in partitions: those of one fact, or others.

    Example:
        >>> from pathlib import Path
        >>> edges = Edges(Spool(Path("nowhere")), Outlines())
        >>> ways, others = [("SAID_BY", "c1", "kirby", None)], [("DENIED_BY", "a", "b", {"key": ""})]
        >>> edges.add(0, edges.packed(ways, others))
        >>> list(edges.part(0))
        [[('SAID_BY', 'c1', 'kirby', {'key': ''}), ('DENIED_BY', 'a', 'b', {'key': ''})]]
    """

    def __init__(self, spool: Spool, outlines: Outlines) -> None:
        """Stand before a spool."""
        self._spool, self._outlines = spool, outlines
        self.parts: int = spool.parts
        self._bare, self._listed = _Numbers(outlines, "key"), _Numbers(outlines, "key", "position")

    def packed(self, ways: Iterable[Way], others: Iterable[Edge]) -> bytes:
        """Return edges in bytes: those of references, and those with properties of their own."""
        bare, listed = self._bare, self._listed
        records: list[Record] = [
            (start, end, bare[sort], "") if position is None else (start, end, listed[sort], "", position)
            for sort, start, end, position in ways
        ]
        record = self._outlines.record
        records += [(start, end, *record(sort, own)) for sort, start, end, own in others]
        return dumped(records)

    def add(self, part: int, edges: bytes) -> None:
        """Append what `packed` has made, here or in another process."""
        self._spool.add_dumped(part, edges)

    def sized(self, number: int) -> Iterator[tuple[list[Edge], int]]:
        """Yield the lists of one partition with their bytes, about."""
        of, properties = self._outlines.of, self._outlines.properties
        for records, size in self._spool.sized(number):
            edges = []
            for start, end, *own in records:
                outline = of(own[0])
                size += outline.size
                edges.append((outline.sort, start, end, properties(*own)))
            yield edges, size

    def part(self, number: int) -> Iterator[list[Edge]]:
        """Yield the lists of one partition."""
        return (edges for edges, _ in self.sized(number))
