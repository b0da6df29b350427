"""What other lines tell of a claim: days, such as that of its retraction, and where its chains end.

The days join its row on the way out; the edges to the ends of its chains are made once all claims are there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Spool, part_of
from kg.model.chains import TODAY, Chains
from kg.model.derived import RELAYS_FROM
from kg.model.rows import EdgeRow
from kg.model.weighing import JOINT, SUPPORT, TAKEN_BACK, corrected_from, takes_back

_DAY = 10
"""Bytes that a day adds to a record, beside the name of its property."""


Print = tuple[int, Collection[str]]
"""Day on which a document appeared, and itself with what it copies."""

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
        """Stand before a spool of records `(kind number, properties, names of days, number of the claim)`."""
        self.parts: int = nodes.parts
        self._nodes = nodes
        self._told = scratch.records("claims")
        self._chains = Chains(self._told.__getitem__)
        self._claims, self._named, self._taken = (
            _Pairs(scratch.spool(name, self.parts)) for name in ("numbers", "relayed", "taken_back")
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
        corrected: Iterable[tuple[str, date]] = (),
    ) -> None:
        """Append the record of a node, what it relays, and what it takes back if it can.

        It can if that is its own, or printed only in what is corrected where it is printed itself.
        """
        _, properties, _ = record
        if "side" not in properties:
            self._nodes.add(part, (*record, None))
            return
        id, known, speakers = properties["id"], properties.get("known_from"), properties.get("speaker_id", "")
        number = self._chains.add(known, properties["side"] in SUPPORT)
        self._told.append((id, properties.get("speaker_name")))
        self._nodes.add(part, (*record, number))
        self._claims.add(part, (id, (number, speakers)))
        for other in relays:
            self._named.add(part_of(other, self.parts), (other, number))
        for other in takes:
            wrong = [(document, day.toordinal()) for document, day in corrected]
            self._taken.add(part_of(other, self.parts), (other, (speakers, known, wrong)))

    def join(self, printed: Callable[[int, Collection[str]], Mapping[str, list[Print]]]) -> None:
        """Find the days, once all records are there.

        Args:
            printed: returns where some claims of one partition are printed.
        """
        for part in range(self.parts):
            claims = dict(self._claims.part(part))
            for other, number in self._named.part(part):
                if other in claims:
                    self._chains.relay(number, claims[other][0])
            corrections: dict[str, list[tuple[str, int]]] = {}
            for other, (by, day, wrong) in self._taken.part(part):
                number, own = claims.get(other, (None, ""))
                if number is not None and wrong:
                    corrections.setdefault(other, []).extend(wrong)
                if day is not None and number is not None and _takes_back(by, own):
                    self._chains.take_back(number, max(day, self._chains.known[number]))
            for other, prints in (printed(part, corrections) if corrections else {}).items():
                found = corrected_from(prints, corrections[other])
                if found is not None:
                    self._chains.take_back(claims[other][0], found)
        for pairs in (self._claims, self._named, self._taken):
            pairs.close()

    def rooted(self) -> Iterator[EdgeRow]:
        """Yield the edges from claims to the ends of their chains, once the days are found.

        Raises:
            SeedError: there are far more of them than relays.
        """
        return self._chains.edges()

    def sized(self, number: int) -> Iterator[tuple[Any, int]]:
        """Yield the records of one partition with their bytes."""
        for (kind, properties, days, claim), size in self._nodes.sized(number):
            new = {} if claim is None else self._days(claim)
            properties.update(new)
            yield (kind, properties, (*days, *new)), size + sum(len(name) + _DAY for name in new)

    def _days(self, claim: int) -> dict[str, int]:
        found = {RELAYS_FROM: self._chains.relays_from[claim], TAKEN_BACK: self._chains.taken[claim]}
        return {name: day for name, day in found.items() if day < TODAY}

    def part(self, number: int) -> Iterator[Any]:
        """Yield the records of one partition."""
        return (record for record, _ in self.sized(number))

    def __iter__(self) -> Iterator[Any]:
        """Yield all records, partition by partition."""
        return (record for number in range(self.parts) for record in self.part(number))


def _takes_back(by: str, own: str) -> bool:
    """Return whether those who retract are all who spoke."""
    return takes_back(by.split(JOINT), own.split(JOINT) if own else ())
