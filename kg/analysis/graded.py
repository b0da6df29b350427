"""On which days a status or a credibility changed, of events and of figures alike."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Protocol

from kg.analysis.asof import cut, publication_days
from kg.analysis.components import components, own_days
from kg.analysis.noted import Noted
from kg.analysis.world import World
from kg.errors import number_of


class Graded(Protocol):
    """What has a status and a credibility."""

    @property
    def status(self) -> str:
        """The word."""

    @property
    def credibility(self) -> int | None:
        """The grade."""


def changes[Row: Graded](
    world: World,
    among: Collection[str] | None,
    judge: Callable[[World, Collection[str] | None, date], Iterable[Row]],
    key: Callable[[Row], tuple[str, ...]],
    most: int,
    days: list[date] | None = None,
    apart: bool = False,
) -> Noted[tuple[date, Row]]:
    """Return what is judged anew on each publication day that changed its status or credibility.

    Args:
        world: all that is known.
        among: as `judge` takes it.
        judge: gives the rows of a world, as known on a day.
        key: tells the rows of one day apart, and puts the changes in order before the day.
        most: claims that are judged, each once a day; with more only the last days are looked at, and the
            note says so.
        days: the days that are looked at, when they are known.
        apart: judge what has no bearing on each other apart, each on the days of its own documents. The rows
            are the same where they depend on nothing that goes over all of the world.
    """
    changed: Noted[tuple[date, Row]] = Noted()
    if days is None:
        printed = Counter(map(world.published, world.claims if among is None else among))
        days, changed.note = looked_at([(day, printed[day]) for day in publication_days(world)], most)
    wanted = None if among is None else frozenset(among)
    for part in components(world) if apart else [world]:
        if wanted is not None and wanted.isdisjoint(part.claims):
            continue
        last: dict[tuple[str, ...], tuple[str, int | None]] = {}
        for day in [days[n] for n in own_days(part, days)] if apart else days:
            known = cut(part, day)
            left = None if wanted is None else [c for c in known.claims if c in wanted]
            for row in judge(known, left, day):
                if last.get(key(row)) != (row.status, row.credibility):
                    last[key(row)] = row.status, row.credibility
                    changed.append((day, row))
    changed.sort(key=lambda pair: (key(pair[1]), pair[0]))
    return changed


def looked_at(days: Sequence[tuple[date, int]], most: int) -> tuple[list[date], str]:
    """Return the days that are looked at, and a note where these are not all; two at least.

    Args:
        days: each day of publication with how many claims were first printed on it, in order.
        most: claims that are judged, each once a day.

    Example:
        >>> days = [(date(2024, 10, day), 5) for day in (1, 2, 3)]
        >>> [day.day for day in looked_at(days, 25)[0]]
        [2, 3]
    """
    known = [*accumulate(claims for _, claims in days)]
    judged = [*accumulate(reversed(known))]
    last = [day for day, _ in days[-max(2, bisect_right(judged, most)) :]]
    if len(last) == len(days):
        return last, ""
    return last, (
        f"of {number_of(len(days), 'day')} of publication only the last {len(last):,} were looked"
        " at; narrow with --event, --topic or --actor, or ask for an earlier day with --as-of"
    )
