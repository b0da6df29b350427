"""Where chains of relays end, worked out once when a graph is loaded, so that no question has to walk them.

A claim that relays another one has a chain to every claim at which the relays end. Which ends there are
depends on the day: a chain is there from the day on which the last claim on it was known, and a claim is an
end until the first claim that it relays is known. From each end a search goes back to those who relay it, in
the order of the days, and stops where nothing is left of the days of the end; so it costs what it finds.

Claims are numbered, and what is known of them is kept in arrays: a million claims take some forty megabytes.

Source: the widest-path variant of E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from heapq import heappop, heappush
from itertools import accumulate
from typing import Any, NamedTuple

from kg.errors import Problem, SeedError
from kg.model.derived import CHAINS, HELD, ROOTED
from kg.model.rows import EdgeRow
from kg.model.weighing import SUPPORT, TAKEN_BACK

TODAY = date.max.toordinal() + 1
"""The day after all days, on which everything is known: that of a question without a day."""
NEVER = TODAY + 1
"""The day of what does not happen."""

SHOWN = 6
"""How many tellers of a long chain are named after its claim, and how many before its end."""

MOST, EACH = 500_000, 20
"""How many edges to ends there may be: so many, and so many more for each relay."""


class Way(NamedTuple):
    """The chain from a claim to an end, of all that there are the one known first.

    Attributes:
        claim: where it starts.
        day: the first on which all that it passes on was known, its own claim apart.
        hops: relays on it.
        through: claims between both, the first and the last of them when there are many.
    """

    claim: int
    day: int
    hops: int
    through: tuple[int, ...]


class Chains:
    """Claims by number, with the days that matter and what they relay.

    Example:
        >>> chains = Chains(lambda number: ("abc"[number], None))
        >>> numbers = [chains.add(day, True) for day in (1, 2, 3)]
        >>> chains.relay(2, 1), chains.relay(1, 0)
        (None, None)
        >>> [(edge.start, edge.end, edge.properties["hops"]) for edge in chains.edges()]
        [('b', 'a', 1), ('c', 'a', 2)]
    """

    def __init__(self, told: Callable[[int], tuple[str, str | None]]) -> None:
        """Start without claims; `told` gives the id of a claim and the name of its speaker."""
        self._told = told
        self.known: array[int] = array("i")
        """The first day on which each claim was known."""
        self.taken: array[int] = array("i")
        """The first day on which it was known that it was taken back."""
        self.relays_from: array[int] = array("i")
        """The first day on which anything that it relays was known."""
        self._held = bytearray()
        self._from, self._to = array("I"), array("I")
        self._steps = 0

    def add(self, known: int | None, held: bool) -> int:
        """Add a claim.

        Args:
            known: the first day on which it was known.
            held: it speaks for what it is about.

        Returns:
            Its number.
        """
        self.known.append(TODAY if known is None else known)
        self.taken.append(NEVER)
        self.relays_from.append(NEVER)
        self._held.append(held)
        return len(self.known) - 1

    def relay(self, claim: int, other: int) -> None:
        """Say that one claim relays another one."""
        self._from.append(claim)
        self._to.append(other)
        self.relays_from[claim] = min(self.relays_from[claim], self.known[other])

    def take_back(self, claim: int, day: int) -> None:
        """Say that a claim was taken back; of several days the first counts."""
        self.taken[claim] = min(self.taken[claim], day)

    def edges(self) -> Iterator[EdgeRow]:
        """Yield the edges from claims to the ends of their chains, and to the last that speak for them.

        Raises:
            SeedError: there are far more of them than relays.
        """
        self._steps, size = 0, len(self.known)
        above, below = _grouped(self._to, self._from, size), _grouped(self._from, self._to, size)
        first = above[0]
        for end in range(size):
            if first[end] == first[end + 1]:
                continue
            id, _ = self._told(end)
            until = self.relays_from[end]
            for way in self._ways(end, self.known[end], until, above, lambda claim: True):
                yield self._edge(ROOTED, way, id, min(until, self.taken[end]))
            for day, until in self._last(end, below):
                for way, gone in self._holding(end, day, until, above):
                    yield self._edge(HELD, way, id, gone)

    def _last(self, claim: int, below: _Groups) -> Iterator[tuple[int, int]]:
        """Yield spans of days, from and until, on which a claim speaks for it and nothing below does."""
        if not self._held[claim]:
            return
        speaking = []
        bare = False
        for other in below.of(claim):
            speaks = self._held[other]
            bare |= not speaks or self.taken[other] < NEVER
            if speaks:
                speaking.append((self.known[other], self.taken[other]))
        if not bare:
            return
        day = max(self.known[claim], self.relays_from[claim])
        for known, taken in [*sorted(speaking), (self.taken[claim], NEVER)]:
            if day < min(known, self.taken[claim]):
                yield day, min(known, self.taken[claim])
            day = max(day, taken)

    def _holding(self, end: int, day: int, until: int, above: _Groups) -> Iterator[tuple[Way, int]]:
        """Yield the ways over claims that speak for the same and are not taken back, and until when."""
        best: dict[int, int] = {}
        todo = {until}
        tried = set()
        while todo:
            last = max(todo)
            todo.discard(last)
            tried.add(last)

            def passes(claim: int, last: int = last) -> bool:
                if not self._held[claim] or self.taken[claim] <= day:
                    return False
                if self.taken[claim] < last:
                    todo.update({self.taken[claim]} - tried)
                    return False
                return True

            for way in self._ways(end, day, last, above, passes):
                if way.day < best.get(way.claim, NEVER):
                    best[way.claim] = way.day
                    yield way, last

    def _ways(
        self, end: int, day: int, until: int, above: _Groups, passes: Callable[[int], bool]
    ) -> Iterator[Way]:
        """Yield the ways to an end over claims that are known before a day, each claim once."""
        known = self.known
        if day >= until:
            return
        found: dict[int, tuple[int, int, int]] = {end: (day, 0, end)}
        near: dict[int, tuple[int, ...]] = {end: ()}
        heap = [(day, 0, end)]
        while heap:
            day, hops, claim = heappop(heap)
            if claim != end:
                if claim in near:
                    continue
                after = found[claim][2]
                near[claim] = (
                    () if after == end else (near[after] if hops > SHOWN + 1 else (after, *near[after]))
                )
                if max(day, known[claim]) < until:
                    yield Way(claim, day, hops, self._through(claim, end, hops, found, near))
            self._count(end)
            day, hops = max(day, known[claim]), hops + 1
            if day >= until:
                continue
            for other in above.of(claim):
                if other in near or not passes(other):
                    continue
                had = found.get(other)
                if had is None or (day, hops) < had[:2]:
                    found[other] = day, hops, claim
                    heappush(heap, (day, hops, other))
                elif (day, hops) == had[:2] and self._told(claim)[0] < self._told(had[2])[0]:
                    found[other] = day, hops, claim

    def _through(
        self,
        claim: int,
        end: int,
        hops: int,
        found: dict[int, tuple[int, int, int]],
        near: dict[int, tuple[int, ...]],
    ) -> tuple[int, ...]:
        """Return the claims after one, up to the end: all of them, or the first and the last."""
        last = near[claim]
        first: list[int] = []
        while len(first) + len(last) < hops - 1 and len(first) < SHOWN:
            claim = found[claim][2]
            first.append(claim)
        return (*first, *last)

    def _count(self, end: int) -> None:
        self._steps += 1
        most = MOST + EACH * len(self._to)
        if self._steps > most:
            last = self._told(end)[0]
            what = f"the relays lead to their ends in more than {most:,} ways, of which some end at '{last}'"
            todo = "look at who relays it, and at the days of print: a report is printed after its source"
            raise SeedError(Problem(what, todo=todo))

    def _edge(self, kind: str, way: Way, end: str, until: int) -> EdgeRow:
        properties: dict[str, Any] = {"key": "", "hops": way.hops, "rule": CHAINS[kind]}
        if way.day < TODAY:
            properties["known_from"] = date.fromordinal(way.day)
            if kind == HELD:  # between the same two claims on several spans of days
                properties["key"] = str(properties["known_from"])
        if until < TODAY:
            properties["until"] = date.fromordinal(until)
        if way.through:
            ids, names = zip(*map(self._told, way.through), strict=True)
            tellers = [name or "?" for name in names]
            if left := way.hops - 1 - len(ids):
                tellers.insert(SHOWN, f"… {left:,} …")
            properties |= {"through": list(ids), "tellers": tellers}
        return EdgeRow(kind, self._told(way.claim)[0], end, properties["key"], properties)


def chains_of(claims: Mapping[str, Mapping[str, Any]], relays: Iterable[tuple[str, str]]) -> Chains:
    """Return the chains of some claims.

    Args:
        claims: their properties by id, with those that are derived.
        relays: pairs of a claim and one that it relays.
    """
    ids = list(claims)
    numbers = {id: number for number, id in enumerate(ids)}
    chains = Chains(lambda number: (ids[number], claims[ids[number]].get("speaker_name")))
    for own in claims.values():
        day, taken = own.get("known_from"), own.get(TAKEN_BACK)
        number = chains.add(day and day.toordinal(), own["side"] in SUPPORT)
        if taken:
            chains.take_back(number, taken.toordinal())
    for claim, other in relays:
        chains.relay(numbers[claim], numbers[other])
    return chains


class _Groups(NamedTuple):
    """Numbers in groups: those of group n stand from `first[n]` on, up to `first[n + 1]`."""

    first: array[int]
    members: array[int]

    def of(self, group: int) -> array[int]:
        return self.members[self.first[group] : self.first[group + 1]]


def _grouped(groups: array[int], members: array[int], size: int) -> _Groups:
    """Return members by their groups, of which there are `size`."""
    counts = [0] * (size + 1)
    for group in groups:
        counts[group + 1] += 1
    first = array("I", accumulate(counts))
    at, sorted_ = array("I", first), array("I", bytes(4 * len(members)))
    for group, member in zip(groups, members, strict=True):
        sorted_[at[group]] = member
        at[group] += 1
    return _Groups(first, sorted_)
