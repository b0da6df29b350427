"""What other lines tell of a claim: when what it relays became known, and when it was taken back.

It joins the rows on their way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Spool, part_of
from kg.model.derived import RELAYS_FROM
from kg.model.weighing import JOINT, TAKEN_BACK, takes_back

_DAY = 10
"""Bytes that a day adds to a record, beside the name of its property."""


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
    """A spool of nodes that is read with the properties `relays_from` and `taken_back` on its claims.

    Attributes:
        parts: number of partitions.
    """

    def __init__(self, nodes: Spool, scratch: Scratch) -> None:
        """Stand before a spool of records `(kind number, properties, names of days)`."""
        self.parts: int = nodes.parts
        self._nodes = nodes
        self._known, self._named, self._days, self._taken = (
            _Pairs(scratch.spool(name, self.parts))
            for name in ("known_from", "relayed", "relays_from", "taken_back")
        )

    @property
    def count(self) -> int:
        """The number of records."""
        return self._nodes.count

    def add(
        self,
        part: int,
        record: tuple[int, dict[str, Any], tuple[str, ...]],
        relays: Iterable[str] = (),
        takes: Iterable[str] = (),
    ) -> None:
        """Append the record of a node, what it relays, and what it takes back if that is its own."""
        self._nodes.add(part, record)
        _, properties, _ = record
        if "known_from" in properties:
            self._known.add(part, (properties["id"], properties["known_from"]))
        for other in relays:
            self._named.add(part_of(other, self.parts), (other, properties["id"]))
        for other in takes:
            told = properties.get("speaker_id", ""), properties.get("known_from")
            self._taken.add(part_of(other, self.parts), (other, told))

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
        taken: dict[str, list[Any]] = {}
        for claim, told in self._taken.part(number):
            taken.setdefault(claim, []).append(told)
        for record, size in self._nodes.sized(number):
            kind, properties, days = record
            more = {
                RELAYS_FROM: first.get(properties["id"]),
                TAKEN_BACK: _first_taken(properties, taken.get(properties["id"], ())),
            }
            new = {name: day for name, day in more.items() if day is not None}
            properties.update(new)
            yield (kind, properties, (*days, *new)), size + sum(len(name) + _DAY for name in new)

    def part(self, number: int) -> Iterator[Any]:
        """Yield the records of one partition."""
        return (record for record, _ in self.sized(number))

    def __iter__(self) -> Iterator[Any]:
        """Yield all records, partition by partition."""
        return (record for number in range(self.parts) for record in self.part(number))


def _first_taken(properties: dict[str, Any], retractions: Iterable[Any]) -> Any:
    """Return the first day on which a claim was known and taken back by all who spoke it; None for never."""
    own, known = properties.get("speaker_id", ""), properties.get("known_from")
    speakers = own.split(JOINT) if own else []
    return min(
        (
            max(day, known)
            for by, day in retractions
            if day is not None and known is not None and takes_back(by.split(JOINT), speakers)
        ),
        default=None,
    )
