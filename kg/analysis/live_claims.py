"""Which claims still stand, and for what: nothing expires but by its own speaker."""

from __future__ import annotations

from kg.analysis.world import World
from kg.model.weighing import SUPPORT as SUPPORT
from kg.model.weighing import takes_back


def retractions(world: World) -> dict[str, tuple[str, ...]]:
    """Return for each claim that its own speakers have taken back the claims that do so.

    A claim of the side `back` takes back those claims that it answers and whose speakers all speak in it. A
    retraction by anyone else takes back nothing, nor does one that answers nothing, and nothing expires
    because something else disagrees.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import small_world
        >>> world = small_world("a b")
        >>> b = world.claims["b"]._replace(stance="retracts", speaker="a")
        >>> retractions(replace(world, claims={**world.claims, "b": b}, answers={"b": ("a",)}))
        {'a': ('b',)}
    """
    by_claim: dict[str, tuple[str, ...]] = {}
    for claim, others in world.answers.items():
        if world.claims[claim].side == "back":
            for answered in others:
                speakers = world.claims[answered].speakers
                if answered != claim and takes_back(world.claims[claim].speakers, speakers):
                    by_claim[answered] = (*by_claim.get(answered, ()), claim)
    return by_claim


def withdrawn(world: World) -> frozenset[str]:
    """Return the claims that their own speakers have taken back; see `retractions`."""
    return frozenset(retractions(world))
