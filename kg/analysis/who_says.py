"""Who says some claims, worked out once for all who ask about the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kg.analysis.world import Claim


class Speakers(NamedTuple):
    """Who says some claims."""

    told: frozenset[str]
    """Those of a joint statement as the one speaker that they are there."""
    each: frozenset[str]
    """Those of a joint statement each alone."""


class WhoSays:
    """Tells who says some claims: what doubts an event is asked about for each of its many figures.

    Example:
        >>> from kg.analysis.world import small_world
        >>> WhoSays(small_world("a b").claims)(("a", "b")).told == {"a", "b"}
        True
    """

    def __init__(self, claims: Mapping[str, Claim]) -> None:
        """Know no answer yet."""
        self._claims = claims
        self._known: dict[tuple[str, ...], Speakers] = {}

    def __call__(self, claims: tuple[str, ...]) -> Speakers:
        """Return who says them."""
        if claims not in self._known:
            every = [self._claims[c] for c in claims]
            self._known[claims] = Speakers(
                frozenset(c.speaker for c in every if c.speaker),
                frozenset(one for c in every for one in c.speakers),
            )
        return self._known[claims]
