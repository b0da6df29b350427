"""Described sources that cannot be anyone else who counts already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from kg.analysis.belonging import Belonging


def uncovered(
    named: Mapping[str, Collection[date]],
    described: Mapping[str, Collection[date]],
    offices: Mapping[str, frozenset[str]],
    belonging: Belonging,
) -> dict[str, frozenset[str]]:
    """Return the described sources that cannot be anyone else among the roots, with their organizations.

    Args:
        named: the named speakers among the roots, with the days on which they speak.
        described: the described sources among them, likewise.
        offices: what each described source is said to belong to.
        belonging: who belongs to whom on a day.
    """
    if not offices:
        return {}
    taken = {
        a for actor, days in named.items() for day in days for a in (actor, *belonging.above(actor, day))
    }
    free = {source: places for source, places in offices.items() if not places & taken}
    above = {
        s: frozenset(a for o in places for day in described[s] for a in belonging.above(o, day))
        for s, places in free.items()
    }
    return {
        source: places
        for source, places in free.items()
        if not any(
            places & above[other] and not free[other] & above[source] for other in free if other != source
        )
    }
