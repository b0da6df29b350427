"""What the figures and denials of a site say about each other, as far as its pages show it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from kg.analysis.contradictions import Pair, contradictions
from kg.analysis.world import World

MOST_PAIRS = 200
"""Pairs of one sort that a page shows."""


class Compared(NamedTuple):
    """Pairs of claims, by what either is about and by verdict.

    Attributes:
        first: those that a page shows.
        all: how many there are.
        note: what was not compared.
    """

    first: dict[tuple[str, str], list[Pair]]
    all: Counter[tuple[str, str]]
    note: str


def compared(world: World) -> Compared:
    """Judge figures in pairs, and keep the first of each sort."""
    pairs = contradictions(world, incomparable=False)
    found = Compared({}, Counter(), pairs.note)
    for pair in pairs:
        for about in {world.claims[claim].about for claim in (pair.one, pair.other)}:
            found.all[about, pair.verdict] += 1
            if found.all[about, pair.verdict] <= MOST_PAIRS:
                found.first.setdefault((about, pair.verdict), []).append(pair)
    return found
