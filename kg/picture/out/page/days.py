"""What was known on which day: the answers change only on days on which a document was published."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from kg.analysis.asof import cut
from kg.analysis.echoes import echoes
from kg.analysis.relays import terminals
from kg.analysis.roots import roots
from kg.analysis.standing import withdrawn
from kg.analysis.status import status
from kg.analysis.world import World

Change = list[Any]


class History(NamedTuple):
    """The days on which something was published, and what changed on them, as `history` returns it."""

    days: list[date]
    changes: dict[str, list[Change]]


def every(world: World, days: list[date]) -> History:
    """Return the history of everything in a world, for many pages about parts of it."""
    return History(
        days, history(world, days, {*world.claims, *(claim.about for claim in world.claims.values())})
    )


def history(world: World, days: list[date], ids: Collection[str]) -> dict[str, list[Change]]:
    """Return for each fact what the analyses say of it, from which day on.

    Args:
        world: all that is known.
        days: publication days in order; what holds on a day holds until the next.
        ids: of which facts.

    Returns:
        For each id a list of [number of the day, marks], only where the marks changed; marks as of `marks`. A
        fact of which a day says nothing is not in it before.
    """
    found: dict[str, list[Change]] = {}
    wanted = set(ids)
    for number, day in enumerate(days):
        for id_, now in marks(cut(world, day)).items():
            if id_ in wanted:
                known = found.setdefault(id_, [])
                if not known or known[-1][1] != now:
                    known.append([number, now])
    return found


def marks(world: World) -> dict[str, dict[str, Any]]:
    """Return what the page shows of events and claims, as known in a world.

    Events: `status`, `credibility`, `rule`, `min`, `max` (roots at level person), `reports`, `mentions`.
    Claims: `ends` (ids at the ends of its chains, without itself), `echo` (root of the echo that it takes
    part in), `back` (its own speaker took it back). A key that does not apply is absent.

    Example:
        >>> from kg.analysis.world import small_world
        >>> marks(small_world("a b", {"b": ("a",)}))["b"]
        {'ends': ['a']}
    """
    found: dict[str, dict[str, Any]] = {}
    gone = withdrawn(world)
    for claim, ends in terminals(world.claims, world.relays).items():
        own = found[claim] = {}
        if list(ends) != [claim]:
            own["ends"] = list(ends)
        if claim in gone:
            own["back"] = True
    for finding in echoes(world):
        if finding.kind == "echo":
            for claim in finding.claims:
                found[claim]["echo"] = finding.root
    for standing in status(world):
        found.setdefault(standing.event, {}).update(
            status=standing.status, credibility=standing.credibility, rule=standing.rule
        )
    for row in roots(world):
        found.setdefault(row.subject, {}).update(
            min=row.roots.least, max=row.roots.most, reports=len(row.reports), mentions=row.mentions
        )
    return {id_: own for id_, own in found.items() if own}
