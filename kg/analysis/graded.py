"""On which days a status or a credibility changed, of events and of figures alike."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable
from datetime import date
from itertools import accumulate
from typing import Protocol

from kg.analysis.asof import cut, publication_days
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
    judge: Callable[[World, Collection[str] | None], Iterable[Row]],
    key: Callable[[Row], tuple[str, ...]],
    most: int,
) -> Noted[tuple[date, Row]]:
    """Return what is judged anew on each publication day that changed its status or credibility.

    Args:
        world: all that is known.
        among: as `judge` takes it.
        judge: gives the rows of a world.
        key: tells the rows of one day apart, and puts the changes in order before the day.
        most: claims that are judged, each once a day; with more only the last days are looked at, and the
            note says so.
    """
    changed: Noted[tuple[date, Row]] = Noted()
    last: dict[tuple[str, ...], tuple[str, int | None]] = {}
    days = publication_days(world)
    known_by = sorted(map(world.published, world.claims if among is None else among))
    judged = list(accumulate(bisect_right(known_by, day) for day in reversed(days)))
    looked_at = days[-max(2, bisect_right(judged, most)) :]
    if len(looked_at) < len(days):
        changed.note = (
            f"of {number_of(len(days), 'day')} of publication only the last {len(looked_at):,} were looked"
            " at; narrow with --event, --topic or --actor, or ask for an earlier day with --as-of"
        )
    for day in looked_at:
        known = cut(world, day)
        for row in judge(known, None if among is None else [c for c in among if c in known.claims]):
            if last.get(key(row)) != (row.status, row.credibility):
                last[key(row)] = row.status, row.credibility
                changed.append((day, row))
    changed.sort(key=lambda pair: (key(pair[1]), pair[0]))
    return changed
