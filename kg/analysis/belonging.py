"""Who belongs to whom on a day: which speakers cannot be told apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Literal

from kg.analysis.world import Claim, World

Level = Literal["person", "organization", "state"]
LEVELS: tuple[Level, ...] = ("person", "organization", "state")

EVER = date.max
"""Stands for a day that is not known."""


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
        key = (actor, day if self._dated else EVER)
        if key not in self._kept:
            self._kept[key] = frozenset(self._walk(actor, key[1]))
        return self._kept[key]

    def speaks(self, actor: str, claim: Claim) -> bool:
        """Return whether an actor, or who belongs to it on the day, says a claim, alone or with others."""
        day = claim.said[1]
        return claim.speaker == actor or any(
            s == actor or (day is not None and actor in self.above(s, day)) for s in claim.speakers
        )

    def lifted(self, actor: str, day: date, level: Level) -> frozenset[str]:
        """Return what an actor cannot be told apart from at a level.

        These are the actor itself and the larger actors of that level.

        At level person itself alone; at level organization also every organization that it belongs to without
        a state in between; at level state everything above it up to its state, and the states above that:
        states of one alliance are several.
        """
        key = (actor, day if self._dated else EVER, level)
        if key not in self._lifted:
            larger: Iterable[str] = ()
            if level == "state":
                larger = self._walk(actor, key[1], ("state",))
            elif level == "organization":
                larger = (a for a in self._walk(actor, key[1], ()) if self._kind(a) == "organization")
            self._lifted[key] = frozenset((actor, *larger))
        return self._lifted[key]

    def _kind(self, actor: str) -> str:
        known = self._world.actors.get(actor)
        return known.kind if known else "organization"

    def _walk(self, actor: str, day: date, above_states: Collection[str] | None = None) -> set[str]:
        """Return what is above an actor; of what is above a state only these kinds, all when None."""
        larger: set[str] = set()
        todo = [actor]
        while todo:
            below = todo.pop()
            kinds = above_states if self._kind(below) == "state" else None
            for other in self.direct(below, day):
                if other not in larger and other != actor and (kinds is None or self._kind(other) in kinds):
                    larger.add(other)
                    todo.append(other)
        return larger

    def own_voice(self, actor: str, day: date) -> bool:
        """Return whether an actor speaks as an outlet does: it is one, or belongs to one on that day."""
        return any(self._world.actors[a].own_voice for a in self._for_whom(actor, day))

    def compiles(self, actor: str, day: date) -> bool:
        """Return whether an actor gathers what others reported, or speaks for one that does on that day."""
        return any(self._world.actors[a].compiles for a in self._for_whom(actor, day))

    def _for_whom(self, actor: str, day: date) -> list[str]:
        """Return an actor and, of a person, what it speaks for."""
        known = self._world.actors.get(actor)
        if known is None or known.kind == "unnamed":
            return []
        larger = self.above(actor, day) if known.kind == "person" else ()
        return [actor, *(a for a in larger if a in self._world.actors)]
