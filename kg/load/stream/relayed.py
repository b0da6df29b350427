"""What other lines tell of a claim: days, such as that of its retraction, and where its chains end.

The days join its row on the way out; the edges to the ends of its chains are made once all claims are there.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from kg.load.stream.outlines import Outlines
from kg.load.stream.row_spools import Nodes
from kg.load.stream.scratch import Scratch
from kg.load.stream.spool import Bunches, Spool, part_of
from kg.model.chains import TODAY, Chains
from kg.model.derived import RELAYS_FROM
from kg.model.rows import EdgeRow
from kg.model.weighing import JOINT, SUPPORT, TAKEN_BACK, corrected_from, takes_back

Print = tuple[int, Collection[str]]
"""Day on which a document appeared, and itself with what it copies."""
"""Day on which a document appeared, and itself with what it copies."""
_NO_CLAIM = -1
_NEAR = 10_000
"""Claims whose names are at hand while chains are followed."""


class Said(NamedTuple):
    """What is remembered of a claim.

    Attributes:
        id: of the claim.
        known: number of the first day on which it was known.
        held: whether it speaks for what it is about.
        speakers: their ids, joined; empty for nobody.
        name: of who speaks.
        relays: the claims that it passes on.
    """

    id: str
    known: int | None
    held: bool
    speakers: str
    name: str | None
    relays: Sequence[str]


def said(properties: Mapping[str, Any], relays: Sequence[str]) -> Said:
    """Return what is remembered of a claim with these properties."""
    known = properties.get("known_from")
    return Said(
        properties["id"],
        known and known.toordinal(),
        properties["side"] in SUPPORT,
        properties.get("speaker_id", ""),
        properties.get("speaker_name"),
        relays,
    )


class Relayed(Nodes):
    """Nodes that are read with the properties `relays_from` and `taken_back` on claims."""

    def __init__(self, nodes: Spool, scratch: Scratch, outlines: Outlines) -> None:
        """Stand before a spool of nodes."""
        super().__init__(nodes, outlines)
        self._told = scratch.records("claims")
        self._chains = Chains(lru_cache(_NEAR)(self._told.__getitem__))
        self._numbers = [array("i") for _ in range(self.parts)]
        self._claims, self._named, self._taken = (
            Bunches(scratch.spool(name, self.parts)) for name in ("numbers", "relayed", "taken_back")
        )

    def add(
        self,
        part: int,
        node: bytes,
        claim: Said | None = None,
        takes: Iterable[str] = (),
        corrected: Iterable[tuple[str, date]] = (),
    ) -> None:
        """Append a node; of a claim also what it relays, and what it takes back if it can.

        It can if that is its own, or printed only in what is corrected where it is printed itself.
        """
        super().add(part, node)
        if claim is None:
            self._numbers[part].append(_NO_CLAIM)
            return
        id, known, held, speakers, name, relays = claim
        number = self._chains.add(known, held)
        self._numbers[part].append(number)
        self._told.append((id, name))
        self._claims.add(part, (id, number, speakers))
        for other in relays:
            self._named.add(part_of(other, self.parts), (other, number))
        for other in takes:
            wrong = [(document, day.toordinal()) for document, day in corrected]
            self._taken.add(part_of(other, self.parts), (other, speakers, known, wrong))

    def join(self, printed: Callable[[int, Collection[str]], Mapping[str, list[Print]]]) -> None:
        """Find the days, once all records are there.

        Args:
            printed: returns where some claims of one partition are printed.
        """
        for part in range(self.parts):
            claims = {id: (number, speakers) for id, number, speakers in self._claims.part(part)}
            for other, number in self._named.part(part):
                if other in claims:
                    self._chains.relay(number, claims[other][0])
            corrections: dict[str, list[tuple[str, int]]] = {}
            for other, by, day, wrong in self._taken.part(part):
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

    def sized(self, number: int) -> Iterator[tuple[str, dict[str, Any], int]]:
        """Yield the nodes of one partition with their bytes, about."""
        relays_from, taken = self._chains.relays_from, self._chains.taken
        for claim, node in zip(self._numbers[number], super().sized(number), strict=True):
            if claim != _NO_CLAIM:
                if relays_from[claim] < TODAY:
                    node[1][RELAYS_FROM] = date.fromordinal(relays_from[claim])
                if taken[claim] < TODAY:
                    node[1][TAKEN_BACK] = date.fromordinal(taken[claim])
            yield node


def _takes_back(by: str, own: str) -> bool:
    """Return whether those who retract are all who spoke."""
    return takes_back(by.split(JOINT), own.split(JOINT) if own else ())
