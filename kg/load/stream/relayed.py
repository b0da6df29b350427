"""The day on which what a claim relays became known.

Other lines tell it, so it joins the rows on their way out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Spool, part_of
from kg.model.rows import RELAYS_FROM

_SIZE = len(RELAYS_FROM) + 10
"""Bytes that the day adds to a record."""


_BUNCH = 64
"""Pairs that make one record of a spool: many small records take longer than few larger ones."""


class _Pairs:
    """Pairs in partitions, in bunches."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._waiting: list[list[tuple[str, Any]]] = [[] for _ in range(spool.parts)]

    def add(self, part: int, pair: tuple[str, Any]) -> None:
        waiting = self._waiting[part]
        waiting.append(pair)
        if len(waiting) == _BUNCH:
            self._spool.add(part, waiting)
            self._waiting[part] = []

    def part(self, number: int) -> Iterator[tuple[str, Any]]:
        for bunch in self._spool.part(number):
            yield from bunch
        yield from self._waiting[number]

    def close(self) -> None:
        self._spool.close()
        self._waiting = []


class Relayed:
    """A spool of nodes that is read with the property `relays_from` on its claims.

    Attributes:
        parts: number of partitions.
    """

    def __init__(self, nodes: Spool, scratch: Scratch) -> None:
        """Stand before a spool of records `(kind number, properties, names of days)`."""
        self.parts = nodes.parts
        self._nodes = nodes
        self._known, self._named, self._days = (
            _Pairs(scratch.spool(name, self.parts)) for name in ("known_from", "relayed", "relays_from")
        )

    @property
    def count(self) -> int:
        """The number of records."""
        return self._nodes.count

    def add(self, part: int, record: tuple[int, dict[str, Any], tuple[str, ...]], relays: list[str]) -> None:
        """Append the record of a node, and what it relays."""
        self._nodes.add(part, record)
        _, properties, _ = record
        if "known_from" in properties:
            self._known.add(part, (properties["id"], properties["known_from"]))
        for other in relays:
            self._named.add(part_of(other, self.parts), (other, properties["id"]))

    def join(self) -> None:
        """Find the days, once all records are there."""
        for part in range(self.parts):
            known = dict(self._known.part(part))
            for other, claim in self._named.part(part):
                if other in known:
                    self._days.add(part_of(claim, self.parts), (claim, known[other]))
        self._known.close()
        self._named.close()

    def sized(self, number: int) -> Iterator[tuple[Any, int]]:
        """Yield the records of one partition with their bytes."""
        first: dict[str, int] = {}
        for claim, day in self._days.part(number):
            first[claim] = min(day, first.get(claim, day))
        for record, size in self._nodes.sized(number):
            kind, properties, days = record
            day = first.get(properties["id"])
            if day is None:
                yield record, size
            else:
                properties[RELAYS_FROM] = day
                yield (kind, properties, (*days, RELAYS_FROM)), size + _SIZE

    def part(self, number: int) -> Iterator[Any]:
        """Yield the records of one partition."""
        return (record for record, _ in self.sized(number))

    def __iter__(self) -> Iterator[Any]:
        """Yield all records, partition by partition."""
        return (record for number in range(self.parts) for record in self.part(number))
