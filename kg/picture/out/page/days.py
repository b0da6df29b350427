"""What was known on which day: the answers change only on days on which a document was published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from kg.analysis.asof import cut
from kg.analysis.components import components, own_days
from kg.analysis.figure_status import Excluding, figure_status
from kg.analysis.marking import marks as analysed
from kg.analysis.world import World

Change = list[Any]

_WORDS = {
    "status": "status",
    "credibility": "credibility",
    "rule": "rule",
    "min": "roots_min",
    "max": "roots_max",
    "reports": "reports",
    "documents": "documents",
    "mentions": "mentions",
    "part": "denied_in_part",
    "facets": "facets_doubted",
    "bearing": "bearing",
}
"""What the page shows of an event, by its own names."""


MOST = 150_000
"""Claims that are judged for a history, each once for each day on which more is known of what it has to do
with; beyond that only the last day is told."""


class History(NamedTuple):
    """The days on which something was published, and what changed on them, see `every`."""

    days: list[date]
    changes: dict[str, list[Change]]
    whole: bool = True
    """Whether every day is told; else there is too much, and only the last one is."""


def every(world: World, days: list[date], ids: Collection[str] | None = None) -> History:
    """Return what the analyses say of everything in a world, or of some facts, from which day on.

    What has no bearing on the rest is judged apart, on the days on which more of it is known.

    Args:
        world: all that is known.
        days: publication days in order; what holds on a day holds until the next.
        ids: of which facts; of all when None.

    Returns:
        The days, the last one alone where there is too much, and for each id a list of [number of the day,
        marks], only where the marks changed; marks as of `marks`. A fact of which a day says nothing is not
        in it before.
    """
    wanted = None if ids is None else frozenset(ids)
    parts = [part for part in components(world) if wanted is None or not wanted.isdisjoint(_facts(part))]
    work = sum(_claims_judged(part, days) for part in parts)
    told = days if work <= MOST else days[-1:]
    return History(told, _changes(parts, told, wanted), told == days)


def _facts(part: World) -> Iterator[str]:
    """Yield the facts that marks may be about."""
    yield from part.claims
    yield from part.things
    yield from (claim.about for claim in part.claims.values())


def _claims_judged(part: World, days: list[date]) -> int:
    """Return how many claims a history judges, each once a day."""
    known = sorted(map(part.published, part.claims))
    return sum(bisect_right(known, days[number]) for number in own_days(part, days))


def _changes(
    parts: Iterable[World], days: list[date], wanted: frozenset[str] | None
) -> dict[str, list[Change]]:
    changes: dict[str, list[Change]] = {}
    for part in parts:
        excluding = Excluding()
        for number in own_days(part, days):
            for id_, now in marks(cut(part, days[number]), excluding).items():
                if wanted is None or id_ in wanted:
                    known = changes.setdefault(id_, [])
                    if not known or known[-1][1] != now:
                        known.append([number, now])
    return changes


def marks(world: World, excluding: Excluding | None = None) -> dict[str, dict[str, Any]]:
    """Return what the page shows of events and claims, as known in a world.

    Events: `status`, `credibility`, `rule`, `min`, `max` (roots at level person), `reports`, `documents`,
    `mentions`.
    `part`, `facets` and `bearing` are the claims that deny a part of it, that deny or doubt only a side of
    it, and that bear on it though they are about another event. Claims:
    `ends` (ids at the ends of its chains, without itself), `echo` (root of the echo that it takes part in),
    `back` (its own speakers took it back), `figure` (how its figure stands, in the words of events). A key
    that does not apply is absent.

    Example:
        >>> from kg.analysis.world import small_world
        >>> marks(small_world("a b", {"b": ("a",)}))["b"]
        {'ends': ['a']}
    """
    shown = {id_: _shown(id_, own) for id_, own in analysed(world, drifted=False).items()}
    for row in figure_status(world, excluding=excluding):
        standing = {"status": row.status, "credibility": row.credibility, "rule": row.rule}
        for claim in row.claims:
            shown[claim]["figure"] = {**standing, "min": row.roots.least, "max": row.roots.most}
    return {id_: own for id_, own in shown.items() if own}


def _shown(id_: str, own: dict[str, Any]) -> dict[str, Any]:
    """Return marks of the analyses in the words of the page."""
    told: dict[str, Any] = {}
    if own.get("roots", [id_]) != [id_]:
        told["ends"] = own["roots"]
    if own.get("taken_back"):
        told["back"] = True
    if own.get("echo_of", id_) != id_:
        told["echo"] = own["echo_of"]
    return told | {name: own[key] for name, key in _WORDS.items() if key in own}
