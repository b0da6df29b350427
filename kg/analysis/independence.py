"""How many independent speakers may stand behind some claims: between a least and a greatest number.

Topology cannot prove independence, so the answer is an interval. It rests on who speaks at the end of each
chain, and on who belongs to whom on the day of the speech.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.world import World

Level = Literal["person", "organization", "state"]
LEVELS: tuple[Level, ...] = ("person", "organization", "state")

_EVER = date.max


class Roots(NamedTuple):
    """An interval of independent roots, and what it counts."""

    least: int
    most: int
    named: tuple[str, ...]
    """Actors that speak under their name."""
    described: tuple[str, ...]
    """Sources that are described but not named."""
    unknown: tuple[str, ...]
    """Claims whose speaker no text names or describes."""
    placed: int
    """How many of the described sources belong to an organization that is known."""

    def rule(self, level: str) -> str:
        """Return in words how the bounds came about."""
        parts = []
        if self.named:
            parts.append(f"{len(self.named)} named, counted once per {level}")
        if self.placed:
            parts.append(f"{self.placed} described, in min under the organization, in max apart")
        if self.placed < len(self.described):
            parts.append(
                f"{len(self.described) - self.placed} described without an organization, only in max"
            )
        if self.unknown:
            parts.append(f"{len(self.unknown)} unknown, only in max")
        if not parts:
            return "no chain ends: loops are no support"
        if not self.named and not self.placed:
            parts.append("somebody must have said it, so min is 1")
        return "; ".join(parts)


class Belonging:
    """Who belongs to whom on which day; answers are kept, so one object serves a whole analysis."""

    def __init__(self, world: World) -> None:
        """Remember the actors; nothing is computed yet."""
        self._world = world
        self._kept: dict[tuple[str, date], frozenset[str]] = {}
        self._lifted: dict[tuple[str, date, Level], frozenset[str]] = {}
        actors = world.actors.values()
        self._dated = any(m.since is not None or m.until is not None for a in actors for m in a.part_of)

    def direct(self, actor: str, day: date) -> frozenset[str]:
        """Return what an actor belongs to directly on a day."""
        known = self._world.actors.get(actor)
        return frozenset(m.actor for m in known.part_of if m.holds(day)) if known else frozenset()

    def above(self, actor: str, day: date) -> frozenset[str]:
        """Return all that an actor belongs to on a day, at any remove, without itself."""
        key = (actor, day if self._dated else _EVER)
        if key not in self._kept:
            self._kept[key] = frozenset(self._walk(actor, key[1], through_states=True))
        return self._kept[key]

    def lifted(self, actor: str, day: date, level: Level) -> frozenset[str]:
        """Return what an actor cannot be told apart from at a level.

        Itself and the larger actors of that level.

        At level person itself alone; at level organization also every organization that it belongs to without
        a state in between; at level state everything above it.
        """
        key = (actor, day if self._dated else _EVER, level)
        if key not in self._lifted:
            larger: Iterable[str] = ()
            if level == "state":
                larger = self.above(actor, day)
            elif level == "organization":
                larger = (
                    a
                    for a in self._walk(actor, key[1], through_states=False)
                    if self._kind(a) == "organization"
                )
            self._lifted[key] = frozenset((actor, *larger))
        return self._lifted[key]

    def _kind(self, actor: str) -> str:
        known = self._world.actors.get(actor)
        return known.kind if known else "organization"

    def _walk(self, actor: str, day: date, *, through_states: bool) -> set[str]:
        found: set[str] = set()
        todo = [actor]
        while todo:
            for other in self.direct(todo.pop(), day):
                if other not in found and other != actor:
                    found.add(other)
                    if through_states or self._kind(other) != "state":
                        todo.append(other)
        return found


def count(world: World, ends: Iterable[str], level: Level, belonging: Belonging) -> Roots:
    """Count the independent roots among claims that relay nothing.

    Named speakers count in both bounds: once each, and once together where the level cannot tell them apart
    (`Belonging.lifted`). A described source counts alone in max; in min it counts under the organizations
    that it is said to belong to directly: not at all when a named speaker of these roots is that organization
    or belongs to it (it may be the source), nor when another described source sits in a part of that
    organization, and once with all other sources of the same organization. A described source of no known
    organization and a speaker that nobody describes count only in max. Min is 1 when nothing else counts.

    Args:
        world: the actors and claims.
        ends: claims at the ends of chains.
        level: up to where speakers that belong together count as one.
        belonging: of the same world.

    Source:
        Lower and upper count as in interval analysis; for why one source behind many reports must not count
        twice, see "circular reporting" in Heuer, Psychology of Intelligence Analysis (1999).
    """
    named: dict[str, set[date]] = {}
    described: dict[str, set[date]] = {}
    unknown: list[str] = []
    for end in ends:
        claim = world.claims[end]
        day = claim.said[1] or _EVER
        if claim.speaker is None:
            unknown.append(end)
        elif world.actors[claim.speaker].kind == "unnamed":
            described.setdefault(claim.speaker, set()).add(day)
        else:
            named.setdefault(claim.speaker, set()).add(day)
    if not named and not described and not unknown:
        return Roots(0, 0, (), (), (), 0)
    if len(named) == 1 and not described:  # by far the most frequent case
        return Roots(1, 1 + len(unknown), tuple(named), (), tuple(unknown), 0)
    groups = _Groups()
    for actor, days in named.items():
        for day in days:
            groups.unite(actor, belonging.lifted(actor, day, level))
    apart = groups.count(named)
    offices = {
        source: frozenset(o for day in days for o in belonging.direct(source, day))
        for source, days in described.items()
    }
    offices = {source: found for source, found in offices.items() if found}
    uncovered = _uncovered(named, described, offices, belonging)
    for source, places in uncovered.items():
        groups.unite(source, places)
        for office in places:
            for day in described[source]:
                groups.unite(office, belonging.lifted(office, day, level))
    least = groups.count([*named, *uncovered])
    most = apart + len(described) + len(unknown)
    return Roots(
        max(1, least),
        most,
        tuple(sorted(named)),
        tuple(sorted(described)),
        tuple(sorted(unknown)),
        len(offices),
    )


def _uncovered(
    named: dict[str, set[date]],
    described: dict[str, set[date]],
    offices: dict[str, frozenset[str]],
    belonging: Belonging,
) -> dict[str, frozenset[str]]:
    """Return the described sources that cannot be anyone else among the roots, with their organizations."""
    if not offices:
        return {}
    taken = {
        a for actor, days in named.items() for day in days for a in (actor, *belonging.above(actor, day))
    }
    free = {source: found for source, found in offices.items() if not found & taken}
    above = {
        s: frozenset(a for o in found for day in described[s] for a in belonging.above(o, day))
        for s, found in free.items()
    }
    return {
        source: found
        for source, found in free.items()
        if not any(
            found & above[other] and not free[other] & above[source] for other in free if other != source
        )
    }


class _Groups:
    """Union-find over ids."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def find(self, item: str) -> str:
        while (up := self._up.get(item, item)) != item:
            self._up[item] = item = self._up.get(up, up)
        return item

    def unite(self, item: str, others: Iterable[str]) -> None:
        top = self.find(item)
        for other in others:
            self._up[self.find(other)] = top

    def count(self, items: Iterable[str]) -> int:
        return len({self.find(item) for item in items})
